import type { LeafColumn } from '../../format/types'
import type { Atom } from './lines'
import { columnsOf } from './occurrences'
import { HEAD_UNREAD, NO_SUM } from './readRun'
import type { RowReading } from './repair'
import { amountOf, sumHolds } from './sums'

type Cells = Map<LeafColumn, Atom>

/** The cells of a row as they stand where the total comes before all that it adds up. */
function withTotalFirst(cells: Cells, columns: LeafColumn[]): Cells {
  const total = columns.filter(({ sum }) => sum)
  const order = [...total, ...columns.filter(({ sum }) => !sum)]
  return new Map(
    order.flatMap((column, at) => {
      const atom = cells.get(columns[at] as LeafColumn)
      return atom ? [[column, atom] as const] : []
    }),
  )
}

/**
 * Where no head names the columns their order is that of the form as far as the rows add up that way. Where they add up only
 * with the total before the others it stands there; a row that contradicts the order is in doubt, and so is every row of a
 * block where as many contradict it as agree, or where nothing tells one order from the other (unless the
 * rows were copied without their head).
 */
export function orderBySums(
  rows: RowReading[],
  headOf: (row: RowReading['row']) => { named: boolean; unnamed: boolean; unsure?: true },
  areCopied: boolean,
) {
  const open = rows.flatMap(({ row, reading }) =>
    reading && !headOf(row).named ? [{ row, reading, block: row.target.block }] : [],
  )
  for (const block of new Set(open.map((each) => each.block))) {
    const columns = columnsOf(block)
    if (columns.filter(({ sum }) => sum).length !== 1) continue
    const own = open.filter((each) => each.block === block)
    const filled = own.filter(({ reading }) => [...reading.cells.values()].some((atom) => amountOf(atom)))
    const holds = filled.map(({ reading: { cells } }) => ({
      last: sumHolds(cells),
      first: sumHolds(withTotalFirst(cells, columns)),
    }))
    const count = (is: (one: (typeof holds)[number]) => boolean) => holds.filter(is).length
    const last = count((one) => one.last === true && !one.first)
    const first = count((one) => one.first === true && !one.last)
    const both = count((one) => one.last === true && one.first === true)
    const neither = count((one) => one.last === false && !one.first)
    const isFirst = first > Math.max(neither, 1) && !last
    const isUntold = !areCopied && holds.length > 0 && own.every(({ row }) => headOf(row).unnamed) && !last
    const isOpen = !isFirst && (isUntold || (first + neither > 0 && last + both <= first + neither))
    for (const { row, reading } of own) {
      const { unnamed, unsure } = headOf(row)
      if (isFirst) {
        reading.cells = withTotalFirst(reading.cells, columns)
        const told = unnamed || !unsure ? [NO_SUM, HEAD_UNREAD] : []
        if (reading.doubt && told.includes(reading.doubt)) delete reading.doubt
      }
      if (isOpen) reading.doubt ??= HEAD_UNREAD
      else if (sumHolds(reading.cells) === false) reading.doubt ??= NO_SUM
    }
  }
}
