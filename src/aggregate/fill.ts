import { enteredCellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { printedCode } from '../report/contentCode'
import { type Change, type Report, type Source, textAt, valuesOf, withTexts } from '../report/report'
import { sha256 } from '../report/sha256'
import { sourcesOf } from '../report/sources'
import { formatAmount } from '../report/value'
import { partCodes, rangeKey, rangeOf } from './late'
import { inRange, type Range, rangeWords } from './range'
import type { TaskHead } from './store'
import type { Sum } from './sums'
import { isLacking, isSummed, type Overview, type Standing, sumsOf } from './task'
import { unitNames } from './unitNames'

/** The code of a set of reports, whatever their order: other reports, or another version of one, make another code. */
export const setCode = (standings: readonly Standing[]): string =>
  sha256(Object.values(partCodes(standings)).sort().join('\n'))

/** As it is shown: eight letters and digits. */
export const shownSet = (set: string): string => printedCode(set).replaceAll('-', '').slice(0, 8)

/** 汇总 60 家 · 集合码 ABCDEFGH, with who is lacking. */
export const setWords = ({ units, set, lacking }: Pick<Source, 'units' | 'set' | 'lacking'>): string =>
  `汇总 ${units} 家 · 集合码 ${shownSet(set)}${lacking ? `，缺 ${lacking} 家` : ''}`

/** What 回填 would do to a report. */
export interface Fill {
  /** Blank cells that would be filled. */
  blanks: Change[]
  /** Cells in which something else was typed; each is changed only where the clerk says so. */
  typed: Change[]
  /** Cells that say the sum already. */
  same: number
  /** Cells that no unit has a usable figure for: nothing is put in. */
  unknown: number
}

/** The sums that can be put in: of a cell that no unit has a figure for there is none, and a 0 would be made up. */
function usable(edition: Edition, standings: readonly Standing[], sums: ReadonlyMap<Address, Sum>) {
  const all = standings.filter((one) => isSummed(one) || isLacking(one)).length
  return enteredCellsOf(edition).flatMap(({ address, unit }) => {
    const sum = sums.get(address)
    return sum && sum.missing < all ? [{ address, unit, ...sum }] : []
  })
}

/** What 回填 of the sums over some units would change in a report. */
export function fillOf(report: Report, edition: Edition, standings: readonly Standing[]): Fill {
  const found = usable(edition, standings, sumsOf({ standings }))
  const read = valuesOf(edition, report.entries)
  const fill: Fill = {
    blanks: [],
    typed: [],
    same: 0,
    unknown: enteredCellsOf(edition).length - found.length,
  }
  for (const { address, unit, value } of found) {
    const before = textAt(report.entries, address)
    const own = read(address)
    const change = { address, before, after: value }
    if (own.kind === 'blank') fill.blanks.push(change)
    else if (own.kind === 'number' && formatAmount(own.amount, unit) === value) fill.same++
    else fill.typed.push(change)
  }
  return fill
}

/** Which 汇总 it is that sums over a range are taken from, without the cells. */
export const sourceOf = (
  { task, overview }: { task: Pick<TaskHead, 'id' | 'name'>; overview: Pick<Overview, 'standings'> },
  range: Range,
): Omit<Source, 'cells' | 'short'> => {
  const standings = inRange(overview, range)
  return {
    task: task.id,
    name: task.name,
    range: rangeKey(range),
    words: rangeWords(range, unitNames(overview.standings)),
    set: setCode(standings),
    units: standings.filter(isSummed).length,
    lacking: standings.filter(isLacking).length,
  }
}

const isFrom = (a: Pick<Source, 'task' | 'range'>) => (b: Pick<Source, 'task' | 'range'>) =>
  a.task === b.task && a.range === b.range

/**
 * The marks of a report in which `changes` have been made from a source. A cell that was taken from it before and is right as it stands
 * is marked anew; what was taken from another 汇总 and is not changed keeps that mark.
 */
export function sourcesAfter(
  report: Report,
  changes: readonly Pick<Change, 'address' | 'after'>[],
  source: Omit<Source, 'cells' | 'short'>,
  sums: ReadonlyMap<Address, Sum>,
): Source[] {
  const known = sourcesOf(report)
  const before = known.find(isFrom(source))?.cells ?? {}
  const cells: Record<Address, string> = {}
  for (const [address, text] of Object.entries(before))
    if (sums.get(address)?.value === text) cells[address] = text
  for (const { address, after } of changes) if (sums.get(address)?.value === after) cells[address] = after
  const others = known
    .filter((one) => !isFrom(source)(one))
    .map((one) => ({
      ...one,
      cells: Object.fromEntries(
        Object.entries(one.cells).filter(([address]) => !Object.hasOwn(cells, address)),
      ),
    }))
    .filter((one) => Object.keys(one.cells).length)
  const short = Object.keys(cells).filter((address) => (sums.get(address)?.missing ?? 0) > 0)
  return Object.keys(cells).length ? [...others, { ...source, cells, short }] : others
}

/** A report with the changes of 回填 and the marks that say where they come from. */
export function filled(
  report: Report,
  changes: readonly Change[],
  source: Omit<Source, 'cells' | 'short'>,
  standings: readonly Standing[],
): Report {
  const texts = changes.map(({ address, after }): [Address, string] => [address, after])
  const sources = sourcesAfter(report, changes, source, sumsOf({ standings }))
  return {
    ...report,
    entries: withTexts(report.entries, texts),
    notes: { ...report.notes, sources },
  }
}

/** What has become of the 汇总 that figures were taken from. */
export interface SourceNow {
  /** The same source as it is now. */
  source: Omit<Source, 'cells' | 'short'>
  /** What the marked figures would be; those that no unit has a figure for any more stay. */
  changes: Change[]
  sums: ReadonlyMap<Address, Sum>
}

/** Undefined while the set is the one that the figures were taken from, or that they are kept for. */
export function sourceNow(
  old: Source,
  edition: Edition,
  open: { task: Pick<TaskHead, 'id' | 'name'>; overview: Pick<Overview, 'standings'> },
): SourceNow | undefined {
  const range = rangeOf(old.range)
  if (!range) return undefined
  const source = sourceOf(open, range)
  if (range.kind === 'chosen') source.words = old.words
  const isAsKept = old.kept !== undefined && old.kept === source.set
  if (isAsKept || (source.set === old.set && source.lacking === old.lacking)) return undefined
  const standings = inRange(open.overview, range)
  const sums = sumsOf({ standings })
  const changes = usable(edition, standings, sums).flatMap(({ address, value }): Change[] => {
    const before = Object.hasOwn(old.cells, address) ? old.cells[address] : undefined
    return before === undefined || before === value ? [] : [{ address, before, after: value }]
  })
  return { source, changes, sums }
}
