import type { Address } from '../../format/types'
import { yearOf } from '../../report/deadline'
import { type Written, writtenTexts } from '../rules/texts'
import type { Given } from '../types'
import { amountOf, type Family, type Figure, figureOf } from './figures'
import { originalSpan, quoted } from './normalise'
import { type Quantity, quantitiesOf, type Sentence, sentencesOf } from './quantities'
import { type Item, itemsOf, type Names } from './sentence'
import type { Token } from './tokens'

/** What a number may count, with what the tables say. */
export interface Meaning {
  family: Family
  first: string[]
  second: string[]
  figure: Figure
  /** Undefined while a cell is blank or malformed. */
  amount: number | undefined
}

/**
 * agrees: a fair reading is true. differs: no fair reading is, and the words name the figure. closed: the cases without
 * those still pending. missing: a cell is blank. unsure: likely about these figures, but it may be read otherwise.
 * none: nothing that the tables count.
 */
export type State = 'agrees' | 'differs' | 'closed' | 'missing' | 'unsure' | 'none'

/** A number of the prose, or a denial, as it was read. */
export interface Judged {
  written: Written
  sentence: Sentence
  item: Item
  /** Phrase with number and unit in the typed text, end exclusive. */
  start: number
  end: number
  phrase: string
  state: State
  /** What it was read as: those that agree, or the likeliest that do not. */
  meanings: Meaning[]
  /** Every word of its clause was understood, and nothing was left to guess. */
  certain: boolean
}

export interface ReadSentence {
  written: Written
  sentence: Sentence
  items: Item[]
  tokens: Token[]
}

const MOST_READINGS = 8
const MOST_JOINT = 2_000

/** A sentence without numbers may deny, or name what the next one counts; others are passed over. */
const SPEAKS = /未|没|无|零|不存在|规范性文件|规章|复议|诉讼/
const SILENT: { items: Item[]; tokens: Token[] } = { items: [], tokens: [] }

const known = new Map<string, ReadSentence[]>()
const KEPT = 64
/** What a text says does not change while the tables do: read once. */
function sentencesRead(written: Written, year: number | undefined, organ: string): ReadSentence[] {
  const key = `${year} ${organ} ${written.address} ${written.prose.original}`
  let read = known.get(key)
  if (!read) {
    const quantities = quantitiesOf(written.prose)
    let next = 0
    read = sentencesOf(written.prose.text).map((sentence) => {
      const own: Quantity[] = []
      for (; next < quantities.length && (quantities[next] as Quantity).start < sentence.end; next++) {
        const { start, end, digitsEnd, ...rest } = quantities[next] as Quantity
        own.push({
          ...rest,
          start: start - sentence.start,
          end: end - sentence.start,
          digitsEnd: digitsEnd - sentence.start,
        })
      }
      const speaks = own.length > 0 || SPEAKS.test(sentence.text)
      const { items, tokens } = speaks ? itemsOf(sentence.text, own, year, organ) : SILENT
      return { written, sentence, items, tokens }
    })
    if (known.size >= KEPT) known.clear()
    known.set(key, read)
  }
  return read
}

/** Whether a number, as it was written, fits an amount. */
export function fits(item: Pick<Item, 'value' | 'quantity' | 'part' | 'family'>, amount: number): boolean {
  const { quantity, part } = item
  const scale = quantity && /元$/.test(quantity.unit) ? (quantity.unit === '万元' ? 10_000 : 1) : 1
  const value = item.value * scale
  if (part && value <= amount) return true
  if (quantity?.rough) {
    const step = 10 ** (String(Math.floor(value)).length - 1)
    return amount >= value * 0.9 && amount < Math.max(value + step, value * 1.1)
  }
  if (quantity?.spread) return Math.abs(amount - value) < quantity.spread
  // A fee is held to the 分; a published one may be finer.
  return Math.abs(amount - value) < (/元$/.test(quantity?.unit ?? '') ? 0.01 : 1e-6)
}

