import type { Received } from './received'

/** A person's choice between two versions that do not follow each other. It holds until another version comes in. */
export interface Choice {
  chosen: string
  over: string[]
}

/** What counts of the reports of one unit, year and scope: one of them, or several that only a person can choose from. */
export type Current<Report = Received> = { current: Report } | { conflict: Report[] }

type Version = Pick<Received, 'code' | 'base'> &
  Partial<Pick<Received, 'recognised' | 'figures' | 'prints' | 'organ'>>

/**
 * By content code of a recognised text, the document that it says the same as: our own file of that report, else one of several texts
 * (Word and PDF of one report). A text carries no code and no totals of the source, so its content code is never that of the file.
 */
function repeats(versions: readonly Version[]): Map<string, string> {
  const found = new Map<string, string>()
  if (versions.length < 2 || !versions.some(({ recognised }) => recognised)) return found
  const first = new Map<string, Version>()
  const before = (a: Version, b: Version) => (a.recognised === b.recognised ? a.code < b.code : !a.recognised)
  const says = ({ figures = [], prints, organ }: Version) =>
    prints && [organ?.name.replace(/\s+/g, ''), ...figures.map(String), ...prints].join('|')
  for (const version of versions) {
    const key = says(version)
    const known = key !== undefined && first.get(key)
    if (key !== undefined && (!known || before(version, known))) first.set(key, version)
  }
  for (const version of versions) {
    const like = first.get(says(version) ?? '')
    if (version.recognised && like && like.code !== version.code) found.set(version.code, like.code)
  }
  return found
}

/**
 * The current one of several reports of one unit, year and scope: the one that no other corrects (`base`). A pure function of the
 * set: order, repetition, file names, dates and clocks decide nothing. `gone`: content codes that a report of another unit or scope
 * corrects, or that went back to the unit; these count no longer, but what they correct stays corrected. Undefined where nothing is left.
 */
export function resolve<Report extends Version>(
  reports: Iterable<Report>,
  choices: Iterable<Choice> = [],
  gone: ReadonlySet<string> = new Set(),
): Current<Report> | undefined {
  const byCode = new Map<string, Report>()
  for (const report of reports) if (!byCode.has(report.code)) byCode.set(report.code, report)
  const same = repeats([...byCode.values()])
  const ownOf = (code: string) => same.get(code) ?? code
  const corrected = new Set<string>()
  for (const { code, base } of byCode.values())
    if (base !== null && ownOf(base) !== ownOf(code)) corrected.add(ownOf(base))
  for (const code of same.keys()) byCode.delete(code)
  const all = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  const last = all.filter(({ code }) => !corrected.has(code))
  // Where each is corrected by another (no honest program writes this), none of them stands out.
  const heads = last.length ? last : all
  const over = new Set<string>()
  for (const choice of choices) {
    const chosen = ownOf(choice.chosen)
    if (byCode.has(chosen)) for (const code of choice.over) if (ownOf(code) !== chosen) over.add(ownOf(code))
  }
  const left = heads.filter(({ code }) => !over.has(code))
  const without = new Set([...gone].map(ownOf))
  // Two choices that say the opposite leave nothing: it is open again. What a choice or a correction put aside does not come back when
  // the version that it was put aside for is gone.
  const open = (left.length ? left : heads).filter(({ code }) => !without.has(code))
  return open.length ? onlyOne(open) : undefined
}

const onlyOne = <Report>(reports: Report[]): Current<Report> =>
  reports.length === 1 ? { current: reports[0] as Report } : { conflict: reports }
