import { strToU8, zipSync } from 'fflate'
import type { PrintedList } from './lists'
import { escaped } from './xml'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Characters of Excel across a page of A4 that lies across. */
const SHEET_WIDTH = 124
const LINE_HEIGHT = 14.5

/** Positions in `cellXfs` below. */
const STYLE = { title: 1, line: 2, head: 3, text: 4, number: 5, typed: 6 }
const NUMBER = /^-?\d{1,15}(\.\d+)?$/

const letter = (n: number) => String.fromCharCode(65 + n)
/** Nothing typed by somebody becomes a formula: every text is an inline string, quoted where it begins like one. */
const textXml = (at: string, style: number, text: string) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
const cellXml = (at: string, text: string) =>
  NUMBER.test(text) ? `<c r="${at}" s="${STYLE.number}"><v>${text}</v></c>` : textXml(at, STYLE.text, text)

/** How wide a text is, in characters of Excel: a Chinese one takes two. */
const extent = (text: string) => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0)
const linesIn = (text: string, width: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((extent(line) * 1.06) / width)), 0)

/** Lists as a workbook, a sheet each: text wrapped, one page wide, the head on every page. */
export function listsToXlsx(lists: readonly PrintedList[]): Uint8Array<ArrayBuffer> {
  const names = sheetNames(lists)
  const each = (write: (name: string, n: number) => string) => names.map(write).join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${each((name, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)}</sheets><definedNames>${each(
      (name, n) => {
        const head = (lists[n]?.lines.length ?? 0) + 2
        return `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">'${escaped(name.replaceAll("'", "''"))}'!$${head}:$${head}</definedName>`
      },
    )}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  }
  for (const [n, list] of lists.entries()) files[`xl/worksheets/sheet${n + 1}.xml`] = sheetXml(list)
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(DECLARATION + text)])),
  )
}

/** At most 31 characters, and no two alike however they are written. */
function sheetNames(lists: readonly PrintedList[]): string[] {
  const taken = new Set<string>()
  return lists.map(({ sheet }) => {
    const plain = sheet.replace(/[\\/?*[\]:']/g, '_').slice(0, 27) || '表'
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}${n}`
    taken.add(name.toLowerCase())
    return name
  })
}

function sheetXml({ title, lines, columns, rows, ending, form = false }: PrintedList): string {
  const last = letter(columns.length - 1)
  const widths = columns.map(({ width }) => (SHEET_WIDTH * width) / 100)
  const merges: string[] = []
  const xml: string[] = []
  let at = 0
  const across = (text: string, style: number, height: number) => {
    at++
    merges.push(`<mergeCell ref="A${at}:${last}${at}"/>`)
    xml.push(`<row r="${at}" ht="${height}" customHeight="1">${textXml(`A${at}`, style, text)}</row>`)
  }
  const line = (text: string) => across(text, STYLE.line, LINE_HEIGHT * linesIn(text, SHEET_WIDTH) + 3)
  across(title, STYLE.title, 28)
  lines.forEach(line)
  const head = ++at
  xml.push(
    `<row r="${at}" ht="20" customHeight="1">${columns.map(({ label }, n) => textXml(`${letter(n)}${at}`, STYLE.head, label)).join('')}</row>`,
  )
  for (const texts of rows) {
    at++
    const height = LINE_HEIGHT * Math.max(1, ...texts.map((text, n) => linesIn(text, widths[n] ?? 10))) + 5
    xml.push(
      `<row r="${at}" ht="${Math.min(height, 400)}" customHeight="1">${texts.map((text, n) => (form ? textXml(`${letter(n)}${at}`, STYLE.typed, text) : cellXml(`${letter(n)}${at}`, text))).join('')}</row>`,
    )
  }
  const end = at
  ending.forEach(line)
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width.toFixed(2)}" customWidth="1"${form ? ` style="${STYLE.typed}"` : ''}/>`).join('')}</cols>`,
    `<sheetData>${xml.join('')}</sheetData>`,
    rows.length ? `<autoFilter ref="A${head}:${last}${end}"/>` : '',
    `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0" firstPageNumber="1" useFirstPageNumber="1"/>',
    '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('')
}

const BORDER = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`)
  .join('')
const TEXT = 49
const format = (fontId: number, borderId: number, horizontal: string, quoted = false, number = 0) =>
  `<xf numFmtId="${number}" applyNumberFormat="1" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}><alignment vertical="center" wrapText="1" horizontal="${horizontal}"/></xf>`
const FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format(1, 0, 'center', true),
  format(0, 0, 'left', true),
  format(2, 1, 'center', true),
  format(0, 1, 'left', true),
  format(0, 1, 'center'),
  format(0, 1, 'left', false, TEXT),
]
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="10.5"/><name val="宋体"/></font><font><sz val="15"/><name val="黑体"/></font><font><sz val="10.5"/><name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${BORDER}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
