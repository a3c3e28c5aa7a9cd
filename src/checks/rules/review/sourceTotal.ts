import type { Rule } from '../../types'
import { checkTable } from '../sourceTotals'

const REVIEW = 'reviewAndLitigation'

export const reviewSourceTotal: Rule = {
  id: 'review.source-total',
  title: '表四：来文总计与四项相加',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办公开办函〔2021〕30号 附件 表四',
  explanation: '导入的报告印有总计时，与四项结果相加比较。',
  check: (given) =>
    checkTable(
      given,
      (table) => table.key === REVIEW,
      ({ cell }) => ({
        place: `${cell.table.name}·${cell.head.at(-2) ?? cell.column.label}`,
        added: '四项相加',
        advice: '请核对哪一格有误。',
      }),
    ),
  examples: [
    {
      title: '漏了一件尚未审结',
      entries: { 'tables.reviewAndLitigation.administrativeReview.upheld': '5' },
      sourceTotals: { 'tables.reviewAndLitigation.administrativeReview.total': '6' },
      messages: ['表四·行政复议：来文总计 6，四项相加为 5，差 1。请核对哪一格有误。'],
    },
    {
      title: '鼓楼区 2021 年：5＋0＋1＋0＝6',
      entries: {
        'tables.reviewAndLitigation.litigationDirect.upheld': '5',
        'tables.reviewAndLitigation.litigationDirect.otherResult': '1',
      },
      sourceTotals: { 'tables.reviewAndLitigation.litigationDirect.total': '6' },
      messages: [],
    },
    {
      title: '总计印作 0',
      entries: { 'tables.reviewAndLitigation.administrativeReview.upheld': '1' },
      sourceTotals: { 'tables.reviewAndLitigation.administrativeReview.total': '0' },
      messages: ['表四·行政复议：来文总计 0，四项相加为 1，差 1。来文的总计可能漏填，仍是 0。'],
    },
  ],
}
