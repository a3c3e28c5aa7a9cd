import { isFarOff, isSlip } from '../../locate/slips'
import { makes } from '../../prose/addsUp'
import { tellsFigures } from '../../prose/farOff'
import { totalOf } from '../../prose/figures'
import { isOutcomeRow } from '../../prose/items'
import { isFlow } from '../../prose/listKinds'
import { besideOf, counts, has, sumOf, unitOf, wasBefore } from '../../prose/listParts'
import { POINTS_BACK, saysWay, THING } from '../../prose/listWords'
import { EACH, type PartList, partialSums } from '../../prose/partList'
import type { Judged } from '../../prose/reading'
import { fairOf } from '../../prose/rescueBeside'
import type { Given } from '../../types'
import { leadOf } from './arithmetic'

/* What a list may divide besides its total, and what explains that it does not add up. */

/** The total is less than so much of its parts: it is no list of them. */
export const MOST = 0.9

/** 申请人撤回7件 is at most what the table has under 其他: it agrees, and says no figure. */
export const isFigure = ({ state, item, meanings }: Judged) =>
  state === 'agrees' && (!item.part || meanings.some(({ amount }) => amount === item.value))

const SEEN = /^(?:\d+[.、])?[从按][^,;:\d]{1,8}[看分],/
/** Totals that a list may divide: any number of the sentence or the one before it, and neighbours added up. */
export function totalsOf(given: Given, list: PartList, own: Judged[], earlier: Judged[]): number[] {
  const unit = list.total.item.quantity?.unit
  const [first] = list.parts
  // Ways that requests came divide none of the numbers of other things in the sentence before.
  const pool = list.exhausts === undefined ? earlier : earlier.filter(isFlow)
  const before = [...pool, ...own.slice(0, first ? own.indexOf(first) : 0)].filter(
    (one) => one.item.quantity?.unit === unit && !has(one, 'compare'),
  )
  // What a wrong number should say explains a list as well as what it says.
  const values = before.flatMap((one) => fairOf(one.item, one).slice(0, 3))
  // 受理101件, with what was carried over: what came in this year is divided.
  const flow = list.behind && list.total.item.family === 'requests' && !list.total.item.second
  const received = flow ? totalOf(given, ['received']) : undefined
  // What the number of the total itself is not is no excuse for it.
  const tables =
    list.total.state !== 'agrees'
      ? []
      : [
          ...list.total.meanings.flatMap(({ amount }) => amount ?? []),
          ...(received === undefined ? [] : [received]),
        ]
  // 分层级看，市级3127件、县级3748件；分渠道看，网络6128件……: another division of what the table has.
  const apart = list.total.sentence !== first?.sentence || list.total.item.segment !== first.item.segment
  const again = list.total.state !== 'agrees' && apart && !has(list.total, 'request')
  // 应办理101件。从层级看，市级40件、县级56件: of what came in, whatever is told last.
  const seen =
    apart &&
    isFlow(list.total) &&
    list.total.state === 'agrees' &&
    (SEEN.test(first?.sentence.text ?? '') ||
      list.parts.every((part) => saysWay(leadOf(own, own.indexOf(part)))))
  if ((again || seen) && /^[件宗份]$/.test(unit ?? '')) tables.push(totalOf(given, ['received']) ?? 0)
  // 收到96件。办理结果如下：公开35件……: with what was carried over, or without what waits.
  // 其中撤回2件，结转下年1件，其余7件: what waits is no part of what was answered.
  const waits = list.parts.some(({ item }) => item.first?.every(([key]) => key === 'carriedForward'))
  if (isFlow(list.total) && list.parts.some(({ item }) => isOutcomeRow(item)))
    tables.push(
      ...[['received', 'carriedOver'], ...(waits ? [] : [['outcomeTotal']])].flatMap(
        (keys) => totalOf(given, keys) ?? [],
      ),
    )
  // 按期办结94件。新收申请从渠道看，网络61件……: ways are those of what came in, whatever is told last.
  const ofEnds =
    list.exhausts !== undefined && !list.total.item.first?.some((keys) => keys.includes('received'))
  const came = ofEnds ? totalOf(given, ['received']) : undefined
  if (came !== undefined) tables.push(came)
  const pairs = before.slice(1).flatMap((one, i) =>
    // 已答复60件，其中上年结转答复4件: a part is no neighbour.
    one.item.bracket === before[i]?.item.bracket && !has(one, 'among')
      ? [one.item.value + before[i].item.value]
      : [],
  )
  const both = bothOf(list, own)
  return [list.total.item.value, ...(list.sure ? both : [...values, ...pairs]), ...tables]
}

