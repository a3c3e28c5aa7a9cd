import type { Address } from '../../format/types'
import type { Given } from '../types'
import { amountOf, type Family, figureOf } from './figures'
import type { Concept } from './lexicon'
import {
  agreesIn,
  alike,
  CASES,
  FLOW,
  fits,
  type Hypothesis,
  hypothesesOf,
  isFlow,
  leftOpen,
  type Meaning,
  missingIn,
  TOTAL,
  type Topic,
} from './meanings'
import type { Item } from './sentence'

const MOST_JOINT = 2_000

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
}

/** The one figure that the words next to a number name, if the number fits it. */
function soleOf(item: Item, hypotheses: Hypothesis[]): Meaning | undefined {
  const near = hypotheses.filter((one) => one.near).flatMap(({ meanings }) => meanings)
  const [meaning] = near
  const isSole = new Set(near.map(({ figure }) => figure.cells.join())).size === 1
  return isSole && meaning?.amount !== undefined && fits(item, meaning.amount) ? meaning : undefined
}

/** The joint readings of a run: those with the fewest disagreements decide, and only what all of them blame is blamed. */
function judgeRun(run: Item[], all: Hypothesis[][]): Verdict[] {
  const keys = [...new Set(all.flatMap((hypotheses) => hypotheses.map(({ key }) => key)))]
  const of = (i: number, key: string) => all[i]?.find((one) => one.key === key)
  const nears = new Set(
    all.flatMap((hypotheses) => hypotheses.filter(({ near }) => near).map(({ key }) => key)),
  )
  const wrong = (key: string) =>
    run.filter((item, i) => {
      const hypothesis = of(i, key)
      return !hypothesis || !agreesIn(item, hypothesis)
    }).length
  const scored = keys.map((key) => ({ key, wrong: wrong(key), near: nears.has(key) }))
  const perfect = scored.filter((one) => one.wrong === 0)
  const candidates = perfect.length ? perfect : scored.filter(({ near }) => near)
  const least = Math.min(...candidates.map((one) => one.wrong))
  const best = candidates.filter((one) => one.wrong === least)
  const tooMany = run.length > 1 && keys.length > 1 && least > Math.max(1, run.length / 2)
  return run.map((item, i): Verdict => {
    const hypotheses = best.flatMap(({ key }) => of(i, key) ?? [])
    if (!hypotheses.length) return { state: 'unsure', meanings: [] }
    const agreeing = hypotheses.flatMap(({ meanings }) =>
      meanings.filter(({ amount }) => amount !== undefined && fits(item, amount)),
    )
    if (agreeing.length)
      return { state: 'agrees', meanings: agreeing.slice(0, 1), sole: soleOf(item, all[i] ?? []) }
    const meanings = hypotheses[0]?.meanings ?? []
    if (hypotheses.some(missingIn)) return { state: 'missing', meanings }
    return { state: tooMany ? 'unsure' : 'differs', meanings }
  })
}

