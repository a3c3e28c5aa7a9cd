import { isCarried } from './cellWords'
import { FROM } from './goesOn'
import { OWN_VERB, PARTS_OF_YEAR, PUBLISHES } from './listWords'
import { isRatio } from './quantities'
import type { Judged } from './reading'

/* Which numbers of a sentence are parts, and how far they go. */

export const counts = ({ item: { quantity } }: Judged) =>
  quantity !== undefined && quantity.unit !== '' && !isRatio(quantity.unit)
/** What numbers make together. */
export const sumOf = (some: Judged[]): number => some.reduce((sum, { item }) => sum + item.value, 0)
/** 860条次 of 条, 12场次 of 场. */
export function unitOf({ item }: Judged): string {
  const unit = item.quantity?.unit ?? ''
  return unit.length === 2 && unit.endsWith('次') && unit !== '人次' ? unit.slice(0, 1) : unit
}
/** 由70件、6件变为84件、7件: to what it is. */
const RISES =
  /^的?[^,;\d]{0,4}(?:增|升|涨|提高|扩大|攀升|发展|扩展|减|降|缩|回落|下滑|变)[^,;\d]{0,3}[至到为成]$/
export const JOINED = /^(?:[、,和及与]|以及)+$/
/** The number before another one, in its unit, where such a word joins them. */
export function besideOf(own: Judged[], one: Judged, joint: RegExp): Judged | undefined {
  const at = own.indexOf(one)
  const before = own[at - 1]
  const isAlike = before?.item.quantity && unitOf(before) === unitOf(one)
  return isAlike && joint.test(leadBefore(own, at)) ? before : undefined
}
/** Whether a number, or the run it stands in, is what another one behind it has risen or fallen from. */
export function wasBefore(own: Judged[], one: Judged): boolean {
  let from = own.indexOf(one)
  let to = from + 1
  while (from > 0 && JOINED.test(leadBefore(own, from))) from--
  while (own[to] && JOINED.test(leadBefore(own, to))) to++
  const next = own[to]
  return (
    next !== undefined &&
    unitOf(next) === unitOf(one) &&
    FROM.test(leadBefore(own, from)) &&
    RISES.test(leadBefore(own, to))
  )
}
/** 复议12件、诉讼9件，分别为4件和3件: as many behind 分别 as before it, one for each of those. */
export function areDealt(level: Judged[], at: number, between: string): boolean {
  // ……，其中被纠正的分别为4件和3件: one name, of each of them; 其中企业、律所分别为4件和3件 are parts.
  const [, names = ''] = /其中([^、和及与:]*)(?:分别|依次)/.exec(between) ?? []
  if (!/分别|依次/.test(between) || (!names && /其中|:|包[括含]/.test(between))) return false
  const alike = (a: number, b: number) => level[a] && level[b] && unitOf(level[a]) === unitOf(level[b])
  let to = at + 2
  while (alike(to, at) && JOINED.test(leadBefore(level, to))) to++
  const count = to - at - 1
  return count > 1 && Array.from({ length: count }, (_, n) => at - n).every((before) => alike(before, at))
}
/** Whether the words of a number hold any of these. */
export const has = ({ item }: Judged, ...concepts: string[]) =>
  item.window.some(({ concept }) => concepts.includes(concept))

/**
 * The parts without parts of their own (含产业9条、人才32条 behind 乡村振兴41条); undefined where it is not plain how far
 * these go.
 */
