import { quoted } from '../../prose/normalise'
import type { Judged } from '../../prose/reading'
import type { Failure, Outcome } from '../../types'

/** The source of rules that only add and divide. */
export const ARITHMETIC = '加得上、除得准'

export const plain = (value: number) => String(Math.round(value * 10_000) / 10_000)

/** The numbers of each sentence, with those of the sentence before it in the same text. */
export function sentencesOfReading(judged: Judged[]): Spoken[] {
  let found = spoken.get(judged)
  if (!found) {
    found = dividedIn(judged)
    spoken.set(judged, found)
  }
  return found
}
export interface Spoken {
  own: Judged[]
  earlier: Judged[]
  /** That sentence, with the one before it in turn. */
  before?: Spoken
}
/** More numbers than a sentence of any report has: of such a one the arithmetic says nothing, since its work grows faster than they. */
const MOST_NUMBERS = 300
/** Several rules ask for the same reading. */
const spoken = new WeakMap<Judged[], Spoken[]>()
function dividedIn(judged: Judged[]): Spoken[] {
  const found: Spoken[] = []
  for (const one of judged) {
    const last = found.at(-1)
    const [head] = last?.own ?? []
    if (last && head?.written === one.written && head.sentence === one.sentence) last.own.push(one)
    else {
      const before = head?.written === one.written ? last : undefined
      found.push({ own: [one], earlier: before?.own ?? [], before })
    }
  }
  return found.filter(({ own }) => own.length <= MOST_NUMBERS)
}

/** 2.社会保障类21条，占22.11%: an item on a line of its own. */
const ITEM = /^(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}是|[—◆●■·-])/
/** What stands before a sentence; before items of a list, one below the other, that is what all of them divide. */
export function aheadOf({ own, before }: Spoken): Judged[] {
  const isItem = (said: Judged[]) => ITEM.test(said[0]?.sentence.text ?? '')
  let ahead = before
  while (ahead?.before && isItem(own) && isItem(ahead.own)) ahead = ahead.before
  return ahead?.own ?? []
}

/** A text that is in order. */
export const holdsIn = ({ written: { address } }: Judged): Outcome => ({
  target: address,
  operands: [address],
  state: 'holds',
})
/** A fault of a text, shown by the words of one sentence, and by what else tells of it. */
export const failsIn = (
  { written: { address, prose }, sentence }: Judged,
  [from, to]: [from: number, to: number | undefined],
  message: string,
  evidence?: Failure['evidence'],
): Outcome => ({
  target: address,
  operands: [address],
  state: 'fails',
  message,
  evidence: {
    [address]: quoted(prose, sentence.start + from, sentence.start + (to ?? 0)),
    ...evidence,
  },
})

export const HUNDRED = 100
export const MOST_BETWEEN = 12

export const placesOf = ({ written, sentence, item: { quantity } }: Judged): number =>
  quantity
    ? (written.prose.text
        .slice(sentence.start + quantity.start, sentence.start + quantity.digitsEnd)
        .split('.')[1]?.length ?? 0)
    : 0
/** Rounded and cut off are both right. */
export const near = (percent: number, exact: number, places: number) =>
  Math.abs(percent - exact) < 10 ** -places - 1e-9

/** What stands between a number and the one before it, or the denial. */
export function leadOf(own: Judged[], at: number): string {
  const { quantity, end } = own[at - 1]?.item ?? {}
  return (own[at]?.sentence.text ?? '').slice(quantity?.end ?? end ?? 0, own[at]?.item.quantity?.start)
}
