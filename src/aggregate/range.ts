import { cellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import type { Figure } from './received'
import { ancestorsOf } from './roster'
import { isLacking, isSummed, type Overview, type Standing } from './task'

/**
 * Over which units a sum goes: all (完全汇总); one node with what stands right below it and has nothing below itself (本级), or with
 * everything below it (全辖); or those that were ticked (选择汇总), which bear a name of their own.
 */
export type Range =
  | { kind: 'all' }
  | { kind: 'level' | 'whole'; node: string }
  | { kind: 'chosen'; units: ReadonlySet<string>; name?: string }

/** The units of a range, in the order of the list; organs outside the list are in none. */
export function inRange({ standings }: Pick<Overview, 'standings'>, range: Range): Standing[] {
  const listed = standings.filter(({ unit }) => unit)
  if (range.kind === 'all') return listed
  if (range.kind === 'chosen') return listed.filter(({ id }) => range.units.has(id))
  const byId = new Map(listed.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : [])))
  const parents = new Set(listed.map(({ unit }) => unit?.parent))
  return listed.filter(({ id, unit }) => {
    if (id === range.node) return true
    if (!unit) return false
    return range.kind === 'level'
      ? unit.parent === range.node && !parents.has(id)
      : ancestorsOf(unit, byId).some((over) => over.id === range.node)
  })
}

/** Units that have others below them: what a range can be made of. */
export function nodesOf({ standings }: Pick<Overview, 'standings'>): Standing[] {
  const parents = new Set(standings.map(({ unit }) => unit?.parent))
  return standings.filter(({ unit, id }) => unit && parents.has(id))
}

/** A range in words: 全部单位, 北城区人民政府本级, 选择汇总（各街道）. `names` are those of all units, so that nodes of one name are told apart. */
export function rangeWords(range: Range, names: ReadonlyMap<string, string>): string {
  if (range.kind === 'all') return '全部单位'
  if (range.kind === 'chosen') return range.name?.trim() ? `选择汇总（${range.name.trim()}）` : '选择汇总'
  return `${names.get(range.node) ?? range.node}${range.kind === 'level' ? '本级' : '全辖'}`
}

/** What one unit adds to a sum; null where it has no usable figure, or nothing of it is summed. */
export interface Part {
  standing: Standing
  amount: bigint | null
  /** A total that some of its parts have no usable figure for: the others are what the sum took. */
  partial?: true
}

/** What makes a sum, the largest share first, then those without a figure. */
export function partsOfSum(edition: Edition, standings: readonly Standing[], address: Address): Part[] {
  const entered = cellsOf(edition).filter(({ parts }) => !parts)
  const at = new Map(entered.map((cell, n) => [cell.address, n]))
  const cell = cellsOf(edition).find((one) => one.address === address)
  const places = (cell?.parts ?? [address]).map((part) => at.get(part) ?? -1)
  return standings
    .filter((standing) => isSummed(standing) || isLacking(standing))
    .map((standing): Part => {
      const figures = isSummed(standing) ? standing.current?.figures : undefined
      const own = places.map((n): Figure => figures?.[n] ?? null)
      const there = own.filter((figure) => figure !== null)
      return {
        standing,
        amount: there.length ? there.reduce((sum: bigint, figure) => sum + BigInt(figure), 0n) : null,
        ...(there.length > 0 && there.length < own.length && { partial: true as const }),
      }
    })
    .sort((a, b) => compared(a.amount, b.amount))
}
const compared = (a: bigint | null, b: bigint | null) =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a > b ? -1 : 1
