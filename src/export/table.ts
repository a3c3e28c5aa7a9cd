import { addressOf, rowsUnder } from '../format/cells'
import { type BlockLayout, layoutOf } from '../format/layout'
import type { Address, TableSpec } from '../format/types'

export interface DocumentTable {
  kind: 'table'
  key: string
  /** 表三 收到和处理政府信息公开申请情况 */
  caption: string
  /** Grid columns, the first `stubColumns` of them hold row labels. */
  columns: number
  stubColumns: number
  /** Per cent of the width, one for each grid column. */
  widths: number[]
  fit: Fit
  /** Text in cells, as in attachments, instead of figures under official heads. */
  plain?: boolean
  /** A plain table of many short lines, set close. */
  dense?: boolean
  rows: DocumentRow[]
}
/**
 * How long figures fit into narrow columns without being broken: seven digits, nine and twelve are set smaller; what is
 * longer (only a slip can be) is broken, so that nothing is cut off.
 */
export type Fit = 'normal' | 'seven' | 'nine' | 'twelve' | 'broken'

export interface DocumentRow {
  /** Repeated where the table continues on another page. */
  head: boolean
  /** What its cells say there instead, on paper. */
  again?: string[]
  /** At least so high, mm. */
  height?: number
  /** Rows of one block belong together (第二十条第（一）项 and what stands under it). */
  block: number
  cells: DocumentCell[]
}
export interface DocumentCell {
  role: 'caption' | 'corner' | 'columnHead' | 'rowHead' | 'figure' | 'text'
  text: string
  /** Grid column the cell starts in. */
  start: number
  colSpan: number
  rowSpan: number
  /** Figures only. */
  address?: Address
  /** Computed figures: the figures as printed that this one adds up. */
  sum?: Address[]
  /** What a workbook computes the figure by, where that is not `sum`. */
  formula?: string
  /** A merged head or stub that names no single row or column. */
  group?: boolean
}

/** Widths that let the longest official labels of 2021 fit on A4; the figures share what is left. */
const STUB_WIDTHS: Record<number, number[]> = { 0: [], 1: [34], 2: [10, 40], 3: [4.6, 9.65, 40.6] }
/** Long figures take a little of the last label column. */
const GIVEN_TO_FIGURES = 5.2
/** Columns below this are narrow, in per cent. */
const NARROW = 12

/** A statutory table as it is printed. */
export function tableOf(
  table: TableSpec,
  caption: string,
  figure: (address: Address) => string,
): DocumentTable {
  const { columns, stubColumns, blocks } = layoutOf(table)
  const rows = blocks.flatMap((block, index) => rowsOf(table, block, index, columns, blocks.length, figure))
  const stubs = STUB_WIDTHS[stubColumns] ?? Array.from({ length: stubColumns }, () => 50 / stubColumns)
  const shared = (given: number) =>
    stubs.reduce((sum, width) => sum - width, 100 + given) / (columns - stubColumns)
  const fit = shared(0) < NARROW ? fitOf(rows) : 'normal'
  const given = fit === 'normal' || stubs.length === 0 ? 0 : GIVEN_TO_FIGURES
  const widths = stubs.map((width, index) => (index === stubs.length - 1 ? width - given : width))
  while (widths.length < columns) widths.push(Number(shared(given).toFixed(3)))
  return { kind: 'table', key: table.key, caption, columns, stubColumns, widths, fit, rows }
}

function fitOf(rows: DocumentRow[]): Fit {
  const widest = Math.max(
    0,
    ...rows.flatMap(({ cells }) => cells.map((cell) => (cell.role === 'figure' ? halfWidths(cell.text) : 0))),
  )
  return widest > 12
    ? 'broken'
    : widest > 9
      ? 'twelve'
      : widest > 7
        ? 'nine'
        : widest > 5
          ? 'seven'
          : 'normal'
}

/** Printed width in half-width characters. */
const halfWidths = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u0020-\u00ff]/.test(character) ? 1 : 2), 0)

