import type { Received } from '../aggregate/received'
import { rosterOfText } from '../aggregate/roster'
import { overviewOf, summaryFor, summaryText, type Task } from '../aggregate/task'
import { readPdf } from '../import/files/pdf'
import { decodeText } from '../report/decode'
import { type IncomingFile, take, unpacked } from '../ui/aggregate/intake'
import { makeSumOutput } from '../ui/aggregate/makeSumOutput'
import type { SumOutputKind } from '../ui/aggregate/sumFileName'
import { localDate } from '../ui/parts/localDate'

/**
 * 汇总 without a screen: the files of a folder and a list of units → the text of one object, what could not be taken, and the files that
 * 输出 makes, over all units.
 */
export async function sumFiles(files: AsyncIterable<IncomingFile>, list?: IncomingFile, name = '汇总') {
  const problems: string[] = []
  const reports: Received[] = []
  for await (const file of files)
    for (const one of unpacked([file])) {
      const taken = 'bytes' in one ? await take(one, readPdf) : one
      if ('report' in taken) reports.push(taken.report)
      else problems.push(`${taken.name}: ${taken.problem}`)
    }
  const roster = list ? rosterOfText(decodeText(list.bytes)) : { units: [], problems: [] }
  problems.push(...roster.problems)
  const task: Task = { year: undefined, units: roster.units, reports, decisions: [] }
  const overview = overviewOf(task)
  const { year, standings } = overview
  const output = async (kind: SumOutputKind) => {
    const { content, comparison } = await makeSumOutput(kind, {
      task: { name, year: year ?? 0 },
      range: { kind: 'all' },
      standings: standings.filter(({ unit }) => unit),
      names: new Map(standings.map(({ id, unit }) => [id, unit?.name ?? id])),
      today: localDate(),
      annexes: [],
    })
    if (comparison.differences.length) throw new Error(comparison.differences.join('\n'))
    return content
  }
  return { text: summaryText(summaryFor(overview)), problems, output }
}
