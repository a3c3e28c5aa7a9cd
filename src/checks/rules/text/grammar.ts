import type { Rule } from '../../types'
import { insideMarks, oneFinding, quotedSpot, type Spot, spotsOf } from '../texts'
import { overAll } from './wording'

const GRAMMAR = [
  /主要(?![由从有是为以分对因通包涉内])[^。;由]{2,80}?等(?:部分|方面|内容)?(?:组成|构成)/,
  /加强由(?![^。;,]{0,20}(?:牵头|主导|组成|负责|为主))/,
  // A word of two characters twice; 逐条逐条, 一件一件, 研究研究 are said on purpose.
  /(?![逐一每层常研讨商]|好好|人人|家家|年年|天天|时时|处处|步步|多多)([\u4e00-\u9fa5])(?!\1)([\u4e00-\u9fa5])\1\2/,
  /进一步进一步/,
  /性性|和和(?![美气睦谐平善顺])|(?<!目)的的(?!确|士)|及及|与与(?!会)/,
]

/** The slip as it is quoted: a long one shortened in the middle, a short one with the characters after it. */
const excerptOf = ({ prose, start, end }: Spot): string => {
  const quote = quotedSpot({ address: '', prose, start, end })
  if (quote.length > 12) return `${quote.slice(0, 6)}…${quote.slice(-3)}`
  const tail = quotedSpot({ address: '', prose, start: end, end: Math.min(prose.text.length, end + 6) })
  return `${quote}${tail.replace(/[,，。;；].*$/, '')}`
}

export const grammar: Rule = {
  id: 'text.grammar',
  title: '多字、缺字',
  severity: 'note',
  due: 'atReview',
  source: '通顺',
  explanation: '“主要…等组成”缺“由”、“加强由…”多“由”、重复的词。只认几种常见的。',
  check: (given) =>
    overAll(given, (texts, home) => {
      const spots = GRAMMAR.flatMap((expression) => spotsOf(texts, expression)).filter(
        ({ prose, start }) => !insideMarks(prose.text, start),
      )
      return oneFinding(spots, home, () => {
        const counts = new Map<string, number>()
        for (const spot of spots) counts.set(excerptOf(spot), (counts.get(excerptOf(spot)) ?? 0) + 1)
        const list = [...counts].map(([text, n]) => `“${text}”${n > 1 ? `（${n} 处）` : ''}`).join('')
        return `${list}：可能多字或缺字。`
      })
    }),
  examples: [
    {
      title: '缺“由”',
      entries: { 'overview.introduction': '示例局年报主要总体情况、表格等组成，期限截至2023年12月31日。' },
      messages: ['“主要总体情况、表格等组成”：可能多字或缺字。'],
    },
    {
      title: '重复的字',
      entries: { 'overview.proactive': '属于过程性性信息，做好信息公开公开工作。' },
      messages: ['“公开公开工作”“性性信息”：可能多字或缺字。'],
    },
    {
      title: '重复的词',
      entries: { 'overview.management': '规范审核审核发布机制，传达会议精神精神。' },
      messages: ['“审核审核发布机制”“精神精神”：可能多字或缺字。'],
    },
    {
      title: '有意的重复',
      entries: {
        'overview.management': '对历年文件逐条逐条清理，一件一件落实；本中心不以营利为目的的服务照常。',
      },
      messages: [],
    },
    {
      title: '有“由”',
      entries: { 'overview.introduction': '本报告主要由总体情况、表格等组成。' },
      messages: [],
    },
  ],
}
