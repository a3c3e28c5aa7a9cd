import { makes } from '../../prose/addsUp'
import { quoted } from '../../prose/normalise'
import { quantitiesOf, sentencesOf } from '../../prose/quantities'
import type { Outcome, Rule } from '../../types'
import { inSection, type Written, writtenTexts } from '../texts'
import { plain } from './arithmetic'

/** So many times the total, or so many times less: not all of them are its parts. */
const MOST = 1.25
const FEE_UNITS = ['元', '件']

/** Section six: 共25件2950元，其中甲局1件420元…; each unit adds up on its own. */
function feeSums(written: Written): Outcome[] {
  const { prose, address } = written
  const quantities = quantitiesOf(prose)
  return sentencesOf(prose.text).flatMap((sentence): Outcome[] => {
    const marker = sentence.text.search(/其中|[:(]/)
    if (marker < 0 || !/费/.test(sentence.text)) return []
    const at = sentence.start + marker
    const own = quantities.filter(({ start }) => start >= sentence.start && start < sentence.end)
    return FEE_UNITS.flatMap((unit): Outcome[] => {
      const total = own.filter((one) => one.unit === unit && one.end <= at).at(-1)
      const parts = own.filter((one) => one.unit === unit && one.start >= at)
      if (!total || parts.length < 2 || total.rough || parts.some(({ rough }) => rough)) return []
      const sum = Math.round(parts.reduce((all, { value }) => all + value, 0) * 100) / 100
      const place = { target: address, operands: [address] }
      // 其中1件缴费120元，实际收取120元，另1件140元未缴: what is told again is no other part.
      const values = parts.map(({ value }) => value)
      if (makes(values, total.value) || makes([...new Set(values)], total.value))
        return [{ ...place, state: 'holds' }]
      if (sum > total.value * MOST || sum < total.value / MOST) return []
      const difference = plain(Math.abs(sum - total.value))
      const what = unit === '元' ? '信息处理费共' : '收费共'
      return [
        {
          ...place,
          state: 'fails',
          message: `${what} ${plain(total.value)} ${unit}，各单位相加 ${plain(sum)} ${unit}，差 ${difference} ${unit}。`,
          evidence: { [address]: quoted(prose, total.start, parts.at(-1)?.end ?? total.end) },
        },
      ]
    })
  })
}

export const feeSum: Rule = {
  id: 'narrative.fee-sum',
  title: '信息处理费的合计',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办函〔2020〕109号',
  explanation: '第六部分分单位写收费的，件数和金额各自加得上。',
  check: (given) => inSection(given, writtenTexts(given), 'other').flatMap(feeSums),
  examples: [
    {
      title: '金额差 10 元',
      entries: {
        other:
          '共收取信息处理费25件2950元，其中甲局1件420元、乙局2件290元、丙局15件1500元、丁局1件140元、戊局6件590元。',
      },
      messages: ['信息处理费共 2950 元，各单位相加 2940 元，差 10 元。'],
    },
    {
      title: '同一笔说了两次，另一笔没有缴',
      entries: {
        other: '发出收费通知2件，共260元，其中1件缴费120元，实际收取信息处理费120元，另1件140元未缴。',
      },
      messages: [],
    },
    {
      title: '宿迁市 2023 年：2950＝420＋290＋1500＋140＋600',
      entries: {
        other:
          '共收取信息处理费25件2950元，其中甲局1件420元、乙局2件290元、丙局15件1500元、丁局1件140元、戊局6件600元。',
      },
      messages: [],
    },
  ],
}
