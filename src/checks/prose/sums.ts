import type { Address } from '../../format/types'
import type { Given } from '../types'
import { amountOf, type Family, figureOf, totalOf } from './figures'
import { ANY_FLOW, isShared, says } from './items'
import { CASES, fits, isFlow, type Meaning, TOTAL } from './meanings'
import type { Item } from './sentence'

/**
 * agrees: a fair reading is true. differs: no fair reading is, and the words name the figure. closed: the cases without
 * those still pending. missing: a cell is blank. unsure: likely about these figures, but it may be read otherwise.
 * none: nothing that the tables count.
 */
export type State = 'agrees' | 'differs' | 'closed' | 'missing' | 'unsure' | 'none'

export interface Verdict {
  state: State
  meanings: Meaning[]
  /** What the number agrees with, where its words allow no other near reading. */
  sole?: Meaning
  /** It agrees with more than one figure of the tables under a reading that makes its whole run true. */
  several?: boolean
}

/** 其他 is whatever its list leaves: the row, the column or the result of that name, or the remainder. */
export function judgeOther(given: Given, item: Item, before: Item[], verdicts: Verdict[]): Verdict {
  // 不予处理12件，占3.8%；其他16件: a share says nothing of what is listed.
  const last = before.map(({ quantity }) => quantity?.unit !== '%').lastIndexOf(true)
  const like = before[last]
  const listed =
    (like?.family === 'requests' || like?.family === 'cases') &&
    like.scope === 'ours' &&
    (like.second || !isFlow(like))
  if (!listed) return { state: 'unsure', meanings: [] }
  // 直接起诉47件（维持29件，其他12件）: of the cases that the result before it was read of.
  const [told] = verdicts[last]?.meanings ?? []
  const places: { family: Family; first: string[]; second: string[] }[] =
    like?.family === 'cases'
      ? (like.first ?? [...(told ? [told.first] : []), ['review'], ['litigation'], CASES]).map((first) => ({
          family: 'cases',
          first,
          second: ['otherResult'],
        }))
      : like?.family === 'requests' && like.second
        ? [['received'], ['received', 'carriedOver'], ['outcomeTotal']].map((first) => ({
            family: 'requests',
            first,
            second: ['otherOrganization'],
          }))
        : [['outcome.other'], ['outcome.other.other']].map((first) => ({
            family: 'requests',
            first,
            second: TOTAL,
          }))
  const meanings = places.flatMap((place) => {
    const figure = figureOf(given.edition, place)
    return figure ? [{ ...place, figure, amount: amountOf(given, figure.cells) }] : []
  })
  const agreeing = meanings.filter(({ amount }) => amount !== undefined && fits(item, amount))
  if (agreeing.length) return { state: 'agrees', meanings: agreeing.slice(0, 1) }
  // 公开35件、不公开9件、其他50件: what the rows of the table leave, whatever the sentence says of them.
  const left = like.second
    ? leftByColumns(given, verdicts.slice(0, before.length))
    : leftByRows(given, verdicts.slice(0, before.length))
  return { state: fits(item, left) ? 'unsure' : 'differs', meanings }
}

/** 个人和企业合计92件，其他4件: what the applicants that are named leave of all who asked. */
export function leftByColumns(given: Given, verdicts: Verdict[]): number {
  const columns = verdicts.flatMap(({ meanings: [column] }) =>
    column?.family === 'requests' && String(column.second) !== 'total' ? [column] : [],
  )
  const cells = new Set(columns.flatMap(({ figure }) => figure.cells))
  return (totalOf(given, ['received']) ?? Number.NaN) - (amountOf(given, [...cells]) ?? Number.NaN)
}

/** 其余7件按其他方式处理; 公开47件、不予公开9件、其他处理38件: called the rest, or handled otherwise. */
export const isLeft = (item: Item): boolean =>
  says(item, 'other') ||
  says(item, 'rest') ||
  (item.first?.every(([key]) => key?.startsWith('outcome.other')) ?? false)

