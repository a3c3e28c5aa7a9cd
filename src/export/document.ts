import { cellAt, rowsUnder } from '../format/cells'
import { type BlockLayout, layoutOf } from '../format/layout'
import { sectionLabel } from '../format/names'
import type { Address, Edition, TableSpec } from '../format/types'
import { yearOf } from '../report/deadline'
import { type Entries, type Report, textAt, valuesOf } from '../report/report'
import { totalOf, totalText } from '../report/totals'
import { printedCell } from '../report/value'

/** What is printed, built once from report and edition; paper, Word, web page and Excel only lay it out. */
export interface ReportDocument {
  /** The title as printed: organ, then year and name of the document. */
  titleLines: string[]
  organ: string
  year: string
  /** Every page carries the mark 草稿. */
  draft: boolean
  parts: DocumentPart[]
}

export type DocumentPart = DocumentHeading | DocumentParagraph | DocumentTable

/** Level 1 is 一、总体情况, level 2 （一）主动公开情况. */
export interface DocumentHeading {
  kind: 'heading'
  level: 1 | 2
  text: string
}
export interface DocumentParagraph {
  kind: 'paragraph'
  text: string
  /** The field it is a paragraph of. */
  address: Address
  /** A line of its own that reads as a heading of level 2, as clerks type it inside a longer text. */
  subheading: boolean
}
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
  rows: DocumentRow[]
}
/**
 * How long figures fit into narrow columns without being broken: seven digits and nine are set smaller; what is longer
 * (only a slip can be) is broken, so that nothing is cut off.
 */
export type Fit = 'normal' | 'seven' | 'nine' | 'broken'

export interface DocumentRow {
  /** Repeated where the table continues on another page. */
  head: boolean
  /** Rows of one block belong together (第二十条第（一）项 and what stands under it). */
  block: number
  cells: DocumentCell[]
}
export interface DocumentCell {
  role: 'caption' | 'corner' | 'columnHead' | 'rowHead' | 'figure'
  text: string
  /** Grid column the cell starts in. */
  start: number
  colSpan: number
  rowSpan: number
  /** Figures only. */
  address?: Address
  /** A merged head or stub that names no single row or column. */
  group?: boolean
}

/** Stands in the title until organ or year are known. */
const OPEN = '＿＿＿＿'

/** A line like （一）主要问题: numbered, short, without a closing mark. */
const SUBHEADING = /^（[一二三四五六七八九十]+）[^。；！？]{1,30}$/

/** Widths that let the longest official labels of 2021 fit on A4; the figures share what is left. */
const STUB_WIDTHS: Record<number, number[]> = { 0: [], 1: [34], 2: [10, 40], 3: [4.6, 9.65, 40.6] }
/** Long figures take a little of the last label column. */
const GIVEN_TO_FIGURES = 5.2
/** Columns below this are narrow, in per cent. */
const NARROW = 12

/**
 * The document of a report. Figures print as entered after reading, a total with a missing part as “—” (as nothing where
 * none of its parts is filled in, so that an empty form can be filled by hand). Pure; any report gives a document.
 */
export function documentOf(report: Report, edition: Edition, draft: boolean): ReportDocument {
  const { entries } = report
  const organ = textAt(entries, 'organ.name').trim()
  const year = String(yearOf(entries) ?? textAt(entries, 'year').trim())
  const figure = figureReader(edition, entries)
  const parts: DocumentPart[] = []
  const addText = (address: Address) => {
    for (const text of paragraphsOf(textAt(entries, address)))
      parts.push({ kind: 'paragraph', text, address, subheading: SUBHEADING.test(text) })
  }
  for (const section of edition.sections)
    for (const text of section.texts ?? []) if (text.beforeSections) addText(text.address)
  for (const section of edition.sections) {
    parts.push({ kind: 'heading', level: 1, text: sectionLabel(section) })
    for (const text of section.texts ?? []) {
      if (text.beforeSections) continue
      if (text.heading) parts.push({ kind: 'heading', level: 2, text: text.heading })
      addText(text.address)
    }
    if (section.table) parts.push(tableOf(section.table, `${section.table.name} ${section.heading}`, figure))
  }
  return { titleLines: titleLines(edition.title, organ, year), organ, year, draft, parts }
}

/** The title as the form has it, the organ on a line of its own. */
const titleLines = (title: string, organ: string, year: string): string[] =>
  title
    .replace('{organ}', '{organ}\n')
    .replace('{organ}', organ || OPEN)
    .replace('{year}', year || OPEN)
    .split('\n')
    .filter(Boolean)

/** The paragraphs of a typed text: every line break begins one, blank lines and indents typed with spaces go. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The printed text of every figure, entered or computed. */
export function figureReader(edition: Edition, entries: Entries): (address: Address) => string {
  const value = valuesOf(edition, entries)
  const open = (address: Address) => value(address).kind === 'blank'
  return (address) => {
    const cell = cellAt(edition, address)
    if (!cell?.parts) return printedCell(textAt(entries, address), cell?.unit ?? '件')
    return cell.parts.every(open) ? '' : totalText(edition, address, totalOf(edition, address, value))
  }
}

function tableOf(table: TableSpec, caption: string, figure: (address: Address) => string): DocumentTable {
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
  return widest > 9 ? 'broken' : widest > 7 ? 'nine' : widest > 5 ? 'seven' : 'normal'
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
          const address = ['tables', table.key, row.path, column.path].filter(Boolean).join('.')
          return { role: 'figure', text: figure(address), start, colSpan, rowSpan: 1, address }
        }),
      ],
    })),
  ]
}

const hasStubs = (rows: TableSpec['blocks'][number]['rows']): boolean =>
  rows.some((row) => row.label !== '' || rowsUnder(row) !== undefined)

/** All figures of the document in printed order, each with its address. */
export const figuresOf = (document: ReportDocument): { address: Address; text: string }[] =>
  document.parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows.flatMap(({ cells }) =>
          cells.flatMap(({ address, text }) => (address === undefined ? [] : [{ address, text }])),
        )
      : [],
  )

/**
 * The rows `from` to `to` (not included) of a table as a table of its own: merged cells that reach over the cut stand in
 * both parts, and a head that holds for the whole table is repeated.
 */
export function tableRows(table: DocumentTable, from: number, to: number): DocumentTable {
  const heads = from === 0 ? [] : table.rows.filter((row) => row.head)
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
