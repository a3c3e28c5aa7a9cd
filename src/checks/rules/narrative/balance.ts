import { type Judged, readingOf } from '../../prose/reading'
import type { Outcome, Rule } from '../../types'
import { T3 } from '../requests/places'
import { holdsAt, writtenTexts } from '../texts'
import { notThisFigure } from './claims'

/** The four sums of one paragraph's story. */
const STORY = ['received', 'carriedOver', 'outcomeTotal', 'carriedForward'] as const

const tells = ({ item }: Judged, key: string) =>
  item.quantity !== undefined &&
  !item.quantity.rough &&
  item.scope === 'ours' &&
  item.unknown <= 1 &&
  !item.second &&
  item.first?.[0]?.length === 1 &&
  item.first[0][0] === key

export const narrativeBalance: Rule = {
  id: 'narrative.balance',
  title: '正文自己的勾稽关系',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办公开办函〔2021〕30号 附件 表三表头',
  explanation: '一段话里写全了新收、结转、答复和结转下年的，四个数也应合得上。',
  check: (given) =>
    writtenTexts(given).flatMap(({ address }): Outcome[] => {
      const own = readingOf(given).judged.filter(({ written }) => written.address === address)
      const story = STORY.map((key) => own.filter((one) => tells(one, key)))
      const [received, carriedOver, closed, forward] = story.map(([first]) => first)
      if (!received || !carriedOver || !closed || !forward || story.some(({ length }) => length > 1))
        return []
      // A number that no reading makes true is told by narrative.claim.
      if (story.some(([first]) => first?.state === 'differs')) return []
      const [a, b, c, d] = [
        received.item.value,
        carriedOver.item.value,
        closed.item.value,
        forward.item.value,
      ]
      // 受理 and 收到 often count what was carried over in.
      const included = a === c + d && received.item.first?.some((keys) => keys.includes('carriedOver'))
      if (a + b === c + d || included || /含/.test(received.sentence.text)) return [holdsAt(address)]
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
