import { isSlip } from '../../locate/slips'
import { totalOf } from '../../prose/figures'
import { ANY_FLOW } from '../../prose/items'
import { isFlow } from '../../prose/listKinds'
import { counts, has, sumOf, tooFew, unitOf } from '../../prose/listParts'
import { partListsOf } from '../../prose/lists'
import { KINDS_TOGETHER, MOST_OF } from '../../prose/listWords'
import { quoted } from '../../prose/normalise'
import { type PartList, partialSums } from '../../prose/partList'
import { type Judged, readingOf, spanOf } from '../../prose/reading'
import type { Given, Outcome, Rule } from '../../types'
import { ARITHMETIC, leadOf, plain, sentencesOfReading } from './arithmetic'
import { complementsIn } from './complements'
import {
  bothOf,
  goesOn,
  halfOf,
  isExplained,
  isFigure,
  isSlipIn,
  isWellOff,
  MOST,
  madeOf,
  totalsOf,
} from './dividedTotals'
import { excessIn } from './excess'
import { apart, ofSameCases } from './listedFigures'
import { remaindersIn } from './remainders'

/** Less than so much of the total: the list names some only. */
const LEAST = 0.975
/** As is one that has three parts and one digit too few or too many. */
const NEARLY = 0.95
export interface Listed {
  list: PartList
  outcome: Outcome
}

/** 35条，含a 12条、b 27条；…: they stand in one clause, and another item follows. */
const sideBySide = ({ parts }: PartList) => new Set(parts.map(({ item }) => item.cell)).size === 1
/** 含a 12条、b 20条: two of them, of which nobody says that they are all. */
const someOnly = ({ total, parts: [first] }: PartList) =>
  first?.sentence === total.sentence &&
  /^,?包?含/.test(first.sentence.text.slice(total.item.quantity?.end, first.item.quantity?.start))

const NAMES_OWN = /^[,;、][^,;、]{2,}[和与及、][^,;、]{2,}[合共总]计[^,;]{0,2}$/
/** 尚有2件在审: beside those that make up the total. */
const STILL = /[尚还另]有[^,;]*$/

/** 其中：a 5条；b 7条；c 51条: all of them are parts, or their sums would not be told one by one. */
const overSegments = ({ parts, tight }: PartList) =>
  tight && parts[0]?.item.segment !== parts[1]?.item.segment

