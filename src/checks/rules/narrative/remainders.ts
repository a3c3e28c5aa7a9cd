import { totalOf } from '../../prose/figures'
import { isFlow } from '../../prose/listKinds'
import { counts, has, leadBefore, unitOf } from '../../prose/listParts'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { failsIn, plain } from './arithmetic'

/** With more numbers than these nearly any number is what some of them leave. */
const MOST_NUMBERS = 6

/** What a total leaves without some of the numbers behind it. */
const leftOf = (total: Judged, others: Judged[]): number[] =>
  others.reduce((all, { item }) => all.concat(all.map((left) => left - item.value)), [total.item.value])

/**
 * 应办34件，年底前办结31件，剩余3件依法延期: where all numbers before it are those of the tables, what is left is what they leave,
 * whichever of them it is left of.
 */
export function remaindersIn(given: Given, own: Judged[], listed: Set<Judged>): Outcome[] {
  const level = own.filter((one) => counts(one) && one.item.bracket === 0)
  if (!level.some((one) => has(one, 'rest'))) return []
  const received = totalOf(given, ['received'])
  return level.flatMap((one, at): Outcome[] => {
    const before = level.slice(0, at)
    const { item, state } = one
    // 受理网上申请96件: one way, and all that came in.
    const known = (other: Judged) =>
      (other.state === 'agrees' || (isFlow(other) && received === other.item.value)) &&
      unitOf(other) === unitOf(one) &&
      !other.item.loose
    const [first] = before
    if (
      !has(one, 'rest') ||
      // Its list says so already.
      listed.has(one) ||
      has(one, 'compare', 'none', 'channel', 'body') ||
      (state === 'agrees' && !item.loose && !item.part) ||
      state === 'differs' ||
      item.quantity?.rough ||
      !first ||
      before.length > MOST_NUMBERS
    )
      return []
    const last = before.at(-1) as Judged
    const all = totalOf(given, ['received', 'carriedOver']) ?? Number.NaN
    // 除3件无法提供外，其余91件均已答复: of all that was answered, or came in.
    const excepts = has(last, 'except') && !/^outcome\./.test(item.first?.[0]?.[0] ?? '')
    // 2件不予公开，其余99件均予公开: more than all that there were.
    if (known(last) && last.item.family === 'requests' && (excepts || item.value > all)) {
      const whole = [all, totalOf(given, ['received']), totalOf(given, ['outcomeTotal'])]
      if (whole.some((one) => one === item.value + last.item.value)) return []
      const message = `正文：共 ${plain(all)}，除去 ${plain(last.item.value)}，其余写作 ${plain(item.value)}。`
      return [failsIn(one, [last.item.start, item.quantity?.end], message)]
    }
    const ofCases = first.item.family === 'cases' && !first.item.second
    if (!(isFlow(first) || ofCases) || before.length < 2 || !before.every(known)) return []
    // 其余企业4件、科研机构2件: shared by the numbers behind it.
    const next = level[at + 1]
    if (next && /^[、和及与]/.test(leadBefore(level, at + 1))) return []
    const forward = totalOf(given, ['carriedForward'])
    const fair = [
      ...before.flatMap((total, n) => leftOf(total, before.slice(n + 1))),
      ...(ofCases ? [] : [...leftOf({ ...first, item: { ...first.item, value: all } }, before), forward]),
    ]
    if (fair.includes(item.value)) return []
    const left = (n: number) =>
      before.slice(n + 1).reduce((rest, { item: { value } }) => rest - value, before[n]?.item.value ?? 0)
    const from = before.slice(0, -1).findIndex((_, n) => left(n) >= 0)
    const total = before[from]
    const message = `正文：${plain(total?.item.value ?? 0)} 减去所列各项余 ${plain(left(from))}，写作 ${plain(item.value)}。`
    return total ? [failsIn(one, [total.item.start, item.quantity?.end], message)] : []
  })
}
