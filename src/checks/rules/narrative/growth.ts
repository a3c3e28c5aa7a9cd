import { amountOf } from '../../prose/figures'
import { quoted } from '../../prose/normalise'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { givenOfLastYear, lastYearOf } from '../figures'
import { HUNDRED, leadOf, MOST_BETWEEN, near, placesOf, plain } from './arithmetic'

const MORE = /增长|增加|上升|提高|提升|上涨/
const LESS = /下降|减少|降低/

/** 收到96件，同比增加22件，增长29.7%: last year's figure is what is left. */
export function growthWithin(own: Judged[]): Outcome[] {
  return own.flatMap((share, at): Outcome[] => {
    const [now, change] = [own[at - 2], own[at - 1]]
    const { item, written, sentence } = share
    if (!now || !change || item.quantity?.unit !== '%' || !isChange(own, at) || !isChange(own, at - 1))
      return []
    const unit = now.item.quantity?.unit
    const said = [now, change, share]
    if (unit === '%' || change.item.quantity?.unit !== unit || isChange(own, at - 2)) return []
    if (!/同比|上年|去年|上一年/.test(leadOf(own, at - 1)) || LAST_YEAR.test(leadOf(own, at - 2))) return []
    if (
      said.some(
        ({ item: one, state }) => one.quantity?.rough || one.segment !== item.segment || state === 'differs',
      )
    )
      return []
    if (/占/.test(leadOf(own, at))) return []
    const sign = LESS_OR.test(leadOf(own, at - 1)) ? -1 : 1
    const then = now.item.value - sign * change.item.value
    const exact = (HUNDRED * change.item.value) / then
    const place = { target: written.address, operands: [written.address] }
    if (then > 0 && near(item.value, exact, placesOf(share))) return [{ ...place, state: 'holds' }]
    const percent = then > 0 ? `${exact.toFixed(Math.max(2, placesOf(share)))}%` : '没有意义'
    return [
      {
        ...place,
        state: 'fails',
        message: `正文：${plain(now.item.value)} 比上年的 ${plain(then)} ${sign > 0 ? '多' : '少'} ${plain(change.item.value)}，比例应为 ${percent}，写作 ${plain(item.value)}%。`,
        evidence: {
          [written.address]: quoted(
            written.prose,
            sentence.start + now.item.start,
            sentence.start + item.quantity.end,
          ),
        },
      },
    ]
  })
}

/**
 * 收到60件，比上年的52件增加8件，增长15.4%: the sentence has all it needs to be checked against itself.
 */
export function comparisonsOf(own: Judged[]): Outcome[] {
  if (!/上年|去年|上一年|20\d\d年/.test(own[0]?.sentence.text ?? '')) return []
  return own.flatMap((then, at): Outcome[] => {
    const { item, written, sentence } = then
    const unit = item.quantity?.unit
    const isThen = (one: Judged, i: number) =>
      one.item.quantity?.unit === unit &&
      LAST_YEAR.test(leadOf(own, i)) &&
      !isCarried(one) &&
      !isChange(own, i)
    if (!unit || unit === '%' || item.quantity?.rough || !isThen(then, at)) return []
    if (own.filter((one, i) => isThen(one, i)).length !== 1) return []
    const same = own.filter(
      (one, i) =>
        one !== then && one.item.quantity?.unit === unit && !isChange(own, i) && one.item.scope === 'ours',
    )
    const [now] = same
    if (!now || same.some(({ item: other }) => other.value !== now.item.value) || now.state === 'differs')
      return []
    if (now.item.quantity?.rough || item.segment !== now.item.segment) return []
    return own.flatMap((change, i): Outcome[] => {
      if (!isChange(own, i) || change.item.quantity?.rough || change.item.segment !== item.segment) return []
      const difference = now.item.value - item.value
      const sign = LESS_OR.test(leadOf(own, i)) ? -1 : 1
      const share = change.item.quantity?.unit === '%'
      if (!share && change.item.quantity?.unit !== unit) return []
      const exact = share ? (HUNDRED * difference * sign) / item.value : difference * sign
      const fits = share ? near(change.item.value, exact, placesOf(change)) : exact === change.item.value
      const place = { target: written.address, operands: [written.address] }
      if (fits) return [{ ...place, state: 'holds' }]
      const start = Math.min(now.item.start, item.start)
      const end = Math.max(...[now, then, change].map((one) => one.item.quantity?.end ?? 0))
      return [
        {
          ...place,
          state: 'fails',
          message: `正文：${plain(now.item.value)} 比上年 ${plain(item.value)}，相差${share ? '比例' : ''}应为 ${share ? exact.toFixed(Math.max(2, placesOf(change))) : plain(exact)}${share ? '%' : ''}，写作 ${plain(change.item.value)}${share ? '%' : ''}。`,
          evidence: {
            [written.address]: quoted(written.prose, sentence.start + start, sentence.start + end),
          },
        },
      ]
    })
  })
}

/** 同比增长46.4%，上年结转42件: what was left of last year, not what was counted in it. */
const isCarried = ({ item }: Judged) =>
  item.first?.some((keys) => keys.includes('carriedOver') || keys.includes('carriedForward')) ?? false
const LAST_YEAR = /(?:上年|去年|上一年|20\d\d年)[^,;]{0,8}$/
const isChange = (own: Judged[], at: number): boolean =>
  /(?:增加|增长|减少|下降|上升|上涨|提高|提升|多|少|增|减|降)(?:了|幅度?|率)?(?:约)?(?:为|达|是)?(?:约)?$/.test(
    leadOf(own, at),
  )
const LESS_OR = /减|降|少/

/** 同比增长70.3%: against the same figure of last year's report, as far as it is loaded. */
export function growthOf(given: Given, own: Judged[]): Outcome[] {
  const lastYear = givenOfLastYear(given)
  if (!lastYear) return []
  return own.flatMap((growth, at): Outcome[] => {
    const before = own[at - 1]
    const { item, written, sentence } = growth
    if (
      item.quantity?.unit !== '%' ||
      !before ||
      before.state !== 'agrees' ||
      !before.item.quantity ||
      before.item.quantity.rough
    )
      return []
    const between = sentence.text.slice(before.item.quantity.end, item.quantity.start)
    const direction = MORE.exec(between)?.[0] ?? LESS.exec(between)?.[0]
    if (!direction || between.length > 2 * MOST_BETWEEN || !/同比|上年|去年|上一年/.test(between)) return []
    const sign = LESS.test(direction) ? -1 : 1
    const known = before.meanings.flatMap(({ figure }) => {
      const then = amountOf(lastYear, figure.cells)
      return then ? [{ figure, then }] : []
    })
    const [first] = known
    if (!first) return []
    const exact = (then: number) => (sign * HUNDRED * (before.item.value - then)) / then
    const places = placesOf(growth)
    const place = { target: written.address, operands: [written.address] }
    if (item.quantity.rough || known.some(({ then }) => near(item.value, exact(then), places)))
      return [{ ...place, state: 'holds' }]
    return [
      {
        ...place,
        state: 'fails',
        message: `正文：${plain(before.item.value)} 比上年 ${plain(first.then)} ${direction}应为 ${exact(first.then).toFixed(Math.max(2, places))}%，写作 ${plain(item.value)}%。`,
        evidence: {
          [written.address]: quoted(
            written.prose,
            sentence.start + before.item.start,
            sentence.start + item.quantity.end,
          ),
          ...lastYearOf(given)?.evidence(first.figure.cells),
        },
      },
    ]
  })
}