function judgeList(given: Given, list: PartList, own: Judged[], earlier: Judged[]): Outcome | undefined {
  const { total, parts, open, tight, complete, behind } = list
  const { written, item } = total
  const place = { target: written.address, operands: [written.address] }
  const all = [total, ...parts]
  // What a figure of the tables says is said by narrative.claim; a fee has a rule of its own.
  if (all.some(({ state }) => state === 'differs' || state === 'missing')) return undefined
  if (written.address === 'other' && /费/.test(total.sentence.text)) return undefined
  if (all.some(({ item: { quantity } }) => quantity?.rough)) return undefined
  // 自然人最多，104件，依次是企业21件、律所11件: others are no parts of them.
  const persons = String(total.item.second) === 'naturalPerson'
  if (persons && parts.some(({ item: { second } }) => second && String(second) !== 'naturalPerson'))
    return undefined
  // 县政府收43件，部门88件。予以公开66件……: rows of the tables are no parts of a number that is less than one of them.
  const earlierOne = total.sentence !== parts[0]?.sentence && total.state !== 'agrees'
  if (earlierOne && parts.every(({ state }) => state === 'agrees') && tooFew(total, parts)) return undefined
  // 申请42件；环评33件，处罚9件；其中4件来自律所、5件来自企业: who asked, of all.
  const asked = parts.every(
    (part) => part.item.second && part.state === 'agrees' && part.item.family === 'requests',
  )
  const flow = [...earlier, ...own].some(
    (one) => isFlow(one) && one.state === 'agrees' && one.item.start < (parts[0]?.item.start ?? 0),
  )
  if (asked && flow && total.state !== 'agrees') return { ...place, state: 'holds' }
  if (all.every(isFigure) && !apart(given, list) && ofSameCases(total, parts))
    return { ...place, state: 'holds' }
  // 其他 closes its list, and what is still pending that of all cases: no shorter one is meant.
  const end = parts.at(-1) as Judged
  const pends = item.family === 'cases' && !item.second && String(end.item.second) === 'pending'
  // 具体为征地9件、出让2件、规划3件。: and so does the end of a sentence one that is said to be all.
  // 26件中自然人25件、法人1件，公开率50%，即13件: what is the table's may divide it again.
  const plainly = complete && tight && !parts.some(({ state }) => state === 'agrees')
  const ends = plainly && own.filter(counts).at(-1) === end
  // 诉讼11件，其中直接起诉4件、复议后起诉7件，尚有2件在审: those before it are all there are.
  const made = partialSums(list).slice(0, -1).includes(item.value)
  const closed =
    (!behind &&
      (has(end, 'other') || (pends && !(made && STILL.test(leadOf(own, own.indexOf(end))))) || ends)) ||
    list.exhausts !== undefined
  const sums = partialSums(list).filter((_, i, all) => !closed || i === all.length - 1)
  const totals = totalsOf(given, list, own, earlier)
  const once = list.twice?.value ?? 0
  // 56.28万条 may be a little more or less.
  const slack = all.reduce((most, { item: { quantity } }) => most + (quantity?.spread ?? 0), 0)
  const told = (each: number) => totals.some((one) => one === each || Math.abs(one - each) < slack)
  if (
    sums.some(
      (sum, i) => (closed || i > 0) && (told(sum) || (once > 0 && [sum - once, sum + once].some(told))),
    )
  )
    return { ...place, state: 'holds' }
  // 其中网络60件、信函36件，涉及征地50件、其他46件: two divisions of one total.
  // 网上29件、信函28件、当面6件；加上上年转来4件: so does one that ends before ；.
  const first = partialSums(list).some(
    (sum, i) =>
      i > 0 &&
      sum === item.value &&
      (!closed ||
        // 规划类4件；生态类2件；其他类1件: each in one of its own, none of which ends the list.
        (parts[i + 1]?.item.segment !== parts[i]?.item.segment &&
          parts[i - 1]?.item.segment === parts[i]?.item.segment)),
  )
  if (!list.sure && (first || goesOn(list, own))) return { ...place, state: 'holds' }
  if (madeOf(list, own, closed || complete || list.sure === true)) return { ...place, state: 'holds' }
  const half = halfOf(list, own)
  if (half?.fits) return { ...place, state: 'holds' }
  const counted = partialSums({ parts: list.mixed, behind })
  if (counted.some((each, i) => i > 0 && told(each))) return { ...place, state: 'holds' }
  const listed = sums.at(-1) ?? 0
  const most = counted[list.mixed.indexOf(parts.at(-1) as Judged)] ?? listed
  // 其中网站220条、公报10期、公众号90条: how much of a total in 条 is said in 期 is not plain.
  if (listed <= item.value && most > item.value) return undefined
  const sum = (listed > item.value ? listed : most) - once
  // 县政府41件，部门38件、乡镇13件，合计92件: what is added up with them is one of them.
  const behindThem = own[own.indexOf(parts.at(-1) as Judged) + 1]
  if (behindThem && has(behindThem, 'sum') && behindThem.item.value === item.value + sum)
    return { ...place, state: 'holds' }
  // 收到96件，土地、房产、财政类分别为30件、20件、11件，三类合计61件: so many of all.
  if (behindThem?.item.value === sum && KINDS_TOGETHER.test(leadOf(own, own.indexOf(behindThem))))
    return undefined
  // 收到30件，其中转来3件，当面9件，其余18件: with them it makes what stands before it.
  // 收到96件。市政府23件，部门31件，县区合计42件: and so does a part that is called a sum itself.
  // 收到96件。政府承办42件，部门承办41件、街道13件: as does the first of three, of what came in.
  const earlierTold = own.slice(0, own.indexOf(total))
  const whole = item.value + sum
  const isWhole = (one: Judged) => counts(one) && !parts.includes(one) && one.item.value === whole
  const isOfFlow = behind || (item.family === 'requests' && total.state !== 'agrees')
  if (
    earlierTold.some(isWhole) ||
    (behind && earlier.some(isWhole)) ||
    (isOfFlow && ANY_FLOW.some((keys) => totalOf(given, keys) === whole))
  )
    return { ...place, state: 'holds' }
  // 收信720封，加上未办结的30封，办结736封，14封在办: and what is added to it before they are told.
  const added = behind ? [] : own.slice(own.indexOf(total) + 1, Math.max(0, own.indexOf(parts[0] as Judged)))
  const isAdded = (one: Judged) => counts(one) && /加上?|连同/.test(leadOf(own, own.indexOf(one)))
  if (added.some((one) => isAdded(one) && item.value + one.item.value === sum))
    return { ...place, state: 'holds' }
  // 建议63件、提案38件，其中主办的建议24件、提案15件: some of both of them.
  const [both] = bothOf(list, own)
  if (both !== undefined && sum < both && !list.exhausts && parts.every((one) => !one.item.bracket))
    return undefined
  // 事项8项，其中征集意见8项、听证3项: steps, which one may go through as well as the other.
  if (!behind && parts.length > 2 && sum > item.value && parts.some((one) => one.item.value === item.value))
    return undefined
  // 甲区71件，乙区和丙区合计155件: of those two alone.
  if (behind && NAMES_OWN.test(leadOf(own, own.indexOf(total)))) return undefined
  // 主办建议18件、提案23件，会办44件，主办件公开39件、不公开2件: what others lead is not divided.
  const isLed = (one: Judged | undefined, words: RegExp) => one && words.test(leadOf(own, own.indexOf(one)))
  if (!behind && isLed(total, /[会协]办/) && isLed(parts[0], /主办/)) return { ...place, state: 'holds' }
  // Some came in two ways, and nobody says how many.
  if (list.twice && list.twice.value === undefined && sum > item.value) return undefined
  // 公示41条，其他类累计共790条: what is left has no number of its own.
  const leaves = behind && /其[他它]|等/.test(leadOf(own, own.indexOf(total)))
  if (
    (sum < item.value && (open || leaves)) ||
    !isExplained(list, [sum, ...sums.slice(1), ...counted.slice(1)], own)
  )
    return undefined
  // Parts that are all there is must add up; applications cannot be more than all of them; else only what nearly fits.
  const excess =
    sum > item.value &&
    (item.bracket > 0 ||
      parts.some(({ item: part }) => part.bracket > 0) ||
      (tight &&
        (/^[件宗份起例]$/.test(unitOf(total)) ||
          sideBySide(list) ||
          !tooFew(total, parts.slice(1)) ||
          isSlip(item.value, sum))) ||
      overSegments(list))
  // 专栏建成2640个，发现问题915个，改了908个，剩下7个: the first of them is what the others divide.
  const [divides, ...inner] = parts
  if (inner.length > 1 && has(end, 'rest') && divides?.item.value === sumOf(inner)) return undefined
  // 收到96件，其中撤回2件、不予公开9件: the others go unsaid.
  const divided = all.every(({ state }) => state === 'agrees') && sum > item.value * MOST_OF
  // 信息3571条，其中动态1302条、……、解读6条 leaves 75: so many may be of no kind, which no slip explains.
  const near =
    !(sum < item.value && parts.length < 3 && someOnly(list)) &&
    (sum > item.value || parts.length < 3 || isSlipIn(list, sum)) &&
    sum >= item.value * (parts.length > 2 && isSlip(item.value, sum) ? NEARLY : LEAST) &&
    sum <= item.value / MOST &&
    tight
  // 复议128件，其中涉及信息公开19件，审结17件，维持11件: parts of a part do not make half of it.
  const goesOnBehind = own
    .slice(own.indexOf(parts.at(-1) as Judged) + 1)
    .some((one) => one !== total && counts(one) && unitOf(one) === unitOf(total))
  const isOfPart = goesOnBehind || parts.some((one) => one.item.family === 'cases')
  if (sum < item.value / 2 && !list.exhausts && isOfPart) return undefined
  // 公文71件，其中规范性文件13件，代表建议98件、委员提案149件: several that are more than it are no parts of it.
  const larger = parts.filter((one) => one.item.value > item.value)
  if (larger.length > 1 && sum > item.value * 3 && !isSlip(item.value, sum)) return undefined
  if (!complete && !list.exhausts && !excess && !near && !divided) return undefined
  if (!half && isWellOff(list, sum)) return undefined
  if (
    parts.some(({ item: part }) =>
      part.window.some(
        ({ concept }) =>
          concept === 'compare' || (concept === 'except' && !has(parts.at(-1) as Judged, 'rest')),
      ),
    )
  )
    return undefined
  const [head, last] = behind ? [parts[0] as Judged, total] : [total, parts.at(-1) as Judged]
  const from = head.sentence.start + (head.item.quantity?.start ?? 0)
  const number = spanOf(total)
  return {
    ...place,
    state: 'fails',
    message: `正文：共 ${written.prose.original.slice(number.start, number.end)}，其中各项相加${once ? '、除去重复' : ''}为 ${plain(sum)}，差 ${plain(Math.abs(sum - item.value))}。`,
    evidence: {
      [written.address]: quoted(written.prose, from, last.sentence.start + (last.item.quantity?.end ?? 0)),
    },
  }
}

