import { isSlip } from '../locate/slips'
import { makesBySlip, makesBySwap } from './addsUp'
import {
  has,
  isLeftOver,
  leadBefore,
  outermost,
  sumOf,
  tooFew,
  unitOf,
  wasBefore,
  withoutRests,
  withoutSummed,
} from './listParts'
import {
  ADOPTED,
  ASKS_FOR,
  BUILT_OF,
  COMPLEMENTS,
  FAR,
  IN_TIME,
  LARGEST,
  MEDIUM,
  MOST_OF,
  OFFICES,
  OPEN_END,
  OVERLAP,
  OWN_AND_ALL,
  OWN_VERB,
  PUBLISHES,
  SAID_COMPLETE,
  STEP,
  THING,
} from './listWords'
import type { Judged } from './reading'

/** A total and what it is divided into, as the words of a sentence say it. */
export interface PartList {
  total: Judged
  parts: Judged[]
  /** The total stands behind its parts. */
  behind: boolean
  /** Parts that end with 等, or the largest alone: less than the total is no contradiction. */
  open: boolean
  /** Parts side by side, with no verb of their own: nothing else stands among them. */
  tight: boolean
  /** So many that came in two ways are counted twice: undefined where the words give no number of them. */
  twice?: { value: number | undefined }
  /** Parts with those that are counted in another unit (公文7件 among 条); empty where all have that of the total. */
  mixed: Judged[]
  /** The words say that the parts are all there is: 分别为, 由……构成, 其他, 上半年 and 下半年. */
  complete: boolean
  /** Their names or their cells leave no doubt of what is divided: no other number is. */
  sure?: boolean
  /** All of a kind that leaves few unsaid: where they end is no question. */
  exhausts?: boolean
}

export const FLOW = /^(?:received|carriedOver|outcomeTotal|carriedForward)$/
/** What became of all cases, not of some: 收到412件，其中不予受理58件，审结376件. */
const CLOSING = /^closed$/

/** 余下7件结转下年 belongs to what came in, not to what was answered. */
const left = (one: Judged) =>
  has(one, 'rest') && (one.item.first?.some((keys) => keys.includes('carriedForward')) ?? false)

/** It is called what a table calls something. */
const isNamed = ({ item: { scope, first, second } }: Judged) =>
  scope !== 'none' && (first ?? second) !== undefined

/** 新收6件中公开的2件: it is divided, and no part. */
const isTopic = ({ item, sentence }: Judged) =>
  /^(?:申请)?[中里](?![心央旬共])/.test(sentence.text.slice(item.quantity?.end))
/** 制发4件，其中修订2件，同时废止5件: documents that were repealed are none of those that were issued. */
const isRepealed = ({ item: { family, second } }: Judged) =>
  family === 'documents' && (second?.flat().includes('repealed') ?? false)
/** 现行有效171件；其中县政府制发13件、有效94件，部门制发9件、有效77件: of what is divided, where several are called so. */
const isOtherState = (one: Judged, total: Judged, all: Judged[]) => {
  const state = ({ item: { family, second } }: Judged) => (family === 'documents' ? String(second) : '')
  return (
    total.item.second !== undefined &&
    one.item.second !== undefined &&
    state(one) !== state(total) &&
    all.filter((other) => state(other) === state(total) && state(other) !== '').length > 1
  )
}
const isOtherDeed = (one: Judged, [first]: Judged[]) =>
  isRepealed(one) &&
  first !== undefined &&
  !isRepealed(first) &&
  // 公开规章13件（含制定5件、修改4件、废止4件）: what was published is of any of these.
  !(one.item.bracket > 0 && PUBLISHED_DEEDS.test(clauseOf(one)))
