import { type Cell, cellAt, cellsOf } from '../../format/cells'
import { columnName, rowName } from '../../format/names'
import type { Address, TableSpec } from '../../format/types'
import { readCell } from '../../report/value'
import type { Given, Outcome } from '../types'
import { difference, shown } from './figures'

/** One 来文总计 beside the total that the entered cells add up to. */
export interface ComparedTotal {
  cell: Cell
  printed: bigint
  /** Undefined while a part is blank or malformed. */
  computed: bigint | undefined
}

/** Every 来文总计 that is a figure; a blank or malformed one says nothing about the cells. */
export function comparedTotals(given: Given, table?: TableSpec): ComparedTotal[] {
  const { sourceTotals } = given.report.notes
  return cellsOf(given.edition).flatMap((cell): ComparedTotal[] => {
    const text = sourceTotals[cell.address]
    if (!cell.parts || text === undefined || (table && cell.table !== table)) return []
    const printed = readCell(text, cell.unit)
    if (printed.kind !== 'number') return []
    const total = given.total(cell.address)
    return [{ cell, printed: printed.amount, computed: 'value' in total ? total.value : undefined }]
  })
}

/** A total printed as 0 over parts that are not: left as it stood in the form, it says nothing about the parts. */
export const isLeftAtZero = ({ printed, computed = 0n }: ComparedTotal): boolean =>
  printed === 0n && computed !== 0n

const failing = ({ printed, computed }: ComparedTotal) => computed !== undefined && computed !== printed

const off = ({ printed, computed = printed }: ComparedTotal): bigint => computed - printed

/** Along which way the parts of a total lie: over the columns of its row, down its column, or both (the corner). */
const isRowTotal = ({ cell }: ComparedTotal) => cell.column.sum !== undefined && !cell.row.sum

export const isColumnTotal = ({ cell }: ComparedTotal) => cell.row.sum !== undefined && !cell.column.sum

/** Where a failing row and a failing column that are off by the same number cross. */
function crossing(total: ComparedTotal, others: ComparedTotal[]): Address | undefined {
  const crosses = others
    .filter((other) => failing(other) && !isLeftAtZero(other) && off(other) === off(total))
    .flatMap((other) => total.cell.parts?.filter((part) => other.cell.parts?.includes(part)) ?? [])
  return crosses.length === 1 ? crosses[0] : undefined
}

const rowAndColumn = (given: Given, address: Address): string => {
  const cell = cellAt(given.edition, address)
  return cell ? `${rowName(cell.row)}·${columnName(given.edition, address)}` : address
}

export function checkTable(
  given: Given,
  isOurs: (table: TableSpec) => boolean,
  wording: (total: ComparedTotal) => { place: string; added: string; advice: string },
): Outcome[] {
  const totals = comparedTotals(given).filter(({ cell }) => isOurs(cell.table))
  const rows = totals.filter(isRowTotal)
  const columns = totals.filter(isColumnTotal)
  // A wrong cell shows in its row and its column; the corner then only repeats what they say.
  const told = [...rows, ...columns].some((total) => failing(total) && total.cell.row.path !== '')
  return totals.flatMap((total): Outcome[] => {
    const { cell, printed, computed } = total
    const target = cell.address
    if (computed === undefined) return [{ target, operands: [target], state: 'notAssessable' }]
    if (computed === printed) return [{ target, operands: [target], state: 'holds' }]
    const isCorner = !isRowTotal(total) && !isColumnTotal(total)
    if (isCorner && told) return []
    const cross = isLeftAtZero(total)
      ? undefined
      : isRowTotal(total)
        ? crossing(total, columns)
        : crossing(total, rows)
    const { place, added, advice } = wording(total)
    const amount = (figure: bigint) => shown(given.edition, target, figure)
    const likely = cross
      ? `可能是“${rowAndColumn(given, cross)}”一格有误，请先核对。`
      : isLeftAtZero(total)
        ? '来文的总计可能漏填，仍是 0。'
        : advice
    return [
      {
        target: cross ?? target,
        operands: cross ? [cross, target] : [target],
        state: 'fails',
        message: `${place}：来文总计 ${amount(printed)}，${added}为 ${amount(computed)}，差 ${amount(difference(printed, computed))}。${likely}`,
        evidence: { [`sourceTotals.${target}`]: amount(printed) },
      },
    ]
  })
}
