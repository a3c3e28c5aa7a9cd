import { type ColumnDef, tableFeatures } from '@tanstack/react-table'
import type { BlockLayout } from '../../format/layout'
import type { Column, LeafRow, TableSpec } from '../../format/types'

export type BodyRow = BlockLayout['body'][number]

/** No feature is enabled: rows and columns of a statutory form are fixed. */
export const features = tableFeatures({})

/** The one column that stands for all columns of row labels. */
export const STUB = 'stub'

/** The element that ties the inputs of one row together. */
export const rowFormId = (table: TableSpec, row: LeafRow) => `row.${table.key}.${row.path}`
/** The head of a column, which is tinted while one of its cells has the focus. */
export const headId = (table: TableSpec, path: string) => `head.${table.key}.${path}`
/** The label cell of a row: margin notes stand level with it. */
export const stubId = (table: TableSpec, row: Pick<LeafRow, 'path'>) => `stub.${table.key}.${row.path}`

/**
 * One block of a statutory table as column definitions; ids are the column paths, groups are the merged heads. The cells
 * are drawn row by row, from the layout that paper and files use too.
 */
export function columnsOf(layout: BlockLayout, stubColumns: number): ColumnDef<typeof features, BodyRow>[] {
  const toDef = (column: Column, at: number): ColumnDef<typeof features, BodyRow> =>
    'columns' in column
      ? { id: `${column.label}.${at}`, header: column.label, columns: column.columns.map(toDef) }
      : { id: column.path, header: column.label }
  const stub = stubColumns ? [{ id: STUB, header: layout.block.corner ?? '' }] : []
  return [...stub, ...layout.block.columns.map(toDef)]
}