const same = (a: string[], b: string[]) => a.length === b.length && a.every((key) => b.includes(key))
const distinct = (names: Names): Names =>
  names.filter((keys, i) => names.findIndex((other) => same(keys, other)) === i)

const TOTAL = ['total']
const FLOW = new Set(['received', 'carriedOver', 'outcomeTotal', 'carriedForward'])
const CASES = ['administrativeReview', 'litigationDirect', 'litigationAfterReview']

/** What is inherited by the numbers of a sentence: names said before, the nearest first. */
interface Inherited {
  near: Names
  far: Names
}

/** What the text has named so far. */
interface Topic {
  documents: Names
  acts: Names
  cases: Names
  rows: Names
}

const namesOf = (tokens: Token[], concept: string): Names =>
  tokens.filter((token) => token.concept === concept).flatMap(({ word }) => word.keys ?? [])

function inheritedFirst(item: Item, before: Item[], topic: Topic): Inherited {
  const family = item.family
  const earlier = before
    .filter((other) => other.family === family && other.first && other.scope !== 'none')
    .reverse()
  const nearest = item.outer?.family === family && item.outer?.first ? item.outer.first : undefined
  const lead = (concept: string) => namesOf(item.lead, concept).reverse()
  if (family === 'cases') {
    const own = earlier.flatMap(({ first }) => first ?? [])
    const union = own.length > 1 ? [[...new Set(own.flat())]] : []
    if (nearest) return { near: nearest, far: own }
    const near = distinct([...own, ...union, ...lead('case')])
    return near.length ? { near, far: topic.cases } : { near: topic.cases, far: [CASES] }
  }
  if (family === 'documents') {
    const near = distinct([...earlier.flatMap(({ first }) => first ?? []), ...lead('document')])
    return near.length
      ? { near: near.slice(0, 1), far: near.slice(1) }
      : { near: topic.documents.slice(0, 1), far: topic.documents }
  }
  // A column: of whichever total stands before it.
  const totals = earlier.filter(({ second }) => !second)
  const rows = distinct([...(nearest ?? []), ...totals.flatMap(({ first }) => first ?? []), ...lead('row')])
  const all = distinct([...rows, ...topic.rows])
  const sums: Names = [['received'], ['received', 'carriedOver'], ['outcomeTotal']]
  const both = all.some(([key]) => key === 'carriedOver') ? [['received', 'carriedOver']] : []
  return rows.length ? { near: rows, far: [...all, ...both] } : { near: all.length ? all : sums, far: sums }
}

function inheritedSecond(item: Item, before: Item[], after: Item[]): Inherited {
  const { family } = item
  const like = (other: Item) => other.family === family && other.second !== undefined
  if (family === 'documents') {
    const lead = namesOf(item.lead, 'act').reverse()
    const near = [...before].reverse().find((other) => like(other) && other.segment === item.segment)?.second
    return { near: near ?? lead.slice(0, 1), far: lead }
  }
  const shared = after.find((other) => like(other) && other.cell === item.cell)?.second ?? []
  const sharedBefore =
    [...before].reverse().find((other) => like(other) && other.cell === item.cell)?.second ?? []
  if (family === 'cases') return { near: distinct([TOTAL, ...shared, ...sharedBefore]), far: [] }
  const columns = distinct([
    ...before
      .filter(like)
      .reverse()
      .flatMap(({ second }) => second ?? []),
    ...namesOf(item.lead, 'column'),
  ]).slice(0, 3)
  return { near: [TOTAL, ...(isFlow(item) ? [] : columns)], far: columns }
}

/** One way to fill in what is left to understand, with all that the item may then fairly mean. */
interface Hypothesis {
  key: string
  near: boolean
  meanings: Meaning[]
}

