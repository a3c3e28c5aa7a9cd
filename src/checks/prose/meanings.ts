import type { Given } from '../types'
import { amountOf, type Family, type Figure, figureOf } from './figures'
import { says } from './items'
import { isPrecise } from './quantities'
import type { Item, Names } from './sentence'
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

const MOST_READINGS = 8

/** From so many 元 on the two decimals of 万元 leave digits untold. */
const LARGE_FEE = 10_000
const CENT_OF_WAN = 100
/** Whether a number, as it was written, fits an amount. */
export function fits(item: Pick<Item, 'value' | 'quantity' | 'part' | 'family'>, amount: number): boolean {
  const { quantity, part } = item
  const scale = quantity && /元$/.test(quantity.unit) ? (quantity.unit === '万元' ? 10_000 : 1) : 1
  const value = item.value * scale
  if (part && value <= amount) return true
  if (quantity?.under) return amount <= value * 1.05 && (quantity.under === 'any' || amount >= value * 0.85)
  if (quantity?.rough && !isPrecise(quantity)) {
    const step = 10 ** (String(Math.floor(value)).length - 1)
    return amount >= value * 0.9 && amount < Math.max(value + step, value * 1.1)
  }
  if (quantity?.spread) return Math.abs(amount - value) < quantity.spread * scale
  // A fee is held to the 分; but 12.35万元 of the table may be 123456.7元.
  const inYuan = quantity?.unit === '元' && value >= LARGE_FEE && amount % CENT_OF_WAN === 0
  // Rounded, or cut off.
  if (inYuan) return value - amount >= -CENT_OF_WAN / 2 && value - amount < CENT_OF_WAN
  return Math.abs(amount - value) < (/元$/.test(quantity?.unit ?? '') ? 0.01 : 1e-6)
}

export const same = (a: string[], b: string[]) => a.length === b.length && a.every((key) => b.includes(key))
export const distinct = (names: Names): Names =>
  names.filter((keys, i) => names.findIndex((other) => same(keys, other)) === i)

export const TOTAL = ['total']
export const FLOW = new Set(['received', 'carriedOver', 'outcomeTotal', 'carriedForward'])
export const CASES = ['administrativeReview', 'litigationDirect', 'litigationAfterReview']

/** What is inherited by the numbers of a sentence: names said before, the nearest first. */
interface Inherited {
  near: Names
  far: Names
}

/** What the text has named so far. */
export interface Topic {
  documents: Names
  acts: Names
  cases: Names
  rows: Names
  /** Units that applications were counted in. */
  units: string[]
}

export const namesOf = (tokens: Token[], concept: string): Names =>
  tokens.filter((token) => token.concept === concept).flatMap(({ word }) => word.keys ?? [])

