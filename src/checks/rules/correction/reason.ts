import { isCorrection } from '../../../report/publication'
import type { Rule } from '../../types'
import { fails } from '../text/elements'
import { holdsAt } from '../texts'

export const correctionReason: Rule = {
  id: 'correction.reason',
  title: '更正版写明更正原因',
  severity: 'verify',
  due: 'atReview',
  source: '通行做法',
  explanation: '更正原因印在更正说明里，随报告公布；没有它，读者不知道为什么更正。',
  check: ({ edition: { correction }, report, text }) => {
    if (!correction || !isCorrection(report)) return []
    const target = correction.reason
    if (text(target).trim() !== '') return [holdsAt(target)]
    return [fails(target, '这是更正版，还没有写更正原因。')]
  },
  examples: [
    {
      title: '没有写原因',
      corrects: { problems: '改前的一段。' },
      entries: {},
      messages: ['这是更正版，还没有写更正原因。'],
    },
    {
      title: '写了原因',
      corrects: { problems: '改前的一段。' },
      entries: { 'correction.reason': '行政处罚漏计一件。' },
      messages: [],
    },
  ],
}
