import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table'
import { memo, useMemo } from 'react'
import { addressOf, cellAt } from '../../format/cells'
import { type BlockLayout, layoutOf, type SpanCell } from '../../format/layout'
import { nameOf } from '../../format/names'
import type { Column, Edition, LeafRow, TableSpec } from '../../format/types'
import { CellInput } from './CellInput'
import { IdentityLines } from './IdentityLine'
import styles from './StatutoryTable.module.css'
import { TotalOutput } from './TotalOutput'

type BodyRow = BlockLayout['body'][number]

/** No feature is enabled: rows and columns of a statutory form are fixed. */
const features = tableFeatures({})
const STUB = 'stub'

/** The element that ties the inputs of one row together. */
export const rowFormId = (table: TableSpec, row: LeafRow) => `row.${table.key}.${row.path}`
export const headId = (table: TableSpec, path: string) => `head.${table.key}.${path}`
/** The label cell of a row: margin notes stand level with it. */
export const stubId = (table: TableSpec, row: LeafRow) => `stub.${table.key}.${row.path}`

function columnDefs(
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
  const stub: ColumnDef<typeof features, BodyRow>[] = stubColumns
    ? [{ id: STUB, header: layout.block.corner ?? '' }]
    : []
  return [...stub, ...layout.block.columns.map(toDef)]
}

interface BlockProps {
  edition: Edition
  table: TableSpec
  layout: BlockLayout
  columns: number
  stubColumns: number
  openHint: string | null
  onHint(row: LeafRow): void
}

function useBlock({
  edition,
  table: spec,
  layout,
  stubColumns,
}: Pick<BlockProps, 'edition' | 'table' | 'layout' | 'stubColumns'>) {
  const columns = useMemo(
    () => columnDefs(edition, spec, layout, stubColumns),
    [edition, spec, layout, stubColumns],
  )
  return useTable({ features, columns, data: layout.body, getRowId: (row) => row.row.path || 'row' })
}

/** Merged heads as the form has them: a head over placeholders spans them down, a span of 0 means that another head covers the place. */
function HeadRows({
  table,
  spec,
  layout,
  stubColumns,
}: {
  table: ReturnType<typeof useBlock>
  spec: TableSpec
  layout: BlockLayout
  stubColumns: number
}) {
  const spans = new Map(layout.head.flat().map((cell) => [cell.leaf?.path, cell.colSpan]))
  return table.getHeaderGroups().map((group) => (
    <tr key={group.id} className={styles.headRow}>
      {group.headers.map((header) => {
        if (header.rowSpan === 0) return null
        const { id, columnDef } = header.column
        const corner = id === STUB
        const leaf = spans.has(id)
        return (
          <th
            key={header.id}
            id={leaf ? headId(spec, id) : undefined}
            scope={leaf ? 'col' : 'colgroup'}
            rowSpan={header.rowSpan}
            colSpan={corner ? stubColumns : (spans.get(id) ?? header.colSpan)}
            className={corner ? styles.corner : undefined}
            data-total={
              leaf && 'sum' in (layout.head.flat().find((cell) => cell.leaf?.path === id)?.leaf ?? {})
                ? ''
                : undefined
            }
          >
            {String(columnDef.header)}
          </th>
        )
      })}
    </tr>
  ))
}

function Stub({
  table,
  cell,
  open,
  onHint,
}: {
  table: TableSpec
  cell: SpanCell<LeafRow>
  open: boolean
  onHint(row: LeafRow): void
}) {
  const { leaf: row } = cell
  if (!row)
    return (
      <th
        scope="rowgroup"
        rowSpan={cell.rowSpan}
        colSpan={cell.colSpan}
        className={styles.group}
        data-level={cell.start}
      >
        <span>{cell.label}</span>
      </th>
    )
  return (
    <th scope="row" id={stubId(table, row)} colSpan={cell.colSpan} className={styles.label}>
      {row.hint ? (
        <button
          type="button"
          data-row={row.path}
          aria-expanded={open}
          aria-label={`${cell.label}，填报口径`}
          title="填报口径"
          onClick={() => onHint(row)}
        >
          {cell.label}
        </button>
      ) : (
        cell.label
      )}
    </th>
  )
}

