import { isFlow } from './listKinds'
import { counts, has, leadBefore, unitOf } from './listParts'
import { LARGEST, MOST_OF, NO_WAY, WAYS } from './listWords'
import { listOf, type PartList } from './partList'
import type { Judged } from './reading'

/* Lists whose numbers stand in brackets. */

/** 土地征收（11件）、项目审批（7件）: from one bracket to the next there is a name alone. */
const NEXT = /^\)[、,和及与]*[^,;()\d]{2,20}\($/
const SUMMED = /^\)[^,;()\d]{0,8},?[^,;()\d]{0,6}(?:[合共总小]计|一共|总共|累计|共)[^,;()\d]{0,4}$/
/** 等三个方面: so many are all that are told of. */
const ALL_TOLD = /^\)等?([两三四五六七八九十])(?:个|大|项|类|种)*(?:方面|领域|类别|类型|内容|事项|类|项|种)/
const NUMERALS = '〇一二三四五六七八九十'

/** 征收（11件）、审批（7件）和财政（5件）三个方面: each number in a bracket of its own, with their sum before or behind them. */
export function inOwnBrackets(own: Judged[], earlier: Judged[]): PartList[] {
  const numbers = own.filter(counts)
  const isAlone = ({ item, sentence }: Judged) =>
    item.bracket > 0 &&
    numbers.filter((one) => one.item.bracket === item.bracket).length === 1 &&
    /[^\d件宗份条个]\($/.test(sentence.text.slice(0, item.quantity?.start)) &&
    sentence.text.charAt(item.quantity?.end ?? 0) === ')'
  const from = numbers.findIndex((one, i) => isAlone(one) && NEXT.test(leadBefore(numbers, i + 1)))
  if (from < 0) return []
  const rest = numbers.slice(from)
  const end = rest.findIndex((one, n) => !isAlone(one) || (n > 0 && !NEXT.test(leadBefore(rest, n))))
  const parts = end < 0 ? rest : rest.slice(0, end)
  if (parts.length < 2) return []
  const behind = rest[parts.length]
  if (behind && SUMMED.test(leadBefore(rest, parts.length))) return listOf(behind, parts, true, own)
  const before = [...earlier.filter(isFlow), ...numbers.slice(0, from)]
    .filter(
      (one) => unitOf(one) === unitOf(parts[0] as Judged) && one.item.bracket === 0 && !has(one, 'compare'),
    )
    .at(-1)
  const last = parts.at(-1) as Judged
  const [, told] = ALL_TOLD.exec(last.sentence.text.slice(last.item.quantity?.end)) ?? []
  const complete = told !== undefined && NUMERALS.indexOf(told.replace('两', '二')) === parts.length
  const some = parts.some((one) => LARGEST.test(leadBefore(numbers, numbers.indexOf(one))))
  return before
    ? listOf(before, parts, false, own).map((list) => ({ ...list, complete, open: some || !complete }))
    : []
}

/** 收到96件（网络61件，信函30件，当面5件）: the bracket ends the list of ways. */
export function waysInBracket(lists: PartList[], level: Judged[]): PartList[] {
  const isWay = (one: Judged) => {
    const lead = leadBefore(level, level.indexOf(one))
    return WAYS.test(lead) && !NO_WAY.test(lead)
  }
  return lists.map((list) => {
    if (!list.parts.every(isWay)) return list
    const sum = list.parts.reduce((all, { item }) => all + item.value, 0)
    const { value } = list.total.item
    return { ...list, tight: true, exhausts: sum > value * MOST_OF && sum < value }
  })
}
