import type { Address } from '../../../format/types'
import { yearOf } from '../../../report/deadline'
import type { Outcome, Rule } from '../../types'
import { judgeFigures, lastYearOf } from '../figures'
import { DIRECT_TOTAL, T4 } from './places'

const DIRECT_PENDING: Address = `${T4}litigationDirect.pending`

/** From this reporting year on 复议 comes first (行政复议法 2023, in force 2024-01-01). */
const REVIEW_FIRST_SINCE = 2024

export const directSince2024: Rule = {
  id: 'review.direct-since-2024',
  title: '2024 年起先复议后诉讼',
  severity: 'note',
  due: 'atReview',
  source: '行政复议法（2023年修订）第二十三条第一款第四项',
  explanation: '2024 年起对不予公开不服的，应当先申请行政复议。上年未审结的除外。',
  check: (given): Outcome[] => {
    const year = yearOf(given.report.entries)
    if (year === undefined || year < REVIEW_FIRST_SINCE) return []
    const lastYear = lastYearOf(given)
    return judgeFigures(given, [DIRECT_TOTAL], ([n = 0n]) =>
      n > (lastYear?.amount(DIRECT_PENDING) ?? 0n)
        ? {
            message: `2024 年起对不予公开不服须先复议（行政复议法第二十三条）。“未经复议直接起诉”${n} 件，请确认。`,
            evidence: lastYear?.evidence([DIRECT_PENDING]),
          }
        : undefined,
    )
  },
  examples: [
    {
      title: '2024 年直接起诉 25 件',
      entries: { year: '2024', [`${T4}litigationDirect.upheld`]: '25' },
      messages: [
        '2024 年起对不予公开不服须先复议（行政复议法第二十三条）。“未经复议直接起诉”25 件，请确认。',
      ],
    },
    { title: '2023 年还可以直接起诉', entries: { [`${T4}litigationDirect.upheld`]: '6' }, messages: [] },
  ],
}
