import { unzipSync, zipSync } from 'fflate'
import { approvalSheet, changeList, codeLine, correctionNote, reviewNotes } from '../export/attachments'
import { type Comparison, compareDocument, compareTables, type ReadBack } from '../export/compare'
import { type DocumentPart, documentOf, type ReportDocument } from '../export/document'
import { toDocx } from '../export/docx'
import { readDocx } from '../export/readDocx'
import { readXlsx } from '../export/readXlsx'
import type { DocumentTable } from '../export/table'
import { ROWS_ABOVE, statutoryTables, toXlsx } from '../export/xlsx'
import { currentEdition } from '../format/editions'
import { blankReport, type Report } from '../report/report'
import { filledReport } from './filledReport'

/** Word and Excel files for another office program to open, and what must be in them afterwards. */
export interface OfficeFiles {
  name: string
  docx: Uint8Array
  xlsx: Uint8Array
  /** The workbook without the results of its formulas: the other program has to compute them. */
  uncomputed: Uint8Array
  paragraphs: string[]
  /** What must stand on one page. */
  together: string[][]
  /** For each table its rows as label and figures. */
  rows: { label: string; figures: string[] }[][]
  compareDocx(file: Uint8Array): Comparison
  compareXlsx(file: Uint8Array): Comparison
}

const code = 'c'.repeat(64)
const long = Array.from(
  { length: 300 },
  (_, n) => `第${n}项工作按计划完成，公开信息${n * 37}条，按期答复。`,
).join('')
interface Case {
  report: Report
  draft?: boolean
  tablesLast?: boolean
  closing?: DocumentPart[]
}
const changes = [{ place: '表二·行政处罚', before: '97', after: '98' }]
const LONG_NAME = '某某省某某市某某自治县某某工业园区与综合保税区管理委员会行政审批和政务服务管理局'
const wide = filledReport({
  'tables.requests.received.naturalPerson': '1234567',
  'tables.requests.outcome.granted.naturalPerson': '1234557',
  'tables.proactiveDisclosure.administrativeFees.amount': '72701.2578',
  'overview.proactive': long,
  'overview.onRequest':
    '联系电话：0600-5550100，网址：https://www.example.gov.cn/xxgk/index.html，欢迎查阅。',
  problems: `${long}\n（二）改进情况\n${long}`,
  other: '含有 <标签>、& 和 "引号" 的一段。',
  'organ.name': LONG_NAME,
  'signOff.phrase': '特此报告。',
  'signOff.organ': LONG_NAME,
  'signOff.date': '2022-01-20',
})
const cases: Record<string, Case> = {
  published: { report: filledReport() },
  empty: { report: blankReport(currentEdition), draft: true },
  // 送审包, with all that it may have.
  wide: {
    report: wide,
    draft: true,
    closing: [
      ...approvalSheet(
        [{ label: '文件', text: `${LONG_NAME}2021年政府信息公开工作年度报告` }],
        [
          {
            label: '更正原因',
            text: '行政处罚漏计一件，已与台账核对，按决定作出的日期重新统计。'.repeat(60),
          },
        ],
      ),
      ...reviewNotes([{ place: '表四', message: '本年 9 件，上年 2 件。', reason: '系列案件。' }]),
      ...changeList(changes, ['与上次导出的版本相比，本版有以下修改。']),
      codeLine(code),
    ],
  },
  correction: {
    report: filledReport({
      'organ.name': '示例市高新技术产业开发区管理委员会市场监督管理局',
      'correction.reason': '漏计一件。',
      'correction.date': '2022-03-01',
      'page.index': '000014349/2022-00001',
      'page.publisher': '示例市高新技术产业开发区管理委员会',
    }),
    tablesLast: true,
    closing: correctionNote({
      before: { publishedAt: '2022年1月20日', code },
      reason: '漏计一件。',
      date: '2022年3月1日',
      changes,
    }),
  },
}

export const officeFiles = (): Promise<OfficeFiles[]> =>
  Promise.all(Object.entries(cases).map(([name, one]) => filesOf(name, one)))

async function filesOf(
  name: string,
  { report, draft = false, tablesLast, closing }: Case,
): Promise<OfficeFiles> {
  const content = documentOf(report, currentEdition, { draft, code, tablesLast, closing })
  const tables = statutoryTables(content)
  const xlsx = toXlsx(content)
  return {
    name,
    docx: await toDocx(content),
    xlsx,
    uncomputed: withoutResults(xlsx),
    paragraphs: paragraphsOf(content),
    together: togetherOf(content),
    rows: tables.map(rowsOf),
    compareDocx: (file) => compareDocument(content, placedLike(content, readDocx(file))),
    compareXlsx: (file) =>
      compareTables(
        tables,
        readXlsx(file).map(({ cells }, index) =>
          cells
            .map((cell) => ({ ...cell, row: cell.row - ROWS_ABOVE }))
            .filter(({ row }) => row >= 0 && row < (tables[index]?.rows.length ?? 0)),
        ),
      ),
  }
}

/**
 * Cells by their order in each row instead of their grid column: LibreOffice puts columns of a hair's breadth between others
 * when it saves a table with merged heads.
 */
function placedLike({ parts }: ReportDocument, read: ReadBack): ReadBack {
  const expected = parts.filter((part) => part.kind === 'table')
  const tables = read.tables.map((cells, index) => {
    const starts = new Map<number, number[]>()
    for (const [row, { cells: own }] of (expected[index]?.rows ?? []).entries())
      starts.set(
        row,
        own.map(({ start }) => start).sort((a, b) => a - b),
      )
    return [...cells]
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map((cell) => ({ ...cell, column: starts.get(cell.row)?.shift() ?? cell.column }))
  })
  return { ...read, tables }
}

const paragraphsOf = ({ titleLines, parts }: ReportDocument): string[] => [
  ...titleLines,
  ...parts.flatMap((part) => (part.kind === 'table' ? [] : [part.text])),
]

/** Label and figures of each row of a statutory table. */
const rowsOf = (table: DocumentTable): { label: string; figures: string[] }[] =>
  table.rows.flatMap(({ cells }) => {
    const figures = cells.filter(({ role }) => role === 'figure').map(({ text }) => text)
    const label = cells.filter(({ role, group }) => role === 'rowHead' && !group).at(-1)?.text ?? ''
    return figures.length ? [{ label, figures }] : []
  })

/** 审签单 as far as its seal, and the rows of each statutory table. */
const togetherOf = ({ parts }: ReportDocument): string[][] =>
  parts.flatMap((part) => {
    if (part.kind !== 'table') return []
    if (part.plain) return part.key === 'approval' ? [['审签单', '拟稿人', '单位盖章']] : []
    return [rowsOf(part).map(({ label, figures }) => label + figures.join(''))]
  })

/** A workbook without the results of its formulas: the other program has to compute them. */
export function withoutResults(file: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(file)).map(([name, bytes]): [string, Uint8Array] => {
    const text = new TextDecoder().decode(bytes)
    return [name, new TextEncoder().encode(text.replace(/<\/f><v>[^<]*<\/v>/g, '</f>'))]
  })
  return zipSync(Object.fromEntries(files))
}
