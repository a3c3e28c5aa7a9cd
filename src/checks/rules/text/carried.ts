import { textsOf } from '../../../format/names'
import { pendingOf } from '../../../report/carry/pendingNotes'
import { waitingIn } from '../../../report/carry/waiting'
import type { Outcome, Rule } from '../../types'
import { holdsAt, proseName } from '../texts'
import { fails } from './elements'

/** So many of the figures are named. */
const NAMED = 4

export const carried: Rule = {
  id: 'text.carried',
  title: '沿用的数字已改',
  severity: 'block',
  due: 'atReview',
  source: '定稿要求',
  explanation:
    '从上年年报沿用的正文里，每个数字、年份和日期，以及“未收到”“与上年持平”一类不写数字的说法，都要改过，或者按“本段已核对”确认。',
  check: (given) => {
    const all = pendingOf(given.report.notes)
    if (!all.length) return []
    return textsOf(given.edition).flatMap(({ address }): Outcome[] => {
      const left = waitingIn(given.report.notes, address, given.text)
      if (!left.length) return all.some(({ text }) => text === address) ? [holdsAt(address)] : []
      const now = given.text(address)
      const words = [...new Set(left.map(({ start, end }) => now.slice(start, end)))]
      const named = words
        .slice(0, NAMED)
        .map((word) => `“${word}”`)
        .join('、')
      const more = words.length > NAMED ? '等' : ''
      const place = proseName(given.edition, address)
      return [
        fails(
          address,
          `${place}：沿用上年的数字、年份等 ${left.length} 处待改：${named}${more}。改过，或按“本段已核对”确认。`,
        ),
      ]
    })
  },
  examples: [
    {
      title: '上年的数字还在',
      carried: { 'overview.onRequest': '2022年收到申请25件。' },
      entries: { 'overview.onRequest': '2023年共收到申请25件。' },
      messages: ['正文（二）：沿用上年的数字、年份等 1 处待改：“25”。改过，或按“本段已核对”确认。'],
    },
    {
      title: '句子移到了另一处',
      carried: { 'overview.onRequest': '2022年收到申请25件，全部按期答复。' },
      entries: { 'overview.onRequest': '', problems: '全年收到申请25件，全部按期答复。' },
      messages: ['第五部分：沿用上年的数字、年份等 1 处待改：“25”。改过，或按“本段已核对”确认。'],
    },
    {
      title: '都改过了，文号不用改',
      carried: { 'overview.onRequest': '按照国办发〔2021〕3号，2022年收到申请25件。' },
      entries: { 'overview.onRequest': '按照国办发〔2021〕3号，2023年收到申请31件。' },
      messages: [],
    },
  ],
}
