import { totalOf } from './figures'
import { isShared, says } from './items'
import { type Beside, fairOf } from './rescueBeside'
import type { Item } from './sentence'

/* What a sentence adds up itself: numbers that divide another one of it, and are none of the tables'. */

const ADDED = /[合总小]计|相加|加起来|之和|共计?[^,;]{0,12}$/
const between = (a: Item | undefined, b: Item, text: string) =>
  text.slice(a?.quantity?.end ?? 0, b.quantity?.start)

/** Counts in one unit, without what something has grown by. */
const countsOf = ({ items, item }: Beside): Item[] =>
  items.filter(
    (one) =>
      one === item ||
      (one.quantity?.unit === item.quantity?.unit &&
        one.bracket === item.bracket &&
        !says(one, 'compare') &&
        !isShared(one)),
  )
const verdictOf = ({ items, verdicts }: Beside, one: Item) => verdicts[items.indexOf(one)]
const stateOf = (beside: Beside, one: Item | undefined) => one && verdictOf(beside, one)?.state
const sameName = (a: Item, b: Item) =>
  a.family === b.family && String([a.first, a.second]) === String([b.first, b.second])

/**
 * 梳理文件215件，继续有效168件、修改9件、废止38件; 申请42件；环评21件，监测12件，处罚9件; 核准26件、其他许可11件，共许可37件: all
 * that stands between a number of no table and the end of its part of the sentence, or up to their sum, makes that number.
 */
export function dividesTold(beside: Beside): boolean {
  const { item, text } = beside
  const counts = countsOf(beside)
  const at = counts.indexOf(item)
  const first = counts.findIndex(({ segment }) => segment === item.segment)
  const next = counts.findIndex(({ segment }) => segment > item.segment)
  const end = next < 0 ? counts.length : next
  const makes = (from: number, to: number, total: Item) =>
    counts.slice(from, to).reduce((all, { value, times }) => all + value * times, 0) === total.value
  // 12件征求第三方意见（6件同意公开、4件不同意、2件未回复）: what they divide stands before the bracket.
  const { outer } = item
  const around = stateOf(beside, outer)
  if (
    outer &&
    (around === 'none' || around === 'unsure') &&
    counts.length > 1 &&
    makes(0, counts.length, outer)
  )
    return true
  return counts.some((total, i) => {
    const told = stateOf(beside, total)
    if (i < at) {
      const from = Math.max(i + 1, first)
      const apart =
        (told !== 'agrees' && told !== 'differs') ||
        total.family !== item.family ||
        // 21件被纠正的案件逐件形成报告，已完成18件，余下3件正在撰写: what was done about cases is not how they ended.
        (item.family === 'cases' && DONE_ABOUT.test(text.slice(item.start, item.end)))
      const near = i === 0 || i === from - 1
      // 收到13件，结转下年3件，复议10件: what counts on with it is none of the others.
      const mixed =
        told === 'agrees' &&
        counts
          .slice(from, end)
          .some((one) => one.family === total.family && stateOf(beside, one) === 'agrees')
      return near && apart && !mixed && total.value >= TELLING && end - from > 1 && makes(from, end, total)
    }
    // 其他行政许可11件，共作出行政许可决定81件.
    const sums = i > at && i < end && ADDED.test(between(counts[i - 1], total, text))
    const kinds = told === 'agrees' ? String(item.first) === String(total.first) : !total.family
    return (
      sums &&
      kinds &&
      counts.some((_, from) => from >= first && from <= at && from < i - 1 && makes(from, i, total))
    )
  })
}

const DONE_ABOUT = /完成|整改|落实|复盘|剖析/
/** Less may be made by chance. */
const TELLING = 10

/** 立案1932件，上年结转203件，办结1988件，在办147件: a balance of its own, of other things. */
export function balancesItself(beside: Beside): boolean {
  if (!beside.flows || beside.item.second) return false
  const counts = countsOf(beside)
  const at = counts.indexOf(beside.item)
  return counts.slice(0, at).some((one, i) => {
    const [more, done] = [counts[i + 1], counts[i + 2]]
    const ours = [one, more, done].some((other) => stateOf(beside, other) === 'agrees')
    return i + 2 < at && !ours && one.value + (more?.value ?? 0) - (done?.value ?? 0) === beside.item.value
  })
}

const LESS_THESE = /不(?:再)?(?:计入|列入|纳入)|剔除|扣除|核减|重复登记/
/** 共登记47件。其中2件实为咨询不计入，实际受理45件: without those that are told beside it. */
export function lessOthers(
  { item, items, text, amounts, flows }: Beside,
  next: { text: string; items: Item[] } | undefined,
): boolean {
  const left = (all: Item[], of: string, from: number) =>
    all.some(
      ({ value, quantity }) =>
        quantity &&
        quantity.start >= from &&
        value > 0 &&
        amounts.includes(item.value - value) &&
        LESS_THESE.test(of.slice(quantity.end, quantity.end + REACH)),
    )
  return flows && (left(items, text, item.end) || (next !== undefined && left(next.items, next.text, 0)))
}
const REACH = 20