/** 建议41件、提案21件，59件已公开、3件未公开: of both of them. */
export function bothOf({ total, behind }: PartList, own: Judged[]): number[] {
  const beside = behind ? undefined : besideOf(own, total, /^[、和及与]/)
  return beside ? [beside.item.value + total.item.value] : []
}

/** 网络588件、信函259件；窗口16件: the list goes on behind ；, where that makes its total. */
export function goesOn({ total, parts, behind }: PartList, own: Judged[]): boolean {
  const unit = unitOf(total)
  const rest = own.slice(own.indexOf(parts.at(-1) as Judged) + 1).filter((one) => unitOf(one) === unit)
  const told = partialSums({ parts, behind }).at(-1) ?? 0
  const sums = partialSums({ parts: rest, behind }).map((more) => told + more)
  // 其他98条；中英文报告各1条、动态219条: of how many each is told is not counted.
  const each = rest.some((one) => EACH.test(leadOf(own, own.indexOf(one))))
  return !behind && (sums.includes(total.item.value) || (each && (sums.at(-1) ?? 0) < total.item.value))
}

/**
 * With the numbers around it in its part of the sentence a list makes its total: those before its first part or behind its last
 * one, without those that are parts of parts. What says that it is all of a list is left out of none of these runs.
 */
export function madeOf({ total, parts, behind, sure }: PartList, own: Judged[], whole: boolean): boolean {
  const [first, last] = [parts[0] as Judged, parts.at(-1) as Judged]
  // 公文25件，会议信息112条、人事信息38条，合计175条: what is added up may be counted in several units.
  const isThing = (one: Judged) => THING.test(unitOf(one)) && THING.test(unitOf(total))
  const run = own.filter(
    (one) =>
      counts(one) &&
      (unitOf(one) === unitOf(total) || isThing(one)) &&
      one.item.bracket === first.item.bracket &&
      (parts.includes(one) ||
        one.item.segment === last.item.segment ||
        // 其中窗口12件，由本办办理；网上40件，信函9件: what stands before them in other segments may be parts, too.
        (!(sure && behind) && one.sentence === total.sentence && one.item.start < first.item.start) ||
        /^;(?:另|还有|其余|余下)/.test(leadOf(own, own.indexOf(one)))) &&
      (behind
        ? one.item.start < total.item.start
        : one.sentence !== total.sentence || one.item.start > total.item.start),
  )
  const from = run.indexOf(first)
  if (from < 0 || run.length > MOST_NUMBERS) return false
  // 办结92件，其中办公室35件，公开12件……；部门57件，公开20件……: the first of each segment.
  const heads = own.filter(
    (one, i) =>
      counts(one) &&
      one.item.start >= first.item.start &&
      unitOf(one) === unitOf(total) &&
      (one === first || one.item.segment !== own[i - 1]?.item.segment),
  )
  const inner = sumOf(parts.slice(1))
  const outer = heads.map(({ item }) => item.value)
  if (inner === first.item.value && makes(outer, total.item.value)) return true
  const least = whole || behind ? run.indexOf(last) : from + 1
  // 比上年增加16件，增加的有网站13件、信函3件: what was added may be divided as well.
  return run.slice(0, from + 1).some((_, start) =>
    [total, ...run.slice(0, start).filter((one) => !/[上去]年/.test(leadOf(own, own.indexOf(one))))].some(
      (divided) =>
        run.some((_, end) => {
          const told = run.slice(start, end + 1).filter((one) => !has(one, 'compare'))
          return (
            end >= least &&
            makes(
              told.map(({ item }) => item.value),
              divided.item.value,
            )
          )
        }),
    ),
  )
}
/** Longer runs hold a sum of any size. */
const MOST_NUMBERS = 12

