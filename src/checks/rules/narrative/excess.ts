import { isFlow } from '../../prose/listKinds'
import { counts, has, sumOf, unitOf, wasBefore } from '../../prose/listParts'
import { HANDS_IN, OWN_VERB, saysWay } from '../../prose/listWords'
import type { Judged } from '../../prose/reading'
import type { Outcome } from '../../types'
import { failsIn, leadOf, plain } from './arithmetic'

/** One thing more or less is one of these more or less. */
const UNIT = /^[件宗份起例条篇]$/
/** Up to a number: it is some of what stands before it, next to it where a bracket opens. */
const OPENS =
  /(?:^|[,;:])[^,;:()\d]{0,4}其中[^;()]*$|^\((?:其中|网[络上]|信函|邮寄|当面|在线|线[上下]|传真)[^;()]*$/
/** Of what the sentence before tells, where no other words head its own: 申请集中在征地、规划，其中征地26件 divides none of it. */
const HEADS = /^[^,;:]{0,6}其中/
/** 收到申请96件。申请集中在征地、规划，其中征地126件: but what is said of applications divides all that came in. */
const OF_REQUESTS =
  /^(?![^;]*(?:许可|复议|建议|提案))(?:[^,;:]{0,8}申请|(?:主要|大多|多)?(?:涉及|集中在|集中于))[^;:]*,其中/
/** 收到申请3件，2件申请公开规划，1件涉及征地. */
const ASKS = /^(?:申请(?:公开|获取|查询)|涉及|关于|要求)/
/** Counted otherwise than what it stands behind. */
const ANOTHER =
  /累计|历[年史]|以来|(?<!公)共(?![公同享])|(?<![综联结])合(?![同作法规])|总(?![结体工])|加[在起上]|全年|[上去]年|有效|废止|较|比|[增减]|另|此外|同时|浏览|点击|阅读|关注|转[发办]|回[复应]|诉/

/** A stop and the end of a line. */
const ADJOINS = 4
const ASIDE = 16
const IN_PASSING =
  /^[。;\s]*(?:公开|发布|内容|形式|方式|渠道|途径|载体)?(?:形式|方式|渠道|途径|载体)[^,。;\d]{1,8}[。;\s]*$/
const THROUGH = /^[^,;:\d]{0,6},(?:通过|利用|依托|借助|运用|[经在])/
const MADE = new RegExp(HANDS_IN)
/** 年均办结80件，其中2023年94件: what is more than a mean. */
const MEAN = /[年季月周日人户]均[^,;\d]*$/
/** 其中办结9件: with those of the year before; 同时现行有效31件: none of those that were made; 邮件收到5件 are some of them. */
const isApart = (part: Judged) =>
  part.item.family === 'cases' ||
  part.item.family === 'documents' ||
  has(part, 'compare', 'otherYear', 'years', 'rest') ||
  (has(part, 'row') && isFlow(part) && !MADE.test(part.phrase) && !saysWay(part.phrase))

/** What may be divided: the numbers before the first part, all together, but for one that is itself a part. */
function dividedBy(first: Judged, at: number, own: Judged[], earlier: Judged[]): Judged[] {
  const { outer, bracket } = first.item
  if (bracket) return own.filter(({ item }) => item === outer)
  const before = own.slice(0, at)
  const whole = (before.length ? before : earlier).filter(({ item }) => item.bracket === 0)
  const last = whole.at(-1)?.item
  const isFar = before.length > 0 && last !== undefined && last.segment < first.item.segment - 1
  return (last?.second && whole.length > 1) || isFar ? [] : whole
}

/** 收到申请5件，其中网上3件、信函12件: a part is no more than all that stands before it. */
export function excessIn(own: Judged[], earlier: Judged[], told: Set<Judged>): Outcome[] {
  const found: Outcome[] = []
  own.forEach((first, at) => {
    const { item, sentence } = first
    const lead = leadOf(own, at)
    const asks =
      lead === ',' && ASKS.test(sentence.text.slice(item.quantity?.end)) && isFlow(own[at - 1] as Judged)
    const isOfEarlier = at === 0
    const flows = isOfEarlier && !HEADS.test(lead) && OF_REQUESTS.test(lead)
    if (!counts(first) || !(asks || flows || (isOfEarlier ? HEADS : OPENS).test(lead))) return
    const whole = dividedBy(first, at, own, flows ? earlier.filter(isFlow) : earlier).filter(
      (one) => counts(one) && unitOf(one) === unitOf(first) && !has(one, 'compare', 'otherYear', 'years'),
    )
    const isSure = (one: Judged) =>
      UNIT.test(unitOf(one)) &&
      !one.item.quantity?.rough &&
      one.state !== 'differs' &&
      !told.has(one) &&
      !has(one, 'except') &&
      !MEAN.test(one.sentence.text.slice(0, one.item.quantity?.start))
    // 结转下年20件。主要涉及征地。其中36件……: nobody says what a sentence farther off divides.
    // 公开842条。形式多样。其中942条……: a few words on how it was done stand between them.
    const adjoins = (one: Judged) => {
      const end = one.sentence.start + one.sentence.text.length
      const between = one.written.prose.text.slice(end, sentence.start)
      return between.length < ADJOINS || (between.length < ASIDE && IN_PASSING.test(between))
    }
    if (!whole.length || !whole.every((one) => isSure(one) && adjoins(one))) return
    const most = sumOf(whole)
    for (let i = at; i < own.length; i++) {
      const part = own[i] as Judged
      const words = i === at ? lead.replace(/^.*其中/, '') : leadOf(own, i)
      if (
        i > at &&
        (part.item.bracket !== item.bracket ||
          part.item.segment !== item.segment ||
          OWN_VERB.test(words) ||
          // 其中公告33条、其他12条，通过公众号发布287条: those before it are all there are.
          (THROUGH.test(words) && has(own[i - 1] as Judged, 'other', 'rest')))
      )
        break
      if (!counts(part) || unitOf(part) !== unitOf(first) || !isSure(part) || ANOTHER.test(words)) continue
      // 全区受理211件，其中区政府受理24件: of the same.
      const [all] = whole
      const shares =
        part.item.scope !== 'none' && part.item.first && String(all?.item.first) === String(part.item.first)
      // 行政复议13件，其中维持19件: results right behind their cases.
      const results =
        i === at && all?.item.family === 'cases' && part.item.family === 'cases' && !part.item.first
      if (part.item.value <= most || (isApart(part) && !shares && !results) || wasBefore(own, part)) continue
      const message = `正文：共 ${plain(most)}，其中一项写作 ${plain(part.item.value)}。`
      found.push(failsIn(part, [part.item.start, part.item.quantity?.end], message))
    }
  })
  return found
}
