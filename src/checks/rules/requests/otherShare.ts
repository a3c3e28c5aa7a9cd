import type { Address } from '../../../format/types'
import type { Rule } from '../../types'
import { judgeFigures, percent, rowNameAt } from '../figures'
import { FORM } from '../sources'
import { FEW, T3 } from './places'

const OTHER: Address = `${T3}outcome.other.other.total`

const OUTCOME_TOTAL: Address = `${T3}outcomeTotal.total`

export const otherShare: Rule = {
  id: 'requests.other-share',
  title: '“其他”占比偏高',
  severity: 'note',
  due: 'atReview',
  source: `${FORM} 表三（六）`,
  explanation: '“其他处理·3.其他”超过办结总数的三成。能归入前列情形的，应归入前列情形。',
  check: (given) =>
    judgeFigures(given, [OTHER, OUTCOME_TOTAL], ([n = 0n, total = 0n]) => {
      if (n < FEW || n * 10n <= total * 3n) return undefined
      return {
        message: `“${rowNameAt(given.edition, OTHER)}”${n} 件，占 ${percent(n, total)}%，请确认能否归入前列情形。`,
      }
    }),
  examples: [
    {
      title: '10 件里有 6 件',
      entries: {
        [`${T3}received.naturalPerson`]: '10',
        [`${T3}outcome.other.other.naturalPerson`]: '6',
        [`${T3}outcome.granted.naturalPerson`]: '4',
      },
      messages: ['“其他处理·3.其他”6 件，占 60%，请确认能否归入前列情形。'],
    },
    {
      title: '宿迁市 2024 年：354÷3521，约一成',
      entries: {
        [`${T3}received.naturalPerson`]: '3521',
        [`${T3}outcome.other.other.naturalPerson`]: '354',
        [`${T3}outcome.granted.naturalPerson`]: '3167',
      },
      messages: [],
    },
  ],
}
