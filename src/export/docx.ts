import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { hasLongWord } from '../report/together'
import type { DocumentPart, ReportDocument } from './document'
import { numberingOf } from './elements'
import type { DocumentCell, DocumentTable } from './table'

/** Word measures in twentieths of a point, type in half points. */
const mm = (length: number) => Math.round((length / 25.4) * 1440)
const pt = (length: number) => Math.round(length * 20)

/** Type area of GB/T 9704: 156 mm wide on A4. */
const WIDTH = mm(156)
const LINE = { line: pt(28.9), lineRule: LineRuleType.EXACT }
const TWO_CHARACTERS = { firstLineChars: 200, firstLine: pt(32) }

/** Fonts by name: Word, WPS and LibreOffice take their own substitutes where one is not installed. */
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
const FONTS = {
  title: font('方正小标宋简体'),
  hei: font('黑体'),
  kai: font('楷体_GB2312'),
  body: font('仿宋_GB2312'),
  song: font('宋体'),
}

/** The document for Word, WPS and LibreOffice: real headings, merged cells, repeated heads, page numbers as fields. */
export async function toDocx(content: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const title = content.titleLines.join('')
  const file = new Document({
    title,
    subject: '政府信息公开工作年度报告',
    creator: content.organ,
    lastModifiedBy: content.organ,
    keywords: `政府信息公开,年度报告,${content.year}`,
    description: `内容码 ${content.code}`,
    customProperties: [
      { name: 'contentCode', value: content.code },
      { name: 'status', value: content.draft ? 'draft' : 'final' },
    ],
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(37),
              right: mm(26),
              bottom: mm(35),
              left: mm(28),
              header: mm(20),
              footer: mm(23),
            },
          },
        },
        headers: content.draft ? { default: draftHeader(), even: draftHeader() } : undefined,
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: [
          new Paragraph({ style: 'Title', children: lines(content.titleLines) }),
          ...content.parts.flatMap((part, index) => partOf(part, content.parts[index + 1])),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.pack(file, 'uint8array'))
}

const lines = (texts: string[], size?: number) =>
  texts.map((text, index) => new TextRun({ text, size, break: index ? 1 : 0 }))

/** Word knows no place where a text may be broken, only where it must be. */
function labelLines(cell: DocumentCell): string[] {
  const at = cell.start > 0 ? numberingOf(cell) : 0
  return at > 0 ? [cell.text.slice(0, at), cell.text.slice(at)] : [cell.text]
}

const styles = {
  default: {
    document: {
      run: { font: FONTS.body, size: 32, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { ...LINE, before: 0, after: 0 } },
    },
    title: {
      run: { font: FONTS.title, size: 44, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: pt(35), lineRule: LineRuleType.EXACT, after: pt(28.9) },
      },
    },
    heading1: {
      run: { font: FONTS.hei, size: 32, color: '000000', bold: false },
      paragraph: { indent: TWO_CHARACTERS, spacing: { ...LINE, before: 0, after: 0 }, keepNext: true },
    },
    heading2: {
      run: { font: FONTS.kai, size: 32, color: '000000', bold: false },
      paragraph: { indent: TWO_CHARACTERS, spacing: { ...LINE, before: 0, after: 0 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'ReportText',
      name: '正文段落',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: TWO_CHARACTERS, alignment: AlignmentType.BOTH },
    },
    {
      id: 'TableText',
      name: '表格文字',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: FONTS.song, size: 18 },
      // Exact, because fonts that stand in for others may be higher, and table 3 has to stay on its page.
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: pt(10.5), lineRule: LineRuleType.EXACT },
      },
    },
  ],
}

function partOf(part: DocumentPart, next?: DocumentPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new TextRun(part.text)],
        }),
      ]
    case 'paragraph':
      return [
        part.subheading
          ? new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(part.text)] })
          : new Paragraph({
              style: 'ReportText',
              // A 落款 is never on a page without the end of the text before it.
              keepNext: next?.kind === 'signOff',
              alignment: hasLongWord(part.text) ? AlignmentType.LEFT : undefined,
              children: [new TextRun(part.text)],
            }),
      ]
    case 'attachment':
      return [new Paragraph({ style: 'Title', pageBreakBefore: true, children: [new TextRun(part.text)] })]
    case 'signOff':
      return [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          keepNext: part.first,
          spacing: { ...LINE, before: part.first ? pt(28.9) : 0 },
          children: lines(part.text.split('\n')),
        }),
      ]
    case 'note':
      return [
        new Paragraph({
          style: 'TableText',
          alignment: AlignmentType.RIGHT,
          children: [new TextRun(part.text)],
        }),
      ]
    case 'table':
      // Word joins tables that follow each other; a thin paragraph keeps them apart.
      return [tableOf(part), new Paragraph({ spacing: { line: pt(6), lineRule: LineRuleType.EXACT } })]
  }
}

