import { addressOf, cellAt } from '../../format/cells'
import { layoutOf } from '../../format/layout'
import type { Address, Edition, TableSpec } from '../../format/types'
import { type Entries, textAt, valuesOf } from '../../report/report'
import { totalOf, totalText } from '../../report/totals'
import { printedCell } from '../../report/value'

/** What a spreadsheet takes from the clipboard. */
export interface Copied {
  /** Rows by line, cells by tab. */
  text: string
  html: string
}

/** A cell of a copied table. Spans are 1 where nothing is merged. */
export interface CopiedCell {
  text: string
  head?: boolean
  rowSpan?: number
  colSpan?: number
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** A tab or a line break would begin another cell. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function htmlOf(rows: CopiedCell[][]): string {
  const cell = ({ text, head, rowSpan = 1, colSpan = 1 }: CopiedCell) => {
    const tag = head ? 'th' : 'td'
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`
    return `<${tag}${spans}>${escaped(text)}</${tag}>`
  }
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`)
  return `<meta charset="utf-8"><table border="1">${lines.join('')}</table>`
}

/** A merged cell is its text once and blanks for the rest of its place, so that columns stay under their heads. */
function textOf(rows: CopiedCell[][]): string {
  const lines: (string | undefined)[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const { text, rowSpan = 1, colSpan = 1 } of row) {
      while (lines[at]?.[column] !== undefined) column++
      for (let down = 0; down < rowSpan; down++)
        for (let across = 0; across < colSpan; across++) {
          const line = lines[at + down]
          if (line) line[column + across] = down + across === 0 ? oneLine(text) : ''
        }
    }
  })
  return lines.map((line) => Array.from(line, (text) => text ?? '').join('\t')).join('\r\n')
}

/** Figures as they are printed: read where they can be read, totals computed, an open total blank. */
function figureText(edition: Edition, entries: Entries): (address: Address) => string {
  const value = valuesOf(edition, entries)
  return (address) => {
    const cell = cellAt(edition, address)
    if (!cell) return ''
    if (!cell.parts) return printedCell(textAt(entries, address), cell.unit)
    const total = totalOf(edition, address, value)
    return 'value' in total ? totalText(edition, address, total) : ''
  }
}

/** A selected block, without its labels. */
export function copyBlock(edition: Edition, entries: Entries, block: Address[][]): Copied {
  const figure = figureText(edition, entries)
  const rows = block.map((row) => row.map((address) => ({ text: figure(address) })))
  return { text: textOf(rows), html: htmlOf(rows) }
}

/** A whole statutory table, printed row by printed row, with its heads and labels merged as in the form. */
export function tableRows(edition: Edition, entries: Entries, table: TableSpec): CopiedCell[][] {
  const figure = figureText(edition, entries)
  const { columns, blocks } = layoutOf(table)
  const label = ({ label, rowSpan, colSpan }: { label: string; rowSpan: number; colSpan: number }) => ({
    text: label,
    head: true,
    rowSpan,
    colSpan,
  })
  return blocks.flatMap(({ block, head, body }): CopiedCell[][] => [
    ...(block.caption ? [[{ text: block.caption, head: true, colSpan: columns }]] : []),
    ...head.map((row) => row.map(label)),
    ...body.map(({ row, stubs, cells }) => [
      ...stubs.map(label),
      ...cells.map(({ column, colSpan }) => ({ text: figure(addressOf(table, row, column)), colSpan })),
    ]),
  ])
}

export function copyTable(edition: Edition, entries: Entries, table: TableSpec): Copied {
  const rows = tableRows(edition, entries, table)
  return { text: textOf(rows), html: htmlOf(rows) }
}

/**
 * Puts it on the clipboard, where the asynchronous API is absent too (a plain-http host). False where the browser does
 * not allow it.
 */
export function copyToClipboard({ text, html }: Copied): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('copy', onCopy, { capture: true, once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  return done
}
