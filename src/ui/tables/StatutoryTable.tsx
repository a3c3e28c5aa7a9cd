import { useTable } from '@tanstack/react-table'
import { type HTMLAttributes, memo, useMemo } from 'react'
import { addressOf, cellAt } from '../../format/cells'
import { type BlockLayout, layoutOf, type SpanCell, type TableLayout } from '../../format/layout'
import { nameOf } from '../../format/names'
import type { Edition, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import { useShowLast } from '../form/LastYearSwitch'
import { useSession } from '../form/session'
import { breakable } from '../parts/breakable'
import { useObservable } from '../parts/observable'
import { cellInput } from './CellInput'
import { type BodyRow, columnsOf, features, headId, rowFormId, STUB, stubId } from './columns'
import { IdentityLines } from './IdentityLine'
import { LastOf } from './LastOf'
import { type CellMark, useRowMarks } from './marks'
import styles from './StatutoryTable.module.css'
import { TotalOutput } from './TotalOutput'
import type { TableView } from './tableView'

interface Shared {
  edition: Edition
  table: TableSpec
  hint: TableView['hint']
}
type Events = HTMLAttributes<HTMLTableElement>

/** One statutory table, drawn as the printed form has it. What changes while typing is drawn by its cells themselves. */
export const StatutoryTable = memo(function StatutoryTable({
  events,
  ...shared
}: Shared & { events: Events }) {
  const { edition, table } = shared
  const layout = useMemo(() => layoutOf(table), [table])
  const { columns, stubColumns, blocks } = layout
  return (
    <>
      <table {...events} className={styles.table} data-stubs={stubColumns} aria-label={table.name}>
        <colgroup>
          {Array.from({ length: columns }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a form are fixed
            <col key={at} data-col={at < stubColumns ? `stub${at}` : 'figure'} />
          ))}
        </colgroup>
        {blocks.map((block) => (
          <Block
            key={block.block.caption ?? table.key}
            {...shared}
            table={table}
            layout={layout}
            block={block}
          />
        ))}
        <IdentityLines edition={edition} table={table} stubColumns={stubColumns} />
      </table>
      {/* One form per row: on each input the browser's autofill looks through the fields that belong together, 6 instead of 144. */}
      {blocks.flatMap(({ body }) =>
        body.map(({ row }) => (
          <form key={row.path} id={rowFormId(table, row)} onSubmit={(event) => event.preventDefault()} />
        )),
      )}
    </>
  )
})

/** Heads and rows of one block. A table of one block has a head of its own, the blocks of table 2 follow one another. */
function Block({
  edition,
  table: spec,
  hint,
  layout: { columns: width, stubColumns, blocks },
  block,
}: Shared & { layout: TableLayout; block: BlockLayout }) {
  const columns = useMemo(() => columnsOf(block, stubColumns), [block, stubColumns])
  const table = useTable({ features, columns, data: block.body, getRowId: ({ row }) => row.path || 'row' })

  // A head that covers several lines stands in the first of them.
  const heads = table.getHeaderGroups().map((group) => (
    <tr key={group.id} className={styles.headRow}>
      {group.headers.map(({ id: key, column: { id, columnDef } }) => {
        const cell = columnDef.meta
        if (cell?.level !== group.depth) return null
        const { leaf } = cell
        const isCorner = id === STUB
        return (
          <th
            key={key}
            id={leaf ? headId(spec, id) : undefined}
            scope={leaf || isCorner ? 'col' : 'colgroup'}
            rowSpan={cell.rowSpan}
            colSpan={cell.colSpan}
            className={isCorner ? styles.corner : undefined}
            data-total={leaf?.sum ? '' : undefined}
          >
            <Label label={cell.label} of={leaf} hint={hint} />
          </th>
        )
      })}
    </tr>
  ))
  const rows = table
    .getRowModel()
    .rows.map((row) => <Line key={row.id} edition={edition} table={spec} line={row.original} hint={hint} />)
  if (blocks.length === 1)
    return (
      <>
        <thead>{heads}</thead>
        <tbody>{rows}</tbody>
      </>
    )
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={width} className={styles.caption}>
          {block.block.caption}
        </th>
      </tr>
      {heads}
      {rows}
    </tbody>
  )
}

/** A line in the form stands above each group and each row outside the groups. */
const beginsGroup = ({ stubs }: BodyRow) =>
  stubs.some((stub) => stub.rowSpan > 1) || stubs[0]?.start === 0 ? styles.begins : undefined

/** One printed row. It draws again only when a mark on one of its cells appears or goes, or its 口径 is opened. */
const Line = memo(function Line({ edition, table, line, hint }: Shared & { line: BodyRow }) {
  const session = useSession()
  const { row, stubs, cells } = line
  const addresses = cells.map(({ column }) => addressOf(table, row, column))
  const marks = useRowMarks(addresses)
  const last = useShowLast()
  const form = rowFormId(table, row)
  return (
    <tr
      data-sum={row.sum ? '' : undefined}
      data-group={stubs.some(({ leaf }) => !leaf) ? '' : undefined}
      className={beginsGroup(line)}
    >
      {stubs.map((stub) => (
        <Stub key={stub.start} table={table} cell={stub} hint={hint} />
      ))}
      {addresses.map((address, at) => {
        const { column, colSpan } = cells[at] ?? {}
        const computed = cellAt(edition, address)?.parts !== undefined
        const name = nameOf(edition, address)
        const mark = marks[at] ?? NO_MARK
        return (
          <td
            key={address}
            colSpan={colSpan}
            data-computed={computed ? '' : undefined}
            data-last={last ? '' : undefined}
            data-edge={column?.sum ? '' : undefined}
          >
            {computed ? (
              <TotalOutput address={address} name={name} {...mark} />
            ) : (
              cellInput(session, address, name, form, mark)
            )}
            {last && <LastOf address={address} />}
          </td>
        )
      })}
    </tr>
  )
})
const NO_MARK: CellMark = {}

function Stub({
  table,
  cell,
  hint,
}: Pick<Shared, 'table' | 'hint'> & {
  cell: SpanCell<LeafRow>
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
    <th
      scope="row"
      id={stubId(table, row)}
      colSpan={cell.colSpan}
      className={styles.label}
      data-start={cell.start}
    >
      <Label label={cell.label} of={row} hint={hint} />
    </th>
  )
}

/** The label of a row or column; where it has a 口径, the whole label is the button that opens it. */
function Label({ label, of, hint }: Pick<Shared, 'hint'> & { label: string; of?: LeafRow | LeafColumn }) {
  const open = useObservable(hint) === of
  if (!of?.hint) return <span className={styles.plain}>{breakable(label)}</span>
  return (
    <button
      type="button"
      className={styles.hint}
      aria-expanded={open}
      aria-label={`${label}，填报口径`}
      title="填报口径"
      onClick={() => hint.set(open ? null : of)}
    >
      <span>{breakable(label)}</span>
    </button>
  )
}