/** 其他 is whatever its list leaves: the row, the column or the result of that name, or the remainder. */
function judgeOther(given: Given, item: Item, before: Item[]): Verdict {
  const like = before.at(-1)
  const listed =
    (like?.family === 'requests' || like?.family === 'cases') &&
    like.scope === 'ours' &&
    (like.second || !isFlow(like))
  if (!listed) return { state: 'unsure', meanings: [] }
  const places: { family: Family; first: string[]; second: string[] }[] =
    like?.family === 'cases'
      ? (like.first ?? [['review'], ['litigation'], CASES]).map((first) => ({
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
  return agreeing.length
    ? { state: 'agrees', meanings: agreeing.slice(0, 1) }
    : { state: 'differs', meanings }
}

/** 共计 without a noun: what stands before it, added up. Wrong where all of that is right. */
function judgeSum(item: Item, before: Item[], verdicts: Verdict[]): Verdict {
  const last = before.findIndex(({ scope, family }) => scope === 'part' && family)
  const [shared] = verdicts[last]?.meanings ?? []
  // 上半年收到33件，全年合计60件: the whole of what was said of a part.
  if (
    shared?.amount !== undefined &&
    (shared.family === 'cases' ||
      item.window.some(({ concept }) => concept === 'wholeYear' || concept === 'whole'))
  )
    return { state: fits(item, shared.amount) ? 'agrees' : 'differs', meanings: [shared] }
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
    if (!other.quantity || other.quantity.unit !== item.quantity?.unit) continue
    if (!meaning || meaning.amount === undefined) break
    if (meaning.figure.cells.some((cell) => cells.includes(cell))) {
      // Bodies that share one figure: their total is the figure.
      const sum = value + other.value
      if (fits(item, meaning.amount)) return { state: 'agrees', meanings: [meaning] }
      return sum === meaning.amount && cells.length === meaning.figure.cells.length
        ? { state: 'differs', meanings: [meaning] }
        : unsure
    }
    value += other.value
    amount += meaning.amount
    cells = [...cells, ...meaning.figure.cells]
    sure = sure && state === 'agrees'
    if (i === before.length - 1) continue
    const figure = { cells, name: '以上各项之和', shortName: '以上各项之和', spoken: '以上各项之和' }
    const meanings_ = [{ ...meaning, figure, amount }]
    if (fits(item, value) || fits(item, amount)) return { state: 'agrees', meanings: meanings_ }
    verdict = sure ? { state: 'differs', meanings: meanings_ } : unsure
  }
  return verdict
}

export function judgeSentence(given: Given, items: Item[], topic: Topic): Verdict[] {
  const verdicts: Verdict[] = items.map(() => ({ state: 'none', meanings: [] }))
  const hypotheses = items.map((item, i) =>
    item.scope === 'none' ? [] : hypothesesOf(given, item, items.slice(0, i), items.slice(i + 1), topic),
  )
  const others = items.map(
    ({ window, family }) => !family && window.some(({ concept }) => concept === 'other'),
  )
  for (let i = 0; i < items.length; ) {
    const item = items[i] as Item
    const run = [i]
    let to = i + 1
    for (
      ;
      item.quantity?.unit !== '%' &&
      to < items.length &&
      run.length * (hypotheses[i]?.length ?? 1) < MOST_JOINT;
      to++
    ) {
      const next = items[to] as Item
      if (others[to] || next.quantity?.unit === '%') continue
      if (!alike(item, next)) break
      run.push(to)
    }
    if (item.quantity?.unit === '%')
      verdicts[i] = { state: 'none', meanings: (hypotheses[i] ?? []).flatMap(({ meanings }) => meanings) }
    else if (item.family && hypotheses[i]?.length) {
      const found = judgeRun(
        run.map((at) => items[at] as Item),
        run.map((at) => hypotheses[at] ?? []),
      )
      run.forEach((at, n) => {
        verdicts[at] = found[n] as Verdict
      })
    }
    i = leftOpen(item) === '' || run.length === 1 ? i + 1 : (run.at(-1) as number) + 1
  }
  items.forEach((item, i) => {
    const said = (concept: Concept) => item.window.some((token) => token.concept === concept)
    const before = items
      .slice(0, i)
      .filter(({ quantity }) => quantity?.unit !== '%')
      .at(-1)
    const whole =
      said('wholeYear') && before?.scope === 'part' && before.quantity?.unit === item.quantity?.unit
    if (item.quantity && !item.family && item.scope === 'ours' && (said('sum') || whole))
      verdicts[i] = judgeSum(item, items.slice(0, i), verdicts)
    if (others[i] && item.quantity?.unit !== '%' && item.quantity && item.scope !== 'none')
      verdicts[i] = judgeOther(given, item, items.slice(0, i))
  })
  return verdicts
}

/** What an item counts, as one word. */
const itemNames = new WeakMap<Item, string>()
function nameOf(item: Item): string {
  let name = itemNames.get(item)
  if (name === undefined) {
    name = JSON.stringify([item.family, item.first, item.second])
    itemNames.set(item, name)
  }
  return name
}

/** A figure of the sentence that another one explains: carried ones counted in, parts of one figure, what is left over. */
export function rescued(at: number, items: Item[], verdicts: Verdict[], text: string): boolean {
  const divides = /其中|包括|居前|[最较]多|前[两三五十]/.test(text)
  const item = items[at] as Item
  const verdict = verdicts[at] as Verdict
  const amounts = verdict.meanings.flatMap(({ amount }) => amount ?? [])
  const numbers = items
    .map((other, i) => ({ other, i }))
    .filter(({ other, i }) => i !== at && other.quantity && other.quantity.unit !== '%')
  const flows = verdict.meanings.some(({ first }) => first.some((key) => FLOW.has(key)))
  // Parts of one figure: two bodies, two halves of the year, two everyday words for one row.
  const name = nameOf
  // 全市收到2100件，本办收到15件: two bodies, of which the table may mean either.
  const bodies = (one: Item) => one.window.some(({ concept }) => concept === 'whole' || concept === 'body')
  const sums = item.window.some(({ concept }) => concept === 'sum')
  const again =
    flows && !sums
      ? numbers.filter(
          ({ other }) => name(other) === name(item) && other.value !== item.value && bodies(other),
        )
      : []
  if (
    again.some(
      ({ other, i }) => verdicts[i]?.state === 'agrees' || (other.segment === item.segment && !divides),
    )
  )
    return true
  // 全市制发22件，其中以本机关名义6件: the report may be of the whole, or of the organ alone.
  if (
    numbers.some(
      ({ other }) =>
        other.value > 0 &&
        amounts.includes(other.value) &&
        (other.scope !== 'ours' || bodies(other)) &&
        (!other.family || other.scope === 'none' || name(other) === name(item)) &&
        other.start > item.start,
    )
  )
    return true
  const twins = numbers.filter(({ other }) => name(other) === name(item) && other.bracket === item.bracket)
  for (let n = 1; n <= twins.length; n++)
    for (const some of [twins.slice(0, n), twins.slice(-n)]) {
      const sum = item.value + some.reduce((all, { other }) => all + other.value, 0)
      if (amounts.includes(sum)) return true
    }
  if (flows)
    for (const { other } of numbers) {
      const keys = (other.first ?? []).flat()
      if (
        !keys.some((key) =>
          [
            'carriedOver',
            'carriedForward',
            'outcome.other.correctionOverdue',
            'outcome.other.feeOverdue',
          ].includes(key),
        )
      )
        continue
      if (
        amounts.some((amount) => amount === item.value + other.value || amount === item.value - other.value)
      )
        return true
    }
  // 其余, 其他, 除……外: the total less what is named.
  if (
    item.window.some(({ concept }) => concept === 'rest' || concept === 'other') ||
    items.some(({ window }) => window.some(({ concept }) => concept === 'except'))
  ) {
    const earlier = numbers.filter(({ i }) => i < at)
    for (let from = 0; from < earlier.length; from++) {
      const total = earlier[from]?.other.value ?? 0
      for (let skip = from + 1; skip <= earlier.length; skip++) {
        const left = total - earlier.slice(skip).reduce((all, { other }) => all + other.value, 0)
        if (left === item.value) return true
      }
    }
  }
  // 合计: what stands before it, added up.
  if (item.window.some(({ concept }) => concept === 'sum' || concept === 'all')) {
    let sum = 0
    for (const { other } of numbers.filter(({ i }) => i < at).reverse()) {
      sum += other.value
      if (sum === item.value && sum !== other.value) return true
    }
  }
  return false
}

const COUNTED: Record<Family, RegExp> = {
  requests: /^(?:件|份|宗|例|起|)$/,
  cases: /^(?:件|份|宗|例|起|)$/,
  documents: /^(?:件|份|个|部|项|例|宗|起|元|万元|)$/,
}
const WITH_NOUN = /^(?:条|个|项|次|桩|件次)$/

/** Whether the words name the figure so plainly that a difference is an error. */
export function accusable(
  item: Item,
  verdict: Verdict,
  before: Item[],
): { plain: boolean; certain: boolean } {
  const unit = item.quantity?.unit ?? ''
  const family = item.family
  // 收到申请66条，答复60条: the noun goes on with its unit.
  const has = (concept: string) =>
    [item, ...before.filter((one) => one.family === family && one.quantity?.unit === unit)].some(
      ({ window }) => window.some((token) => token.concept === concept),
    )
  const counted = family
    ? COUNTED[family].test(unit) || (family === 'requests' && WITH_NOUN.test(unit) && has('request'))
    : true
  const plain =
    counted && item.scope === 'ours' && !item.loose && item.unknown <= 1 && verdict.meanings.length > 0
  return {
    plain,
    certain:
      plain &&
      item.unknown === 0 &&
      !item.quantity?.rough &&
      new Set(verdict.meanings.map(({ amount }) => amount)).size === 1,
  }
}
