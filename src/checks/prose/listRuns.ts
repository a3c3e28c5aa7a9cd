import { asComplete, isFlow } from './listKinds'
import { counts, has, leadBefore, sumOf, unitOf, upTo } from './listParts'
import {
  ASKS_FOR,
  IN_TIME,
  LARGEST,
  LEAVES,
  MEDIUM,
  MOST_OF,
  OWN_VERB,
  PUBLISHES,
  SUMS_UP,
  saysWay,
  WAYS,
} from './listWords'
import { listOf, type PartList, partialSums } from './partList'
import type { Judged } from './reading'

/* Lists whose numbers stand in brackets. */

/** 土地征收（11件）、项目审批（7件）: from one bracket to the next there is a name alone. */
const NEXT = /^\)[、,和及与]*[^,;()\d]{2,20}\($/
const SUMMED = /^\)[^,;()\d]{0,8},?[^,;()\d]{0,6}(?:[合共总小]计|一共|总共|累计|共)[^,;()\d]{0,4}$/
/** 等三个方面: so many are all that are told of. */
const ALL_TOLD = /^\)等?([两三四五六七八九十])(?:个|大|项|类|种)*(?:方面|领域|类别|类型|内容|事项|类|项|种)/
const NUMERALS = '〇一二三四五六七八九十'

