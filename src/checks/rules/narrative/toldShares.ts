import { isFlow } from '../../prose/listKinds'
import { partListsOf } from '../../prose/lists'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { HUNDRED, holdsIn, leadOf, placesOf, type Spoken } from './arithmetic'
import { isCount, isRounded, wholesOf, wrongShare } from './wholes'

/** What two names of one thing may differ in: 主动公开的政府信息, 主动公开信息数. */
const BARE_NAME = /^.*[,;:、(]|其中|的|各类|政府|信息|申请|[共占为有数量约]/g
/** 占发布总量的: of all, as 占 alone is. */
const OF_ALL = /占(?:比|(?:发布|公开|全部|信息)*总[数量]的?)$/
/** 制作150条，其中主动公开120条。主动公开的占80%: of what the sentence before divides, by the name that it has there. */
export function toldBefore(
  given: Given,
  share: Judged,
  { own, earlier, before }: Spoken,
): Outcome[] | undefined {
  const name = leadOf(own, 0).replace(OF_ALL, '').replace(BARE_NAME, '')
  if (own.length > 1 || name.length < 2) return undefined
  // 约占24%, 占24%左右: of 24.6 %.
  if (share.item.quantity?.rough || /[约近超]/.test(leadOf(own, 0))) return undefined
  const isCalledSo = (one: Judged) => leadOf(earlier, earlier.indexOf(one)).replace(BARE_NAME, '') === name
  const lists = before ? partListsOf(before.own, before.earlier) : []
  const list = lists.find(({ parts }) => parts.some(isCalledSo))
  const [part, ...more] = list?.parts.filter(isCalledSo) ?? []
  if (!list || !part || more.length || part.item.quantity?.rough) return undefined
  const { value } = part.item
  const tables = isFlow(list.total) ? wholesOf(given, 'requests', []) : []
  // 动态80条、公告320条: one of them is no whole of another.
  const told = earlier.filter((one) => isCount(one) && !list.parts.includes(one))
  const wholes = [...told.map(({ item }) => item.value), ...tables]
  const fits = wholes.some((one) =>
    isRounded(share.item.value, (HUNDRED * value) / one, placesOf(share), false),
  )
  return fits ? [holdsIn(share)] : wrongShare(share, value, list.total.item.value, 0)
}