/** One slip of the pen, of its total or of a part, explains that a list makes another sum. */
export const isSlipIn = ({ total, parts }: Pick<PartList, 'total' | 'parts'>, sum: number): boolean =>
  isSlip(total.item.value, sum) ||
  parts.some(({ item: { value } }) => isSlip(value, value - sum + total.item.value))

const OF_TIME = /[上下]半年|季度/
/** Sums of the first of them, or of the last: no half of a year stands between its quarters. */
const runSums = (parts: Judged[], isLast: boolean) =>
  parts.slice(1).map((_, n) => sumOf(isLast ? parts.slice(n) : parts.slice(0, n + 2)))
/** 一季度14件，二季度16件，三季度20件，四季度17件，上半年合计30件: whether those of its time add up to it. */
export function halfOf({ total, parts, behind }: PartList, own: Judged[]): { fits: boolean } | undefined {
  const time = behind ? OF_TIME.exec(leadOf(own, own.indexOf(total)))?.[0] : undefined
  if (!time) return undefined
  const ofTime = parts.filter((part) => !/半年/.test(leadOf(own, own.indexOf(part))))
  return { fits: runSums(ofTime, time === '下半年').includes(total.item.value) }
}

/** Of numbers of no table: what adds up to so many times more or less by no slip is no list of all of them. */
const WELL_OFF = 2.1
/** Where a report tells of all it has done, offices write wrong sums by little. */
const WELL_OFF_ELSEWHERE = 1.25
const LITTLE = 2
export const isWellOff = ({ total, parts }: PartList, sum: number): boolean =>
  total.state !== 'agrees' &&
  isFarOff(total.item.value, sum, tellsFigures(total) ? WELL_OFF : WELL_OFF_ELSEWHERE, LITTLE) &&
  !isSlipIn({ total, parts }, sum)

/**
 * One wrong number explains that a list does not add up: by little, by a slip of the pen, or all others are those of the tables.
 * Where nothing else of its unit stands before or behind it that may be a part as well, no explanation is asked for if it divides
 * cases of the tables, or its words say that it names all.
 */
export function isExplained({ total, parts, complete }: PartList, sums: number[], own: Judged[]): boolean {
  const { value: whole } = total.item
  const all = [total, ...parts]
  const [from, to] = [own.indexOf(parts[0] as Judged), own.indexOf(parts.at(-1) as Judged)]
  const before = own.slice(own.indexOf(total) + 1, Math.max(0, from))
  // 住建局31件、资源局24件，两单位合计55件，其余41件: what its first part is the sum of is no other.
  const summed = sumOf(before) === parts[0]?.item.value
  const beside = [...(summed ? [] : before), ...own.slice(to + 1, to + 2)]
  const others = beside.filter(
    (one) =>
      !all.includes(one) &&
      unitOf(one) === unitOf(total) &&
      one.item.segment === parts[0]?.item.segment &&
      one.item.value <= whole &&
      one.state !== 'agrees' &&
      !one.item.twice &&
      !has(one, 'compare', 'otherYear', 'sum') &&
      !wasBefore(own, one) &&
      !NESTED.test(leadOf(own, own.indexOf(one))) &&
      !POINTS_BACK.test(leadOf(own, own.indexOf(one))),
  )
  // 收到申请96件，由80件增至96件，其中……: said again.
  const ofTables = [total, ...own].some(
    ({ state, item: { value, family } }) =>
      value === whole && state === 'agrees' && (family === 'requests' || family === 'cases'),
  )
  // 共33610件，其中代表建议588件、提案716件: of others than those that are told of it.
  const isFar = sums.every((sum) => isFarOff(whole, sum) || isFarOff(sum, whole))
  if (
    (((ofTables || complete) && !others.length) || all.filter((one) => !isFigure(one)).length < 2) &&
    !isFar
  )
    return true
  // 公开160条，其中公告95条、动态104条，其余为图片: what leaves others is no more than all.
  const last = parts.at(-1) as Judged
  const leaves = /^,(?:其余|剩余|余下|剩下)/.test(last.sentence.text.slice(last.item.quantity?.end))
  return sums.some(
    (sum) => leaves || Math.abs(sum - whole) <= whole * (1 - MOST) || isSlipIn({ total, parts }, sum),
  )
}

const NESTED = /^,?(?:其中|包[括含]|含|即)/
