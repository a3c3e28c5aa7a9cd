import { enteredCellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { blankReport, type Report, withTexts } from '../report/report'
import type { Range } from './range'
import type { TaskHead } from './store'
import type { Sum } from './sums'

/** 汇总 as a report of its own, for the writers that reports have: its figures are the sums, its organ is the task's name. */
export function sumReport(
  edition: Edition,
  { name, year }: Pick<TaskHead, 'name' | 'year'>,
  sums: ReadonlyMap<Address, Sum>,
  range: Range,
): Report {
  const report = blankReport(edition)
  const texts: [Address, string][] = [
    ['year', String(year)],
    ['organ.name', name],
    ['scope', range.kind === 'level' ? 'level' : 'all'],
    ...enteredCellsOf(edition).map(({ address }): [Address, string] => [
      address,
      sums.get(address)?.value ?? '',
    ]),
  ]
  return { ...report, entries: withTexts(report.entries, texts) }
}
