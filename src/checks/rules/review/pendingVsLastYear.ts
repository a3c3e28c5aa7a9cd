import type { Rule } from '../../types'
import { judgeAgainstLastYear } from '../figures'
import { FORM } from '../sources'
import { CASE_GROUPS, caseWords } from './cases'

export const pendingVsLastYear: Rule = {
  id: 'review.pending-vs-last-year',
  title: '上年未结案件要有下落',
  severity: 'verify',
  due: 'whenAnswered',
  source: `${FORM} 表四`,
  explanation: '上年尚未审结的案件，今年应有结果或者仍计未审结，所以本年总计不会少于上年未结数。',
  needsLastYear: true,
  check: (given) =>
    CASE_GROUPS.flatMap(({ total, pending }) => {
      const { table, kind, result } = caseWords(given.edition, pending)
      return judgeAgainstLastYear(given, [total], [pending], ([t = 0n], [p = 0n]) =>
        t < p
          ? {
              message: `${table}·${kind}：上年${result} ${p}，本年总计只有 ${t}。上年未结案件今年应有结果或仍计未审结。`,
            }
          : undefined,
      )
    }),
  examples: [
    {
      title: '上年 9 件未结，本年只有 2 件',
      entries: { 'tables.reviewAndLitigation.litigationAfterReview.upheld': '2' },
      lastYear: { 'tables.reviewAndLitigation.litigationAfterReview.pending': '9' },
      messages: ['表四·复议后起诉：上年尚未审结 9，本年总计只有 2。上年未结案件今年应有结果或仍计未审结。'],
    },
    {
      title: '上年没有未结案件',
      entries: {},
      lastYear: { 'tables.reviewAndLitigation.administrativeReview.upheld': '5' },
      messages: [],
    },
  ],
}
