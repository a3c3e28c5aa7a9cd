import type {
  Address,
  Block,
  Column,
  Edition,
  Identity,
  LeafColumn,
  LeafRow,
  Row,
  Section,
  TableSpec,
  Unit,
} from './types'

/** One place of a statutory table that holds a figure, entered or computed. */
export interface Cell {
  address: Address
  /** Its place among all figures of the form as printed, from 0. */
  at: number
  section: Section
  table: TableSpec
  block: Block
  row: LeafRow
  column: LeafColumn
  /** Labels of the row from the outermost merged stub inwards. */
  stub: string[]
  /** Labels of the column from the outermost merged head inwards. */
  head: string[]
  unit: Unit
  /**
   * The entered cells that a computed one adds up, down to the last: a total of totals is expanded, so no total
   * waits for another. Absent where the cell is entered.
   */
  parts?: Address[]
}

/** One identity in one column of its table. */
export interface ColumnIdentity {
  identity: Identity
  table: TableSpec
  column: LeafColumn
  /** Addresses of the cells as printed, computed ones included, in the order of the identity. */
  left: Address[]
  right: Address[]
}

interface Index {
  cells: Cell[]
  entered: Cell[]
  byAddress: Map<Address, Cell>
  /** Entered cell → the computed cells it is part of. */
  dependents: Map<Address, Address[]>
  identities: ColumnIdentity[]
}

type Leaves<Leaf> = readonly Readonly<{ leaf: Leaf; labels: string[] }>[]
/** Of trees that were asked for: an edition never changes, and each table of it is walked hundreds of times in an import. */
const knownLeaves = new WeakMap<object, Leaves<unknown>>()

/** Leaves of a tree of rows or columns, each with the labels of the groups over it. */
export function leavesOf<Leaf extends { label: string }, Group extends { label: string }>(
  nodes: (Leaf | Group)[],
  childrenOf: (node: Leaf | Group) => (Leaf | Group)[] | undefined,
): Leaves<Leaf> {
  const under = (some: (Leaf | Group)[], over: string[]): Leaves<Leaf> =>
    some.flatMap((node) => {
      const labels = node.label ? [...over, node.label] : over
      const children = childrenOf(node)
      return children ? under(children, labels) : [{ leaf: node as Leaf, labels }]
    })
  const leaves = (knownLeaves.get(nodes) as Leaves<Leaf> | undefined) ?? under(nodes, [])
  knownLeaves.set(nodes, leaves)
  return leaves
}
export const columnsUnder = (column: Column) => ('columns' in column ? column.columns : undefined)
export const rowsUnder = (row: Row) => ('rows' in row ? row.rows : undefined)

export const addressOf = (table: TableSpec, row: LeafRow, column: LeafColumn): Address =>
  ['tables', table.key, row.path, column.path].filter(Boolean).join('.')

function buildIndex(edition: Edition): Index {
  const cells: Cell[] = []
  const identities: ColumnIdentity[] = []
  for (const section of edition.sections) {
    const { table } = section
    if (!table) continue
    for (const block of table.blocks) {
      const rows = leavesOf<LeafRow, Exclude<Row, LeafRow>>(block.rows, rowsUnder)
      const columns = leavesOf<LeafColumn, Exclude<Column, LeafColumn>>(block.columns, columnsUnder)
      const rowAt = new Map(rows.map(({ leaf }) => [leaf.path, leaf]))
      const columnAt = new Map(columns.map(({ leaf }) => [leaf.path, leaf]))
      const named = <T>(map: Map<string, T>, path: string): T => {
        const found = map.get(path)
        if (!found) throw new Error(`${table.key}: no row or column “${path}”`)
        return found
      }
      const entered = (row: LeafRow, column: LeafColumn): Address[] => {
        if (row.sum) return row.sum.flatMap((path) => entered(named(rowAt, path), column))
        if (column.sum) return column.sum.flatMap((path) => entered(row, named(columnAt, path)))
        return [addressOf(table, row, column)]
      }
      for (const { leaf: row, labels: stub } of rows)
        for (const { leaf: column, labels: head } of columns) {
          const cell: Cell = {
            address: addressOf(table, row, column),
            at: cells.length,
            section,
            table,
            block,
            row,
            column,
            stub,
            head,
            unit: column.unit ?? '件',
          }
          if (row.sum || column.sum) cell.parts = entered(row, column)
          cells.push(cell)
        }
      for (const identity of table.identities ?? []) {
        // An identity belongs to the block that has its rows.
        if (![...identity.left, ...identity.right].some((path) => rowAt.has(path))) continue
        for (const { leaf: column } of columns) {
          const side = (paths: string[]) => paths.map((path) => addressOf(table, named(rowAt, path), column))
          identities.push({ identity, table, column, left: side(identity.left), right: side(identity.right) })
        }
      }
    }
  }
  const byAddress = new Map(cells.map((cell) => [cell.address, cell]))
  const dependents = new Map<Address, Address[]>()
  for (const cell of cells)
    for (const part of cell.parts ?? []) {
      const known = dependents.get(part)
      if (known) known.push(cell.address)
      else dependents.set(part, [cell.address])
    }
  return { cells, entered: cells.filter((cell) => !cell.parts), byAddress, dependents, identities }
}

const indexes = new WeakMap<Edition, Index>()
/** Asked for thousands of times in a row, mostly of one edition. */
let last: { edition: Edition; index: Index } | undefined
/** An edition never changes while the program runs, so its index is built once. */
function indexOf(edition: Edition): Index {
  if (last?.edition === edition) return last.index
  const index = indexes.get(edition) ?? buildIndex(edition)
  indexes.set(edition, index)
  last = { edition, index }
  return index
}

/** All figures of the form in printed order, computed ones included (200 in the edition of 2021). */
export const cellsOf = (edition: Edition): Cell[] => indexOf(edition).cells

/** The cells a clerk fills, in printed order. */
export const enteredCellsOf = (edition: Edition): Cell[] => indexOf(edition).entered

export const cellAt = (edition: Edition, address: Address): Cell | undefined =>
  indexOf(edition).byAddress.get(address)

/** The computed cells that an entered cell is part of; empty for a computed cell. */
export const dependentsOf = (edition: Edition, address: Address): Address[] =>
  indexOf(edition).dependents.get(address) ?? []

/** Every identity of the form in every column, in printed order. */
export const identitiesOf = (edition: Edition): ColumnIdentity[] => indexOf(edition).identities

/** The entered cells behind an address: itself, or the parts of a total. */
export const partsOf = (edition: Edition, address: Address): Address[] =>
  cellAt(edition, address)?.parts ?? [address]
