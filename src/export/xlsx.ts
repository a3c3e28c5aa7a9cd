import { strToU8, zipSync } from 'fflate'
import type { ReportDocument } from './document'
import type { DocumentCell, DocumentRow, DocumentTable } from './table'
import { escaped } from './xml'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Rows over the table: its heading, then organ and year. */
export const ROWS_ABOVE = 2
/** Widths of all columns together, in characters of Excel: no merged stub is broken behind its numbering. */
const sheetWidth = ({ columns }: DocumentTable) => (columns > 8 ? 136 : 92)
/** A Chinese character of a label, in the same characters. */
const LABEL_WIDTH = 1.9
export const LINE_HEIGHT = 15

/** Positions in the list of formats (`cellXfs`) below. */
export const STYLE = {
  title: 1,
  subtitle: 2,
  label: 3,
  leftLabel: 4,
  verticalLabel: 5,
  text: 6,
  note: 7,
  quotedSubtitle: 8,
  /** A text that stands left, and one that would be taken for a formula. */
  left: 9,
  quotedLeft: 10,
  /** A figure with n decimals is n further on. */
  figure: 11,
}
/** As many decimals as a figure of fifteen digits may have. */
const MOST_DECIMALS = 14

/** A sheet of a workbook: its name as it stands at the foot, and its content. */
export interface Sheet {
  name: string
  xml: string
  /** Rows that are printed on every page, from 1. */
  repeated?: [first: number, last: number]
  /** Columns that are, A to C. */
  repeatedColumns?: [first: string, last: string]
}
/** What a workbook says of itself. */
export type BookHead = Pick<ReportDocument, 'titleLines' | 'organ' | 'code' | 'draft'>

/**
 * The statutory tables as a workbook, one sheet for each: figures as numbers, totals as formulas that carry their result.
 * Written by hand, because writers of the time leave out the results and a text must never become a formula.
 */
export function toXlsx(content: ReportDocument): Uint8Array<ArrayBuffer> {
  const { organ, year, draft, parts } = content
  const about = {
    draft,
    subtitle: [organ, year && `${year}年度`, draft && '（草稿）'].filter(Boolean).join(' '),
    notes: parts.flatMap((part) => (part.kind === 'note' ? part.text : [])),
  }
  return workbook(
    content,
    statutoryTables(content).map((table) => ({ name: table.caption, xml: sheetXml(table, about) })),
  )
}

/** One moment for all files, so that the same content gives the same bytes. */
const MTIME = new Date(1980, 0, 1)