/** Every total with its parts, and what the sum says. */
export const listsIn = (given: Given): Listed[] =>
  sentencesOfReading(readingOf(given).judged).flatMap(({ own, earlier }) =>
    partListsOf(own, earlier).flatMap((list): Listed[] => {
      const outcome = judgeList(given, list, own, earlier)
      return outcome ? [{ list, outcome }] : []
    }),
  )

export const partsSum: Rule = {
  id: 'narrative.parts-sum',
  title: '合计与“其中”各项',
  severity: 'verify',
  due: 'whenAnswered',
  source: ARITHMETIC,
  explanation:
    '“共……，其中……”各项相加应等于合计。列举只到哪一项为止，按合得上的读；各项明显没有列全的、以“等”结尾而没有超过的，不提。',
  check: (given) => {
    const lists = listsIn(given)
    const parts = new Set(lists.flatMap(({ list }) => list.parts))
    const told = new Set(
      lists.flatMap(({ list: { total, parts }, outcome }) =>
        outcome.state === 'fails' ? [total, ...parts] : [],
      ),
    )
    // 新收30件。网络17件、信函12件、当面3件，合计30件: the same sum of the same parts is said once.
    const again = ({ list: { parts, total }, outcome }: Listed, i: number) =>
      outcome.state === 'fails' &&
      lists
        .slice(0, i)
        .some(
          ({ list: other, outcome: { state } }) =>
            state === 'fails' &&
            other.total.item.value === total.item.value &&
            other.parts.length === parts.length &&
            other.parts[0] === parts[0],
        )
    return [
      ...lists.filter((one, i) => !again(one, i)).map(({ outcome }) => outcome),
      ...sentencesOfReading(readingOf(given).judged).flatMap(({ own, earlier }) => [
        ...complementsIn(given, own, earlier),
        ...remaindersIn(given, own, parts),
        ...excessIn(own, earlier, told),
      ]),
    ]
  },
  examples: [
    {
      title: '差 1',
      entries: {
        'overview.proactive':
          '主动公开政府信息1230条，其中政务要闻640条、基层动态137条、部门动态200条、通知公告152条、制度2条和其他内容100条。',
      },
      messages: ['正文：共 1230条，其中各项相加为 1231，差 1。'],
    },
    {
      title: '鼓楼区 2021 年：1230＝639＋137＋200＋152＋2＋100',
      entries: {
        'overview.proactive':
          '主动公开政府信息1230条，其中政务要闻639条、基层动态137条、部门动态200条、通知公告152条、制度2条和其他内容100条。',
      },
      messages: [],
    },
    {
      title: '同样的各项，前后两句各有合计',
      entries: {
        'overview.onRequest':
          '新收申请30件，上年结转1件。按收到方式，网页提交17件，邮寄12件，当面提交3件，合计30件。',
      },
      messages: ['正文：共 30件，其中各项相加为 32，差 2。'],
    },
    {
      title: '只举了几项',
      entries: { 'overview.proactive': '公开信息1335条，其中政策文件207条、规划计划200条。' },
      messages: [],
    },
    {
      title: '以“等”结尾，单位不同',
      entries: {
        'overview.proactive':
          '公开信息107条，其中机构信息70条、工作动态30条等。发布解读9条，其中图解4件、文字5件。',
      },
      messages: [],
    },
    {
      title: '括号里的各项也要合得上',
      entries: { 'overview.proactive': '制作问答119期（市级47期、东城区50期、西城区23期）。' },
      messages: ['正文：共 119期，其中各项相加为 120，差 1。'],
    },
    {
      title: '一段一项，没有动词，到句末都是',
      entries: {
        'overview.proactive':
          '公开政府信息75条，其中指南1条；组织机构信息2条；文件4条；预决算6条；动态63条；年报1条。',
      },
      messages: ['正文：共 75条，其中各项相加为 77，差 2。'],
    },
    {
      title: '分的是前面两项，不是就近的一项',
      entries: { other: '主办建议18件、提案23件，会办44件，主办件公开39件，2件不公开。' },
      messages: [],
    },
    {
      title: '后面的各项分的是其中第一项',
      entries: {
        'overview.platform': '专栏建成2640个，发现的问题有915个，年底前改了908个，剩下的7个不再整改。',
      },
      messages: [],
    },
    {
      title: '各办1场，办了几场要乘',
      entries: { 'overview.oversight': '3个县各办1场，市本级办2场，合计5场。' },
      messages: [],
    },
    {
      title: '两个数一起分',
      entries: { 'overview.proactive': '新增栏目20个，调整栏目3个。其中机关21个、街道2个。' },
      messages: [],
    },
  ],
}
