import type { Given } from '../types'
import { amountOf, figureOf } from './figures'
import { type Item, says } from './items'
import { WAYS } from './listWords'
import { type Meaning, TOTAL } from './meanings'
import { NOT_COUNTED } from './scopes'
import type { Verdict } from './sums'

const UNLIKE = ['compare', 'otherYear', 'years', 'partYear', 'twice', 'share', 'body'] as const
const COUNTED = /^[件宗份起例条]$/
const ENTERED = ['received', 'carriedOver']
/** 线上收件150件，经甄别受理96件: what is counted follows. */
const SIFTED = /甄别|筛选|剔除|核减|去重|重复|归并|合并|拆分|无效|咨询|信访|投诉/
/** 接听咨询50余人次: nor is what is counted by callers any of them. */
const OF_PEOPLE = /[^,;]*\d[余多]?(?:人次|次|场次?)(?=[,;]|$)/g

/** 通过依申请公开专栏提交的. */
const PLACES = /公开(?:申请)?(?:专栏|栏目|入口)/

/** 收到网上申请113件 of 101: what came in one way may be less than all that came in, and never more. */
export function moreThanAll(
  given: Given,
  item: Item,
  at: number,
  items: Item[],
  verdicts: Verdict[],
  text: string,
): Meaning[] {
  const { quantity, window, first, second, family } = item
  if (family !== 'requests' || item.scope !== 'none' || item.ofBody || !quantity || quantity.rough) return []
  if (!COUNTED.test(quantity.unit) || quantity.wan) return []
  const ways = window.filter(({ concept }) => NOT_COUNTED.includes(concept))
  const isWay = ways.every(
    ({ concept, start, end }) =>
      concept === 'aside' && (WAYS.test(text.slice(start, end)) || PLACES.test(text.slice(start, end))),
  )
  if (!ways.length || !isWay || !says(item, 'request') || UNLIKE.some((one) => says(item, one))) return []
  // 群众提出的: whoever asked.
  if (second && !second.some((keys) => keys.includes('total'))) return []
  if (!first?.[0]?.every((key) => ENTERED.includes(key)) || SIFTED.test(text.replace(OF_PEOPLE, '')))
    return []
  // 网上受理150件，实收96件: what the table has follows.
  const follows = items.some(
    (one, i) =>
      i > at && verdicts[i]?.state === 'agrees' && one.first?.some((keys) => keys.includes('received')),
  )
  const place = { family, first: ['received'], second: TOTAL }
  const figure = figureOf(given.edition, place)
  const all = figureOf(given.edition, { ...place, first: ENTERED })
  if (follows || !figure || item.value <= ((all && amountOf(given, all.cells)) ?? Number.NaN)) return []
  const amount = amountOf(given, figure.cells)
  return amount === undefined ? [] : [{ ...place, figure, amount }]
}
