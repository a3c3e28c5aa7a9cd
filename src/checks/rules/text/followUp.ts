import type { Address } from '../../../format/types'
import { proseOf } from '../../prose/normalise'
import type { Outcome, Rule } from '../../types'
import { lastYearOf } from '../figures'
import { LEAST_SENTENCE, share } from '../sameWording'
import { holdsAt, writtenTexts } from '../texts'

const PROBLEMS: Address = 'problems'

const NEXT_STEPS = /下一步|今后|改进措施|改进情况|针对(?:上述|以上|存在)/

/** With less than this in common an item was not taken up; wording differs, so the bound is low. */
const TAKEN_UP = 0.1

/** What last year's section five promised, item by item. */
function itemsOf(text: string): string[] {
  const from = text.search(NEXT_STEPS)
  if (from < 0) return []
  return text
    .slice(from)
    .split(/[。;\n]/)
    .map((item) => item.replace(/^.*?[一二三四五六]是|^(?:下一步|今后)[,:]?/, '').trim())
    .filter((item) => item.length >= LEAST_SENTENCE)
}

const SHOWN = 16

export const followUp: Rule = {
  id: 'text.follow-up',
  title: '上年改进措施的落实',
  severity: 'note',
  due: 'atReview',
  source: '条例第五十条第一款第五项',
  explanation: '上年第五部分提出的改进措施，本年没有一项提到。',
  needsLastYear: true,
  check: (given): Outcome[] => {
    const lastYear = lastYearOf(given)
    const texts = writtenTexts(given).filter(({ spec }) => !spec.beforeSections)
    if (!lastYear || !texts.some(({ address }) => address === PROBLEMS)) return []
    const items = itemsOf(proseOf(lastYear.text(PROBLEMS)).text)
    const [first] = items
    if (first === undefined) return []
    if (items.some((item) => share(item, texts) >= TAKEN_UP)) return [holdsAt(PROBLEMS)]
    const excerpt = first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first
    return [
      {
        target: PROBLEMS,
        operands: [PROBLEMS],
        state: 'fails',
        message: `上年提出的改进措施（${excerpt}）本年未见落实情况。`,
        evidence: { [`lastYear.${PROBLEMS}`]: excerpt },
      },
    ]
  },
  examples: [
    {
      title: '上年要建的查阅点没有下文',
      entries: {},
      lastYear: { problems: '存在的问题是场所不足。下一步，在各社区增设信息查阅点并配备专人。' },
      messages: ['上年提出的改进措施（在各社区增设信息查阅点并配备专人）本年未见落实情况。'],
    },
    {
      title: '有下文',
      entries: { 'overview.platform': '已在六个社区增设信息查阅点。' },
      lastYear: { problems: '存在的问题是场所不足。下一步，在各社区增设信息查阅点并配备专人。' },
      messages: [],
    },
  ],
}
