import { sumOf } from '../../prose/listParts'
import { quoted } from '../../prose/normalise'
import { type Judged, readingOf } from '../../prose/reading'
import type { Outcome, Rule } from '../../types'
import { T3 } from '../requests/places'
import { holdsAt, writtenTexts } from '../texts'
import { sentencesOfReading } from './arithmetic'
import { notThisFigure } from './claims'
import { isCount } from './wholes'

/** The four sums of one paragraph's story. */
const STORY = ['received', 'carriedOver', 'outcomeTotal', 'carriedForward'] as const

const tells = ({ item }: Judged, key: string) =>
  item.quantity !== undefined &&
  item.quantity.unit !== '%' &&
  !item.quantity.rough &&
  item.scope !== 'none' &&
  !item.second &&
  item.first?.[0]?.length === 1 &&
  item.first[0][0] === key &&
  // 共办理101件，其中本年新收96件: what was handled may be all that came in.
  (key !== 'outcomeTotal' || item.first.every((keys) => keys.includes(key)))

/** What stands between two numbers, and behind the last one. */
const around = (own: Judged[], at: number): string => {
  const { sentence, item } = own[at] as Judged
  const from = own[at - 1]?.item.quantity?.end ?? 0
  const tail = sentence.text.slice(item.quantity?.end ?? 0).replace(/[,、;(].*/s, '')
  return sentence.text.slice(from, item.quantity?.start) + tail
}
/** The stock of documents, told by one sentence: what was in force, issued, repealed, and is in force. */
const STOCK: RegExp[] = [
  /(?:年初|期初|上年末|上年底|上一?年度?(?:末|底)|去年(?:末|底))/,
  /制发|制定|印发|出台|新增/,
  /废止|失效/,
  /(?<!上)(?<!上一)(?:年末|年底|期末|现行有效|变为|目前)/,
]

function stockOf(own: Judged[]): Outcome[] {
  const counted = own.filter(isCount)
  // ……年末42件，另制作图解9个: what follows is of other things.
  const others = counted.slice(STOCK.length).every(({ item }) => item.family === undefined)
  const numbers = others ? counted.slice(0, STOCK.length) : counted
  const [head] = numbers
  if (numbers.length !== STOCK.length || !head || !/规范性文件|规章|有效/.test(head.sentence.text)) return []
  const exact = numbers.every(
    ({ item: { quantity } }) => !quantity?.rough && quantity?.unit === head.item.quantity?.unit,
  )
  const told = numbers.every((_, at) => STOCK[at]?.test(around(numbers, at)))
  if (!exact || !told || numbers.some(({ state }) => state === 'differs')) return []
  const [before = 0, issued = 0, repealed = 0, left = 0] = numbers.map(({ item }) => item.value)
  const { written, sentence } = head
  const place = { target: written.address, operands: [written.address] }
  if (before + issued - repealed === left) return [{ ...place, state: 'holds' }]
  const phrase = quoted(
    written.prose,
    sentence.start + (head.item.quantity?.start ?? 0),
    sentence.start + (numbers.at(-1)?.item.quantity?.end ?? 0),
  )
  return [
    {
      ...place,
      state: 'fails',
      message: `正文：年初 ${before}＋制发 ${issued}－废止 ${repealed}＝${before + issued - repealed}，年末写作 ${left}。`,
      evidence: { [written.address]: phrase },
      fixes: [notThisFigure(phrase)],
    },
  ]
}

export const narrativeBalance: Rule = {
  id: 'narrative.balance',
  title: '正文自己的勾稽关系',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办公开办函〔2021〕30号 附件 表三表头',
  explanation: '一段话里写全了新收、结转、答复和结转下年的，四个数也应合得上。',
  check: (given) => [
    ...sentencesOfReading(readingOf(given).judged).flatMap(({ own }) => stockOf(own)),
    ...writtenTexts(given).flatMap(({ address }): Outcome[] => {
      const own = readingOf(given).judged.filter(({ written }) => written.address === address)
      const story = STORY.map((key) => own.filter((one) => tells(one, key)))
      const [received, carriedOver, closed, forward] = story.map(([first]) => first)
      if (!received || !carriedOver || !closed || !forward || story.some(({ length }) => length > 1))
        return []
      // A number that no reading makes true is told by narrative.claim.
      if (story.some(([first]) => first?.state === 'differs')) return []
      // Those of another circle have a balance of their own.
      if (story.some(([first]) => first?.item.scope !== 'ours' || first.item.unknown > 1)) return []
      const [a, b, c, d] = [
        received.item.value,
        carriedOver.item.value,
        closed.item.value,
        forward.item.value,
      ]
      // 受理 and 收到 often count what was carried over in.
      const included = a === c + d && received.item.first?.some((keys) => keys.includes('carriedOver'))
      // 撤回11件，按期答复63件: what ended without an answer, beside those that had one.
      const ended = own.filter(
        ({ item }) => item.quantity && item.first?.every(([key]) => key?.startsWith('outcome.other')),
      )
      if (ended.some(({ state }) => state === 'differs')) return []
      const e = sumOf(ended)
      if (a + b === c + d || a + b === c + d + e || included || /含/.test(received.sentence.text))
        return [holdsAt(address)]
      const phrase = story.map(([first]) => first?.phrase ?? '').join('；')
      return [
        {
          target: address,
          operands: [address],
          state: 'fails',
          message: `正文：新收 ${a}＋结转 ${b}＝${a + b}，答复 ${c}＋结转下年 ${d}＝${c + d}，差 ${Math.abs(a + b - c - d)}。`,
          evidence: { [address]: phrase },
          fixes: [notThisFigure(phrase)],
        },
      ]
    }),
  ],
  examples: [
    {
      title: '78＋3 与 75＋3',
      entries: {
        [`${T3}received.naturalPerson`]: '75',
        [`${T3}carriedOver.naturalPerson`]: '3',
        [`${T3}outcome.granted.naturalPerson`]: '75',
        [`${T3}carriedForward.naturalPerson`]: '3',
        'overview.onRequest': '新收申请78件，上年结转3件，共答复75件，结转下年度3件。',
      },
      messages: ['正文：新收 78＋结转 3＝81，答复 75＋结转下年 3＝78，差 3。'],
    },
    {
      title: '与表三不同的那个数，由“正文的数字与表格一致”提出',
      entries: { 'overview.onRequest': '新收申请78件，上年结转3件，共答复75件，结转下年度3件。' },
      messages: [],
    },
  ],
}
