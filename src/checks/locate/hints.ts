import { cellAt, cellsOf } from '../../format/cells'
import { rowName } from '../../format/names'
import type { Address } from '../../format/types'
import { rowNameAt } from '../rules/figures'
import type { Given } from '../types'

/** A column whose two sides differ: `excess` is left minus right, and never 0. */
export interface UnbalancedColumn {
  name: string
  excess: bigint
  /** The printed total among the operands whose parts are the 办理结果 of this column, if the form has one. */
  outcomeTotal?: Address
  /** What else stands on the right: 结转下年度. */
  others: Address[]
}

/**
 * requests.column-shift: two columns, and only two, that are off by the same number in opposite directions. Probably an
 * application sits in the wrong column. No finding of its own: a sentence under both.
 */
export function columnShift(columns: UnbalancedColumn[]): string | undefined {
  const [a, b] = columns
  if (!a || !b || columns.length !== 2 || a.excess !== -b.excess) return undefined
  const [more, less] = a.excess > 0n ? [a, b] : [b, a]
  return `${more.name}多 ${more.excess}、${less.name}少 ${more.excess}，可能有 ${more.excess} 件填错了列。`
}

/** More names than this say nothing: then the likeliest row alone is looked at. */
const NAMED_ROWS = 3

/** The row that counts a case once and for all (“区分处理的，只计这一情形”), where a second count is likeliest. */
const PARTIAL = 'outcome.partiallyGranted'

/**
 * requests.double-count: more was closed and carried forward than there was to deal with, and a row has just that
 * number, 结转下年度 included. Probably one application was counted twice. No finding of its own: a sentence under the column's.
 */
export function doubleCount(
  given: Given,
  { name, excess, outcomeTotal, others }: UnbalancedColumn,
): string | undefined {
  const surplus = -excess
  const parts = outcomeTotal ? (cellAt(given.edition, outcomeTotal)?.parts ?? []) : []
  if (surplus <= 0n || !parts.length) return undefined
  const amountOf = (address: Address) => {
    const value = given.value(address)
    return value.kind === 'number' ? value.amount : undefined
  }
  const equal = [...parts, ...others].filter((address) => amountOf(address) === surplus)
  if (equal.length > 0 && equal.length <= NAMED_ROWS) {
    const rows = equal.map((address) => `“${rowNameAt(given.edition, address)}”`).join('、')
    return `${name}多出 ${surplus} 件，与${rows}相同。是否同一件重复计入？`
  }
  const column = outcomeTotal && cellAt(given.edition, outcomeTotal)?.column
  const partial = cellsOf(given.edition).find((cell) => cell.row.path === PARTIAL && cell.column === column)
  const amount = partial && parts.includes(partial.address) ? amountOf(partial.address) : undefined
  return partial && amount !== undefined && amount >= surplus
    ? `${name}多出 ${surplus} 件，“${rowName(partial.row)}”有 ${amount} 件。是否同一件重复计入？`
    : undefined
}
