import type { Address } from '../format/types'
import { isWrap } from './prose/normalise'
import {
  holdsAt,
  insideMarks,
  oneFinding,
  quotedSpot,
  replaceSpots,
  type Spot,
  spotsOf,
  type Written,
  writtenTexts,
} from './texts'
import type { Fix, Given, Outcome, Rule } from './types'

/** A rule about all prose together: one finding, however often it occurs. */
const overAll = (given: Given, judge: (texts: Written[], home: Address) => Outcome): Outcome[] => {
  const texts = writtenTexts(given)
  const home = texts[0]?.address
  return home === undefined ? [] : [judge(texts, home)]
}

const TERM = /政府信息工作(?!秘密)/

export const term: Rule = {
  id: 'text.term',
  title: '条例用语',
  severity: 'note',
  due: 'atReview',
  source: '政府信息公开条例',
  explanation: '条例用语是“政府信息公开工作”，不写“政府信息工作”。',
  check: (given) =>
    overAll(given, (texts, home) => {
      const spots = spotsOf(texts, TERM)
      return oneFinding(
        spots,
        home,
        () => `“政府信息工作”${spots.length} 处，条例用语是“政府信息公开工作”。`,
        [{ label: '全部替换', changes: replaceSpots(spots, () => '政府信息公开工作') }],
      )
    }),
  examples: [
    {
      title: '少了“公开”',
      entries: { 'overview.oversight': '加强政府信息工作的领导，把政府信息工作列入议程。' },
      messages: ['“政府信息工作”2 处，条例用语是“政府信息公开工作”。'],
    },
  ],
}

/** Shorter lines without a mark are headings or lines of a letter head. */
const LEAST_LINE = 12
const HAN = '[\\u4e00-\\u9fa5]'
const BREAK = new RegExp(`(${HAN})[ \\t\\u3000]*(\\r?\\n[ \\t\\u3000]*)+(?=${HAN})`, 'g')

interface PageBreak {
  address: Address
  original: string
  /** First character of the break and of what follows it. */
  start: number
  end: number
}

function pageBreaksIn({ address, prose: { original } }: Written): PageBreak[] {
  return [...original.matchAll(BREAK)].flatMap((match): PageBreak[] => {
    const start = match.index + 1
    const end = match.index + match[0].length
    const before = original.slice(original.lastIndexOf('\n', match.index) + 1, start).trim()
    const after = original.slice(end).split('\n', 1)[0] ?? ''
    return before.length >= LEAST_LINE && isWrap(before, after) ? [{ address, original, start, end }] : []
  })
}

const joined = (breaks: PageBreak[]): Fix['changes'] =>
  [...new Set(breaks.map(({ address }) => address))].map((address) => {
    const own = breaks.filter((one) => one.address === address).sort((a, b) => b.start - a.start)
    const after = own.reduce(
      (text, { start, end }) => text.slice(0, start) + text.slice(end),
      own[0]?.original ?? '',
    )
    return { address, after }
  })

export const pageBreak: Rule = {
  id: 'text.page-break',
  title: '换页断开的句子',
  severity: 'note',
  due: 'atReview',
  source: '公文排版',
  explanation: '从文件里复制的文字，常在换页、换行的地方断成两段。',
  check: (given) =>
    overAll(given, (texts, home): Outcome => {
      const breaks = texts.flatMap(pageBreaksIn)
      const [first] = breaks
      if (!first) return holdsAt(home)
      const operands = [...new Set(breaks.map(({ address }) => address))]
      const { original, start, end } = first
      const lines = '⏎'.repeat(original.slice(start, end).split('\n').length - 1)
      const excerpt = `${original.slice(Math.max(0, start - 4), start)}${lines}${original.slice(end, end + 4)}`
      const more = breaks.length > 1 ? `等 ${breaks.length} 处` : ''
      return {
        target: first.address,
        operands,
        state: 'fails',
        message: `“${excerpt.trim()}”${more}像是换页断开的一句。`,
        fixes: [{ label: '连接', changes: joined(breaks) }],
        evidence: { [first.address]: excerpt },
      }
    }),
  examples: [
    {
      title: '一句断成两段',
      entries: { problems: '存在的问题是公开的内容不够丰富，还需要进\n\n一步加强。下一步将改进。' },
      messages: ['“还需要进⏎⏎一步加强”像是换页断开的一句。'],
    },
    {
      title: '分段和小标题',
      entries: { problems: '（一）主要问题\n存在不足。\n（二）改进措施\n加强培训。' },
      messages: [],
    },
  ],
}

const GRAMMAR = [
  /主要(?![由从有是为以分对因通包涉内])[^。;由]{2,80}?等(?:部分|方面|内容)?(?:组成|构成)/,
  /加强由(?![^。;,]{0,20}(?:牵头|主导|组成|负责|为主))/,
  /(公开|政府|进一步|加强|推进|政务)\1/,
  /性性|和和(?![美气睦谐平善顺])|的的(?!确|士)|及及|与与(?!会)/,
]

/** Far enough to see what a short stumble belongs to. */
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
      title: '有“由”',
      entries: { 'overview.introduction': '本报告主要由总体情况、表格等组成。' },
      messages: [],
    },
  ],
}

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