const PUBLISHED_DEEDS = /(?:公开|公布|发布)[^,;:]*\([含包][^()]*$/
const clauseOf = ({ sentence, item }: Judged) => sentence.text.slice(0, item.start)

const ASKED_BEHIND = new RegExp(`^${ASKS_FOR}`)
/** A list that is so far from its total names some of it, or more. */
const HALF = 0.5
/** So little more than the total is no sign that the same was published twice. */
const ABOUT = 1.025
/** Nor is up to a quarter more, where one digit explains it. */
const SLIGHTLY = 1.25
/** 意见153条，分别是……，采纳60条; 按月公布6件、按季公布4件，除一项推迟外其余9件完成; 年均82件: what was done of all, and a mean. */
const NO_PART = /^[,;]?采[纳用]|除[^,;]*外|[人月年日户]均/
const OTHERS_FOLLOW = /(?:其[余他它]|接下来|随后|其[后次])[^,;:\d]{0,6}(?:依次|分别)/
const NUMBERED = /[1一](?:[.、)]|是)/
const NAMES_SOME = /其中|[含如]|包括|涉及/
const SOME_OF = /(?:一|小|大)部分|占其中/
const named = (leads: string[], kinds: RegExp[]) => kinds.every((kind, n) => kind.test(leads[n] ?? ''))
/** 收到17件，其中延期答复2件，公开10件、不公开7件: of these two; 延期2件、按期15件 are all. */
function withoutSteps(parts: Judged[] | undefined, total: Judged, own: Judged[]): Judged[] | undefined {
  const lead = (one: Judged) => leadBefore(own, own.indexOf(one)).replace(/^.*[,;:](?=.)/, '')
  const isStep = (one: Judged) => has(one, 'aside') && STEP.test(lead(one)) && !isNamed(one)
  const [first] = parts ?? []
  const rest = parts?.filter((one) => !isStep(one)) ?? []
  const plain = rest.length > 1 && !rest.some((one) => IN_TIME.test(lead(one)))
  return first && plain && (isStep(first) || sumOf(rest) === total.item.value) ? rest : parts
}
/** 3个县各办1场, 每村12期: so many each; in 各类, 各学校 or 各公开栏 the word says whose, and no number is shared out. */
export const EACH =
  /各自?(?:[占有为出建办开推派配增设编写]|提[交出供]|递交|上?报送?|更新|[发公]布|[公召]开|办[理结]|受理|答复|[收接]到|开[展设]|[举承]办|获评?|新[增建设]|[增配开]设|配备|设置|安排|明确|指定|确定|推[送选出]|组织|制[作发定]|印发|编[制印]|完成|检查|培训)?$|(?<=[\u4e00-\u9fa5])各自?(?:开展|举办|召开|组织|派出|抽调|出(?!版|口)|新增|新建|新设|推选|推出|制作|制发|印发|编印|完成|报送|提[交出供]|(?:更新|发布|公开|收到|受理|答复)(?![栏区平点窗载渠端大室机部单]))[^,;、\d]{1,5}$|各[^,;、\d]{0,5}(?:有(?!关)|配[备有]?|设[置立]?|派|明确|指定|安排|确定)[^,;\d]{1,6}$|每[家个名所县市区镇乡村][^,;\d]{0,6}$/
/** 2022年公开22件，无法提供8件，总数30件: the year of its first part is that of the whole list. */
const headsSegment = (own: Judged[], one: Judged, total: Judged) =>
  one.item.segment === total.item.segment &&
  own[own.indexOf(one) - 1]?.item.segment !== one.item.segment &&
  own.filter((other) => other.item.segment === one.item.segment && has(other, 'otherYear')).length === 1
