import { quoted } from '../../prose/normalise'
import { quantitiesOf } from '../../prose/quantities'
import type { Outcome, Rule } from '../../types'
import { type Written, writtenTexts } from '../texts'
import { ARITHMETIC, plain } from './arithmetic'

/** Parts may stand in the next sentence, without 其中. */
const WAN_REACH = 200

function wanSlips({ address, prose }: Written): Outcome[] {
  const quantities = quantitiesOf(prose)
  return quantities.flatMap((total, i): Outcome[] => {
    if (!total.wan || total.unit === '元') return []
    const figure = total.value / 10_000
    const parts = quantities
      .slice(i + 1)
      .filter(({ unit, wan, start }) => unit === total.unit && !wan && start - total.end < WAN_REACH)
    let sum = 0
    const last = parts.find((part, n) => {
      sum += part.value
      return n > 0 && sum === figure
    })
    const place = { target: address, operands: [address] }
    if (!last) return [{ ...place, state: 'holds' }]
    return [
      {
        ...place,
        state: 'fails',
        message: `${quoted(prose, total.start, total.end)} 与各项之和 ${plain(figure)}${total.unit} 相差一万倍，是否多写“万”？`,
        evidence: { [address]: quoted(prose, total.start, total.end) },
      },
    ]
  })
}

export const unitWan: Rule = {
  id: 'narrative.unit-wan',
  title: '多写了“万”',
  severity: 'verify',
  due: 'whenAnswered',
  source: ARITHMETIC,
  explanation: '合计带“万”、各项不带，而各项相加正好是合计去掉“万”的数。',
  check: (given) => writtenTexts(given).flatMap(wanSlips),
  examples: [
    {
      title: '173769万条',
      entries: { 'overview.proactive': '公开信息173769万条，其中市级75656条、县级98113条。' },
      messages: ['173769万条 与各项之和 173769条 相差一万倍，是否多写“万”？'],
    },
    {
      title: '各项写在下一句',
      entries: { 'overview.proactive': '公开信息30万条。市级公开12条，县级公开18条。' },
      messages: ['30万条 与各项之和 30条 相差一万倍，是否多写“万”？'],
    },
    {
      title: '各项也是万',
      entries: { 'overview.proactive': '公开30万条，其中市级12万条、县级18万条。' },
      messages: [],
    },
  ],
}
