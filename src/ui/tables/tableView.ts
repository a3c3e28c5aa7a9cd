import { type CellBlock, cellsInBlock } from '../../format/block'
import { cellAt, enteredCellsOf } from '../../format/cells'
import type { Address, Edition, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import type { EditStep } from '../../report/history'
import { textAt } from '../../report/report'
import type { ReportSession } from '../form/session'
import { createObservable, type Observable } from '../parts/observable'

/** What a total or an identity is made of, while it is looked at. */
export interface Explained {
  /** Of a computed cell. */
  address?: Address
  /** Of an identity in one column. */
  identity?: string
  /** The cells to outline. */
  parts: Address[]
}

/** What has just been done to many cells at once, in one line with its way back. */
export interface Said {
  words: string
  /** The step of the history that it was; absent where nothing has changed. */
  step?: EditStep
  /** What was not written, and why. */
  doubtful?: { text: string; why: string }[]
}

/** Everything about the table on screen that is no value of the report. It ends with the section. */
export interface TableView {
  table: TableSpec
  /** The row or column whose 口径 is open. */
  hint: Observable<LeafRow | LeafColumn | null>
  block: Observable<CellBlock | null>
  explained: Observable<Explained | null>
  said: Observable<Said | null>
  /** The cell that had the focus last: what 本行 and 本列 mean for a button. */
  last: Observable<Address | null>
}

export const createTableView = (table: TableSpec): TableView => ({
  table,
  hint: createObservable<LeafRow | LeafColumn | null>(null),
  block: createObservable<CellBlock | null>(null),
  explained: createObservable<Explained | null>(null),
  said: createObservable<Said | null>(null),
  last: createObservable<Address | null>(null),
})

/** The addresses of a block with at least two cells; empty otherwise: one cell is the input's own business. */
export function selectedCells({ table, block }: TableView): Address[] {
  const chosen = block.get()
  const cells = chosen ? cellsInBlock(table, chosen).flat() : []
  return cells.length > 1 ? cells : []
}

export type FillRange = 'row' | 'column' | 'table'

/** The blank cells that 其余填 0 would fill. One whose figure waits for the clerk's word is none. */
export function blanksIn(
  session: Pick<ReportSession, 'edition' | 'entries' | 'report' | 'asked'>,
  table: TableSpec,
  range: FillRange,
  at: Address | null,
): Address[] {
  const from = at === null ? undefined : cellAt(session.edition, at)
  if (range !== 'table' && !from) return []
  const entries = session.asked.get()?.to(session.report()).entries ?? session.entries()
  return cellsOfTable(session.edition, table)
    .filter(
      ({ row, column, block }) =>
        range === 'table' ||
        (range === 'row' ? row === from?.row : column.path === from?.column.path && block === from?.block),
    )
    .map(({ address }) => address)
    .filter((address) => textAt(entries, address).trim() === '')
}

const cellsOfTable = (edition: Edition, table: TableSpec) =>
  enteredCellsOf(edition).filter((cell) => cell.table === table)