/** Renders once: what changes while typing is drawn by the cells themselves. */
const BodyRows = memo(function BodyRows({
  edition,
  table: spec,
  layout,
  stubColumns,
  openHint,
  onHint,
}: Omit<BlockProps, 'columns'>) {
  const table = useBlock({ edition, table: spec, layout, stubColumns })
  return table.getRowModel().rows.map((row) => {
    const { stubs, cells, row: leaf } = row.original
    return (
      <tr
        key={row.id}
        data-sum={leaf.sum ? '' : undefined}
        className={
          stubs.some((stub) => stub.rowSpan > 1) || stubs[0]?.start === 0 ? styles.begins : undefined
        }
      >
        {stubs.map((stub) => (
          <Stub
            key={stub.start}
            table={spec}
            cell={stub}
            open={openHint === stub.leaf?.path}
            onHint={onHint}
          />
        ))}
        {row
          .getAllCells()
          .filter((cell) => cell.column.id !== STUB)
          .map((cell, at) => {
            const render = cell.column.columnDef.cell
            return (
              <td
                key={cell.id}
                colSpan={cells[at]?.colSpan}
                data-computed={
                  cellAt(edition, addressOf(spec, leaf, cells[at]!.column))?.parts ? '' : undefined
                }
              >
                {typeof render === 'function' ? render(cell.getContext()) : null}
              </td>
            )
          })}
      </tr>
    )
  })
})

/** One statutory table, drawn as the printed form has it. */
export function StatutoryTable({
  edition,
  table,
  openHint,
  onHint,
}: {
  edition: Edition
  table: TableSpec
  openHint: string | null
  onHint(row: LeafRow): void
}) {
  const layout = useMemo(() => layoutOf(table), [table])
  const shared = { edition, table, stubColumns: layout.stubColumns, openHint, onHint }
  const [only] = layout.blocks
  return (
    <>
      <table
        className={styles.table}
        data-table={table.key}
        data-columns={layout.columns}
        aria-label={table.name}
      >
        <colgroup>
          {Array.from({ length: layout.columns }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a form are fixed
            <col key={at} data-col={at < layout.stubColumns ? `stub${at}` : 'figure'} />
          ))}
        </colgroup>
        {layout.blocks.length === 1 && only ? (
          <>
            <thead>
              <Head {...shared} layout={only} />
            </thead>
            <tbody>
              <BodyRows {...shared} layout={only} />
            </tbody>
          </>
        ) : (
          layout.blocks.map((block) => (
            <tbody key={block.block.caption}>
              <tr>
                <th scope="rowgroup" colSpan={layout.columns} className={styles.caption}>
                  {block.block.caption}
                </th>
              </tr>
              <Head {...shared} layout={block} />
              <BodyRows {...shared} layout={block} />
            </tbody>
          ))
        )}
        <IdentityLines edition={edition} table={table} stubColumns={layout.stubColumns} />
      </table>
      {/* One form per row: on each input the browser's autofill looks through the fields that belong together, 6 instead of 144. */}
      {layout.blocks.flatMap((block) =>
        block.body.map(({ row }) => (
          <form key={row.path} id={rowFormId(table, row)} onSubmit={(event) => event.preventDefault()} />
        )),
      )}
    </>
  )
}

const Head = memo(function Head({ edition, table: spec, layout, stubColumns }: Omit<BlockProps, 'columns'>) {
  const table = useBlock({ edition, table: spec, layout, stubColumns })
  return <HeadRows table={table} spec={spec} layout={layout} stubColumns={stubColumns} />
})