function rowsOf(
  table: TableSpec,
  { block, head, body }: BlockLayout,
  index: number,
  columns: number,
  blocks: number,
  figure: (address: Address) => string,
): DocumentRow[] {
  // Only a table of one block has a head that holds for all of it.
  const repeated = blocks === 1
  const caption: DocumentCell[] = block.caption
    ? [{ role: 'caption', text: block.caption, start: 0, colSpan: columns, rowSpan: 1 }]
    : []
  const isCorner = (level: number, position: number) => level === 0 && position === 0 && hasStubs(block.rows)
  return [
    ...(caption.length ? [{ head: repeated, block: index, cells: caption }] : []),
    ...head.map((cells, level) => ({
      head: repeated,
      block: index,
      cells: cells.map(({ label, start, colSpan, rowSpan, leaf }, position): DocumentCell => {
        const role = isCorner(level, position) ? 'corner' : 'columnHead'
        return { role, text: label, start, colSpan, rowSpan, group: !leaf && role === 'columnHead' }
      }),
    })),
    ...body.map(({ row, stubs, cells }) => ({
      head: false,
      block: index,
      cells: [
        ...stubs.map(({ label, start, colSpan, rowSpan, leaf }): DocumentCell => {
          return { role: 'rowHead', text: label, start, colSpan, rowSpan, group: !leaf }
        }),
        ...cells.map(({ column, start, colSpan }): DocumentCell => {
          const address = addressOf(table, row, column)
          const sum = row.sum
            ? row.sum.map((path) => addressOf(table, { ...row, path }, column))
            : column.sum?.map((path) => addressOf(table, row, { ...column, path }))
          return { role: 'figure', text: figure(address), start, colSpan, rowSpan: 1, address, sum }
        }),
      ],
    })),
  ]
}

const hasStubs = (rows: TableSpec['blocks'][number]['rows']): boolean =>
  rows.some((row) => row.label !== '' || rowsUnder(row) !== undefined)

/**
 * The rows `from` to `to` (not included) of a table as a table of its own: merged cells that reach over the cut stand in
 * both parts, and a head that holds for the whole table is repeated.
 */
export function tableRows(table: DocumentTable, from: number, to: number): DocumentTable {
  const heads = from === 0 ? [] : table.rows.filter((row) => row.head).map(repeatedHead)
  const rows = table.rows.slice(from, to).map((row, offset) => {
    const at = from + offset
    const carried =
      offset === 0
        ? table.rows
            .slice(0, from)
            .flatMap(({ cells }, index) =>
              cells.flatMap((cell) =>
                index + cell.rowSpan > from ? [{ ...cell, rowSpan: index + cell.rowSpan - from }] : [],
              ),
            )
        : []
    const cells = [...carried, ...row.cells]
      .map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, to - at) }))
      .sort((a, b) => a.start - b.start)
    return { ...row, cells }
  })
  return { ...table, rows: [...heads, ...rows] }
}

const repeatedHead = ({ again = [], ...row }: DocumentRow): DocumentRow => ({
  ...row,
  cells: row.cells.map((cell, index) => ({ ...cell, text: again[index] ?? cell.text })),
})

/** A table of texts under one row of heads, or under none; `widths` in per cent, `heights` of the rows in mm. */
export const plainTable = (
  key: string,
  caption: string,
  widths: number[],
  heads: string[],
  rows: string[][],
  heights: number[] = [],
): DocumentTable => {
  const cellsOf = (texts: string[], role: DocumentCell['role']): DocumentCell[] =>
    texts.map((text, start) => ({ role, text, start, colSpan: 1, rowSpan: 1 }))
  return {
    kind: 'table',
    key,
    caption,
    columns: widths.length,
    stubColumns: 1,
    widths,
    fit: 'normal',
    plain: true,
    rows: [
      ...(heads.length ? [{ head: true, block: 0, cells: cellsOf(heads, 'columnHead') }] : []),
      ...rows.map((texts, index) => ({
        head: false,
        block: 0,
        cells: cellsOf(texts, 'text'),
        ...(heights[index] !== undefined && { height: heights[index] }),
      })),
    ],
  }
}
