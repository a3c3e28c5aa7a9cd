import type { Received } from '../../aggregate/received'
import type { SumStore } from '../../aggregate/store'
import type { ChosenFile, Outcome } from './reading'

/** Looked at once: a file that cannot be read now cannot be read in a moment. */
const tried = new Set<string>()
const isOlder = ({ prints, code }: Received) => prints === undefined && !tried.has(code)

/**
 * The reports of a task as they are kept now. Of one that an earlier version of the program took in it is not known what its texts say, so
 * that it and the Word file of the same report are two versions to choose from: such ones are read again from their files, once.
 */
export async function renewed(
  store: SumStore,
  id: string,
  reports: Received[],
  read: (files: ChosenFile[]) => Promise<Outcome[]>,
): Promise<Received[]> {
  const older = reports.filter(isOlder)
  if (!older.length) return reports
  for (const { code } of older) tried.add(code)
  const codes = older.map(({ code }) => code)
  const files = await store.files(id, codes)
  const outcomes = await read(
    older.flatMap(({ file: name }, n) => (files[n] ? { name, file: new Blob([files[n]]) } : [])),
  )
  const known = new Set(codes)
  const anew = outcomes.flatMap((one) => ('stored' in one ? [one.stored.received] : []))
  // A reader that has learned since then makes another document of the same file: the one that was received stays.
  const same = new Map(anew.flatMap((one) => (known.has(one.code) ? [[one.code, one] as const] : [])))
  await store.renew(id, [...same.values()])
  return reports.map((report) => same.get(report.code) ?? report)
}