export function outermost(parts: Judged[]): Judged[] | undefined {
  const found: Judged[] = []
  for (let i = 0; i < parts.length; i++) {
    const [head, next] = [parts[i] as Judged, parts[i + 1]]
    found.push(head)
    if (!next || head.sentence !== next.sentence || head.item.segment !== next.item.segment) continue
    const between = head.sentence.text
      .slice(head.item.quantity?.end ?? 0, next.item.quantity?.start ?? 0)
      .replace(/\([^()]*\)/g, '')
    // 公开26件，涉及征地15件、规划11件: what the others were about, if they make it up.
    const matters = head.item.family === 'requests' && /涉及|内容|主要|集中/.test(between)
    if (!NESTS.test(between) && !matters) continue
    let sum = 0
    let to = i + 1
    while (to < parts.length && sum < head.item.value) sum += (parts[to++] as Judged).item.value
    if (sum === head.item.value) i = to - 1
    else if (!matters) return undefined
  }
  return found
}
/** 公告12条、动态53条，共发布65条；专栏……，共发布86条: where a list tells sums of its own, those are its parts. */
export function withoutSummed(parts: Judged[]): Judged[] {
  const kept: Judged[] = []
  let from = 0
  parts.forEach((one, i) => {
    const before = kept.slice(from)
    const sum = sumOf(before)
    if (before.length > 1 && sum === one.item.value && SUMS.test(leadBefore(parts, i))) kept.length = from++
    kept.push(one)
  })
  return kept
}
/** 主办35件，除1件涉密外，其余34件已公开: what is left of one part is no other part. */
export const withoutRests = (parts: Judged[]): Judged[] => {
  const restsAt = (i: number) => {
    const [whole, except, rest] = parts.slice(i, i + 3)
    return (
      whole !== undefined &&
      except !== undefined &&
      rest !== undefined &&
      has(except, 'except') &&
      has(rest, 'rest') &&
      except.item.value + rest.item.value === whole.item.value
    )
  }
  return parts.filter((_, i) => !restsAt(i - 1) && !restsAt(i - 2))
}
const SUMS = /[合共总小]计?[^,;]{0,4}$|,[这以]上?$/
/** 上年结转5件，其中网络60件: what is divided is more than each of its parts. */
export const tooFew = (total: Judged, parts: Judged[]) =>
  parts.some((part) => unitOf(part) === unitOf(total) && part.item.value > total.item.value)
export const isLeftOver = ({ item: { first } }: Judged) =>
  first?.some((keys) => keys.every(isCarried)) ?? false
const NESTS = /其中|:|,?含|包括|包含/

/**
 * 收到96件，延期答复4件。其中公开35件、不公开9件: a step on the way is not what is divided where it is less than its parts,
 * but the nearest number before it that they are parts of.
 */
export function dividedOf(said: Judged[], parts: Judged[]): Judged | undefined {
  // 收到267件、较去年291件减少24件，其中a 179件、b 88件: what it was set against is not divided.
  const plain = said.filter((one) => !has(one, 'compare'))
  const nearest = plain.at(-1)
  if (!nearest) return nearest
  const sum = sumOf(parts.filter((part) => unitOf(part) === unitOf(nearest)))
  const holds = [...plain].reverse().find(({ item }) => item.value >= sum)
  const isAside = has(nearest, 'aside')
  if (isAside ? nearest.item.value >= sum : !tooFew(nearest, parts)) return nearest
  return holds ?? (isAside || isLeftOver(nearest) ? plain[0] : nearest)
}

/** 上半年10件，下半年12件，全年22件: the parts of the year before a number of all of it, where they leave nothing out. */
export function partsOfYear(level: Judged[], at: number): Judged[] | undefined {
  const lead = leadBefore(level, at)
  if (!/全年|[合共总]计|共$|[四4]个季度/.test(lead) || PART_OF_YEAR.test(lead.replace(/[四4]个季度/, '')))
    return undefined
  return PARTS_OF_YEAR.flatMap(({ names, dealt }) => {
    const from = at - names.length
    const parts = level.slice(Math.max(0, from), at)
    const each = names.every((name, n) => parts[n] && name.test(leadBefore(level, from + n)))
    // 上半年收到10件，下半年12件，全年答复23件: of another thing.
    const alike = parts.every(
      ({ item }) =>
        !item.first || !level[at]?.item.first || String(item.first) === String(level[at].item.first),
    )
    return (each || (from >= 0 && dealt.test(leadBefore(level, from)))) && alike ? [parts] : []
  })[0]
}
const PART_OF_YEAR = /[上下]半年|季度/
export const leadBefore = (level: Judged[], at: number) =>
  level[at]?.sentence.text.slice(level[at - 1]?.item.quantity?.end ?? 0, level[at]?.item.quantity?.start) ??
  ''

/**
 * Behind 其中：, a colon or the first of numbered items a list goes on over ；: of items with parts of their own (目录85条，包括
 * a 37条、b 48条；专栏61条，包括…) the first number of each.
 */
