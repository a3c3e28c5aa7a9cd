import { hasLongWord, piecesOf } from '../report/together'
import type { DocumentPart, ReportDocument } from './document'
import { namesIn } from './nameLines'
import type { DocumentCell, DocumentTable } from './table'

/** HTML as plain data. Texts are texts: whoever writes or draws them escapes them, once. */
export interface Element {
  tag: string
  /** Names as in HTML. */
  attributes?: Record<string, string>
  style?: Record<string, string>
  children: (Element | string)[]
}

export const element = (
  tag: string,
  attributes: Record<string, string | undefined>,
  ...children: (Element | string)[]
): Element => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  children,
})

const LINE_BREAK: Element = { tag: 'br', children: [] }
const BREAK_HERE: Element = { tag: 'wbr', children: [] }

export const titleElement = ({ titleLines }: ReportDocument): Element =>
  element('h1', { class: 'paper-title' }, ...withBreaks(titleLines))

const withBreaks = (lines: string[]): (Element | string)[] =>
  lines.flatMap((line, index) => (index ? [LINE_BREAK, ...nameLine(line)] : nameLine(line)))

export function partElement(part: DocumentPart): Element {
  if (part.kind === 'table') return tableElement(part)
  if (part.kind === 'heading')
    return element(`h${part.level + 1}`, { class: `paper-h${part.level}` }, part.text)
  if (part.kind === 'attachment') return element('h2', { class: 'paper-title' }, part.text)
  if (part.kind === 'note') return element('p', { class: 'paper-note' }, ...textPieces(part.text))
  if (part.kind === 'signOff')
    return element(
      'p',
      { class: part.first ? 'paper-signed paper-signed-first' : 'paper-signed' },
      ...withBreaks(part.text.split('\n')),
    )
  const kind = part.subheading ? ' paper-kai' : hasLongWord(part.text) ? ' paper-ragged' : ''
  return element('p', { class: `paper-p${kind}` }, ...textPieces(part.text))
}

/**
 * A text with its endless words and what stays whole marked. Left to itself the browser breaks a word that fits no line also
 * right before the comma behind it, and a line begins with “，”.
 */
export const textPieces = (text: string): (Element | string)[] =>
  piecesOf(text).map(({ text, kind }) =>
    kind === 'plain' ? text : element('span', { class: `paper-${kind}` }, text),
  )

/** A line of title or 落款; on a narrow screen it is broken behind the names in it. */
const nameLine = (line: string): (Element | string)[] => {
  const names = namesIn(line)
  if (names.length < 2) return [line]
  return names.map(({ text, whole }) => (whole ? element('span', { class: 'paper-whole' }, text) : text))
}

/** The text of an element, without its looks. */
export const textOf = (element: Element | string): string =>
  typeof element === 'string' ? element : element.children.map(textOf).join('')

/** A statutory table; `caption` only where it is read apart from its heading. */
export function tableElement(table: DocumentTable, caption?: string): Element {
  const columns = table.widths.map(
    (width): Element => ({ tag: 'col', style: { width: `${width}%` }, children: [] }),
  )
  const rowOf = (row: DocumentTable['rows'][number]): Element => ({
    ...element('tr', {}, ...row.cells.map((cell) => cellElement(cell, table))),
    ...(row.height !== undefined && { style: { height: `${row.height}mm` } }),
  })
  const heads = table.rows.filter((row) => row.head)
  const blocks = [...new Set(table.rows.map((row) => row.block))]
  return element(
    'table',
    {
      class: `paper-table paper-table-${table.plain ? 'plain' : table.stubColumns}${table.dense ? ' paper-table-dense' : ''} paper-fit-${table.fit}`,
    },
    ...(caption === undefined ? [] : [element('caption', {}, caption)]),
    element('colgroup', {}, ...columns),
    ...(heads.length ? [element('thead', {}, ...heads.map(rowOf))] : []),
    ...blocks.map((block) =>
      element('tbody', {}, ...table.rows.filter((row) => !row.head && row.block === block).map(rowOf)),
    ),
  )
}

function cellElement(cell: DocumentCell, table: DocumentTable): Element {
  const spans = {
    colspan: cell.colSpan > 1 ? String(cell.colSpan) : undefined,
    rowspan: cell.rowSpan > 1 ? String(cell.rowSpan) : undefined,
  }
  if (cell.role === 'figure') return element('td', spans, cell.text)
  if (cell.role === 'text') return element('td', spans, ...textPieces(cell.text))
  const wide = cell.colSpan > 1
  const scope =
    cell.role === 'caption'
      ? 'rowgroup'
      : cell.role === 'rowHead'
        ? cell.group
          ? 'rowgroup'
          : 'row'
        : wide
          ? 'colgroup'
          : 'col'
  const leftAligned = table.stubColumns > 1 && (cell.role === 'rowHead' || cell.role === 'corner')
  const vertical = leftAligned && cell.group === true && cell.start === 0
  const attributes = { ...spans, scope, class: leftAligned && !vertical ? 'paper-left' : undefined }
  if (vertical) return element('th', attributes, element('span', { class: 'paper-vertical' }, cell.text))
  return element('th', attributes, ...labelPieces(cell, table))
}

/** How long the numbering of a merged stub is, behind which it is broken: （三）不予公开. */
export const numberingOf = ({ role, group, text }: DocumentCell): number =>
  role === 'rowHead' && group ? text.indexOf('）') + 1 : 0

/**
 * A label with the places where it is broken if it must be: behind the numbering of a merged stub, and in the middle of a
 * short head over a narrow column (商业|企业), where the browser would leave one character alone.
 */
function labelPieces(cell: DocumentCell, table: DocumentTable): (Element | string)[] {
  const { text } = cell
  const numbering = numberingOf(cell)
  const narrow = cell.colSpan === 1 && (table.widths[cell.start] ?? 100) < 8
  const half = cell.role === 'columnHead' && narrow && /^[\u4e00-\u9fff]{4,6}$/.test(text)
  const at = numbering || (half ? Math.ceil(text.length / 2) : 0)
  return at > 0 && at < text.length ? [text.slice(0, at), BREAK_HERE, text.slice(at)] : [text]
}