function hypothesesOf(given: Given, item: Item, before: Item[], after: Item[], topic: Topic): Hypothesis[] {
  const { family } = item
  if (!family) return []
  const meaning = (first: string[], second: string[]): Meaning[] => {
    const figure = figureOf(given.edition, { family, first, second })
    return figure ? [{ family, first, second, figure, amount: amountOf(given, figure.cells) }] : []
  }
  const cross = (firsts: Names, seconds: Names) =>
    firsts.flatMap((first) => seconds.flatMap((second) => meaning(first, second)))
  if (item.first && item.second) return [{ key: '', near: true, meanings: cross(item.first, item.second) }]
  const { near, far } = item.first
    ? inheritedSecond(item, before, after)
    : inheritedFirst(item, before, topic)
  const defaultSecond: Names =
    family === 'cases'
      ? [TOTAL]
      : family === 'requests'
        ? [TOTAL]
        : item.first?.every(([key]) => /^administrativeFees/.test(key ?? ''))
          ? [['amount']]
          : [['decisions']]
  const filled = (names: Names, isNear: boolean): Hypothesis[] =>
    names.map((keys) => ({
      key: keys.join('+'),
      near: isNear,
      meanings: item.first
        ? cross(item.first, [keys])
        : cross([keys], item.second ?? (family === 'documents' ? [] : defaultSecond)),
    }))
  const decisions =
    item.first && family === 'documents' && item.first.every(([key]) => key?.startsWith('administrative'))
      ? filled(defaultSecond, true)
      : []
  return [
    ...decisions,
    ...filled(near, true),
    ...filled(
      far.filter((keys) => !near.some((other) => same(keys, other))),
      false,
    ),
  ]
    .filter(({ meanings }) => meanings.length)
    .slice(0, MOST_READINGS)
}

const agreesIn = (item: Item, { meanings }: Hypothesis) =>
  meanings.some(({ amount }) => amount !== undefined && fits(item, amount))
const missingIn = ({ meanings }: Hypothesis) => meanings.some(({ amount }) => amount === undefined)

const leftOpen = (item: Item) => (item.first ? (item.second ? '' : 'second') : 'first')
/** Numbers that inherit the same thing are read alike. */
const alike = (a: Item, b: Item) =>
  a.family === b.family &&
  leftOpen(a) === leftOpen(b) &&
  (leftOpen(a) === 'first' || (leftOpen(a) === 'second' && a.family === 'requests' && !isFlow(a))) &&
  a.segment === b.segment &&
  a.bracket === b.bracket &&
  a.scope === b.scope &&
  isFlow(a) === isFlow(b)
const isFlow = ({ first }: Item) => first?.some((keys) => keys.some((key) => FLOW.has(key))) ?? false

interface Verdict {
  state: State
  meanings: Meaning[]
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
    if (agreeing.length) return { state: 'agrees', meanings: agreeing.slice(0, 1) }
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

function judgeSentence(given: Given, items: Item[], topic: Topic): Verdict[] {
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
    if (
      item.quantity &&
      !item.family &&
      item.scope === 'ours' &&
      item.window.some(({ concept }) => concept === 'sum')
    )
      verdicts[i] = judgeSum(item, items.slice(0, i), verdicts)
    if (others[i] && item.quantity?.unit !== '%' && item.quantity && item.scope !== 'none')
      verdicts[i] = judgeOther(given, item, items.slice(0, i))
  })
  return verdicts
}

