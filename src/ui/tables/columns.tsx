import { type ColumnDef, tableFeatures } from '@tanstack/react-table'
import { addressOf, cellAt } from '../../format/cells'
import type { BlockLayout } from '../../format/layout'
import { nameOf } from '../../format/names'
import type { Column, Edition, LeafRow, TableSpec } from '../../format/types'
import { CellInput } from './CellInput'
import { TotalOutput } from './TotalOutput'

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

/** One block of a statutory table as column definitions; ids are the column paths, groups are the merged heads. */
export function columnsOf(
  edition: Edition,
  table: TableSpec,
  layout: BlockLayout,
  stubColumns: number,
): ColumnDef<typeof features, BodyRow>[] {
  const toDef = (column: Column, at: number): ColumnDef<typeof features, BodyRow> =>
    'columns' in column
      ? { id: `${column.label}.${at}`, header: column.label, columns: column.columns.map(toDef) }
      : {
          id: column.path,
          header: column.label,
          cell: ({ row }) => {
            const address = addressOf(table, row.original.row, column)
            const name = nameOf(edition, address)
            return cellAt(edition, address)?.parts ? (
              <TotalOutput address={address} name={name} />
            ) : (
              <CellInput address={address} name={name} form={rowFormId(table, row.original.row)} />
            )
          },
        }
  const stub = stubColumns ? [{ id: STUB, header: layout.block.corner ?? '' }] : []
  return [...stub, ...layout.block.columns.map(toDef)]
}
