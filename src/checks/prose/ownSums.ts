import { amountOf, figureOf, totalOf } from './figures'
import { isOutcome, says } from './items'
import type { Beside } from './rescueBeside'
import type { Item } from './sentence'

/* Numbers that are sums of figures which the words beside them name, or tell. */

/** What stands between two numbers that are dealt out in turn, without the numbers between them. */
const betweenOf = (a: Item, b: Item, text: string) => {
  const [first, last] = a.start < b.start ? [a, b] : [b, a]
  return text.slice(first.quantity?.end, last.quantity?.start).replace(/[\d.]+\p{L}{1,2}/gu, '')
}

const sumOf = (some: Beside['numbers']) => some.reduce((all, { other }) => all + other.value, 0)

const TOGETHER = /[合共总]计?[^,;]{0,4}$/

/** 有3件（复议2件、诉讼1件）被纠正: what its bracket tells, one by one. */
const ofBracket = ({ item, numbers, verdicts }: Beside): boolean => {
  const inside = numbers.filter(({ other }) => other.outer === item)
  return (
    inside.length > 1 &&
    inside.every(({ i }) => verdicts[i]?.state === 'agrees') &&
    sumOf(inside) === item.value
  )
}

/** 复议13件，被纠正2件；诉讼7件，结果纠正1件，两类被纠正的共3件: the same of each kind. */
const ofEachKind = ({ item, at, numbers, verdicts, text }: Beside): boolean => {
  const alike = numbers.filter(
    ({ other, i }) =>
      i < at &&
      other.family === 'cases' &&
      String(other.second) === String(item.second) &&
      verdicts[i]?.state === 'agrees',
  )
  return (
    item.family === 'cases' &&
    item.second !== undefined &&
    alike.length > 1 &&
    TOGETHER.test(text.slice(item.start, item.quantity?.start)) &&
    sumOf(alike) === item.value
  )
}

/** 涉及第三方权益，以及内部事务而不予公开的共7件: of all rows that the words since the last number name. */
const ofRows = ({ given, item, items, at, text }: Beside): boolean => {
  const from = items[at - 1]?.quantity?.end ?? 0
  const { quantity, lead, window } = item
  if (!quantity || !TOGETHER.test(text.slice(from, quantity.start))) return false
  const rows = [...lead, ...window].filter(
    (token) => token.concept === 'row' && isOutcome(token) && token.start >= from,
  )
  const keys = [...new Set(rows.flatMap(({ word }) => (word.keys ?? []).map(([key = '']) => key)))]
  const leaves = keys.filter((key) => !keys.some((other) => other.startsWith(`${key}.`)))
  return leaves.length > 1 && totalOf(given, leaves) === item.value
}

/** 现行有效112件，省政府规章占46件: so many of them. */
const isShareOfThem = ({ item, amounts, text }: Beside): boolean =>
  /占$/.test(text.slice(0, item.quantity?.start)) && amounts.every((amount) => item.value < amount)

/** 不同意的5件，其中不公开3件，其余2件部分公开: what a number of the sentence leaves without those behind it. */
const isLeftOfTold = ({ item, at, numbers }: Beside): boolean => {
  if (!says(item, 'rest')) return false
  const before = numbers.filter(({ i }) => i < at).map(({ other }) => other.value)
  return before.some((whole, from) => {
    const parts = before.slice(from + 1)
    return parts.length > 0 && whole - parts.reduce((all, one) => all + one, 0) === item.value
  })
}

const YEARS = /20\d\d年[^;]*20\d\d年/
/** 2023年、2024年、2025年复议分别为22件、18件和15件；诉讼分别是7件、5件和4件: this year's is another of them. */
const isOfYears = ({ item, numbers, verdicts, amounts, text }: Beside): boolean =>
  YEARS.test(text) &&
  /分别|依次/.test(text.slice(0, item.start)) &&
  numbers.some(
    ({ other, i }) =>
      verdicts[i]?.state === 'agrees' &&
      amounts.includes(other.value) &&
      other.segment === item.segment &&
      /^[、,和及与]+$/.test(betweenOf(item, other, text)),
  )

/** 有1件答复改了三稿, 申请里有7件是: some of them, unless a row or what is carried over is named. */
const isSome = ({ item, amounts, flows, text }: Beside): boolean =>
  flows &&
  !item.first?.some(([key]) => key?.startsWith('carried')) &&
  /(?:^|[,;:]|[里中])(?:还|另|仅|只|其中)?有$/.test(text.slice(0, item.quantity?.start)) &&
  !item.second &&
  amounts.every((amount) => item.value < amount)

/** 收到96件。自然人提出83件，机构提出13件; 办结94件，2件在年底收到: what the number before it leaves of all. */
const isLeftOfAll = ({ given, item, at, items, verdicts, text }: Beside): boolean => {
  const before = items[at - 1]
  const phrase = text.slice(item.start, item.quantity?.start)
  const asked =
    item.second !== undefined && before?.second !== undefined && /等|其[他它余]|组织|单位|机构/.test(phrase)
  const waits = /年底|[未没]|尚|结转/.test(
    text
      .slice(item.quantity?.end)
      .split(/[;，,]/, 2)
      .join(),
  )
  const wholes = asked
    ? (verdicts[at - 1]?.meanings.map(({ first }) => first) ?? [])
    : [['received', 'carriedOver']]
  return (
    (asked || (waits && String(before?.first).includes('outcomeTotal'))) &&
    item.family === 'requests' &&
    before?.quantity !== undefined &&
    before.quantity.unit === item.quantity?.unit &&
    before.segment === item.segment &&
    verdicts[at - 1]?.state === 'agrees' &&
    wholes.some((keys) => (totalOf(given, keys) ?? 0) - before.value === item.value)
  )
}

/** 废止6件，到年底规章4件、行政规范性文件58件继续有效: what is said of all of them stands last. */
const isInForce = ({ given, item, text }: Beside): boolean =>
  item.family === 'documents' &&
  /^、[^,;]*[件份个部项](?:均|都)?[继仍现]?[续然行]?有效(?=$|[,;])/.test(text.slice(item.quantity?.end)) &&
  (item.first ?? []).some((first) => {
    const figure = figureOf(given.edition, { family: 'documents', first, second: ['inForce'] })
    return figure !== undefined && amountOf(given, figure.cells) === item.value
  })

const READINGS = [
  ofBracket,
  ofEachKind,
  ofRows,
  isShareOfThem,
  isLeftOfTold,
  isOfYears,
  isSome,
  isLeftOfAll,
  isInForce,
]
export const isOwnSum = (beside: Beside): boolean => READINGS.some((reads) => reads(beside))