/** A figure of the sentence that another one explains: carried ones counted in, parts of one figure, what is left over. */
function rescued(at: number, items: Item[], verdicts: Verdict[], text: string): boolean {
  const divides = /其中|包括|居前|[最较]多|前[两三五十]/.test(text)
  const item = items[at] as Item
  const verdict = verdicts[at] as Verdict
  const amounts = verdict.meanings.flatMap(({ amount }) => amount ?? [])
  const numbers = items
    .map((other, i) => ({ other, i }))
    .filter(({ other, i }) => i !== at && other.quantity && other.quantity.unit !== '%')
  const flows = verdict.meanings.some(({ first }) => first.some((key) => FLOW.has(key)))
  // Parts of one figure: two bodies, two halves of the year, two everyday words for one row.
  const name = (one: Item) => JSON.stringify([one.family, one.first, one.second])
  // 全市收到2100件，本办收到15件: two bodies, of which the table may mean either.
  const bodies = (one: Item) => one.window.some(({ concept }) => concept === 'whole' || concept === 'body')
  const again = flows
    ? numbers.filter(({ other }) => name(other) === name(item) && other.value !== item.value && bodies(other))
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
const WITH_NOUN = /^(?:条|个|项|次|桩)$/

/** Whether the words name the figure so plainly that a difference is an error. */
function accusable(item: Item, verdict: Verdict): { plain: boolean; certain: boolean } {
  const unit = item.quantity?.unit ?? ''
  const family = item.family
  const has = (concept: string) => item.window.some((token) => token.concept === concept)
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

const readings = new WeakMap<Given, { judged: Judged[]; sentences: ReadSentence[] }>()
/** Every number and denial of the prose as it was read, in the order of the texts. */
export function readingOf(given: Given): { judged: Judged[]; sentences: ReadSentence[] } {
  const done = readings.get(given)
  if (done) return done
  const year = yearOf(given.report.entries)
  const organ = given.text('organ.name').trim()
  const sentences = writtenTexts(given).flatMap((written) => sentencesRead(written, year, organ))
  const judged: Judged[] = []
  let topic: Topic = { documents: [], acts: [], cases: [], rows: [] }
  let written: Written | undefined
  for (const read of sentences) {
    if (read.written !== written) topic = { documents: [], acts: [], cases: [], rows: [] }
    written = read.written
    const { items, tokens } = read
    if (items.length) judged.push(...judge(given, read, topic))
    const said = (concept: string) => namesOf(tokens, concept).reverse()
    const rows = items
      .filter(({ family, second, first }) => family === 'requests' && first && !second)
      .flatMap(({ first }) => first ?? [])
      .reverse()
    topic = {
      documents: distinct([...said('document'), ...topic.documents]).slice(0, 3),
      acts: distinct([...said('act'), ...topic.acts]).slice(0, 3),
      cases: distinct([...said('case'), ...topic.cases]).slice(0, 4),
      rows: distinct([...rows, ...topic.rows]).slice(0, 4),
    }
  }
  const reading = { judged, sentences }
  readings.set(given, reading)
  return reading
}

function judge(given: Given, { written, sentence, items }: ReadSentence, topic: Topic): Judged[] {
  const verdicts = judgeSentence(given, items, topic)
  return items.map((item, i): Judged => {
    const verdict = verdicts[i] as Verdict
    let { state } = verdict
    const { plain, certain } = accusable(item, verdict)
    if (state === 'differs' && item.quantity && rescued(i, items, verdicts, sentence.text)) state = 'unsure'
    // Section six counts what fees were taken for.
    const ofFees = written.address === 'other' && sentence.text.includes('费')
    if (state === 'differs' && (!plain || ofFees)) state = 'unsure'
    if (state === 'differs' && item.family === 'cases' && !item.second && item.first) {
      const closed = item.first.flatMap((first) => {
        const figure = figureOf(given.edition, { family: 'cases', first, second: ['closed'] })
        return figure ? (amountOf(given, figure.cells) ?? []) : []
      })
      if (closed.some((amount) => fits(item, amount))) state = 'closed'
    }
    const [from, to] = [sentence.start + item.start, sentence.start + item.end]
    const [start, end] = originalSpan(written.prose, from, to)
    return {
      written,
      sentence,
      item,
      start,
      end,
      phrase: quoted(written.prose, from, to),
      state,
      meanings: verdict.meanings,
      certain,
    }
  })
}

/** The number alone in the typed text, with its unit or without, end exclusive. */
export function spanOf(
  { written, sentence, item: { quantity, start, end } }: Judged,
  which: 'number' | 'digits' = 'number',
): { start: number; end: number } {
  const from = quantity?.start ?? start
  const to = which === 'digits' ? quantity?.digitsEnd : quantity?.end
  const [a, b] = originalSpan(written.prose, sentence.start + from, sentence.start + (to ?? end))
  return { start: a, end: b }
}