function inheritedFirst(item: Item, before: Item[], after: Item[], topic: Topic): Inherited {
  const family = item.family
  const earlier = before
    .filter(
      (other) => other.family === family && other.first && (family === 'documents' || other.scope !== 'none'),
    )
    .reverse()
  const nearest = item.outer?.family === family && item.outer?.first ? item.outer.first : undefined
  const lead = (concept: string) => namesOf(item.lead, concept).reverse()
  if (family === 'cases') {
    const all = earlier.flatMap(({ first }) => first ?? [])
    // 复议14件……；诉讼5件，维持4件: of the cases that its own part of the sentence names.
    const beside = earlier.filter(({ segment }) => segment === item.segment)
    // 直接起诉3件，维持1件，复议后起诉4件，维持2件: what is told of one kind, and told again behind another, is the other's.
    const isAgain = (one: Item) =>
      one.family === family && !one.first && String(one.second) === String(item.second)
    // ……，共维持3件: of both of them.
    const sums = item.window.some(({ concept }) => concept === 'sum')
    const again = !sums && before.filter(isAgain).at(-1)
    const since = again ? beside.filter(({ start }) => start > again.start) : []
    const kinds = since.length ? since : beside
    const own = kinds.length ? kinds.flatMap(({ first }) => first ?? []) : all
    const union = own.length > 1 ? [[...new Set(own.flat())]] : []
    if (nearest) return { near: nearest, far: all }
    const near = distinct([...own, ...union, ...lead('case')])
    if (since.length) return { near, far: [] }
    return near.length
      ? { near, far: distinct([...all, ...topic.cases]) }
      : { near: topic.cases, far: [CASES] }
  }
  if (family === 'documents') {
    const told = earlier.flatMap(({ first }) => first ?? [])
    // 规范性文件有效58件，规章没有变动，有效4件: what was named last.
    const last = item.lead.at(-1)
    const named = last?.concept === 'document' && last.start >= (earlier[0]?.end ?? 0)
    const near = distinct(named ? [...lead('document'), ...told] : [...told, ...lead('document')])
    // 规章和文件均已公布，废止的6件加注日期: of both.
    const both = ['regulations', 'normativeDocuments']
    const all = [...near, ...topic.documents]
    const union = both.every((key) => all.some((keys) => String(keys) === key)) ? [both] : []
    if (near.length) return { near: near.slice(0, 1), far: [...near.slice(1), ...union] }
    // 现行有效文件, with no word of which.
    if (
      !topic.documents.length &&
      [item, ...before].some(
        ({ family: one, second }) => one === family && second?.some(([key]) => key === 'inForce'),
      )
    )
      return {
        near: [['normativeDocuments'], ['regulations'], ['regulations', 'normativeDocuments']],
        far: [],
      }
    // 制发5件，废止3件，有效的规范性文件58件: the noun follows, where nothing was named before them.
    const follows =
      topic.documents.length || item.unknown
        ? undefined
        : after.find(
            (one) => one.family === family && one.first && one.quantity?.unit === item.quantity?.unit,
          )
    const known = follows?.first ?? topic.documents
    return { near: known.slice(0, 1), far: [...known, ...union] }
  }
  // A column: of whichever total stands before it.
  // 公民、法人等提出的申请122件: of whomever.
  const totals = earlier.filter(({ second }) => !second || second.some((keys) => same(keys, TOTAL)))
  const rows = distinct([...(nearest ?? []), ...totals.flatMap(({ first }) => first ?? []), ...lead('row')])
  const all = distinct([...rows, ...topic.rows])
  const sums: Names = [['received'], ['received', 'carriedOver'], ['outcomeTotal']]
  const both = all.some(([key]) => key === 'carriedOver') ? [['received', 'carriedOver']] : []
  return rows.length ? { near: rows, far: [...all, ...both] } : { near: all.length ? all : sums, far: sums }
}

/** It stands before all of its words. */
const isBefore = ({ quantity, window }: Item) =>
  quantity !== undefined && window.every(({ concept, start }) => concept === 'fill' || start >= quantity.end)

function inheritedSecond(item: Item, before: Item[], after: Item[]): Inherited {
  const { family } = item
  const like = (other: Item) => other.family === family && other.second !== undefined
  if (family === 'documents') {
    const lead = namesOf(item.lead, 'act').reverse()
    const near = [...before]
      .reverse()
      .find(
        (other) => like(other) && other.segment === item.segment && !(other.bracket && !item.bracket),
      )?.second
    return { near: near ?? lead.slice(0, 1), far: lead }
  }
  // 120件复议、39件诉讼维持: numbers before what they count share what follows the last of them.
  const [next] = after
  const runs = next && next.segment === item.segment && isBefore(item) && isBefore(next) && like(next)
  const shared = (runs ? next : after.find((other) => like(other) && other.cell === item.cell))?.second ?? []
  const sharedBefore =
    [...before].reverse().find((other) => like(other) && other.cell === item.cell)?.second ?? []
  // 以其他方式结案的有复议15件，诉讼9件: a result before both kinds is that of both.
  const last = before.at(-1)
  const at = (concept: string) => last?.window.find((token) => token.concept === concept)?.start ?? Number.NaN
  const led = last?.segment === item.segment && at('result') < at('case') ? (last?.second ?? []) : []
  // 被纠正2件（复议、诉讼各1件）: what the bracket divides.
  const around = item.outer?.family === family ? (item.outer?.second ?? []) : []
  // 维持9件，其中复议6件、诉讼3件; 纠正的案件（复议2件、诉讼1件）: which of both kinds ended so.
  const result = [...before].reverse().find((one) => like(one) && one.segment === item.segment)
  const opens = result && (before[before.indexOf(result) + 1] ?? item)
  // 复议、诉讼纠正的案件5件，其中复议2件、诉讼3件: both kinds are named before it.
  const ofBoth = result?.first?.some(
    (kinds) => kinds.length > 1 && item.first?.every((own) => own.every((kind) => kinds.includes(kind))),
  )
  const isDivided =
    opens && (!result.first || ofBoth) && (says(opens, 'among') || opens.bracket !== result.bracket)
  const inLead = item.bracket && !result ? namesOf(item.lead, 'result').slice(-1) : []
  const divided = isDivided ? (result.second ?? []) : inLead
  if (family === 'cases')
    return { near: distinct([TOTAL, ...shared, ...sharedBefore, ...led, ...around, ...divided]), far: [] }
  const told = before.filter(like)
  // 自然人58件、企业7件，公开9件: a list of columns ends with its last one.
  const end = told.at(-1)
  const beside = end && before[before.indexOf(end) - 1]
  const ended = beside && told.includes(beside) && beside.segment === end.segment && end.cell !== item.cell
  const columns = ended
    ? []
    : distinct([
        ...told.reverse().flatMap(({ second }) => second ?? []),
        ...namesOf(item.lead, 'column'),
      ]).slice(0, 3)
  return { near: [TOTAL, ...(isFlow(item) ? [] : columns)], far: columns }
}

