import { cellsOf } from '../format/cells'
import { columnName, nameOf } from '../format/names'
import type { Address } from '../format/types'
import { printedCode } from '../report/contentCode'
import { exemptTable, gapTable, lackingTable } from './sumDocument'
import {
  annexTables,
  gapsOf,
  gapWords,
  isTooLong,
  lackingWords,
  progressWords,
  type SumFacts,
  type SumUnit,
  unitsOfKind,
} from './sumFacts'
import { type DocumentCell, type DocumentTable, tableOf } from './table'
import {
  decimalsOf,
  LINE_HEIGHT,
  quoted,
  ref,
  type Sheet,
  STYLE,
  sheetXml,
  startsFormula,
  textXml,
  workbook,
} from './xlsx'
import { escaped } from './xml'

const UNITS = '单位数据'
/** Rows of heads over the units: table, row of the form, column of the form. */
export const HEAD_ROWS = 3
/** What each unit is told by, before its figures. */
const OWN: { label: string; width: number; text(unit: SumUnit): string }[] = [
  { label: '序号', width: 6, text: () => '' },
  { label: '代码', width: 21, text: ({ code }) => code },
  { label: '单位', width: 30, text: ({ name }) => name },
  { label: '上级', width: 24, text: ({ parent }) => parent },
  { label: '情况', width: 10, text: ({ state }) => state },
  { label: '内容码', width: 22, text: ({ contentCode }) => contentCode && printedCode(contentCode) },
]
/** Columns of a unit before its figures. */
export const OWN_COLUMNS = OWN.length
/** Columns that stay where they are while the figures are scrolled: up to the name. */
const FROZEN = 3

/** By unit, then by figure of the form. */
type Figures = readonly (readonly (string | null)[])[]

/** What makes a long workbook: told after each unit. */
export type OnUnit = (done: number) => void

/**
 * 汇总 as a workbook for a clerk to check: each statutory table with formulas over the sheet of the units, whose results it carries; that
 * sheet, a row a unit and a column a figure; who is lacking or need not report; what is incomplete; then what else belongs to it.
 */
export function sumBook(facts: SumFacts, onUnit?: OnUnit): Uint8Array<ArrayBuffer> {
  const figures = facts.units.map((unit) => unit.figures())
  const gaps = gapsOf(facts)
  const lacking = unitsOfKind(facts, 'lacking')
  const exempt = unitsOfKind(facts, 'exempt')
  const about = `${facts.name} ${facts.year}年度 ${facts.range} ${progressWords(facts)}`
  const plain = (table: DocumentTable): Sheet => ({
    name: table.caption,
    xml: sheetXml(table, { subtitle: about, notes: [] }),
    repeated: [1, 3],
  })
  const tables = facts.edition.sections.flatMap((section): Sheet[] => {
    if (!section.table) return []
    const caption = `${section.table.name} ${section.heading}`
    const table = withFormulas(
      facts,
      figures,
      tableOf(section.table, caption, (address) => facts.sums.get(address)?.value ?? ''),
    )
    const own = gaps.filter(({ table: key }) => key === section.table?.key)
    const notes = [
      lackingWords(facts),
      ...own.map((gap) => `${gap.place}：不完整，${gapWords(gap)}。`),
      hasLong(table) && '超过 15 位的数写成文本，与汇总一致：电子表格只能精确计算 15 位。',
    ].filter((note): note is string => !!note)
    return [{ name: caption, xml: sheetXml(table, { subtitle: about, notes }) }]
  })
  return workbook(
    {
      titleLines: [facts.name, `${facts.year}年政府信息公开工作年度报告汇总`],
      organ: facts.name,
      code: facts.code,
      draft: false,
    },
    [
      ...tables,
      {
        name: UNITS,
        xml: unitsXml(facts, figures, onUnit),
        repeated: [1, HEAD_ROWS],
        repeatedColumns: ['A', 'C'],
      },
      ...(lacking.length ? [plain(lackingTable(lacking))] : []),
      ...(exempt.length ? [plain(exemptTable(exempt))] : []),
      ...(gaps.length ? [plain(gapTable(gaps))] : []),
      ...annexTables(facts).map(plain),
    ],
  )
}

const hasLong = ({ rows }: DocumentTable) =>
  rows.some(({ cells }) => cells.some(({ role, text }) => role === 'figure' && isTooLong(text)))

