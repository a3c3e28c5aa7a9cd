import { cellAt } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { formatAmount, readCell } from '../report/value'
import { type UnitChanges, unitChanges } from './changes'
import { inRange, type Part, partsOfSum, type Range } from './range'
import type { Sum } from './sums'
import { type Decision, isLacking, type Overview, type Standing, sumsOf } from './task'
import { unitNames } from './unitNames'

/** Last year beside a range of this year: its units, and what became of them. */
export interface LastRange {
  standings: Standing[]
  /** What all units of last year are called, by id. */
  names: ReadonlyMap<string, string>
  changes: UnitChanges
}

export const unitsOf = (standings: readonly Standing[]) =>
  standings.flatMap(({ unit }) => (unit ? [unit] : []))

/**
 * Last year's units of the same range: those of the list, of the node (found again as 户数变动 does), or those that went into the ticked
 * ones. Undefined where last year had no such node.
 */
export function lastRange(
  range: Range,
  now: Pick<Overview, 'standings'>,
  before: Pick<Overview, 'standings'>,
  decisions: readonly Decision[],
): LastRange | undefined {
  const whole = unitChanges(unitsOf(before.standings), unitsOf(now.standings), decisions)
  const { heirs } = whole
  const names = unitNames(before.standings)
  if (range.kind === 'all') return { standings: inRange(before, range), names, changes: whole }
  const there = (id: string) => heirs.get(id) ?? ''
  const standings = ((): Standing[] => {
    if (range.kind === 'chosen')
      return before.standings.filter(({ id, unit }) => unit && range.units.has(there(id)))
    const node = before.standings.find(({ id, unit }) => unit && there(id) === range.node)
    return node ? inRange(before, { ...range, node: node.id }) : []
  })()
  if (!standings.length) return undefined
  return {
    standings,
    names,
    changes: unitChanges(unitsOf(standings), unitsOf(inRange(now, range)), decisions),
  }
}

/** By how much a unit's figure is another one than last year's. */
export interface Move {
  id: string
  name: string
  /** Null where it was, or is, not there: a new unit, one that is gone. */
  was: bigint | null
  is: bigint | null
  by: bigint
}
/** A sum beside last year's, with what makes the difference. Amounts as in `report/value.ts`. */
export interface SumMoves {
  /** Those that drive the difference first, by how much they do. */
  moves: Move[]
  /** Names of units that lack a figure in one of the two years: what they would change cannot be told. */
  untold: string[]
}

/** What makes the difference of one sum between two years; a unit that took others in is held against all of them. */
export function sumMoves(
  edition: Edition,
  address: Address,
  now: readonly Standing[],
  namesNow: ReadonlyMap<string, string>,
  { standings: before, names: namesBefore, changes: { heirs } }: LastRange,
): SumMoves {
  interface Both {
    name: string
    was: Part[]
    is: Part[]
  }
  const both = new Map<string, Both>()
  const put = (part: Part, year: 'was' | 'is', id: string) => {
    const names = year === 'is' ? namesNow : namesBefore
    const one = both.get(id) ?? { name: names.get(part.standing.id) ?? id, was: [], is: [] }
    one[year].push(part)
    both.set(id, one)
  }
  for (const part of partsOfSum(edition, now, address)) put(part, 'is', part.standing.id)
  // An id of last year that leads nowhere must not meet another unit's of this year.
  for (const part of partsOfSum(edition, before, address))
    put(part, 'was', heirs.get(part.standing.id) ?? `\n${part.standing.id}`)
  const untold: string[] = []
  const moves: Move[] = []
  for (const [id, { name, was, is }] of both) {
    if ([...was, ...is].some(({ amount, partial }) => amount === null || partial)) {
      untold.push(name)
      continue
    }
    const sum = (parts: Part[]) =>
      parts.length ? parts.reduce((all, { amount }) => all + (amount ?? 0n), 0n) : null
    const [a, b] = [sum(was), sum(is)]
    const by = (b ?? 0n) - (a ?? 0n)
    if (by) moves.push({ id: id.trim(), name, was: a, is: b, by })
  }
  const up = moves.reduce((all, { by }) => all + by, 0n) >= 0n
  const driven = ({ by }: Move) => (up ? by : -by)
  moves.sort((a, b) => (driven(a) === driven(b) ? 0 : driven(a) > driven(b) ? -1 : 1))
  return { moves, untold }
}

/** Last year's sum and the difference, as they stand beside this year's: 95 ＋17. */
export function besideWords(
  edition: Edition,
  address: Address,
  now: Pick<Sum, 'value'>,
  before: Pick<Sum, 'value'>,
): string {
  const by = differenceOf(edition, address, now, before)
  return by ? `${before.value} ${by.startsWith('-') ? `－${by.slice(1)}` : `＋${by}`}` : before.value
}
/** This year's sum without last year's; "" where they are equal. */
export function differenceOf(
  edition: Edition,
  address: Address,
  now: Pick<Sum, 'value'>,
  before: Pick<Sum, 'value'>,
): string {
  if (now.value === before.value) return ''
  const unit = cellAt(edition, address)?.unit ?? '件'
  return formatAmount(scaled(now.value, unit) - scaled(before.value, unit), unit)
}
/** A decimal text of a sum as an amount; sums may have any number of digits. */
function scaled(value: string, unit: '件' | '万元'): bigint {
  const found = readCell(value, unit, Number.POSITIVE_INFINITY)
  return found.kind === 'number' ? found.amount : 0n
}

/** Last year's sums of a range, and how many units were lacking then. */
export const lastSums = ({ standings }: LastRange): { sums: Map<Address, Sum>; lacking: number } => ({
  sums: sumsOf({ standings }),
  lacking: standings.filter(isLacking).length,
})
