import { names } from '../../prose/dealt'
import { amountOf, figureOf, totalOf } from '../../prose/figures'
import { ANY_FLOW } from '../../prose/items'
import { besideOf, sumOf } from '../../prose/listParts'
import type { Judged } from '../../prose/reading'
import { fairOf } from '../../prose/rescueBeside'
import type { Given, Outcome } from '../../types'
import { HUNDRED, holdsIn, leadOf, placesOf } from './arithmetic'
import { isCount, isRounded, wholesOf, wrongShare } from './wholes'

/* Shares of several numbers together. */

/** 分别为26件、18件、11件，三家合计占57.3%: of several together. */
export const SUMMED =
  /(?:合计|共计?|累计|之和|总共|[两三四五六七八九十](?:家|个|类|者|项|地|部门)[^,;\d]{0,4})[^,;\d]{0,4}占/
export const sumsBefore = (own: Judged[], at: number): number[] => {
  const counts = own.slice(0, at).filter((one) => isCount(one) && one.item.segment === own[at]?.item.segment)
  const sums = counts.map((_, from) => sumOf(counts.slice(from)))
  return sums.slice(0, -1)
}

/** 复议13件、诉讼7件，占申请量的20.8%: of those side by side, together. */
export function joinedTo(own: Judged[], at: number): number[] {
  let from = at
  while (from > 0 && /^[、和及与]/.test(leadOf(own, from)) && isCount(own[from - 1] as Judged)) from--
  return own.slice(from, at).map((_, n) => sumOf(own.slice(from + n, at + 1)))
}

/** 两者合计占申请量的5%: what the numbers before it make together, of any whole. */
export function sharedBy(
  given: Given,
  share: Judged,
  together: Judged[][],
  said: Judged[],
  told: number[] | undefined,
): Outcome[] {
  const sums = together.map(sumOf)
  const [part = 0] = sums
  const { family = 'requests', first, second = [['total']] } = share.item
  const figures = (first ?? (share.item.second ? ANY_FLOW : [])).flatMap((keys) =>
    second.flatMap((column) => figureOf(given.edition, { family, first: keys, second: column }) ?? []),
  )
  const named = told ?? figures.flatMap(({ cells }) => amountOf(given, cells) ?? [])
  const wholes = (named.length ? named : wholesOf(given, 'requests', said)).filter((whole) => whole > part)
  const [whole] = wholes
  if (whole === undefined || share.item.quantity?.rough) return []
  // 组织1535件，后者中企业980件、律所401件，两者合占89.97%: of a number that is told as well.
  const all = [...wholes, ...said.map(({ item }) => item.value)]
  const fits = sums.some((sum) =>
    all.some((one) => isRounded(share.item.value, (HUNDRED * sum) / one, placesOf(share), true)),
  )
  return fits
    ? [holdsIn(share)]
    : named.length
      ? wrongShare(share, part, whole, together[0]?.[0]?.item.start ?? share.item.start, { isSure: true })
      : []
}

/** 复议18件、诉讼9件，占申请量的5%: of both of them, where no other share divides them, or of what a wrong one should say. */
export function withBeside(own: Judged[], number: Judged): number[] {
  const before = besideOf(own, number, /^[、,和及与]/)
  const fair = (one: Judged) => fairOf(one.item, one).slice(0, 3)
  return before && before.item.family === number.item.family
    ? fair(before).flatMap((one) => fair(number).map((other) => one + other))
    : []
}

/** Rows whose names stand before 占 are what the share is of. */
export function namesParts({ item: { window } }: Judged): boolean {
  const share = window.find(({ concept }) => concept === 'share')
  const rows = window.filter(({ concept, end }) => concept === 'row' && share && end <= share.start)
  return rows.length > 1 || rows.some(({ word }) => word.keys?.some((keys) => keys.length > 1))
}

/**
 * “无法提供”比重大，占办结总数的21%: where a clause begins with 占 and names its whole, what the clause before it names, and nothing
 * where that names none.
 */
export function namedBefore(given: Given, { item }: Judged, since: number): number[] | undefined {
  const { window, lead, quantity } = item
  const mark = window.find(({ concept }) => concept === 'share')
  const named = window.filter(names)
  const whole = named.at(-1)
  if (
    !mark ||
    !quantity ||
    !whole ||
    named.some(({ start }) => start < mark.start) ||
    whole.end > quantity.start
  )
    return undefined
  const part = lead.filter(({ concept, start }) => concept === 'row' && start >= since).at(-1)
  return (part?.word.keys ?? []).flatMap((keys) => totalOf(given, keys) ?? [])
}

/** 4人提出71件，占自然人申请的85.5%: of what those asked whom the words behind 占 name. */
export function askedBehind(given: Given, { item, sentence }: Judged): number[] | undefined {
  const mark = item.window.find(({ concept }) => concept === 'share')
  const [column] = item.window.filter(
    ({ concept, start }) => concept === 'column' && mark && start > mark.start,
  )
  if (!column || !/的约?$/.test(sentence.text.slice(column.end, item.quantity?.start))) return undefined
  const wholes = ANY_FLOW.flatMap((first) =>
    (column.word.keys ?? []).flatMap((second) => {
      const figure = figureOf(given.edition, { family: 'requests', first, second })
      return figure ? (amountOf(given, figure.cells) ?? []) : []
    }),
  )
  return wholes.length ? wholes : undefined
}
