import type { Rule } from '../../types'
import { judgeFigures, lastYearOf } from '../figures'
import { CARRIED_OVER, RECEIVED, T3 } from '../requests/places'
import { FORM } from '../sources'
import { DIRECT_TOTAL, REVIEW_TOTAL, T4 } from './places'

export const moreThanRequests: Rule = {
  id: 'review.more-than-requests',
  title: '案件多于申请',
  severity: 'verify',
  due: 'atReview',
  source: `${FORM} 表四`,
  explanation:
    '复议与直接起诉都由信息公开申请引起。多于申请件数的，可能计入了别的案件，也可能是往年申请引起的。',
  check: (given) => {
    const lastYear = lastYearOf(given)
    return judgeFigures(
      given,
      [REVIEW_TOTAL, DIRECT_TOTAL, RECEIVED, CARRIED_OVER],
      ([review = 0n, direct = 0n, received = 0n, carried = 0n]) => {
        const before = (lastYear?.amount(RECEIVED) ?? 0n) + (lastYear?.amount(CARRIED_OVER) ?? 0n)
        const [cases, base] = [review + direct, received + carried + before]
        const years = lastYear ? '两年' : '本年'
        return cases > base
          ? {
              message: `复议与直接起诉共 ${cases} 件，多于${years}办理的申请 ${base} 件。是否把非信息公开案件计入？`,
              severity: lastYear ? 'verify' : 'note',
              evidence: lastYear?.evidence([RECEIVED, CARRIED_OVER]),
            }
          : undefined
      },
    )
  },
  examples: [
    {
      title: '没有申请，却有案件',
      entries: {
        [`${T4}administrativeReview.upheld`]: '1',
        [`${T4}litigationDirect.upheld`]: '2',
      },
      messages: ['复议与直接起诉共 3 件，多于本年办理的申请 0 件。是否把非信息公开案件计入？'],
    },
    {
      title: '案件由上年的申请引起',
      entries: { [`${T4}administrativeReview.upheld`]: '1' },
      lastYear: {
        [`${T3}received.naturalPerson`]: '6',
        [`${T3}outcome.granted.naturalPerson`]: '6',
      },
      messages: [],
    },
  ],
}