export function stretchOf(level: Judged[], from: number, lead: string): Judged[] {
  const segment = segmentOf(level, from)
  const rest = level.slice(from)
  const behind = level[from]?.sentence.text.slice(level[from]?.item.quantity?.start) ?? ''
  // 四个季度分别是26、31、18、23条，促成44条: so many as are dealt out side by side.
  if (/(?:分别|依次)[为是有]?$/.test(lead) && JOINED.test(leadBefore(rest, 1)))
    return upTo(rest, (_, i) => i > 0 && !JOINED.test(leadBefore(rest, i)))
  const [, ...led] = GOES_ON.exec(lead) ?? []
  if (segment.length === rest.length) return segment
  const heads = rest.filter((one, i) => one.item.segment !== rest[i - 1]?.item.segment)
  // 其中规划类4件；生态类2件；其他类1件: one in each segment, up to the one that closes the list.
  const closing = rest.findIndex((one) => has(one, 'other'))
  const closed = heads.slice(0, closing + 1)
  // 动态26条；许可及其他服务类13条；年报1条等: it goes on behind it.
  const next = heads[closing + 1]
  const inUnit = (one: Judged) => unitOf(one) === unitOf(heads[0] as Judged)
  const goesOn = next && inUnit(next)
  if (closing > 1 && !goesOn && closed[closing] === rest[closing] && closed.every(inUnit)) return closed
  // 指南2条，占20%；公文8条，占80%: parts that each have a share of their own go on, too.
  const shared = upTo(heads, (one) => !hasShare(one))
  if (shared.length > 1) return shared
  if (!led.length) return isSpread(rest, heads, lead) ? heads : segment
  if (heads.length > 1 && segment.length > 1 && NESTS.test(leadBefore(rest, 1))) return heads
  // 市政府新收3件，公开2件；部门新收8件，公开4件: each body with what became of its own.
  if (heads.length > 1 && heads.length < rest.length && heads.every((one) => has(one, 'body', 'whole')))
    return heads
  // 审结187件，其中：维持96件、撤销23件；代理应诉41件: a segment that begins with a verb of its own is another item.
  const verb = rest.findIndex(
    (one, i) =>
      i > 0 &&
      one.item.segment !== rest[i - 1]?.item.segment &&
      OWN_VERB.test(leadBefore(rest, i).replace(/^[^;]*/, '')),
  )
  if (verb > 0) return rest.slice(0, verb)
  // 收到60件：个人60件；网络38件，信函22件: divided twice.
  return /其中|:|占|比|较/.test(behind) || (!led.some(Boolean) && heads.length < rest.length) ? segment : rest
}
const SAYS_MORE = new RegExp(`${OWN_VERB.source}|${PUBLISHES.source}|收到|受理|接[待听]|占|比|较`)
/** 其中指南1条；机构信息2条；文件4条；动态61条: one in each segment to the end, of which none says what was done. */
const isSpread = (rest: Judged[], heads: Judged[], lead: string): boolean =>
  /其中[:,]?[^:,;]{2,10}$/.test(lead) &&
  heads.length === rest.length &&
  heads.length > 3 &&
  heads.every(
    (one, i) =>
      unitOf(one) === unitOf(heads[0] as Judged) &&
      (i === 0 ||
        !SAYS_MORE.test(leadBefore(rest, i).replace(/^[^;]*|信息公开(?=指南|年报|制度|目录)/g, ''))),
  )
/** 8条，占80%: right behind it. */
const hasShare = ({ item, sentence }: Judged) =>
  /^[,(]?[^,;()\d]{0,4}占[^,;()\d]{0,8}\d[\d.]*%/.test(sentence.text.slice(item.quantity?.end))
const GOES_ON = /(其中,?|^):[^:]*$|(其中)[:,]?\(?[1一](?:是|[.、)]|\))|^(,)[1一]是/
/** From a number to the end of its segment. */
export const segmentOf = (level: Judged[], from: number): Judged[] => {
  const segment = level[from]?.item.segment
  return upTo(level.slice(from), ({ item }) => item.segment !== segment)
}
/** Those before the first that ends them; all, where none does. */
export function upTo<T>(all: T[], ends: (one: T, n: number) => boolean): T[] {
  const end = all.findIndex(ends)
  return end < 0 ? all : all.slice(0, end)
}
