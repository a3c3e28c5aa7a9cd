import type { NodeCheck } from '../../aggregate/nodeCheck'
import { withNodeRemarks } from '../../aggregate/nodeWords'
import type { Received } from '../../aggregate/received'
import { type FigureText, figureTexts, printedPlaces } from '../../aggregate/remarkPlaces'
import { remarkingSheets } from '../../aggregate/remarks'
import { type ReviewRow, ruleBookCode, ruleTitle } from '../../aggregate/review'
import type { PrintedList } from '../../export/lists'
import { currentEdition as edition } from '../../format/editions'
import { dateInWords } from '../../report/localDate'
import { severityWord } from '../parts/Severity'

const COLUMNS = [
  { label: '序号', width: 6 },
  { label: '问题', width: 30 },
  { label: '在哪里', width: 21 },
  { label: '怎么办', width: 22 },
  { label: '要求', width: 9 },
  { label: '单位答复', width: 12 },
]

/** What 核对意见 are made of: the findings, what differs in the 汇总 of nodes, and the reports in force by unit. */
export interface RemarkSource {
  rows: readonly ReviewRow[]
  checks: readonly NodeCheck[]
  name(id: string): string
  current(id: string): Received | undefined
  year: number
  /** Whom the units answer, and by when (YYYY-MM-DD); what is "" is left open on the paper. */
  reply: { until: string; contact: string }
}

/** 核对意见 as lists on paper, one a unit, which says of what file it speaks and where the answer goes; step by step, for a page that must not be held up. */
export function* remarkLists({
  rows,
  checks,
  name,
  current,
  year,
  reply,
}: RemarkSource): Generator<void, PrintedList[]> {
  const ending = [
    `答复请联系：${reply.contact || '　　　　　　　　　　电话：'}`,
    '核对人：　　　　　　　　　　　　日期：　　　　年　　月　　日',
    `核对规则版本：${ruleBookCode()}（备查，不需处理）`,
  ]
  const figures = (unit: string) => {
    const report = current(unit)
    return report && figureTexts(report)
  }
  const sheets = yield* remarkingSheets(rows, edition, figures)
  return withNodeRemarks(sheets, checks, name).map(({ unit, remarks }): PrintedList => {
    const must = remarks.filter(({ weight }) => weight.startsWith('必须')).length
    const kinds = [
      must && `必须改正或补填的 ${must} 处`,
      remarks.length > must && `请核实的 ${remarks.length - must} 处`,
    ].filter(Boolean)
    const file = current(unit)?.file
    return {
      title: `${year}年政府信息公开工作年度报告核对意见`,
      lines: [
        `${name(unit)}：`,
        `你单位报来的${year}年政府信息公开工作年度报告已经核对，有 ${remarks.length} 处需要处理：${kinds.join('，')}。请于${reply.until ? dateInWords(reply.until) : '　　　月　　　日'}前逐条处理，把改了什么或者不改的原因写在“单位答复”一栏，连同改好的年报一并报回。`,
        // Of several versions that a unit has sent it must know which one is meant.
        ...(file ? [`核对的文件：${file}`] : []),
      ],
      columns: COLUMNS,
      rows: remarks.map(({ message, place, todo, weight }, n) => [
        String(n + 1),
        message,
        place,
        todo,
        weight,
        '',
      ]),
      ending,
      sheet: name(unit),
    }
  })
}

/**
 * 审核结果表: what was found in all units, with the reasons that these gave, and by which number their 核对意见 have it; `name` is what a
 * unit is called. Line by line, since there may be tens of thousands.
 */
export function* reviewList(
  rows: readonly ReviewRow[],
  numbers: ReadonlyMap<ReviewRow, number>,
  figures: (unit: string) => FigureText | undefined,
  name: (unit: string) => string,
  title: string,
  day: string,
): Generator<void, PrintedList> {
  const lines: string[][] = []
  for (const row of rows) {
    const { unit, finding, disputed } = row
    lines.push([
      name(unit),
      severityWord[finding.severity],
      ruleTitle(finding.rule),
      finding.message,
      printedPlaces(edition, finding, figures(unit)),
      [finding.reason, disputed !== undefined && `不认可：${disputed}`].filter(Boolean).join('\n'),
      String(numbers.get(row) ?? ''),
    ])
    yield
  }
  return {
    title,
    lines: [`审核日期：${dateInWords(day)}　核对规则版本：${ruleBookCode()}　共 ${rows.length} 条`],
    columns: [
      { label: '单位', width: 14 },
      { label: '程度', width: 6 },
      { label: '核对项目', width: 12 },
      { label: '问题', width: 31 },
      { label: '在哪里', width: 18 },
      { label: '单位的说明', width: 12 },
      { label: '意见序号', width: 7 },
    ],
    rows: lines,
    ending: [],
    sheet: '审核结果表',
  }
}
