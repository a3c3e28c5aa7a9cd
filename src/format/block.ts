import { addressOf } from './cells'
import { layoutOf } from './layout'
import type { Address, TableSpec } from './types'

/** A rectangle of cells, from the one it was begun in to the one that was reached; computed cells are part of it. */
export interface CellBlock {
  anchor: Address
  head: Address
}

/** A cell on the grid of its table: printed row, first and last grid column it covers. */
interface GridCell {
  address: Address
  row: number
  from: number
  to: number
}

const grids = new WeakMap<TableSpec, GridCell[][]>()
function gridOf(table: TableSpec): GridCell[][] {
  let grid = grids.get(table)
  if (!grid) {
    grid = layoutOf(table)
      .blocks.flatMap(({ body }) => body)
      .map(({ row, cells }, at) =>
        cells.map(({ column, start, colSpan }) => ({
          address: addressOf(table, row, column),
          row: at,
          from: start,
          to: start + colSpan - 1,
        })),
      )
    grids.set(table, grid)
  }
  return grid
}

const placeIn = (table: TableSpec, address: Address): GridCell | undefined =>
  gridOf(table)
    .flat()
    .find((place) => place.address === address)

/** The cells of a block, printed row by printed row; empty where an end of it is no cell of the table. */
export function cellsInBlock(table: TableSpec, { anchor, head }: CellBlock): Address[][] {
  const [a, b] = [placeIn(table, anchor), placeIn(table, head)]
  if (!a || !b) return []
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)]
  const [left, right] = [Math.min(a.from, b.from), Math.max(a.to, b.to)]
  return gridOf(table)
    .slice(top, bottom + 1)
    .map((row) => row.filter(({ from, to }) => from <= right && to >= left).map(({ address }) => address))
}

/** The block with its far end one cell further; the same block at the edge of the table. */
export function extendedBlock(
  table: TableSpec,
  block: CellBlock,
  towards: 'up' | 'down' | 'left' | 'right',
): CellBlock {
  const place = placeIn(table, block.head)
  if (!place) return block
  const row = gridOf(table)[place.row + (towards === 'down' ? 1 : towards === 'up' ? -1 : 0)] ?? []
  const next =
    towards === 'left'
      ? row.filter(({ to }) => to < place.from).at(-1)
      : towards === 'right'
        ? row.find(({ from }) => from > place.to)
        : row.find(({ from, to }) => from <= place.from && to >= place.from)
  return next ? { ...block, head: next.address } : block
}

/** All cells of a table: from its first printed cell to its last. */
export function wholeTable(table: TableSpec): CellBlock | null {
  const cells = gridOf(table).flat()
  const [first, last] = [cells[0], cells.at(-1)]
  return first && last ? { anchor: first.address, head: last.address } : null
}