/** One way to fill in what is left to understand, with all that the item may then fairly mean. */
export interface Hypothesis {
  key: string
  near: boolean
  meanings: Meaning[]
}

/** All that an item may be read as; the far ones are asked for only where the near ones do not make it true. */
export interface Hypotheses {
  near: Hypothesis[]
  all: () => Hypothesis[]
}
export const NO_HYPOTHESES: Hypotheses = { near: [], all: () => [] }

export function hypothesesOf(
  given: Given,
  item: Item,
  before: Item[],
  after: Item[],
  topic: Topic,
): Hypotheses {
  const { family } = item
  if (!family) return NO_HYPOTHESES
  const meaning = (first: string[], second: string[]): Meaning[] => {
    const figure = figureOf(given.edition, { family, first, second })
    return figure ? [{ family, first, second, figure, amount: amountOf(given, figure.cells) }] : []
  }
  const cross = (firsts: Names, seconds: Names) =>
    firsts.flatMap((first) => seconds.flatMap((second) => meaning(first, second)))
  if (item.first && item.second) {
    const only = [{ key: '', near: true, meanings: cross(item.first, item.second) }]
    return { near: only, all: () => only }
  }
  const { near, far } = item.first
    ? inheritedSecond(item, before, after)
    : inheritedFirst(item, before, after, topic)
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
  const told = (list: Hypothesis[]) => list.filter(({ meanings }) => meanings.length).slice(0, MOST_READINGS)
  const nearest = told([...decisions, ...filled(near, true)])
  const all = () =>
    told([
      ...nearest,
      ...filled(
        far.filter((keys) => !near.some((other) => same(keys, other))),
        false,
      ),
    ])
  return { near: nearest, all }
}

export const agreesIn = (item: Item, { meanings }: Hypothesis) =>
  meanings.some(({ amount }) => amount !== undefined && fits(item, amount))
export const missingIn = ({ meanings }: Hypothesis) => meanings.some(({ amount }) => amount === undefined)

export const leftOpen = (item: Item) => (item.first ? (item.second ? '' : 'second') : 'first')
/** Numbers that inherit the same thing are read alike. */
export const alike = (a: Item, b: Item) =>
  a.family === b.family &&
  leftOpen(a) === leftOpen(b) &&
  (leftOpen(a) === 'first' || (leftOpen(a) === 'second' && a.family === 'requests' && !isFlow(a))) &&
  a.segment === b.segment &&
  a.bracket === b.bracket &&
  a.scope === b.scope &&
  isFlow(a) === isFlow(b)
export const isFlow = ({ first }: Item) => first?.some((keys) => keys.some((key) => FLOW.has(key))) ?? false