/** 3件予以公开；上年留下的1件也予以公开，故全年公开合计4件: a part of what is added up behind it. */
export const addedUp = ({ item, numbers, verdicts, text, items }: Beside): boolean =>
  numbers.some(
    ({ other, i }) =>
      other.start > item.start &&
      other.value > item.value &&
      verdicts[i]?.state === 'agrees' &&
      sameName(item, other) &&
      ADDED.test(text.slice(items[i - 1]?.quantity?.end, other.quantity?.start)),
  )

const TOTALS = [['received'], ['received', 'carriedOver'], ['outcomeTotal']]
/** 97件中已答复91件: of those, where they are none of the tables'. */
export function amongOthers({ given, at, items, verdicts, item, text }: Beside): boolean {
  const base = items[at - 1]
  return (
    base?.quantity !== undefined &&
    base.segment === item.segment &&
    verdicts[at - 1]?.state !== 'agrees' &&
    item.value <= base.value &&
    !TOTALS.some((keys) => totalOf(given, keys) === base.value) &&
    /^(?:申请|案件|办?件)?(?:之)?[中里],?[^,;:、()\d]*$/.test(between(base, item, text))
  )
}

const GROUP = /不予公开|无法提供|不予处理/
const GROUPS: Record<string, string> = {
  不予公开: 'outcome.denied',
  无法提供: 'outcome.unavailable',
  不予处理: 'outcome.notProcessed',
}
/** 2件不归本局管理，无法提供；3件未制作，无法提供: in words of their own they are all of one group. */
export function inOneGroup({ given, at, item, items, text }: Beside): boolean {
  const endOf = ({ quantity }: Item, i: number) =>
    quantity && GROUP.exec(text.slice(quantity.end, items[i + 1]?.start))?.[0]
  const group = endOf(item, at)
  const alike = group ? items.filter((one, i) => endOf(one, i) === group && one.bracket === item.bracket) : []
  const sum = alike.reduce((all, { value }) => all + value, 0)
  return group !== undefined && alike.length > 1 && totalOf(given, [GROUPS[group] ?? '']) === sum
}

/** 办理申请63件；上年结转1件，结转下年2件: so many came in, where what waited before and after is told beside them. */
export function cameIn({ given, item, items }: Beside): boolean {
  const tells = (key: string) =>
    items.some((one) => one !== item && one.quantity && !one.second && String(one.first) === key)
  return (
    item.first?.length === 2 &&
    String(item.first) === 'outcomeTotal,received,carriedOver' &&
    !item.second &&
    totalOf(given, ['received']) === item.value &&
    tells('carriedOver') &&
    tells('carriedForward') &&
    !tells('received')
  )
}

const FOR_OTHERS = /协助|配合|协办|会办|代(?:为|表|[省市县区镇乡])/
/** 办理申请9件，其中本镇受理4件，协助县级部门答复5件: with those of others, as the numbers behind it tell. */
export function withOthers(beside: Beside): boolean {
  const { item, text, flows } = beside
  const counts = countsOf(beside)
  const [own, other] = counts.slice(counts.indexOf(item) + 1)
  return (
    flows &&
    own !== undefined &&
    other !== undefined &&
    other.segment === item.segment &&
    /其中|:|包括/.test(between(item, own, text)) &&
    FOR_OTHERS.test(between(own, other, text)) &&
    stateOf(beside, own) !== 'none' &&
    fairOf(own, verdictOf(beside, own)).some((one) => one + other.value === item.value)
  )
}

/** 清理后保留44件，新制发14件: what stayed in force, and what was made, are in force. */
export const keptBeside = (beside: Beside): boolean =>
  String(beside.item.second) === 'inForce' &&
  /保留|继续/.test(beside.text.slice(beside.item.start, beside.item.end)) &&
  beside.numbers.some(
    ({ other }) =>
      String(other.second) === 'issued' &&
      other.segment === beside.item.segment &&
      fairOf(other, verdictOf(beside, other)).some((made) =>
        beside.amounts.includes(beside.item.value + made),
      ),
  )

/** 原周庄乡的2件未办结申请由我镇承接，列入上年结转: what had waited there was carried over. */
export const takenOver = ({ given, item, verdict, text }: Beside): boolean =>
  verdict.meanings.every(({ first }) => String(first) === 'carriedForward') &&
  totalOf(given, ['carriedOver']) === item.value &&
  /承接|接续|划转|[计列记]入上年/.test(text)
