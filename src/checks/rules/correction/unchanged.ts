import { aboutAddresses, isCorrection } from '../../../report/publication'
import { addressesOf, textAt } from '../../../report/report'
import type { Rule } from '../../types'
import { fails } from '../text/elements'
import { holdsAt } from '../texts'

export const correctionUnchanged: Rule = {
  id: 'correction.unchanged',
  title: '更正版有改动',
  severity: 'verify',
  due: 'atReview',
  source: '通行做法',
  explanation: '更正版与它更正的版本逐项比较；完全相同，更正说明里就没有内容。',
  check: ({ edition, report, text }) => {
    const { corrected } = report.notes
    if (!edition.correction || !corrected || !isCorrection(report)) return []
    const target = edition.correction.reason
    const about = aboutAddresses(edition)
    const isChanged = addressesOf(edition).some(
      (address) =>
        !about.includes(address) && text(address).trim() !== textAt(corrected.entries, address).trim(),
    )
    if (isChanged) return [holdsAt(target)]
    return [fails(target, '这份更正版与它更正的版本相同，还没有任何改动。')]
  },
  examples: [
    {
      title: '只写了原因',
      corrects: {},
      entries: { 'correction.reason': '行政处罚漏计一件。' },
      messages: ['这份更正版与它更正的版本相同，还没有任何改动。'],
    },
    {
      title: '改了一格',
      corrects: { 'tables.requests.received.naturalPerson': '3' },
      entries: { 'correction.reason': '新收多计三件。' },
      messages: [],
    },
  ],
}