export function listOf(total: Judged, candidates: Judged[], behind: boolean, own: Judged[]): PartList[] {
  // 废止27件，其中到期19件、提前8件，现行有效146件: what is more, and is right as it stands, is no part.
  // 文件15条、动态20条和其他22条，历年累计1206条: nor is what stands behind the one that closes the list.
  const end = candidates.findIndex(
    ({ item, state }, n) =>
      !behind &&
      item.value > total.item.value &&
      (state === 'agrees' || (n > 1 && has(candidates[n - 1] as Judged, 'other'))),
  )
  // 按期答复81件、延期答复13件，延期的13件里因征求意见9件: what is divided anew ends the list.
  const topic = candidates.findIndex((one) => !behind && isTopic(one))
  if (topic === 0) return []
  const ends = [end, topic].filter((at) => at > 0)
  const within = ends.length ? candidates.slice(0, Math.min(...ends)) : candidates
  const unit = unitOfParts(total, within, behind, own)
  const inUnit = within.filter((one, n) => {
    if (unitOf(one) !== unit || wasBefore(own, one) || (n > 0 && isOtherDeed(one, within))) return false
    if (isOtherState(one, total, within)) return false
    const lead = leadBefore(own, own.indexOf(one))
    // 共14项，其中8项听证，全部14项征求意见: of all of them again.
    const again = one.item.value === total.item.value && /(?:全部|所有)$/.test(lead)
    return !again && !(n > 1 && NO_PART.test(lead))
  })
  const summed = withoutRests(withoutSummed(inUnit))
  const listed = outermost(summed)
  // 办理29件，其中上年结转的1件，土地类13件、工程类9件、其他7件: what was carried over is no kind of those that are divided.
  const [head, ...others_] = listed ?? []
  const apart =
    head && others_.length > 1 && isLeftOver(head) && !others_.some((one) => isNamed(one) && !one.item.second)
  const kept = apart ? others_ : withoutSteps(listed, total, own)
  const parts = kept?.filter((one, i) => i < 1 || i < kept.length - 1 || !left(one))
  if (!parts) return []
  const [first, last] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || !first?.item.quantity || !last?.item.quantity || !total.item.quantity) return []
  // 增加16件（上年80件，今年96件）: a difference has no parts.
  // 收到96件（2022年80件，2021年75件）: nor are other years parts.
  // 近三年分别为52件、67件、88件，三年合计207件: the years are its parts.
  const ofYears = behind && /年[^,;]{0,4}[合共总累]/.test(leadBefore(own, own.indexOf(total)))
  if (
    has(total, 'compare') ||
    wasBefore(own, total) ||
    (!ofYears && parts.some((one) => has(one, 'otherYear') && !(behind && headsSegment(own, one, total)))) ||
    (isLeftOver(total) && tooFew(total, parts))
  )
    return []
  // 政府2024年119件，2025年127件；部门2024年92件，2025年87件，2025年合计……: of two years, told in turn.
  const yearOf = (one: Judged) => /20\d\d年/.exec(leadBefore(own, own.indexOf(one)))?.[0]
  const year = yearOf(total)
  if (behind && year && parts.some((one) => (yearOf(one) ?? year) !== year)) return []
  // 一季度18件，上半年累计41件，前三季度累计67件: each holds what stands before it.
  if (behind && [total, ...parts].some((one) => /[季半月][^,;]*累计/.test(leadBefore(own, own.indexOf(one)))))
    return []
  // 18个村各更新12期: so many each.
  if (parts.some((one) => (has(one, 'years') && !ofYears) || EACH.test(leadBefore(own, own.indexOf(one)))))
    return []
  // 全市受理2310件，其中市政府办收到126件，加上上年结转4件: what one body tells of its own is no part of the others'.
  // 2件申请我局的批文: whose documents were asked for is no body that tells of its own.
  const ofBody = (one: Judged) =>
    has(one, 'whole', 'body') && !ASKED_BEHIND.test(one.sentence.text.slice(one.item.quantity?.end))
  // 发布990条，其中提案办理26条: what is published about another matter's answers is no flow.
  const flows = ({ item: { first, scope } }: Judged) =>
    (scope !== 'none' || total.item.family === 'requests') &&
    first?.some((keys) => keys.some((key) => FLOW.test(key)))
  if (
    !behind &&
    ofBody(first) &&
    parts.some((one) => one.item.cell !== first.item.cell && flows(one) && !ofBody(one))
  )
    return []
  const { text } = last.sentence
  const same = total.sentence === first.sentence
  const lead = text.slice(same && !behind ? total.item.quantity.end : 0, first.item.quantity.start)
  // 办公室26件、县直部门39件、乡镇31件，合计96件: what stands beside its parts is one of them.
  if (same && !behind && /^[、和及与]/.test(lead) && !/其中|包括/.test(lead)) return []
  // 征地类最多，有43件，其余依次是……: what follows are the others.
  if (!behind && OTHERS_FOLLOW.test(lead)) return []
  // 因信息公开引起的仅占一部分，分别为4件和3件.
  if (SOME_OF.test(lead)) return []
  const said = text.slice(same && !behind ? total.item.quantity.end : 0, last.item.end)
  // 微信1102条、短视频467个，两项合计1569条: what stands behind the last part in its unit, too.
  const told = behind ? candidates.slice(candidates.indexOf(first)) : within
  // 代表36人次、企业48家次: who came, each time.
  const times = (one: Judged) =>
    one.item.quantity?.unit.endsWith('次') && total.item.quantity?.unit.endsWith('次')
  const mixed = told.filter(
    (one) =>
      parts.includes(one) ||
      (!listed?.includes(one) &&
        (THING.test(unitOf(one)) || times(one)) &&
        (summed.includes(one) || !inUnit.includes(one))),
  )
  // 全市受理51件，其中市政府受理28件，各部门受理23件: each body with the verb of the total.
  const sharesOut = (one: Judged) => ofBody(one) && String(one.item.first) === String(total.item.first)
  const verbs = parts.some(
    (one) =>
      // 申请资料的5件: what was asked for, and no verb.
      (has(one, 'row') && flows(one) && !sharesOut(one)) ||
      one.item.second?.some((keys) => keys.some((key) => CLOSING.test(key))),
  )
  const again = own.find(({ item }) => item.twice && item.start > first.item.start)
  // 重复申请 is a row of the table, and no word for what is counted twice.
  const rows = parts.flatMap(({ item }) => item.window.filter(({ concept }) => concept === 'row'))
  const around = rows.reduce(
    (all, { start, end }) => all.slice(0, start) + '#'.repeat(end - start) + all.slice(end),
    text,
  )
  const leads = parts.map((one) => leadBefore(own, own.indexOf(one)))
  // 8件办理结果为公开，9件……: behind a number that stands before its words, these are its own.
  const ownLeads = leads.map((one) => one.replace(/^[^,].*[,、]$/, ''))
  const subject = total.sentence.text.slice(0, total.item.quantity.start)
  // 公开103条，其中发布公告87条，发布动态16条: each part says in another word that it was published.
  const published = leads.map((one) => PUBLISHES.exec(one)?.[1])
  const alike =
    PUBLISHES.test(subject) &&
    published.every((verb) => verb && verb === published[0]) &&
    // 网站发布520条，发布图解120条: what is said of a place, and of a thing, is not alike.
    !leads.some((one) => MEDIUM.test(one))
  const others =
    !alike &&
    ownLeads.some((one) => {
      const [, verb] = OWN_VERB.exec(one) ?? []
      return verb !== undefined && !subject.includes(verb)
    })
  const sum = sumOf(parts)
  const shared = sharesOf(own, parts)
  // 591条，其中网站342条、微信294条: two digits of one of them have changed places, and nothing came out twice.
  const values = parts.map(({ item }) => item.value)
  const swapped = makesBySwap(values, total.item.value)
  // 发布990条：微信500条，微博300条，抖音190条; 收到96件（网络61件、信函35件）.
  const spelt =
    same &&
    !behind &&
    (NUMBERED.test(lead) ||
      ((/^[^,;()]{0,12}:/.test(lead) || (first.item.bracket > 0 && first.item.outer === total.item)) &&
        !NAMES_SOME.test(lead))) &&
    Math.abs(sum / total.item.value - 1) < HALF
  const complete =
    behind ||
    spelt ||
    // 指南2条，占20%；公文8条，占80%: shares that leave nothing.
    shared === 'all' ||
    SAID_COMPLETE.test(lead) ||
    BUILT_OF.test(text.slice(last.item.quantity.end)) ||
    // 其余27件中，公开11件……: of what is left nothing more is.
    (has(total, 'rest') && /^(?:申请)?[中里],/.test(lead)) ||
    // 动态28条；许可和其他管理服务信息15条: one of the kinds, where most is left untold.
    (has(last, 'other') && !(/[和与及]其[他它]/.test(leads.at(-1) ?? '') && sum < total.item.value * HALF)) ||
    has(last, 'rest') ||
    /其[他它](?:渠道|方式|途径|形式|平台|媒体|载体|事项|内容|方面|领域)/.test(leads.at(-1) ?? '') ||
    (sum > total.item.value / 10 &&
      !ADOPTED.test(said) &&
      COMPLEMENTS.some((kinds) => kinds.every((kind) => kind.test(said)))) ||
    // 其中总队机关40件，各支队56件: the organ itself, and all that belong to it.
    (parts.length === 2 && parts.every(ofBody) && named(leads, OWN_AND_ALL)) ||
    (sum > total.item.value * MOST_OF && OFFICES.every((kind) => kind.test(said)))
  const stop = text.indexOf(';', last.item.end)
  const reach = Math.min(last.item.end + FAR / 2, stop < 0 ? text.length : stop)
  // 其中网站650条，微信310条 of 560条: none of them is more than all, however often it was published.
  const exceeds = /其中/.test(lead) && tooFew(total, parts)
  const overlaps =
    OVERLAP.test(around.slice(first.item.start, reach)) ||
    (!complete &&
      !exceeds &&
      !swapped &&
      sum > total.item.value * (isSlip(total.item.value, sum) ? SLIGHTLY : ABOUT) &&
      /^[条篇期次]$/.test(unitOf(total)) &&
      leads.every((one) => MEDIUM.test(one)))
  return [
    {
      total,
      parts,
      behind,
      mixed: mixed.length > parts.length ? mixed : [],
      twice: again || overlaps ? { value: again?.item.value } : undefined,
      open:
        shared === 'some' ||
        parts.length < (kept?.length ?? 0) ||
        (!behind && (OPEN_END.test(text.slice(last.item.quantity.end)) || LARGEST.test(lead))),
      tight: (new Set(parts.map(({ item }) => item.cell)).size === 1 || !verbs) && !others,
      complete,
    },
  ]
}