/** Left edge of a grid column. Each column is rounded by itself, so that equal ones stay equal. */
const edge = ({ widths }: DocumentTable, column: number): number =>
  widths.slice(0, column).reduce((sum, share) => sum + Math.round((WIDTH * share) / 100), 0)

const OUTER = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const INNER = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

function tableOf(table: DocumentTable): Table {
  const columnWidths = table.widths.map((_, index) => edge(table, index + 1) - edge(table, index))
  return new Table({
    width: { size: edge(table, table.columns), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders: {
      top: OUTER,
      bottom: OUTER,
      left: OUTER,
      right: OUTER,
      insideHorizontal: INNER,
      insideVertical: INNER,
    },
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row.head,
          // A statutory table stays whole, and so do rows to sign in: each of them is kept with the next one.
          keepNext: staysWhole(table) && index < table.rows.length - 1,
          height: { value: mm(row.height ?? rowHeight(table, row.head)), rule: HeightRule.ATLEAST },
          children: row.cells.map((cell) => cellOf(cell, table)),
        }),
    ),
  })
}

const staysWhole = ({ plain, rows }: DocumentTable) =>
  !plain || rows.some(({ height }) => height !== undefined)

/** In millimetres; with these, table 3 and its heading fit on one page. */
const rowHeight = ({ stubColumns, plain, dense }: DocumentTable, head: boolean): number =>
  dense ? 6.2 : plain ? 9 : stubColumns === 1 ? 7.8 : stubColumns === 0 ? 9 : head ? 6.4 : 7.3

function cellOf(cell: DocumentCell, table: DocumentTable): TableCell {
  const vertical = cell.role === 'rowHead' && cell.group === true && cell.start === 0 && table.stubColumns > 1
  const left = table.stubColumns > 1 && !vertical && (cell.role === 'rowHead' || cell.role === 'corner')
  const width = edge(table, cell.start + cell.colSpan) - edge(table, cell.start)
  const size = sizeOf(cell, table)
  const options: IParagraphOptions = {
    style: 'TableText',
    alignment: left || cell.role === 'text' ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: { line: pt(size * LINE_PER_HALF_POINT), lineRule: LineRuleType.EXACT },
    indent: indentOf(cell, table, left),
    children: lines(labelLines(cell), size),
  }
  return new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    width: { size: width, type: WidthType.DXA },
    // Labels of two lines are as high as their row: they keep off its rules.
    margins: cell.role === 'figure' ? undefined : { top: pt(1.25), bottom: pt(1.25) },
    verticalAlign: VerticalAlign.CENTER,
    textDirection: vertical ? TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT : undefined,
    children: [new Paragraph(options)],
  })
}

/** Labels keep off the frame; a head of four characters over a narrow column is broken in its middle. */
function indentOf({ role, colSpan, text }: DocumentCell, table: DocumentTable, left: boolean) {
  if (left || table.plain) return { left: pt(3), right: pt(2) }
  const narrow = role === 'columnHead' && colSpan === 1 && table.stubColumns !== 1
  return narrow && text.length === 4 ? { left: pt(5), right: pt(5) } : undefined
}

/** 9 pt type on lines of 10.5 pt. */
const LINE_PER_HALF_POINT = 10.5 / 18

/** In half points. */
function sizeOf({ role, colSpan }: DocumentCell, { stubColumns, fit, plain, dense }: DocumentTable): number {
  if (dense) return 18
  if (plain || stubColumns === 1) return 21
  // Three characters in a column of 10 mm.
  if (role === 'columnHead' && colSpan === 1) return 17
  if (role !== 'figure' || fit === 'normal') return 18
  return { seven: 14, nine: 11, twelve: 9, broken: 9 }[fit]
}

/** 4号 half-width digits between 一字线, at the outer edge, one character in. */
const footer = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: pt(14), right: pt(14) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONTS.song, size: 28 })],
      }),
    ],
  })

/** The boxed word, and a grey one behind the text. */
const draftHeader = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextWatermark({ text: '草 稿', font: '宋体', color: 'D0D0D0', rotation: -28, width: 380 }),
          new TextRun({ text: ' 草稿 ', font: FONTS.hei, size: 28, border: OUTER }),
        ],
      }),
    ],
  })
