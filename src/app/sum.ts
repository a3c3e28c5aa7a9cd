import type { Received } from '../aggregate/received'
import { rosterOfText } from '../aggregate/roster'
import { overviewOf, summaryFor, summaryText, type Task } from '../aggregate/task'
import { unitNames } from '../aggregate/unitNames'
import { decodeText } from '../report/decode'
import { type IncomingFile, type Taken, take, unpacked } from '../ui/aggregate/intake'
import { makeSumOutput } from '../ui/aggregate/makeSumOutput'
import type { SumOutputKind } from '../ui/aggregate/sumFileName'
import { localDate } from '../ui/parts/localDate'

/** The reader of PDF files takes more room than a thousand reports: it comes with the first of them. */
const readPdf: typeof import('../import/files/pdf').readPdf = async (...file) =>
  (await import('../import/files/pdf')).readPdf(...file)

/** The reports in files, or why there is none, in the order of the files: what threads of their own can do at once. */
export async function takeFiles(
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
): Promise<Taken[]> {
  const taken: Taken[] = []
  for await (const file of files)
    for (const one of unpacked([file])) taken.push('bytes' in one ? await take(one, readPdf) : one)
  return taken
}

/**
 * 汇总 without a screen: what was taken from files and a list of units → the text of one object, what could not be taken or is in no
 * sum, and the files that 输出 makes, over all units.
 */
export function sumTaken(taken: Iterable<Taken>, list?: IncomingFile, name = '汇总') {
  const problems: string[] = []
  const reports: Received[] = []
  for (const one of taken)
    if ('report' in one) reports.push(one.report)
    else problems.push(`${one.name}: ${one.problem}`)
  const roster = list ? rosterOfText(decodeText(list.bytes)) : { units: [], problems: [] }
  problems.push(...roster.problems)
  const task: Task = { year: undefined, units: roster.units, reports, decisions: [] }
  const overview = overviewOf(task)
  const { year, standings, open } = overview
  for (const one of open) {
    const why = 'ask' in one ? `要问是哪一家的（${one.ask.join('、')}）` : one.problem
    problems.push(`${one.report.file}: ${why}，没有计入。`)
  }
  const output = async (kind: SumOutputKind) => {
    const { content, comparison } = await makeSumOutput(kind, {
      task: { name, year: year ?? 0 },
      range: { kind: 'all' },
      standings: standings.filter(({ unit }) => unit),
      names: unitNames(standings),
      today: localDate(),
      annexes: [],
    })
    if (comparison.differences.length) throw new Error(comparison.differences.join('\n'))
    return content
  }
  return { text: summaryText(summaryFor(overview)), problems, output }
}