/** 公开84条，其中动态51篇、公告33篇: all parts in one other unit, where they make the total but for a slip. */
function unitOfParts(total: Judged, within: Judged[], behind: boolean, own: Judged[]): string {
  const unit = unitOf(total)
  const [first] = within
  const other = first ? unitOf(first) : unit
  const things = [unit, other].every((one) => THING.test(one))
  const plain = within.every(
    (one) =>
      unitOf(one) === other &&
      !one.item.bracket &&
      // 文件52份，其中配发解读48篇: what goes with them, or was taken from them, is none of them.
      !/配[发套以有]|采[用纳]|转载/.test(leadBefore(own, own.indexOf(one))),
  )
  const values = within.map(({ item }) => item.value)
  return !behind && other !== unit && things && plain && makesBySlip(values, total.item.value) ? other : unit
}

/** Shares of the parts that are all there is, or leave a rest, as the list does then (网络24件，约占25%；信函66件，约占69%). */
function sharesOf(own: Judged[], parts: Judged[]): 'all' | 'some' | undefined {
  const [first, last] = [parts[0] as Judged, parts.at(-1) as Judged]
  const told = own.filter(
    ({ item, sentence }) =>
      item.quantity?.unit === '%' && sentence === last.sentence && item.start > first.item.start,
  )
  if (told.length < 2 || told.length < parts.length) return undefined
  const over = sumOf(told) - 100
  if (over <= -told.length / 2) return 'some'
  return told.length === parts.length && over < told.length / 2 ? 'all' : undefined
}

/** Sums of the first parts of a list, of the last ones where the total stands behind: where it ends is the author's. */
export function partialSums({ parts, behind }: Pick<PartList, 'parts' | 'behind'>): number[] {
  let sum = 0
  return (behind ? [...parts].reverse() : parts).map(({ item }) => {
    sum = Math.round((sum + item.value) * 10_000) / 10_000
    return sum
  })
}