/** Sheets as a file. */
export function workbook(head: BookHead, sheets: Sheet[]): Uint8Array<ArrayBuffer> {
  const names = sheets.map(({ name }) => sheetName(name))
  const each = (write: (name: string, index: number) => string) =>
    names.map((name, index) => write(escaped(name), index)).join('')
  const repeated = sheets.flatMap(({ repeated, repeatedColumns }, index) => {
    const sheet = quoted(names[index] ?? '')
    const places = [repeatedColumns, repeated].flatMap((range) =>
      range ? `${sheet}!$${range[0]}:$${range[1]}` : [],
    )
    return places.length
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(places.join(','))}</definedName>`
      : []
  })
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(head.titleLines.join(''))}</dc:title><dc:creator>${escaped(head.organ)}</dc:creator><dc:description>内容码 ${head.code}</dc:description></cp:coreProperties>`,
    'docProps/custom.xml': `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${property(2, 'contentCode', head.code)}${property(3, 'status', head.draft ? 'draft' : 'final')}</Properties>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${each((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)}</sheets>${repeated.length ? `<definedNames>${repeated.join('')}</definedNames>` : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  }
  for (const [index, { xml }] of sheets.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = xml
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(DECLARATION + text)])),
    { mtime: MTIME },
  )
}

/** The tables that stand in the workbook. */
export const statutoryTables = ({ parts }: ReportDocument): DocumentTable[] =>
  parts.filter((part) => part.kind === 'table').filter((table) => !table.plain)

/** What a sheet of this caption is called. */
export const sheetName = (caption: string) => caption.replace(/[\\/?*[\]:]/g, '_').slice(0, 31)
/** The name of a sheet as formulas have it. */
export const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`
const property = (id: number, name: string, value: string) =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`

/** 0 → A, 26 → AA. */
const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
export const ref = (column: number, row: number) => `${columnLetters(column)}${row + 1}`

/** What stands over and under a table on its sheet. */
export interface AboutSheet {
  subtitle: string
  notes: string[]
  draft?: boolean
}

/** A table as a sheet of its own. */
export function sheetXml(table: DocumentTable, { subtitle, notes, draft = false }: AboutSheet): string {
  const last = table.columns - 1
  const placed = table.rows.flatMap((row, index) =>
    row.cells.map((cell) => ({ cell, row: index + ROWS_ABOVE })),
  )
  const places = new Map(
    placed.flatMap(({ cell, row }) =>
      cell.address ? [[cell.address, { column: cell.start, row }] as const] : [],
    ),
  )
  const rowXml = (row: DocumentRow, index: number) => {
    const at = index + ROWS_ABOVE
    const cells = placed.filter((one) => one.row <= at && at < one.row + one.cell.rowSpan)
    const squares = cells.flatMap(({ cell, row: first }) =>
      Array.from({ length: cell.colSpan }, (_, offset) => ({
        column: cell.start + offset,
        xml:
          offset === 0 && first === at
            ? cellXml(cell, ref(cell.start, at), table, places)
            : `<c r="${ref(cell.start + offset, at)}" s="${styleOf(cell, table)}"/>`,
      })),
    )
    squares.sort((a, b) => a.column - b.column)
    const height = LINE_HEIGHT * linesOf(row, table) + 4
    return `<row r="${at + 1}" ht="${height}" customHeight="1">${squares.map(({ xml }) => xml).join('')}</row>`
  }
  const end = table.rows.length + ROWS_ABOVE
  const merges = [
    { from: ref(0, 0), to: ref(last, 0) },
    { from: ref(0, 1), to: ref(last, 1) },
    ...placed
      .filter(({ cell }) => cell.colSpan > 1 || cell.rowSpan > 1)
      .map(({ cell, row }) => ({
        from: ref(cell.start, row),
        to: ref(cell.start + cell.colSpan - 1, row + cell.rowSpan - 1),
      })),
    ...notes.map((_, n) => ({ from: ref(0, end + n), to: ref(last, end + n) })),
  ]
  const noteHeight = (text: string) =>
    LINE_HEIGHT * Math.ceil((text.length * LABEL_WIDTH) / sheetWidth(table)) + 4
  const heads = table.rows.filter((row) => row.head).length
  const pane =
    heads && table.stubColumns
      ? `<pane xSplit="${table.stubColumns}" ySplit="${heads + ROWS_ABOVE}" topLeftCell="${ref(table.stubColumns, heads + ROWS_ABOVE)}" activePane="bottomRight" state="frozen"/>`
      : ''
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${table.widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${((width * sheetWidth(table)) / 100).toFixed(2)}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    `<row r="1" ht="28" customHeight="1">${textXml(ref(0, 0), STYLE.title, table.caption)}</row>`,
    `<row r="2" ht="20" customHeight="1">${textXml(ref(0, 1), startsFormula(subtitle) ? STYLE.quotedSubtitle : STYLE.subtitle, subtitle)}</row>`,
    ...table.rows.map(rowXml),
    ...notes.map(
      (text, n) =>
        `<row r="${end + n + 1}" ht="${noteHeight(text)}" customHeight="1">${textXml(ref(0, end + n), STYLE.note, text)}</row>`,
    ),
    '</sheetData>',
    `<mergeCells count="${merges.length}">${merges.map(({ from, to }) => `<mergeCell ref="${from}:${to}"/>`).join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.9" bottom="0.8" header="0.4" footer="0.4"/>',
    `<pageSetup paperSize="9" orientation="${table.columns > 8 ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="${table.plain ? 0 : 1}"/>`,
    `<headerFooter>${draft ? '<oddHeader>&amp;R草稿</oddHeader>' : ''}<oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}

export const textXml = (at: string, style: number, text: string) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** Spreadsheets take such a text for a formula when it is edited or pasted. */
export const startsFormula = (text: string) => /^[=+\-@\t\r]/.test(text)

/** A figure of any length. */
const FIGURE = /^\d+(?:\.(\d+))?$/
/** The decimals of a figure that a spreadsheet holds exactly, which takes at most fifteen digits; else undefined. */
export function decimalsOf(text: string): number | undefined {
  const found = FIGURE.exec(text)
  const digits = text.replace('.', '').replace(/^0+/, '').length
  return found && digits <= MOST_DECIMALS + 1 && (found[1]?.length ?? 0) <= MOST_DECIMALS
    ? (found[1]?.length ?? 0)
    : undefined
}

function styleOf({ role, text, group, start, sum }: DocumentCell, { stubColumns }: DocumentTable): number {
  if (role === 'figure') {
    const decimals = decimalsOf(text)
    if (decimals !== undefined) return STYLE.figure + decimals
    return text === '' || (sum && !FIGURE.test(text)) ? STYLE.figure : STYLE.text
  }
  if (role === 'text') return startsFormula(text) ? STYLE.quotedLeft : STYLE.left
  if (stubColumns > 1 && role === 'rowHead')
    return group && start === 0 ? STYLE.verticalLabel : STYLE.leftLabel
  return role === 'corner' && stubColumns > 1 ? STYLE.leftLabel : STYLE.label
}

function cellXml(
  cell: DocumentCell,
  at: string,
  table: DocumentTable,
  places: Map<string, { column: number; row: number }>,
): string {
  const style = styleOf(cell, table)
  const { text, sum, formula } = cell
  if (cell.role !== 'figure') return textXml(at, style, text)
  const isNumber = decimalsOf(text) !== undefined
  // More digits than a spreadsheet can add up: as text these stay exact.
  if (!isNumber && FIGURE.test(text)) return textXml(at, style, text)
  if (formula) return `<c r="${at}" s="${style}"><f>${escaped(formula)}</f><v>${text}</v></c>`
  if (sum) {
    const parts = sum.flatMap((address) => places.get(address) ?? [])
    const range = rangesOf(parts)
    if (isNumber) return `<c r="${at}" s="${style}"><f>SUM(${range})</f><v>${text}</v></c>`
    // The sum appears by itself once all its parts are there. An empty total among the parts is a text without characters.
    const formula = `IF(COUNT(${range})+COUNTIF(${range},"?*")=0,"",IF(COUNT(${range})<${parts.length},"—",SUM(${range})))`
    return `<c r="${at}" s="${style}" t="str"><f>${escaped(formula)}</f><v>${escaped(text)}</v></c>`
  }
  if (text === '') return `<c r="${at}" s="${style}"/>`
  return isNumber ? `<c r="${at}" s="${style}"><v>${text}</v></c>` : textXml(at, style, text)
}

/** D6:I6 for neighbours in a row or column, else one by one. */
function rangesOf(cells: { column: number; row: number }[]): string {
  const [first] = cells
  const end = cells.at(-1)
  if (!first || !end) return ''
  const inRow = cells.every(({ column, row }, index) => row === first.row && column === first.column + index)
  const inColumn = cells.every(
    ({ column, row }, index) => column === first.column && row === first.row + index,
  )
  if (inRow || inColumn) return `${ref(first.column, first.row)}:${ref(end.column, end.row)}`
  return cells.map(({ column, row }) => ref(column, row)).join(',')
}

/** Lines that the longest label of a row takes; merged cells do not stretch their row by themselves. */
function linesOf(row: DocumentRow, table: DocumentTable): number {
  const lines = row.cells
    .filter(({ rowSpan, role }) => rowSpan === 1 && role !== 'figure')
    .map(({ text, start, colSpan }) => {
      const share = table.widths.slice(start, start + colSpan).reduce((sum, width) => sum + width, 0)
      return Math.ceil((text.length * LABEL_WIDTH) / ((share * sheetWidth(table)) / 100))
    })
  return Math.max(1, ...lines)
}

const FONTS = `<fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><sz val="14"/><name val="黑体"/></font><font><sz val="10"/><name val="宋体"/></font><font><sz val="9"/><name val="宋体"/></font></fonts>`
const BORDER = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`)
  .join('')
const format = (
  fontId: number,
  borderId: number,
  alignment: string,
  {
    numFmtId = 0,
    quoted = false,
    whole = false,
  }: { numFmtId?: number; quoted?: boolean; whole?: boolean } = {},
) =>
  `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}><alignment vertical="center" ${whole ? 'shrinkToFit' : 'wrapText'}="1" ${alignment}/></xf>`
const CENTER = 'horizontal="center"'
const DECIMALS = Array.from({ length: MOST_DECIMALS }, (_, n) => n + 1)
/**
 * The formats from 164 on have one decimal and more: a figure shows as many as were typed. Without decimals it is `0`: left to
 * themselves spreadsheets write the sums of a large region as 2.6E+10.
 */
const numFmtOf = (decimals: number) => (decimals ? 163 + decimals : 1)
const FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format(1, 0, CENTER),
  format(0, 0, CENTER),
  format(2, 1, CENTER),
  format(2, 1, 'horizontal="left"'),
  format(2, 1, `${CENTER} textRotation="255"`),
  format(2, 1, CENTER, { numFmtId: 49, quoted: true }),
  format(3, 0, 'horizontal="right"'),
  format(0, 0, CENTER, { quoted: true }),
  format(2, 1, 'horizontal="left"', { numFmtId: 49 }),
  format(2, 1, 'horizontal="left"', { numFmtId: 49, quoted: true }),
  ...[0, ...DECIMALS].map((decimals) => format(2, 1, CENTER, { numFmtId: numFmtOf(decimals), whole: true })),
]
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="${DECIMALS.length}">${DECIMALS.map((decimals) => `<numFmt numFmtId="${numFmtOf(decimals)}" formatCode="0.${'0'.repeat(decimals)}"/>`).join('')}</numFmts>${FONTS}<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${BORDER}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
