import type { Block, Column, Edition, LeafColumn, LeafRow, Row, TableSpec } from '../../format/types'

/** Entered cells and totals by address. */
export type Figures = Record<string, number>

export interface FormCell {
  address: string
  row: LeafRow
  column: LeafColumn
  entered: boolean
}
export interface FormTable {
  spec: TableSpec
  cells: FormCell[]
  rows: LeafRow[]
  columns: LeafColumn[]
}

/** A list that is asked for again and again is walked once. */
function once<Of extends object, Out>(walk: (of: Of) => Out): (of: Of) => Out {
  const known = new WeakMap<Of, Out>()
  return (of) => {
    let out = known.get(of)
    if (out === undefined) {
      out = walk(of)
      known.set(of, out)
    }
    return out
  }
}

export const columnLeaves: (nodes: Column[]) => LeafColumn[] = once((nodes: Column[]) =>
  nodes.flatMap((node) => ('columns' in node ? columnLeaves(node.columns) : [node])),
)
export const rowLeaves: (nodes: Row[]) => LeafRow[] = once((nodes: Row[]) =>
  nodes.flatMap((node) => ('rows' in node ? rowLeaves(node.rows) : [node])),
)

export const addressIn = (table: TableSpec, row: LeafRow, column: LeafColumn): string =>
  ['tables', table.key, row.path, column.path].filter(Boolean).join('.')

/** Its own walk over the edition, so that a fault of the project's walk cannot hide itself. */
export const formOf: (edition: Edition) => { tables: FormTable[] } = once((edition: Edition) => {
  const tables = edition.sections.flatMap(({ table }) => (table ? [table] : []))
  return {
    tables: tables.map((spec) => {
      const cells = spec.blocks.flatMap((block) =>
        rowLeaves(block.rows).flatMap((row) =>
          columnLeaves(block.columns).map((column) => ({
            address: addressIn(spec, row, column),
            row,
            column,
            entered: !row.sum && !column.sum,
          })),
        ),
      )
      return {
        spec,
        cells,
        rows: spec.blocks.flatMap((block) => rowLeaves(block.rows)),
        columns: spec.blocks.flatMap((block) => columnLeaves(block.columns)),
      }
    }),
  }
})

const sumIn = (spec: TableSpec, block: Block, row: LeafRow, column: LeafColumn, of: Figures): number => {
  const rows = rowLeaves(block.rows)
  const columns = columnLeaves(block.columns)
  const add = <T extends { path: string }>(paths: string[], among: T[], value: (one: T) => number) =>
    paths.reduce((sum, path) => {
      const part = among.find((one) => one.path === path)
      return part ? sum + value(part) : sum
    }, 0)
  if (row.sum) return add(row.sum, rows, (part) => sumIn(spec, block, part, column, of))
  if (column.sum) return add(column.sum, columns, (part) => sumIn(spec, block, row, part, of))
  return of[addressIn(spec, row, column)] ?? 0
}

/** The same entered figures with every total computed anew. */
export function withTotals(edition: Edition, figures: Figures): Figures {
  const out: Figures = {}
  for (const { spec } of formOf(edition).tables)
    for (const block of spec.blocks)
      for (const row of rowLeaves(block.rows))
        for (const column of columnLeaves(block.columns))
          out[addressIn(spec, row, column)] = sumIn(spec, block, row, column, figures)
  return out
}