const isAloneIn = ({ item, sentence }: Judged, numbers: Judged[]) =>
  item.bracket > 0 &&
  numbers.filter((one) => one.item.bracket === item.bracket).length === 1 &&
  /[^\d件宗份条个]\($/.test(sentence.text.slice(0, item.quantity?.start)) &&
  sentence.text.charAt(item.quantity?.end ?? 0) === ')'

/** 以信函为主（61件），网络35件: a number alone in brackets stands beside those without. */
export function withBracketed(level: Judged[], numbers: Judged[]): Judged[] {
  const all = numbers.filter((one) => level.includes(one) || isAloneIn(one, numbers))
  return all.length > level.length ? all : []
}

/** 征收（11件）、审批（7件）和财政（5件）三个方面: each number in a bracket of its own, with their sum before or behind them. */
export function inOwnBrackets(own: Judged[], earlier: Judged[]): PartList[] {
  const numbers = own.filter(counts)
  const isAlone = (one: Judged) => isAloneIn(one, numbers)
  const from = numbers.findIndex((one, i) => isAlone(one) && NEXT.test(leadBefore(numbers, i + 1)))
  if (from < 0) return []
  const rest = numbers.slice(from)
  const parts = upTo(rest, (one, n) => !isAlone(one) || (n > 0 && !NEXT.test(leadBefore(rest, n))))
  if (parts.length < 2) return []
  const behind = rest[parts.length]
  const sums = behind && SUMMED.test(leadBefore(rest, parts.length))
  const isLeft = sums && LEAVES.test(leadBefore(rest, parts.length))
  if (sums && !isLeft) return listOf(behind, parts, true, own)
  const before = [...earlier.filter(isFlow), ...numbers.slice(0, from)]
    .filter(
      (one) => unitOf(one) === unitOf(parts[0] as Judged) && one.item.bracket === 0 && !has(one, 'compare'),
    )
    .at(-1)
  const last = parts.at(-1) as Judged
  const [, told] = ALL_TOLD.exec(last.sentence.text.slice(last.item.quantity?.end)) ?? []
  const complete = told !== undefined && NUMERALS.indexOf(told.replace('两', '二')) === parts.length
  const some = parts.some((one) => LARGEST.test(leadBefore(numbers, numbers.indexOf(one))))
  // 收到41件，资源局（12件）、住建局（8件），其余单位共21件.
  if (before && isLeft)
    return listOf(before, [...parts, behind], false, own).map((list) => ({ ...list, complete: true }))
  return before
    ? listOf(before, parts, false, own).map((list) => ({ ...list, complete, open: some || !complete }))
    : []
}

/** 收到96件（网络61件，信函30件，当面5件）: the bracket ends the list of ways. */
export function waysInBracket(lists: PartList[], level: Judged[]): PartList[] {
  const isWay = (one: Judged) => saysWay(leadBefore(level, level.indexOf(one)))
  return lists.map((list) => {
    if (!list.parts.every(isWay)) return list
    const sum = sumOf(list.parts)
    const { value } = list.total.item
    return { ...list, tight: true, exhausts: sum > value * MOST_OF && sum < value }
  })
}

const TOGETHER =
  /^,?(?:以上|上述|这)?([两二三四五六七八九十])(?:家|者|项|类|个|地|年|部门|单位)(?:部门|单位)?(?:[合共总]计|一共|总共|累计|共|之和)[^,;\d]{0,6}$/
/** 教育局58件、公安局41件，两家共99件: of so many before it. */
export function togetherBehind(level: Judged[], own: Judged[]): PartList[] {
  return level.flatMap((one, at): PartList[] => {
    const [, told] = TOGETHER.exec(leadBefore(level, at)) ?? []
    const parts = level.slice(Math.max(0, at - (told ? NUMERALS.indexOf(told.replace('两', '二')) : 0)), at)
    const alike = parts.every(
      (part) =>
        unitOf(part) === unitOf(one) &&
        part.item.segment === one.item.segment &&
        !has(part, 'compare', 'sum'),
    )
    return told && alike && parts.length === NUMERALS.indexOf(told.replace('两', '二'))
      ? listOf(one, parts, true, own)
      : []
  })
}

/** Parts that are told of one thing: all of them, or nearly. */
const makeUp = (total: Judged, parts: Judged[]): boolean => {
  const share = sumOf(parts) / total.item.value
  return parts.length > 1 && share > MOST_OF && share * MOST_OF < 1
}
/**
 * 公告12条、动态53条，共发布65条: what its part of the sentence tells before it, or divides (共148条，其中目录公开公告12条、
 * 动态53条，共发布65条；专栏公开……).
 */
export function publishedTogether(level: Judged[], at: number, own: Judged[]): PartList[] {
  const one = level[at] as Judged
  if (!SUMS_UP.test(leadBefore(level, at))) return []
  const before = level.slice(0, at)
  const segment = before.slice(
    before.map(({ item }) => item.segment === one.item.segment).lastIndexOf(false) + 1,
  )
  const divides = segment.map((part) => DIVIDED.test(leadBefore(level, level.indexOf(part))))
  const parts = segment.slice(Math.max(0, divides.lastIndexOf(true)))
  const named = parts.some((part) => !MEDIUM.test(leadBefore(level, level.indexOf(part))))
  return named && makeUp(one, parts)
    ? listOf(one, parts, true, own).map((list) => ({ ...list, sure: divides.includes(true) }))
    : []
}
const DIVIDED = /其中|包[括含]/

/** 共公开信息79条，人事信息4条，规划信息3条，其他信息72条: names alone behind it, up to all others. */
export function closedIn(level: Judged[], own: Judged[]): PartList[] {
  return level.flatMap((one, at): PartList[] => {
    const head = leadBefore(level, at).replace(/^.*[,;:]/, '')
    if (!PUBLISHES.test(head) || !/[共总累各]|全年/.test(head)) return []
    const rest = level.slice(at + 1)
    const parts = rest.slice(0, rest.findIndex((part) => has(part, 'other', 'rest')) + 1)
    const isNamed = (part: Judged, n: number) => {
      const lead = leadBefore(level, at + 1 + n)
      return (
        unitOf(part) === unitOf(one) &&
        part.item.segment === one.item.segment &&
        /^(?:,[^,;:()\d]{2,}|、[^,;:、()\d]{2,})$/.test(lead) &&
        ![OWN_VERB, PUBLISHES, MEDIUM].some((words) => words.test(lead)) &&
        !has(part, ...OF_TABLES)
      )
    }
    return parts.every(isNamed) && makeUp(one, parts) ? listOf(one, parts, false, own) : []
  })
}

/** What an application asks for, or where it came from, is no row and no case of the tables. */
const OF_TABLES = [
  'row',
  'case',
  'result',
  'document',
  'act',
  'column',
  'channel',
  'compare',
  'otherYear',
  'years',
  'partYear',
]
const KIND = /(?:类|方面|领域)$/
const HEADS = /(?:内容|事项|来源|类别|领域)[^,;\d]{0,6}(?:[为是有:]|分|归类|集中|涉及)|涉及|集中[在于]/
const NOTHING_ELSE = /没有其[他它]|无其[他它]|只归一类|每件[只仅]/
/** 申请24件，事项为招商10件、征地9件、环评5件: matters that no 其他 ends are no more than all of them. */
export function mattersOf(level: Judged[], own: Judged[]): PartList[] {
  return level.flatMap((one, at): PartList[] => {
    const flows = one.item.family === 'requests' && one.state === 'agrees' && one.item.bracket === 0
    if (!flows || has(one, 'among')) return []
    const rest = level.slice(at + 1).filter((next) => !has(next, 'compare'))
    const [head] = rest
    if (!head) return []
    const lead = (next: Judged) => leadBefore(level, level.indexOf(next)).replace(/\([^()]*\)/g, '')
    const isMatter = (next: Judged, n: number) =>
      unitOf(next) === unitOf(one) &&
      !has(next, ...OF_TABLES) &&
      next.item.segment === head.item.segment &&
      (n === 0 || /^[、,和及与]/.test(lead(next)))
    const parts = upTo(rest, (next, n) => !isMatter(next, n))
    if (parts.length < 2) return []
    const kinds = parts.every((part) => KIND.test(lead(part)) || has(part, 'other'))
    if (!kinds && !HEADS.test(lead(head))) return []
    // 律所7件；主要内容为土地；其中教育局41件: what is more than the last of those who asked is no part of it.
    if (one.item.second && parts.some((part) => part.item.value > one.item.value)) return []
    const complete =
      NOTHING_ELSE.test(one.sentence.text) || /来源/.test(lead(head)) || has(parts.at(-1) as Judged, 'other')
    const sure = complete && !has(parts.at(-1) as Judged, 'other')
    return listOf(one, parts, false, own).map((list) => ({ ...list, tight: true, complete, sure }))
  })
}

/** 共49件，其中上年4件、今年45件，在办7件，撤回5件，其余37件: divided again behind a first division, up to the rest. */
export function dividedAgain({ total, parts, behind }: PartList, own: Judged[]): PartList[] {
  const at = partialSums({ parts, behind }).findIndex((sum, i) => i > 0 && sum === total.item.value)
  const rest = at < 0 || behind ? [] : parts.slice(at + 1)
  const last = rest.at(-1)
  return last && rest.length > 2 && has(last, 'rest') ? listOf(total, rest, false, own).map(asComplete) : []
}

const ASKED_FOR = new RegExp(`^的?[是为]?${ASKS_FOR}[^,;、]{2,}[,;、和及]*$`)
const ALL_ALIKE = /^[^;]*,(?:上述|以上)?[^,;]{0,4}[均都]/
/** 就内容看，6件要求公开批文: of what the sentence before tells. */
const SEEN = /^[就从按][^,;:\d]{0,4}(?:内容|事项|诉求|用途|类型|类别)[^,;:\d]{0,4}[看说讲分],(?:其中,?)?$/
/** 收到9件，6件要求公开征地批文，3件咨询低保标准，均已答复: numbers before what was asked for, of all that came in. */
export function askedIn(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  const seen = SEEN.test(leadBefore(level, 0))
  const [before] = seen ? earlier.filter(isFlow) : []
  return [...(before ? [before] : []), ...level].flatMap((one): PartList[] => {
    if (!isFlow(one) || one.state !== 'agrees') return []
    const from = level.indexOf(one) + 1
    if (one !== before && !/^,(?:其中,?)?$/.test(leadBefore(level, from))) return []
    const rest = level.slice(from)
    const behind = (next: Judged, n: number) =>
      next.sentence.text.slice(next.item.quantity?.end, rest[n + 1]?.item.quantity?.start)
    const isAsked = (next: Judged, n: number) =>
      unitOf(next) === unitOf(one) &&
      !has(next, ...OF_TABLES) &&
      ASKED_FOR.test(rest[n + 1] ? behind(next, n) : (/^[^,;]*/.exec(behind(next, n))?.[0] ?? ''))
    const parts = upTo(rest, (next, n) => !isAsked(next, n))
    const last = parts.at(-1)
    const complete =
      parts.length === rest.length && ALL_ALIKE.test(last?.sentence.text.slice(last.item.quantity?.end) ?? '')
    return listOf(one, parts, false, own).map((list) => ({ ...list, tight: true, complete }))
  })
}

const LATE = /延[期长]|[超逾]期|超过?\d/
const DONE = /答复|办[结理毕复]/
/** 10个工作日内答复58件，10至20个工作日答复60件，延期后答复15件: in time and later, nothing else. */
export function byTime(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  const isTime = (i: number) => {
    const lead = leadBefore(level, i)
    return (IN_TIME.test(lead) || LATE.test(lead)) && DONE.test(lead)
  }
  const from = level.findIndex((_, i) => isTime(i))
  const rest = from < 0 ? [] : level.slice(from)
  const parts = upTo(rest, (one, n) => !isTime(from + n) || one.item.segment !== rest[0]?.item.segment)
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || parts.length < 2) return []
  const opening = leadBefore(level, from)
  const ends =
    LATE.test(leadBefore(level, level.indexOf(last))) && IN_TIME.test(opening) && !LATE.test(opening)
  const total = [...earlier.filter(counts), ...level.slice(0, from)]
    .filter(
      (one) =>
        // 信函申请52件 may have been answered, but is a part itself.
        one.item.scope !== 'none' &&
        one.item.first?.some((keys) => String(keys) === 'outcomeTotal') &&
        unitOf(one) === unitOf(first),
    )
    .at(-1)
  return ends && total && !parts.some((one) => one.item.quantity?.rough)
    ? listOf(total, parts, false, own).map((list) => ({ ...list, complete: true, sure: true }))
    : []
}

/** 通过网络、信函、当面渠道提交的分别为131件、44件和7件: ways dealt out in turn. */
export function waysDealt(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  if (!level[0]?.sentence.text.includes('分别')) return []
  return level.flatMap((first, at): PartList[] => {
    const lead = leadBefore(level, at)
    const [, named = ''] = /(?:通过|[以经从])([^,;]*)分别[为是有]?$/.exec(lead) ?? []
    const names = named.split(/[、和及与]/).filter((name) => WAYS.test(name))
    if (names.length < 2) return []
    const parts = level.slice(at, at + names.length)
    const goesOn = parts.every((_, n) => n === 0 || /^[、,和及与]+$/.test(leadBefore(level, at + n)))
    const total = [...earlier.filter(counts), ...level.slice(0, at)]
      .filter(
        (one) => unitOf(one) === unitOf(first) && one.item.bracket === 0 && (isFlow(one) || has(one, 'sum')),
      )
      .at(-1)
    return parts.length === names.length && goesOn && total
      ? listOf(total, parts, false, own).map((list) => ({ ...list, tight: true }))
      : []
  })
}
