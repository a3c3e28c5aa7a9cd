import { amountOf, figureOf } from '../../prose/figures'
import { has, leadBefore } from '../../prose/listParts'
import { CIRCLES, PARTS_OF_YEAR } from '../../prose/listWords'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { failsIn, holdsIn, plain } from './arithmetic'

/** Parts beside which there is no other. */
const ALL_PARTS: RegExp[][] = [[/线上/, /线下/], ...PARTS_OF_YEAR.map(({ names }) => names), ...CIRCLES]
const nameOf = ({ item: { family, first, second } }: Judged) => JSON.stringify([family, first, second])

/** 上半年收到36件，下半年60件: all there is, though nobody adds it up: the table does. */
export function untoldWholes(given: Given, own: Judged[]): Outcome[] {
  const numbers = own.filter(({ item }) => item.quantity && item.quantity.unit !== '%')
  return numbers.flatMap((head, at): Outcome[] => {
    const { family, first, second } = head.item
    if (!family || !first) return []
    // 线上收到60件，办结58件；线下收到36件: the next of the same name.
    const alike = numbers.slice(at).filter((one) => nameOf(one) === nameOf(head))
    const parts =
      ALL_PARTS.find(
        (kinds) =>
          kinds.length === alike.length &&
          kinds.every((kind, n) => kind.test(leadBefore(numbers, numbers.indexOf(alike[n] as Judged)))),
      ) && alike
    const exact = parts?.every(
      (one) => one.item.scope !== 'ours' && !one.item.quantity?.rough && one.item.unknown < 2,
    )
    const told = own.some(
      (one) =>
        !parts?.includes(one) && (nameOf(one) === nameOf(head) || has(one, 'sum', 'wholeYear', 'whole')),
    )
    if (!parts || !exact || told) return []
    const firsts = String(first[0]) === 'received' ? [...first, ['received', 'carriedOver']] : first
    const figures = firsts.flatMap((keys) =>
      (second ?? [[family === 'documents' ? 'decisions' : 'total']]).flatMap(
        (columns) => figureOf(given.edition, { family, first: keys, second: columns }) ?? [],
      ),
    )
    const amounts = figures.flatMap(({ cells }) => amountOf(given, cells) ?? [])
    const sum = parts.reduce((all, { item }) => all + item.value, 0)
    if (!amounts.length || parts.some(({ item }) => amounts.includes(item.value))) return []
    if (amounts.includes(sum)) return [holdsIn(head)]
    const terms = parts.map(({ item }) => plain(item.value)).join('＋')
    const message = `正文：${terms}＝${plain(sum)}，表中${figures[0]?.spoken}为 ${amounts[0]}。`
    return [failsIn(head, [head.item.start, parts.at(-1)?.item.quantity?.end], message)]
  })
}
