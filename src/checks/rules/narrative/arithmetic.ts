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
const ITEM =
  /^(?:(\d{1,2})[.、]|\((\d{1,2})\)|([①-⑳])|([一二三四五六七八九十]{1,2})是|\(([一二三四五六七八九十]{1,2})\)|([—◆●■·-]))/
const CIRCLED = 9311
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
/** Its kind, and its place, where not all items have the same mark. */
function markOf([first]: Judged[]): { kind: number; place: number | undefined } | undefined {
  const groups = ITEM.exec(first?.sentence.text ?? '')?.slice(1) ?? []
  const kind = groups.findIndex((group) => group !== undefined)
  const mark = groups[kind]
  if (!mark) return undefined
  // 十二是: ten and two.
  const spelt = [...mark].reduce((sum, digit) => sum + ORDINALS.indexOf(digit) + 1, 0)
  const places = [Number(mark), Number(mark), mark.charCodeAt(0) - CIRCLED, spelt, spelt]
  return { kind, place: places[kind] }
}
/** 2.其中动态720条: of the item before it. */
const OF_ITEM = /^[^,;\d]{0,2}\d{0,2}[^,;\d]{0,2}其中/
/**
 * What stands before a sentence; before items of a list, one below the other, that is what all of them divide. Where a list has
 * nothing before it, its first item may be of all, or one of several: `open`.
 */
export function aheadOf(said: Spoken): { ahead: Judged[]; open: boolean } {
  const { own, before } = said
  const mark = markOf(own)
  if (!mark || OF_ITEM.test(own[0]?.sentence.text ?? '')) return { ahead: before?.own ?? [], open: false }
  let head = said
  let place = mark.place
  for (let at = before; at && place !== 1; at = at.before) {
    const other = markOf(at.own)
    // 1.财政120条：(1)预算90条: an item of another list stands between, or is what this one divides.
    const isOfList = other?.kind === mark.kind && (place === undefined || (other.place ?? 0) < place)
    if (isOfList) [head, place] = [at, other.place]
    else if (other?.kind === mark.kind || place === undefined) break
  }
  if (head.before || head === said) return { ahead: head.before?.own ?? [], open: false }
  return { ahead: head.own, open: true }
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
