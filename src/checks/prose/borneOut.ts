import type { Family } from './figures'
import { says } from './items'
import type { Concept } from './lexicon'
import type { Meaning } from './meanings'
import type { Item } from './sentence'
import type { State } from './sums'

/** So many figures beside it that are those of the tables leave no doubt of what a clause speaks. */
const WITNESSES = 2
/** One of them is no small number, which may agree by chance. */
const TELLING = 4
const MOST_UNKNOWN: Record<Family, number> = { requests: 6, cases: 6, documents: 2 }
const NAMES: readonly Concept[] = ['row', 'request', 'case', 'result', 'document', 'act']

const ONE_OF = /其中|[含如]|包[括含]|[,:(]对/
const OTHERS = /其[他它]/
/** The same body's, or what the tables have already, or the rest of one figure beside a part of it. */
const tellsSame = (one: Told, other: Told) =>
  other.item.ofBody === one.item.ofBody ||
  other.state === 'agrees' ||
  one.meanings.some(({ amount }) => amount === one.item.value + other.item.value)
/** A number as far as it was judged. */
interface Told {
  sentence: { text: string }
  item: Item
  phrase: string
  state: State
  meanings: Meaning[]
  aside?: boolean
}
const figuresOf = ({ meanings }: Told) => meanings.map(({ figure }) => figure)

/**
 * 厅本级新收53件，办结51件，转入下年2件; 区政府共受理86件，上年结转2件，答复87件: a number that was set aside for the body it
 * is said of, or for a word that nobody knows, is the report's own where all that is told beside it is. What another number
 * tells of the same figure, or a part of it, stays aside.
 */
export function borneOut(judged: Told[]): void {
  const own = judged.filter(({ item }) => item.quantity && item.quantity.unit !== '%')
  const sentences = [...new Set(own.map(({ sentence }) => sentence))]
  const isBeside = (one: Told, other: Told) =>
    other !== one &&
    other.item.family === one.item.family &&
    other.item.ofBody === one.item.ofBody &&
    (other.sentence === one.sentence ||
      (!one.item.ofBody &&
        Math.abs(sentences.indexOf(other.sentence) - sentences.indexOf(one.sentence)) === 1))
  const found = own.flatMap((one, at) => {
    const { item, sentence, aside } = one
    if (
      !aside ||
      item.part ||
      item.quantity?.rough ||
      !item.family ||
      item.unknown > MOST_UNKNOWN[item.family]
    )
      return []
    if (!NAMES.some((concept) => says(item, concept))) return []
    const before = own[at - 1]
    const from = before?.sentence === sentence ? before.item.quantity?.end : 0
    const isOneOf = ONE_OF.test(sentence.text.slice(from, item.quantity?.start)) && !item.ofBody
    if (isOneOf || OTHERS.test(one.phrase) || says(item, 'rest') || says(item, 'except') || says(item, 'sum'))
      return []
    const told = own.flatMap((other) => (other !== one && tellsSame(one, other) ? figuresOf(other) : []))
    const meanings = one.meanings.filter(({ figure }) => !told.includes(figure))
    // 有效期满失效11件: of two deeds it is not plain which.
    if (item.family === 'documents' && meanings.some(({ figure: { cells } }) => cells.length > 1)) return []
    const beside = own.filter((other) => isBeside(one, other))
    const witnesses = beside.filter(({ state, item: { value } }) => state === 'agrees' && value > 0)
    const figures = new Set(witnesses.map((other) => figuresOf(other)[0]))
    return meanings.length &&
      figures.size >= WITNESSES &&
      witnesses.some(({ item: { value } }) => value >= TELLING) &&
      !beside.some((other) => other.aside)
      ? [{ one, meanings }]
      : []
  })
  for (const { one, meanings } of found) Object.assign(one, { state: 'differs', meanings })
}
