import type { Address } from '../../../format/types'
import type { Rule } from '../../types'
import { judgeFigures, percent, rowNameAt } from '../figures'
import { CARRIED_OVER, FEW, RECEIVED, T3 } from './places'

const CARRIED_FORWARD: Address = `${T3}carriedForward.total`

export const carriedForwardHigh: Rule = {
  id: 'requests.carried-forward-high',
  title: '结转下年度偏多',
  severity: 'note',
  due: 'atReview',
  source: '条例第三十三条',
  explanation: '答复期限是 20 个工作日，延长不超过 20 个工作日，所以结转通常只有年底收到的一小部分。',
  check: (given) =>
    judgeFigures(
      given,
      [CARRIED_FORWARD, RECEIVED, CARRIED_OVER],
      ([n = 0n, received = 0n, carried = 0n]) => {
        const base = received + carried
        return n >= FEW && n * 3n > base && base > 0n
          ? {
              message: `${rowNameAt(given.edition, CARRIED_FORWARD)} ${n} 件，占本年应办 ${base} 件的 ${percent(n, base)}%，请确认。`,
            }
          : undefined
      },
    ),
  examples: [
    {
      title: '一半没有办结',
      entries: {
        [`${T3}received.naturalPerson`]: '20',
        [`${T3}outcome.granted.naturalPerson`]: '10',
        [`${T3}carriedForward.naturalPerson`]: '10',
      },
      messages: ['结转下年度 10 件，占本年应办 20 件的 50%，请确认。'],
    },
    {
      title: '淮安市 2024 年：103÷3153',
      entries: {
        [`${T3}received.naturalPerson`]: '3119',
        [`${T3}carriedOver.naturalPerson`]: '34',
        [`${T3}outcome.granted.naturalPerson`]: '3050',
        [`${T3}carriedForward.naturalPerson`]: '103',
      },
      messages: [],
    },
  ],
}
