import type { Outcome, Rule } from '../../types'
import { holdsAt } from '../texts'
import { HAN, overAll } from './wording'

/** Half-width marks and what they should be in Chinese text. */
const FULL_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

const HALF_MARK = new RegExp(
  `(?<=[${'\\u4e00-\\u9fa5'}”》〉)）])\\s*[,;:()]\\s*|[,;:()](?=${HAN}|[“《])`,
  'g',
)

const halfMarksIn = (original: string): { start: number; end: number; mark: string }[] =>
  [...original.matchAll(HALF_MARK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    mark: match[0].trim(),
  }))

const toFullWidth = (original: string): string =>
  original.replace(HALF_MARK, (match) => FULL_WIDTH[match.trim()] ?? match)

export const punctuation: Rule = {
  id: 'text.punctuation',
  title: '半角和全角标点',
  severity: 'note',
  due: 'atReview',
  source: 'GB/T 15834-2011 标点符号用法',
  explanation: '汉字之间用全角标点。数字、网址、代码里的半角符号不算。',
  check: (given) =>
    overAll(given, (texts, home): Outcome => {
      const half = texts.map(({ address, prose }) => ({ address, prose, marks: halfMarksIn(prose.original) }))
      const mixed = half.filter(({ marks }) => marks.length)
      const target = mixed[0]?.address
      const all = texts.map(({ prose }) => prose.original).join('\n')
      const full = all.match(/[，；：（）]/g)?.length ?? 0
      if (target === undefined || full === 0) return holdsAt(home)
      const halfCommas = half.flatMap(({ marks }) => marks).filter(({ mark }) => mark === ',').length
      const fullCommas = all.match(/，/g)?.length ?? 0
      const counts =
        halfCommas && fullCommas
          ? `半角逗号 ${halfCommas}，全角 ${fullCommas}`
          : `半角 ${half.reduce((sum, { marks }) => sum + marks.length, 0)} 处，全角 ${full} 处`
      return {
        target,
        operands: mixed.map(({ address }) => address),
        state: 'fails',
        message: `正文混用半角和全角标点（${counts}）。`,
        fixes: [
          {
            label: '统一为全角',
            changes: mixed.map(({ address, prose }) => ({ address, after: toFullWidth(prose.original) })),
          },
        ],
        evidence: Object.fromEntries(
          mixed.map(({ address, marks }) => [address, `半角标点 ${marks.length} 处`]),
        ),
      }
    }),
  examples: [
    {
      title: '逗号混用',
      entries: { 'overview.proactive': '主动公开信息,方便群众查阅，效果较好。' },
      messages: ['正文混用半角和全角标点（半角逗号 1，全角 3）。'],
    },
    {
      title: '数字和网址里的半角符号',
      entries: { 'overview.proactive': '公开信息1,230条，网址https://www.example.gov.cn/a;b。' },
      messages: [],
    },
  ],
}
