import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PrintedList } from './lists'

const mm = (length: number) => Math.round((length / 25.4) * 1440)
const MARGIN = 20
const WIDTH = mm(297 - 2 * MARGIN)
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
const SONG = font('宋体')
const HEI = font('黑体')
/** The number of a line stands in the middle, as in Excel. */
const NUMBER = /^\d{1,6}$/
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const paragraph = (
  text: string,
  more: { bold?: boolean; center?: boolean; before?: number; after?: number } = {},
) =>
  new Paragraph({
    alignment: more.center ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: more.before ?? 0, after: more.after ?? 0, line: 300 },
    children: [new TextRun({ text, size: 21, bold: more.bold, font: more.bold ? HEI : SONG })],
  })

/** Lists as a Word file, across A4; each begins a new page, and its head is repeated on the pages after. */
export async function listsToDocx(
  title: string,
  lists: readonly PrintedList[],
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title,
    creator: '',
    sections: lists.map((list) => ({
      properties: {
        page: {
          // The library exchanges the two sides of a page that lies across.
          size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
          margin: { top: mm(MARGIN), bottom: mm(MARGIN), left: mm(MARGIN), right: mm(MARGIN) },
          // What goes to one unit is a paper of its own.
          pageNumbers: { start: 1 },
        },
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 20, font: SONG })],
            }),
          ],
        }),
      },
      children: [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          spacing: { after: 160 },
          children: [new TextRun({ text: list.title, size: 32, font: HEI, color: '000000' })],
        }),
        ...list.lines.map((line) => paragraph(line, { after: 80 })),
        ...(list.rows.length ? [tableOf(list)] : []),
        ...list.ending.map((line, n) => paragraph(line, { before: n ? 0 : 120, after: 40 })),
      ],
    })),
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function tableOf({ columns, rows }: PrintedList): Table {
  const widths = columns.map(({ width }) => Math.round((WIDTH * width) / 100))
  const row = (texts: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map(
        (text, n) =>
          new TableCell({
            width: { size: widths[n] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            children: text
              .split('\n')
              .map((line) => paragraph(line, { bold: head, center: head || NUMBER.test(line) })),
          }),
      ),
    })
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      row(
        columns.map(({ label }) => label),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  })
}
