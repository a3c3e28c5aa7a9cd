import type { NodeCheck } from '../../aggregate/nodeCheck'
import { withNodeRemarks } from '../../aggregate/nodeWords'
import { type RemarkSheet, remarkSheets } from '../../aggregate/remarks'
import { placeWords, type ReviewRow, ruleBookCode, ruleTitle } from '../../aggregate/review'
import type { PrintedList } from '../../export/lists'
import { currentEdition as edition } from '../../format/editions'
import { severityWord } from '../parts/Severity'

const COLUMNS = [
  { label: '序号', width: 6 },
  { label: '问题', width: 36 },
  { label: '在哪里', width: 22 },
  { label: '怎么办', width: 27 },
  { label: '要求', width: 9 },
]

/** 核对意见 as lists on paper, one a unit, which says of what `file` it speaks, with what differs in the 汇总 of nodes. */
export function remarkLists(
  rows: readonly ReviewRow[],
  checks: readonly NodeCheck[],
  name: (id: string) => string,
  file: (id: string) => string | undefined,
  year: number,
): PrintedList[] {
  const rules = ruleBookCode()
  return withNodeRemarks(remarkSheets(rows, edition), checks, name).map((sheet) =>
    remarkList(sheet, year, rules, file(sheet.unit)),
  )
}

function remarkList(
  { name, remarks }: RemarkSheet,
  year: number,
  rules: string,
  file: string | undefined,
): PrintedList {
  const must = remarks.filter(({ weight }) => weight.startsWith('必须')).length
  return {
    title: `${year}年政府信息公开工作年度报告核对意见`,
    lines: [
      `${name}：`,
      `你单位报来的${year}年政府信息公开工作年度报告已经核对，有 ${remarks.length} 处需要处理，其中必须改正或补填的 ${must} 处，请核实的 ${remarks.length - must} 处。请逐条处理后重新报送。`,
      // Of several versions that a unit has sent it must know which one is meant.
      ...(file ? [`核对的文件：${file}`] : []),
    ],
    columns: COLUMNS,
    rows: remarks.map(({ message, place, todo, weight }, n) => [String(n + 1), message, place, todo, weight]),
    ending: ['核对人：　　　　　　　　　　　　日期：　　　　年　　月　　日', `核对规则版本：${rules}`],
    sheet: name,
  }
}

/** 审核结果表: what was found in all units, with the reasons that these gave. */
export const reviewList = (rows: readonly ReviewRow[], title: string, day: string): PrintedList => ({
  title,
  lines: [`审核日期：${day}　核对规则版本：${ruleBookCode()}　共 ${rows.length} 条`],
  columns: [
    { label: '单位', width: 15 },
    { label: '程度', width: 7 },
    { label: '核对项目', width: 13 },
    { label: '问题', width: 32 },
    { label: '在哪里', width: 18 },
    { label: '单位的说明', width: 15 },
  ],
  rows: rows.map(({ name, finding, disputed }) => [
    name,
    severityWord[finding.severity],
    ruleTitle(finding.rule),
    finding.message,
    placeWords(edition, finding),
    [finding.reason, disputed !== undefined && `不认可：${disputed}`].filter(Boolean).join('\n'),
  ]),
  ending: [],
  sheet: '审核结果表',
})
