import { names } from './dealt'
import { type Item, says } from './items'
import type { Concept } from './lexicon'
import type { Quantity } from './quantities'
import { NOT_COUNTED } from './scopes'
import type { Token } from './tokens'

/** These say what a number is without naming a figure. */
const BUILD: readonly Concept[] = ['sum', 'rest', 'except', 'compare', 'otherYear', 'share']
export const hasContent = (tokens: Token[]) =>
  tokens.some((token) => names(token) || NOT_COUNTED.includes(token.concept))

const COUNTED = /^[件宗份起例]$/
/** 全年共12件, 共计12件: all there are. */
export const saysAll = (window: Token[], quantity: Quantity, text: string) =>
  COUNTED.test(quantity.unit) &&
  /[共计总]$/.test(text.slice(0, quantity.start)) &&
  window.every(
    ({ concept }) =>
      concept === 'wholeYear' || concept === 'whole' || concept === 'sum' || concept === 'fill',
  )

/** 由9件降至5件, 由2件变为5件. */
const MADE = /[增升降减长加少变涨缩扩][至到为成]$/
/** 由年初的347件变为361件, 由9400人增至12850人: up to what it was. */
export const FROM = /[由从自](?:20\d\d)?[^,;:()\d]{0,6}$/
const ASKERS = /^(?:人次?|[名位家户]|批次?)$/
/** A number without words of its own counts what the one before it counts. */
export function goOn(items: Item[], text: string): void {
  items.forEach((item, i) => {
    const before = items[i - 1]
    // 其他由2件增至4件: what it was, in whatever words.
    // 由80件（2022年）增至96件.
    const between = text
      .slice(before?.quantity?.end, item.quantity?.start)
      .replace(/^\((?:20\d\d|[上去])年度?\)/, '')
    const risen = /^[^,;()\d]{0,3}[至到为]$/.test(between)
    if (before?.quantity && risen && FROM.test(text.slice(0, before.quantity.start))) before.scope = 'none'
    // 上半年收到33件，下半年27件: without words of its own a number counts what the one before it counts.
    // 予以公开的占37.2%，共35件: and what was divided just before it.
    // 自然人申请占85.9%（55件）: so many of them.
    const explains = item.outer !== undefined && item.outer === before
    const shared =
      before?.quantity?.unit === '%' && item.quantity?.unit !== '%' && (explains || says(item, 'sum'))
    const bare =
      !hasContent(item.window) &&
      !item.window.some(
        ({ concept }) =>
          BUILD.includes(concept) &&
          !(shared && concept === 'sum') &&
          !(concept === 'otherYear' && before && says(before, concept)),
      )
    // 上年结转4件，今年申请45件: not what was carried over.
    const carried = before?.first?.every(([key]) => key === 'carriedOver')
    if (carried && says(item, 'wholeYear') && says(item, 'request')) return
    // 上半年收到33件，全年共60件: of the same, but of all of it.
    if (before?.scope === 'part' && says(item, 'wholeYear')) return
    if (!bare || !before?.family || !item.quantity) return
    // 共有7人次9件: so many who asked for so many.
    const adjoins = before.quantity?.end === item.quantity.start && ASKERS.test(before.quantity.unit)
    if (!shared && !adjoins && before.quantity?.unit !== item.quantity.unit) return
    if (before.segment !== item.segment || (before.bracket !== item.bracket && !(shared && explains))) return
    const { family, first, second, part } = before
    // 2021年收到31件，2022年45件，2023年60件: the same of another year is said as plainly.
    const years = says(before, 'otherYear') && (says(item, 'otherYear') || says(item, 'wholeYear'))
    const apart = ['aside', 'none', 'compare', 'body'] as const
    const grown =
      (MADE.test(text.slice(0, item.quantity.start)) &&
        (says(before, 'otherYear') || FROM.test(text.slice(0, before.quantity?.start)))) ||
      /^[至到]$/.test(text.slice(before.quantity?.end, item.quantity.start))
    const alike = (years || grown) && !apart.some((concept) => says(before, concept))
    // 市本级18件，县区30件，全市48件: of the same, and of all of them.
    const whole = before.scope === 'part' && says(item, 'whole')
    // 公开件占收件数的38%（38件）: not what stands behind 占.
    const share = before.window.find(({ concept }) => concept === 'share')?.start ?? Number.NaN
    const ofWhole = shared && before.window.some((token) => names(token) && token.start > share)
    const loose = alike || whole || adjoins ? before.loose : !shared || ofWhole
    Object.assign(item, { family, first, second, part, loose })
    if (explains && before.scope === 'none') item.scope = 'none'
    // 结转量由9件降至5件: what it was is none of this year's.
    if (grown) before.scope = 'none'
  })
}
