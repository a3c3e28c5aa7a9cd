import type { Rule } from '../../types'
import { OVERVIEW } from '../period'
import { holdsAt, inSection, writtenTexts } from '../texts'

/** Kept for the list of rules and for a city that asks for it. */
const MAX_OVERVIEW = 1000

export const textLength: Rule = {
  id: 'text.length',
  title: '总体情况的字数',
  severity: 'note',
  due: 'atReview',
  source: '个别地方的通知',
  explanation: '个别地方要求总体情况不超过 1000 字。没有全国规定，默认不核对。',
  off: true,
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const target = texts[0]?.address
    if (!target) return []
    const count = texts.reduce((sum, { prose }) => sum + prose.text.replace(/\s/g, '').length, 0)
    return [
      count > MAX_OVERVIEW
        ? { target, operands: [target], state: 'fails', message: `总体情况 ${count} 字。` }
        : holdsAt(target),
    ]
  },
  examples: [
    {
      title: '超过 1000 字',
      entries: {
        'overview.introduction': '公开'.repeat(600),
        'overview.proactive': '',
        'overview.onRequest': '',
        'overview.management': '',
        'overview.platform': '',
        'overview.oversight': '',
      },
      messages: ['总体情况 1200 字。'],
    },
    {
      title: '正好 1000 字，空格和换行不算字',
      entries: {
        'overview.introduction': `${'公开 '.repeat(500)}\n`,
        'overview.proactive': '',
        'overview.onRequest': '',
        'overview.management': '',
        'overview.platform': '',
        'overview.oversight': '',
      },
      messages: [],
    },
  ],
}
