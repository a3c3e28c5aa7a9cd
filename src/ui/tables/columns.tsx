import { type ColumnDef, metaHelper, tableFeatures } from '@tanstack/react-table'
import type { BlockLayout, SpanCell } from '../../format/layout'
import type { Column, LeafColumn, LeafRow, TableSpec } from '../../format/types'

export type BodyRow = BlockLayout['body'][number]

/** How a head is drawn: the merged cell of the layout, and the line of heads that it begins in. */
export interface HeadCell extends SpanCell<LeafColumn> {
  level: number
}

/** No feature is enabled: rows and columns of a statutory form are fixed. */
export const features = tableFeatures({ columnMeta: metaHelper<HeadCell>() })

/** The one column that stands for all columns of row labels. */
export const STUB = 'stub'

/** The element that ties the inputs of one row together. */
export const rowFormId = (table: TableSpec, row: LeafRow) => `row.${table.key}.${row.path}`
/** The head of a column, which is tinted while one of its cells has the focus. */
export const headId = (table: TableSpec, path: string) => `head.${table.key}.${path}`
/** The label cell of a row: margin notes stand level with it. */
export const stubId = (table: TableSpec, row: Pick<LeafRow, 'path'>) => `stub.${table.key}.${row.path}`

/**
 * One block of a statutory table as column definitions; ids are the column paths, groups are the merged heads. How far a
 * head reaches comes from the layout that paper, files and keys use too.
 */
export function columnsOf(
  { block, head }: BlockLayout,
  stubColumns: number,
): ColumnDef<typeof features, BodyRow>[] {
  // Each line of the layout has its heads in the order of the columns.
  const lines = head.map((line, level) => line.map((cell) => ({ ...cell, level })))
  const toDef = (column: Column, at: number, level: number): ColumnDef<typeof features, BodyRow> => {
    const meta = lines[level]?.shift()
    return 'columns' in column
      ? {
          id: `${column.label}.${at}`,
          meta,
          columns: column.columns.map((child, place) => toDef(child, place, level + 1)),
        }
      : { id: column.path, meta }
  }
  const corner = stubColumns ? [{ id: STUB, meta: lines[0]?.shift() }] : []
  return [...corner, ...block.columns.map((column, at) => toDef(column, at, 0))]
}
