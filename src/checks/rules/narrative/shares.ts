import { has, JOINED, upTo } from '../../prose/listParts'
import type { Judged } from '../../prose/reading'
import { HUNDRED, leadOf, MOST_BETWEEN } from './arithmetic'
import { isCount, isShare } from './wholes'

/** The number that a share is said of, and the one it is a share of where the words name that too. */
interface Counted {
  part: Judged
  whole?: Judged
  /** The last number of a bracket between the two, which may be meant as well. */
  inner?: Judged
  /** It was named before others, and its share names it again. */
  again?: boolean
}
export const exactly = (one: Judged | undefined): one is Judged =>
  one !== undefined && isCount(one) && !one.item.quantity?.rough

/** 22件，占95.7%; 22件（占95.7%）; 60件、36件，分别占62.5%和37.5%; 占62.5%，为60件; 6件，占总数96件的6.3%. */
export function counted(own: Judged[], at: number): Counted | undefined {
  let from = at
  while (from > 0 && isShare(own[from - 1])) from--
  let to = at
  while (isShare(own[to + 1])) to++
  const inTurn = to - from + 1
  const [whole, part] = [own[at - 1], own[at - 2]]
  // 60件、36件，分别占总数（96件）的62.5%和37.5%: dealt out, and the whole stands between.
  const shared = own[from - 1]
  const inList = inTurn > 1 && isNextOf(own, from === at ? at + 1 : at)
  if (inList && namesWhole(own, from) && exactly(shared)) {
    const dealt = own[at - 1 - inTurn]
    return exactly(dealt) ? { part: dealt, whole: shared } : undefined
  }
  const said = leadOf(own, at - 1)
  if (namesWhole(own, at) && exactly(whole) && exactly(part) && said.length <= MOST_BETWEEN) {
    // 图解50篇、视频30篇，图解占文件数（200件）的25%.
    if (!namesAnother(own, part, own[at] as Judged, said)) return { part, whole }
    const named = namedAgain(own, at - 1, said)
    return named && { part: named, whole, again: true }
  }
  const [behind, follows] = [own[to + 1], leadOf(own, to + 1)]
  const dealt = own[to + 1 + at - from]
  if (inTurn > 1 && exactly(dealt) && /^,?分别[为是有]$/.test(follows)) return { part: dealt }
  const isBehind = inTurn === 1 && exactly(behind)
  // 公开占37.2%（35件）.
  const enclosed = follows === '(' && behind?.sentence.text.charAt(behind.item.quantity?.end ?? 0) === ')'
  if (isBehind && (enclosed || /^[,、]?[计为即达]$/.test(follows))) return { part: behind }
  // 83件，同比增加13件，占86.5%: what it has grown by is no part.
  let grown = 0
  while (isCompared(own, from - 1 - grown)) grown++
  // 网络58件、信函38件，占比60.4%和39.6%: as many shares as counts, one for each.
  const isDealt =
    inTurn > 1 && own.slice(from + 1, to + 1).every((_, n) => JOINED.test(leadOf(own, from + 1 + n)))
  // 25件，占无法提供的89.3%、占全部答复的26.6%: several shares of one.
  const isInTurn = isDealt || /分别|依次/.test(leadOf(own, from))
  const last = own[isInTurn ? at - inTurn : (inTurn > 1 ? from : at) - 1 - grown]
  // 不予公开9件（第三方4件、内部事务3件），占9.6%: of what stands before the bracket; else of the last in it.
  const closed = /^[^()]*\)/.exec(leadOf(own, from))?.[0] ?? ''
  const sameLevel = own.slice(0, from).filter((one) => one.item.bracket === own[from]?.item.bracket)
  const outer = closed ? sameLevel.at(-1) : undefined
  const before = outer ?? last
  // 占总数（100件）的9%: where the whole stands in brackets of its own.
  const between = leadOf(own, from)
    .slice(closed.length)
    .replace(/\([^()]*\)/g, '')
  // 9件申请被依法不予公开，占办结件的9.6%: the clause of a number that stands before its words.
  const reach = between.replace(/^[^,;]*,(?=占)/, '')
  const close = reach.length <= MOST_BETWEEN && /^[^;。]*(?:占|相当于|比[重例])/.test(between)
  // 收到96件，网络占62.5%: of the way that is named beside it.
  const another = has(own[from] as Judged, 'aside')
  // 应诉案件38件，信息公开类占13.2%: of what is named here the number is the whole, or nothing.
  if (REST.test(between)) return undefined
  if (before && namesAnother(own, before, own[from] as Judged, between)) {
    const part = inTurn === 1 ? namedAgain(own, from, between) : undefined
    return part && { part, again: true }
  }
  const isNext = before === outer || before === own[at - 1 - grown] || from < to
  if (exactly(before) && !another && (close || between === '(') && isNext)
    return { part: before, ...(outer && exactly(last) ? { inner: last } : {}) }
  return isBehind && /^[,、]?(?:[共计]|合计)+$/.test(follows) ? { part: behind } : undefined
}
/** 比上半年41件多14件: what it is set against, and by how much it differs. */
const isCompared = (own: Judged[], at: number) =>
  own[at] !== undefined &&
  (has(own[at], 'compare') || /^[,(]?(?:同?比|较|与|[高低多少]于)[^,;]*$/.test(leadOf(own, at)))
const isNextOf = (own: Judged[], at: number) => /^[、,和及与]+$/.test(leadOf(own, at))
/** 20件，其余情形占19.1%: what is left is no share of the last that was named. */
const REST = /^[,;:](?:其[余他它中]|余下|剩余)[^,;()]{2,}占/
/** What the clause of a share is said of, without what may be said of anything. */
const SUBJECT = /(?:^|[,;(])([^,;()]*?)(?:的?占|的?比[重例])/
const ANY =
  /其中|合计|共计?|总计|[约均各其也就仅只已所的且这项量数率]|分别|依次|[几近]乎|接近|将近|大约|大致|申请|行政|[两三四五]者|该类/g
/** 其中网站58件、信函38件，网站占60.4%: the one number of its part of the sentence that has that name and no other words. */
function namedAgain(own: Judged[], at: number, between: string): Judged | undefined {
  const subject = (SUBJECT.exec(between)?.[1] ?? '').replace(ANY, '')
  const named = own.slice(0, at).filter(
    (one, n) =>
      one.item.segment === own[at]?.item.segment &&
      leadOf(own, n)
        .replace(ANY, '')
        .replace(/^[,、;:和及与]+|[为有达]$/g, '') === subject,
  )
  return named.length === 1 && exactly(named[0]) ? named[0] : undefined
}
/** 应诉案件38件，信息公开类占13.2%; 合计1540件，许可占77.9%: of what is named here the number is the whole, or nothing. */
function namesAnother(own: Judged[], before: Judged, share: Judged, between: string): boolean {
  const subject = (SUBJECT.exec(between)?.[1] ?? '').replace(ANY, '')
  if (subject.length < 2) return false
  const { text } = before.sentence
  const at = own.indexOf(before)
  const clause = leadOf(own, at) + text.slice(before.item.quantity?.end).replace(/[,;。].*$/, '')
  // 许可和处罚合计1540件，许可占77.9%: one of those that make it up.
  if (has(before, 'sum') && /[、和及与]/.test(leadOf(own, at))) return true
  const { item: a } = before
  const { item: b } = share
  const same = (x: unknown, y: unknown) => x !== undefined && String(x) === String(y)
  return !(
    clause.includes(subject.slice(0, 2)) ||
    clause.includes(subject.slice(-2)) ||
    (a.family === b.family &&
      (same(a.second, b.second) || (!a.second && !b.second && same(a.first, b.first))))
  )
}
/** 占申请总数96件的6.3%: what stands before the share is the whole. */
const namesWhole = (own: Judged[], at: number) =>
  /^\)?的$/.test(leadOf(own, at)) && /占[^,;。]*$/.test(leadOf(own, at - 1))

/** 占, or 6件（6.3%）, or the next of several dealt out: 分别占62.5%和37.5%. */
export function isSaid(own: Judged[], at: number): boolean {
  const share = own[at] as Judged
  if (!isShare(share)) return false
  const [before, lead] = [own[at - 1], leadOf(own, at)]
  // 占比由10%升至12.8%: of another time.
  if (/[由从自]$/.test(lead)) return false
  if (has(share, 'share') || namesWhole(own, at) || /相当于[^,;]*的$/.test(lead)) return true
  // 自然人占比由上年的75%升至90%: now.
  const risen =
    /^[,、]?(?:[上]?[升增]|提高|增长|[下]?降|回落|提升)[至到为]$/.test(lead) && before && has(before, 'share')
  if (risen) return true
  if (before && isShare(before)) return isNextOf(own, at) && isSaid(own, at - 1)
  // 18件，几乎占到一半（46.2%）.
  const alone =
    /^(?:,?[^,;()]{0,4}占[^,;()]{0,8})?\($/.test(lead) &&
    share.sentence.text.charAt(share.item.quantity?.end ?? 0) === ')'
  return alone && exactly(before) && !has(before, 'compare') && share.item.value < HUNDRED
}

export const TOGETHER = /([两二三四五六])(?:者|项|类|种|家|部分)|[合共总]计|[合共]$|一共|总共|[合加]起来|相加/
/** 复议24件、诉讼12件，两者合计占申请量的5%: the numbers that a share may be said of together; those next to it first. */
export function togetherIn(own: Judged[], at: number): Judged[][] {
  // 予以公开93件，部分公开26件，二者合占办结数240件的49.6%.
  const behind = namesWhole(own, at) ? at - 1 : at
  const said = /^[,;]?([^,;]*)(?:占|相当于)/.exec(leadOf(own, behind))?.[1]
  const found = said === undefined ? null : TOGETHER.exec(said)
  // 三者占比为36.5%、44.1%和19.4%: one for each.
  const inTurn = (n: number) => isShare(own[n]) && isShare(own[n - 1]) && JOINED.test(leadOf(own, n))
  if (!found || inTurn(at) || inTurn(at + 1)) return []
  // 公开72件，占45%；部分公开24件，占15%，两项合计占60%: shares of their own stand between them.
  const before = own
    .slice(0, behind)
    .filter((one) => !isShare(one))
    .reverse()
  const { unit } = before[0]?.item.quantity ?? {}
  const run = upTo(before, (one) => !exactly(one) || one.item.quantity?.unit !== unit).reverse()
  const count = '二三四五六'.indexOf((found[1] ?? '').replace('两', '二')) + 2
  // 大气类121件、水类74件、固废类58件，前两类合计占62.5%: not the last two.
  const isFirst = /[前上头首][两二三四五六]/.test(said ?? '')
  if (found[1])
    return run.length > 1
      ? run.flatMap((_, i) =>
          i >= count - 1 && (isFirst || i === run.length - 1) ? [run.slice(i - count + 1, i + 1)] : [],
        )
      : []
  return run.slice(1).map((_, i) => run.slice(-2 - i))
}
