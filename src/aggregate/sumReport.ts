import { enteredCellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { blankReport, type Report, withTexts } from '../report/report'
import { type Range, rangeWords } from './range'
import type { TaskHead } from './store'
import type { Sum } from './sums'
import { isLacking, isSummed, type Standing } from './task'

/** Whose the sums of a range are: the organ of a node, the name that a choice was given, or the name of the task. */
export function nameOfRange(
  { name }: Pick<TaskHead, 'name'>,
  range: Range,
  standings: readonly Standing[],
): string {
  if (range.kind === 'chosen') return range.name?.trim() || name
  if (range.kind === 'all') return name
  return standings.find(({ id }) => id === range.node)?.unit?.name ?? name
}

/**
 * 汇总 as a report of its own, for the writers that reports have: its figures are the sums. Under the key `aggregate`, which other
 * programs pass over and keep, it says what it was made of: the range, each unit with the content code of its report, and who is lacking.
 * So its own content code is that of these parts.
 */
export function sumReport(
  edition: Edition,
  task: Pick<TaskHead, 'name' | 'year'>,
  sums: ReadonlyMap<Address, Sum>,
  range: Range,
  standings: readonly Standing[],
  names: ReadonlyMap<string, string>,
): Report {
  const report = blankReport(edition)
  const node = standings.find(({ id }) => 'node' in range && id === range.node)
  const texts: [Address, string][] = [
    ['year', String(task.year)],
    ['organ.name', nameOfRange(task, range, standings)],
    ['organ.code', node?.unit?.code ?? ''],
    ['scope', range.kind === 'level' ? 'level' : 'all'],
    ...enteredCellsOf(edition).map(({ address }): [Address, string] => [
      address,
      sums.get(address)?.value ?? '',
    ]),
  ]
  const parts = standings
    .filter((standing) => isSummed(standing) && standing.current)
    .map(({ id, current }) => ({ unit: id, code: current?.code }))
  const incomplete = [...sums].filter(([, { missing }]) => missing > 0)
  const aggregate = {
    range: rangeWords(range, names),
    parts,
    lacking: standings.filter(isLacking).map(({ id }) => id),
    missing: Object.fromEntries(incomplete.map(([address, { missing }]) => [address, missing])),
  }
  return {
    ...report,
    entries: withTexts(report.entries, texts),
    notes: { ...report.notes, unknown: { aggregate } },
  }
}