/** Each entered figure as the sum of its column on the sheet of the units; totals add up the figures of their own table. */
function withFormulas({ edition }: SumFacts, figures: Figures, table: DocumentTable): DocumentTable {
  const column = new Map(cellsOf(edition).map(({ address }, n) => [address, n + OWN_COLUMNS]))
  const formula = (address: Address): string => {
    const at = column.get(address) ?? 0
    const last = HEAD_ROWS + Math.max(1, figures.length) - 1
    const sum = `SUM(${quoted(UNITS)}!${ref(at, HEAD_ROWS)}:${ref(at, last)})`
    const decimals = Math.max(0, ...figures.map((own) => decimalsOf(own[at - OWN_COLUMNS] ?? '') ?? 0))
    // Decimals are added up in binary fractions, so the sum is brought back to as many as there are.
    return decimals ? `ROUND(${sum},${decimals})` : sum
  }
  const withFormula = (cell: DocumentCell): DocumentCell =>
    cell.address === undefined || cell.sum ? cell : { ...cell, formula: formula(cell.address) }
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(withFormula) })) }
}

/** Lines that a text takes in a column; a Chinese character is as wide as two others. */
const linesOf = (text: string, width: number): number => {
  const chinese = text.replace(/[\u0020-\u00ff]/g, '').length
  return Math.ceil((text.length + chinese) / width)
}

/** The sheet of the units, with a filter, its heads and names frozen. */
function unitsXml({ edition, units }: SumFacts, figures: Figures, onUnit?: OnUnit): string {
  const cells = cellsOf(edition)
  const columns = OWN_COLUMNS + cells.length
  const merges: string[] = []
  const head: string[][] = Array.from({ length: HEAD_ROWS }, () => [])
  const put = (row: number, column: number, text: string) =>
    head[row]?.push(textXml(ref(column, row), STYLE.label, text))
  for (const [n, { label }] of OWN.entries()) {
    // The filter stands in the last row of the heads, so the label does, too.
    for (let row = 0; row < HEAD_ROWS; row++) put(row, n, row === HEAD_ROWS - 1 ? label : '')
  }
  const labels = cells.map(({ address, section, table, stub, head: heads, row }) => {
    const single = stub.length === 0
    return [
      `${table.name} ${section.heading}`,
      single ? heads.slice(0, -1).join(' ') || row.label : stub.join(' '),
      single ? (heads.at(-1) ?? nameOf(edition, address)) : columnName(edition, address),
    ]
  })
  for (let row = 0; row < HEAD_ROWS; row++) {
    let from = 0
    for (let n = 0; n <= labels.length; n++) {
      const same = (row: number) => labels[n]?.[row] === labels[from]?.[row]
      if (n < labels.length && row < HEAD_ROWS - 1 && same(row) && (row === 0 || same(0))) continue
      if (n - from > 1) merges.push(`${ref(OWN_COLUMNS + from, row)}:${ref(OWN_COLUMNS + n - 1, row)}`)
      for (let at = from; at < n; at++)
        put(row, OWN_COLUMNS + at, at === from ? (labels[from]?.[row] ?? '') : '')
      from = n
    }
  }
  const rows: string[] = head.map(
    (own, row) => `<row r="${row + 1}" ht="${row === 1 ? 48 : 32}" customHeight="1">${own.join('')}</row>`,
  )
  for (const [n, unit] of units.entries()) {
    const at = n + HEAD_ROWS
    const own = OWN.map(({ text }, column) => {
      if (column === 0) return `<c r="${ref(0, at)}" s="${STYLE.figure}"><v>${n + 1}</v></c>`
      const words = text(unit)
      const style = startsFormula(words) ? STYLE.quotedLeft : STYLE.left
      return words ? textXml(ref(column, at), style, words) : `<c r="${ref(column, at)}" s="${style}"/>`
    })
    const values = (figures[n] ?? []).map((figure, n) => figureXml(ref(OWN_COLUMNS + n, at), figure))
    // Rows do not stretch by themselves where a program takes them as they are.
    const lines = Math.max(1, ...OWN.map(({ text, width }) => linesOf(text(unit), width)))
    const height = lines > 1 ? ` ht="${LINE_HEIGHT * lines + 4}" customHeight="1"` : ''
    rows.push(`<row r="${at + 1}"${height}>${own.join('')}${values.join('')}</row>`)
    onUnit?.(n + 1)
  }
  const end = HEAD_ROWS + Math.max(1, units.length) - 1
  const corner = ref(FROZEN, HEAD_ROWS)
  const widths = [...OWN.map(({ width }) => width), ...cells.map(() => 11)]
  return [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${FROZEN}" ySplit="${HEAD_ROWS}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    `<autoFilter ref="${ref(0, HEAD_ROWS - 1)}:${ref(columns - 1, end)}"/>`,
    `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${merge}"/>`).join('')}</mergeCells>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="8" orientation="landscape" scale="70" pageOrder="overThenDown"/>',
    '</worksheet>',
  ].join('')
}

function figureXml(at: string, figure: string | null): string {
  if (figure === null) return `<c r="${at}" s="${STYLE.figure}"/>`
  const decimals = decimalsOf(figure)
  return decimals === undefined
    ? textXml(at, STYLE.text, figure)
    : `<c r="${at}" s="${STYLE.figure + decimals}"><v>${escaped(figure)}</v></c>`
}
