import type { Judged, ReadSentence } from './judged'
import { POWERS, PROPOSALS } from './notOurs'

/** 保留行政权力319项。其中，行政许可18项: kinds of what an organ may decide. */
const dividesPowers = ({ sentence }: ReadSentence, { sentence: { text }, items }: ReadSentence) =>
  /^(?:其中|包[括含])/.test(sentence.text) && items.at(-1)?.quantity?.unit === '项' && POWERS.test(text)
const isPower = ({ item }: Judged) => item.family === 'documents' && item.quantity?.unit === '项'

/** 承办代表建议67件、政协提案89件。这156件全部办结，公开答复153件: what became of those. */
const isOfProposals = ({ sentence }: ReadSentence, { sentence: { text } }: ReadSentence) =>
  PROPOSALS.test(text) && !/申请/.test(text) && !/申请|信息/.test(sentence.text)

const isAnswer = ({ item, phrase }: Judged) =>
  item.family === 'requests' && /答复|办[复结理毕]|复文/.test(phrase)

/** The numbers of a sentence that go on with what the one before it tells of, which is of no table, are of none either. */
export function asBefore(own: Judged[], read: ReadSentence, before: ReadSentence): Judged[] {
  const powers = dividesPowers(read, before)
  const proposals = isOfProposals(read, before)
  if (!powers && !proposals) return own
  return own.map((one) =>
    (powers && isPower(one)) || (proposals && isAnswer(one)) ? { ...one, state: 'none', aside: false } : one,
  )
}
