import type { Address } from '../../../format/types'
import type { Rule } from '../../types'
import { judgeFigures, lastYearOf } from '../figures'
import { FORM } from '../sources'
import { caseWords } from './cases'
import { REVIEW_TOTAL, T4 } from './places'

const REVIEW_PENDING: Address = `${T4}administrativeReview.pending`

const AFTER_TOTAL: Address = `${T4}litigationAfterReview.total`

export const afterReviewHigh: Rule = {
  id: 'review.after-review-high',
  title: '复议后起诉多于已审结的复议',
  severity: 'note',
  due: 'atReview',
  source: `${FORM} 表四`,
  explanation: '复议后起诉以复议已经审结为前提；多出来的只能是往年复议、今年起诉的。',
  check: (given) => {
    const lastYear = lastYearOf(given)
    return judgeFigures(
      given,
      [AFTER_TOTAL, REVIEW_TOTAL, REVIEW_PENDING],
      ([after = 0n, total = 0n, pending = 0n]) => {
        const before = (lastYear?.amount(REVIEW_TOTAL) ?? 0n) - (lastYear?.amount(REVIEW_PENDING) ?? 0n)
        const closed = total - pending + before
        return after > closed
          ? {
              message: `${caseWords(given.edition, AFTER_TOTAL).kind} ${after} 件，多于已审结的复议 ${closed} 件，请核对是否有跨年案件。`,
              evidence: lastYear?.evidence([REVIEW_TOTAL, REVIEW_PENDING]),
            }
          : undefined
      },
    )
  },
  examples: [
    {
      title: '复议 1 件，复议后起诉 3 件',
      entries: {
        [`${T4}administrativeReview.upheld`]: '1',
        [`${T4}litigationAfterReview.upheld`]: '3',
      },
      messages: ['复议后起诉 3 件，多于已审结的复议 1 件，请核对是否有跨年案件。'],
    },
    {
      title: '上年已审结 2 件复议',
      entries: {
        [`${T4}administrativeReview.upheld`]: '1',
        [`${T4}litigationAfterReview.upheld`]: '3',
      },
      lastYear: { [`${T4}administrativeReview.upheld`]: '2' },
      messages: [],
    },
  ],
}