/** What the rows that are named leave of all that was answered; not a number where none is. */
export function leftByRows(given: Given, verdicts: Verdict[]): number {
  const rows = verdicts.flatMap(({ meanings: [row] }) => (row?.first[0]?.startsWith('outcome.') ? [row] : []))
  const total = totalOf(given, ['outcomeTotal'])
  if (!rows.length || total === undefined) return Number.NaN
  // 不予公开29件，分别为a 2件、b 27件: rows of a group that is told as well are not taken off twice.
  const taken = new Set<Address>()
  let rest = total
  for (const { figure, amount = Number.NaN } of rows.sort(
    (a, b) => b.figure.cells.length - a.figure.cells.length,
  )) {
    if (figure.cells.every((cell) => taken.has(cell))) continue
    for (const cell of figure.cells) taken.add(cell)
    rest -= amount
  }
  return rest
}

/** 全年合计 behind its parts: what they count, with or without what was carried over. */
function overTheYear(given: Given, item: Item, shared: Meaning): Verdict {
  const first = ['received', 'carriedOver']
  const figure =
    String(shared.first) === 'received' ? figureOf(given.edition, { ...shared, first }) : undefined
  const both = figure && { ...shared, first, figure, amount: amountOf(given, figure.cells) }
  const meanings = [shared, ...(both ? [both] : [])]
  const agreeing = meanings.filter(({ amount }) => amount !== undefined && fits(item, amount))
  return agreeing.length
    ? { state: 'agrees', meanings: agreeing }
    : { state: both && both.amount === undefined ? 'missing' : 'differs', meanings }
}

/** 共计 without a noun: what stands before it, added up. Wrong where all of that is right. */
export function judgeSum(given: Given, item: Item, before: Item[], verdicts: Verdict[]): Verdict {
  const last = before.findIndex(({ scope, family }) => scope === 'part' && family)
  const [shared] = verdicts[last]?.meanings ?? []
  // 上半年收到33件，全年合计60件: the whole of what was said of a part.
  if (
    shared?.amount !== undefined &&
    (shared.family === 'cases' ||
      item.window.some(({ concept }) => concept === 'wholeYear' || concept === 'whole'))
  )
    return overTheYear(given, item, shared)
  let value = 0
  let amount = 0
  let cells: Address[] = []
  let sure = true
  const unsure: Verdict = { state: 'unsure', meanings: [] }
  let verdict = unsure
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i] as Item
    const { state, meanings } = verdicts[i] as Verdict
    const [meaning] = meanings
    if (!other.quantity || other.quantity.unit !== item.quantity?.unit || isShared(other)) continue
    if (!meaning || meaning.amount === undefined) break
    if (meaning.figure.cells.some((cell) => cells.includes(cell))) {
      // Bodies that share one figure: their total is the figure.
      const sum = value + other.value
      if (fits(item, meaning.amount)) return { state: 'agrees', meanings: [meaning] }
      return sum === meaning.amount && cells.length === meaning.figure.cells.length
        ? { state: 'differs', meanings: [meaning] }
        : unsure
    }
    value += other.value * other.times
    amount += meaning.amount * other.times
    cells = [...cells, ...meaning.figure.cells]
    sure = sure && state === 'agrees'
    if (i === before.length - 1) continue
    const figure = { cells, name: '以上各项之和', shortName: '以上各项之和', spoken: '以上各项之和' }
    const meanings_ = [{ ...meaning, figure, amount }]
    if (fits(item, value) || fits(item, amount)) return { state: 'agrees', meanings: meanings_ }
    verdict = sure ? { state: 'differs', meanings: meanings_ } : unsure
  }
  // 上年结转1件，收到11件，其中自然人10件、企业1件，一共12件: of all that there was to do.
  const isFlowTotal =
    before.some(({ family, second }) => family === 'requests' && second) &&
    ANY_FLOW.some((keys) => totalOf(given, keys) === item.value)
  return verdict.state === 'differs' && isFlowTotal ? unsure : verdict
}

/** 办结94件，剩余7件: what waits, unless it is what the numbers of the sentence leave. */
export function judgeRest(given: Given, item: Item, before: Item | undefined): Verdict {
  const closed = before?.first?.some((keys) => keys.includes('outcomeTotal')) && before.scope === 'ours'
  const first = ['carriedForward']
  const figure = figureOf(given.edition, { family: 'requests', first, second: TOTAL })
  if (!closed || !figure) return { state: 'unsure', meanings: [] }
  const meaning: Meaning = {
    family: 'requests',
    first,
    second: TOTAL,
    figure,
    amount: amountOf(given, figure.cells),
  }
  const state = meaning.amount === undefined ? 'missing' : fits(item, meaning.amount) ? 'agrees' : 'differs'
  return { state, meanings: [meaning] }
}
