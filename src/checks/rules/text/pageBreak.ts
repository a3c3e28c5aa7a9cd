import type { Address } from '../../../format/types'
import { isWrap } from '../../prose/normalise'
import type { Fix, Outcome, Rule } from '../../types'
import { holdsAt, type Written } from '../texts'
import { HAN, overAll } from './wording'

/** Shorter lines without a mark are headings or lines of a letter head. */
const LEAST_LINE = 12

/** A line of its own, up to this long and without any mark, is a heading that has no number. */
const LONGEST_HEADING = 15
/** With a number before it a heading may be longer. */
const NUMBERED =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．])\s*/
const LONGEST_NUMBERED = 30
const isBareHeading = (line: string): boolean => {
  const words = line.replace(NUMBERED, '')
  const longest = words === line ? LONGEST_HEADING : LONGEST_NUMBERED
  return (
    !/[和及与的、，]$/.test(words) &&
    words.length <= longest &&
    !(words === line ? /[，。；：、,.;:]/ : /[。；：.;:]/).test(words)
  )
}

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
    const lineEnd = original.indexOf('\n', end)
    const after = original.slice(end, lineEnd < 0 ? undefined : lineEnd).trim()
    if (isBareHeading(before) || isBareHeading(after)) return []
    return before.length >= LEAST_LINE && isWrap(before, after) ? [{ address, original, start, end }] : []
  })
}

/** The texts without their breaks, each read once: a pasted page may be broken a thousand times. */
const joined = (breaks: PageBreak[]): Fix['changes'] =>
  [...new Set(breaks.map(({ address }) => address))].map((address) => {
    const own = breaks.filter((one) => one.address === address).sort((a, b) => a.start - b.start)
    const original = own[0]?.original ?? ''
    const kept = own.map(({ start }, at) => original.slice(own[at - 1]?.end ?? 0, start))
    return { address, after: kept.join('') + original.slice(own.at(-1)?.end ?? 0) }
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
      entries: {
        problems:
          '（一）主要问题\n存在不足。\n（二）本年度公开工作要点落实情况\n各科室按月报送。下一步加强培训。',
      },
      messages: [],
    },
    {
      title: '小标题里的逗号和顿号',
      entries: {
        'overview.proactive': '（一）围绕中心任务，主动公开更有质量\n一是公开政策文件和解读材料。',
        'overview.onRequest': '（二）复议、诉讼和监督等情况\n发生行政复议2件。',
      },
      messages: [],
    },
    {
      title: '没有编号的小标题',
      entries: {
        'overview.proactive':
          '本年通过政府网站公开政策文件和解读材料\n依申请公开情况\n本年办理的申请都在期限内答复。',
      },
      messages: [],
    },
  ],
}
