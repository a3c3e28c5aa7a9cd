import { addressOf } from './cells'
import { layoutOf } from './layout'
import type { Address, TableSpec } from './types'

export type KeyStep = 'down' | 'up' | 'next' | 'previous' | 'left' | 'right' | 'first' | 'last'

interface Stop {
  address: Address
  row: number
  start: number
}
interface Walk {
  byRow: Stop[]
  byColumn: Stop[]
  at: Map<Address, Stop>
}

const walks = new WeakMap<TableSpec, Walk>()
function walkOf(table: TableSpec): Walk {
  const known = walks.get(table)
  if (known) return known
  const byRow: Stop[] = []
  let row = 0
  for (const block of layoutOf(table).blocks)
    for (const line of block.body) {
      for (const cell of line.cells)
        if (!line.row.sum && !cell.column.sum)
          byRow.push({ address: addressOf(table, line.row, cell.column), row, start: cell.start })
      row++
    }
  const byColumn = [...byRow].sort((a, b) => a.start - b.start || a.row - b.row)
  const walk = { byRow, byColumn, at: new Map(byRow.map((place) => [place.address, place])) }
  walks.set(table, walk)
  return walk
}

/** The cells a clerk fills, row by row. */
export const stopsOf = (table: TableSpec): Address[] => walkOf(table).byRow.map((place) => place.address)

/**
 * The entered cell that a key leads to; heads and computed cells are skipped. Down and up follow the column and go
 * on at the top (bottom) of the neighbouring one; a merged cell belongs to the first column it covers. Next and
 * previous follow the row, left and right stay in it. Undefined where the table ends.
 */
export function nextCell(table: TableSpec, from: Address, step: KeyStep): Address | undefined {
  const { byRow, byColumn, at } = walkOf(table)
  const place = at.get(from)
  if (step === 'first') return byRow[0]?.address
  if (step === 'last') return byRow[byRow.length - 1]?.address
  if (!place) return undefined
  const inOrder = (order: Stop[], by: number) => order[order.indexOf(place) + by]
  switch (step) {
    case 'down': {
      const next = inOrder(byColumn, 1)
      // After the last column the merged cells below it are the only way on.
      return (next ?? byRow.find((other) => other.row > place.row && other.start < place.start))?.address
    }
    case 'up':
      return inOrder(byColumn, -1)?.address
    case 'next':
      return inOrder(byRow, 1)?.address
    case 'previous':
      return inOrder(byRow, -1)?.address
    case 'right':
    case 'left': {
      const next = inOrder(byRow, step === 'right' ? 1 : -1)
      return next?.row === place.row ? next.address : undefined
    }
  }
}
