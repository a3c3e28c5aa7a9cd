import { isSwapped } from '../../locate/slips'
import { amountOf, figureOf, totalOf } from '../../prose/figures'
import { isFlow } from '../../prose/listKinds'
import { has, unitOf } from '../../prose/listParts'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { failsIn, HUNDRED, holdsIn, leadOf, near, placesOf, plain } from './arithmetic'
import { isRough } from './growthStories'
import { exactly } from './shares'
import { isCount, isShare, valuesOf, wholesOf, wrongShare } from './wholes'

/** What a rate is a rate of, in the words of its two counts: 回收186份 of 200份. 及时, 按时 and 满意 count something else. */
const RATES: [rate: RegExp, counted: RegExp][] = [
  // 发放200份，回收186份，有效182份: either may be meant.
  [/有效(?:回收|收回)率/, /有效|回收|收回/],
  [/(?:回收|收回|回复)率/, /回收|收回|回复/],
  [/(?<!被)纠[错正]率/, /纠正|纠错/],
  [/(?<!不)(?:主动)?公开率/, /公开/],
  [/(?<![按及])(?:[办审]结|办复|答复)率/, /[办审]结|办[复毕完]|[办处]理完|答复|实办|已办/],
  [/维持率/, /维持/],
  [/败诉率/, /败诉|纠正|纠错/],
  [/采纳率/, /采纳/],
]

const IN_TIME = /([按如准限当超逾]期|提前|[按及准限]时|期限内|时限内)[^率,;]*率/
/** 建议提案公开情况：: what a sub-heading names is not what is counted behind it. */
const HEADING = /^.*(?:情况|方面|工作):/
const ASKED = /政务公开|(?:政府)?信息公开(?:申请)?|依申请公开|公开申请/g

/** 发放200份，回收186份，回收率93%: the two counts stand beside the rate, in its sentence. */
export function ratesOf(given: Given, own: Judged[], earlier: Judged[]): Outcome[] {
  return own.flatMap((rate, at): Outcome[] => {
    const { item } = rate
    if (item.quantity?.unit !== '%' || isRough(rate)) return []
    const exceeding = moreThanAll(rate, own, at)
    if (exceeding || item.value === HUNDRED) return exceeding ?? []
    const unended = allButPending(rate, own, at)
    if (unended) return unended
    const answered = allAnswered(given, rate)
    if (answered) return answered
    // 维持率、纠错率分别为60%和40%: dealt out in turn.
    let from = at
    while (from > 0 && isShare(own[from - 1]) && /^[、,和及与]$/.test(leadOf(own, from))) from--
    // 纠正率由上年的18.2%降至16.7%: this year's.
    const risen = RISEN.test(leadOf(own, at)) && isShare(own[at - 1]) && /率[由从]/.test(leadOf(own, at - 1))
    const lead = risen ? leadOf(own, at - 1).replace(/(?<=率)[由从].*$/, '') : outerLead(own, from)
    const [name = '', ...more] = lead.split(/(?<=率)[、和及与]+/)
    // 答复率、及时率均为100%: as much of each.
    if (more.length && !/分别|依次|率[均都]/.test(lead)) return []
    const dealt = from < at || more.length ? ([name, ...more][at - from] ?? '') : name
    const counted = RATES.find(([word]) => word.test(dealt))?.[1]
    // 公开率41.7%，其中公开20件、答复48件: before or behind it.
    // 答复政府信息公开申请150件: 公开 says what was asked for, not what was given.
    const isPart = (one: Judged) =>
      isCount(one) &&
      counted?.test((leadOf(own, own.indexOf(one)).replace(HEADING, '') + one.phrase).replace(ASKED, ''))
    // 复议维持6件，纠错率18.2%；诉讼被纠正1件: what stands behind ；is of another.
    const within = own.filter((one, n) => n <= at || one.item.segment === rate.item.segment)
    const reach = own.slice(0, at).some(isPart) ? own.slice(0, at) : within
    // 网站公开3065条；办结留言861条，办结率92%: what its own part of the sentence tells, where no table counts it.
    const before = own[at - 1]
    const isThing = before && (before.item.family === undefined || before.item.scope === 'none')
    const counts = reach.filter(
      (one) =>
        isCount(one) && !(isThing && one.item.segment !== before.item.segment && !tookIn(own, at, one)),
    )
    const parts = reach.filter(isPart)
    // 答复94件；热线接听3102件，办结率99.2%: of what another channel took in.
    const nearest = own.slice(0, at).filter(isCount).at(-1)
    if (nearest && has(nearest, 'channel') && !isPart(nearest)) return []
    const said = more.length && !/分别|依次/.test(lead) ? dealt : lead
    if (!parts.length || /[及按]时|满意|同比|较|比上|[上去]年|综合|[升降]|提高|[;。]/.test(said))
      return parts.length
        ? []
        : (ofRequests(given, rate, lead, own) ?? ofCases(given, rate, lead, risen, kindBefore(own, at)))
    // 复议纠正2件（纠错率15.4%）: of all such cases of the tables.
    const [only] = parts
    const ofTable =
      counts.length < 2 && !name.includes('败诉')
        ? (casesOf(given, only) ?? answeredOf(given, only))
        : undefined
    if (counts.length < 2 && !ofTable) return []
    // 答复94件，按期办结率99.2%: of those in time, of which so many must be told.
    const [, inTime] = IN_TIME.exec(dealt) ?? []
    if (inTime && !counts.some((one) => leadOf(own, own.indexOf(one)).includes(inTime))) return []
    const units = new Set(counts.map(({ item: one }) => one.quantity?.unit))
    if (units.size > 1 || counts.some(({ item: one }) => one.quantity?.rough)) return []
    const tables = parts.flatMap(({ meanings }) => meanings.flatMap(({ amount }) => amount ?? []))
    const values = parts.map((one) => one.item.value)
    // 予以公开81件、部分公开9件，公开率60%: those side by side, together.
    // 办结94件，其中本年89件，办结率92.7%: any number that is told, where decimals bear it out.
    const ofDecimals = placesOf(rate) > 0 ? counts.map((one) => one.item.value) : []
    const sums = [values, tables]
      .flatMap((all) => all.flatMap((_, from) => partialSums(all.slice(from))))
      .concat(ofDecimals)
    const cases = parts.some(({ item: one }) => one.family === 'cases')
    const all = counts.filter((one) => one.item.family === 'cases' && !one.item.second)
    const closed = counts.filter(
      ({ item: { family, second } }) =>
        family === 'cases' && (!second || second.flat().every((key) => key === 'closed')),
    )
    // Both counts stand in the sentence: all such cases, those of them that are closed, or several kinds together.
    const wholes =
      cases && all.length
        ? [
            ...counts.flatMap(valuesOf),
            ...all.flatMap((one) => casesOf(given, one, 'closed') ?? []),
            // 直接起诉审结21件、复议后起诉12件，纠正3件，败诉率9.1%: of both.
            ...closed.slice(1).map((one, i) => one.item.value + (closed[i]?.item.value ?? 0)),
          ]
        : [undefined, ...(cases ? ['cases' as const] : [])].flatMap((family) =>
            wholesOf(given, family, [...earlier.filter(isCount), ...counts]),
          )
    const places = placesOf(rate)
    if (
      sums.some((part) =>
        wholes.some((whole) => part <= whole && near(item.value, (HUNDRED * part) / whole, places)),
      )
    )
      return [holdsIn(rate)]
    if (counts.some(({ state }) => state === 'differs')) return []
    const part = parts.at(-1) as Judged
    const others = counts.filter((one) => one !== part)
    const told =
      others.find((one) => one.item.value >= part.item.value) ?? (others.length === 1 ? others[0] : undefined)
    const most = wholes.filter((one) => one >= part.item.value)
    const whole =
      told?.item.value ?? ofTable ?? (part.item.family === 'requests' ? Math.min(...most) : undefined)
    if (!whole || !Number.isFinite(whole)) return []
    const start = Math.min(...[told ?? part, part, rate].map(({ item: one }) => one.quantity?.start ?? 0))
    return wrongShare(rate, part.item.value, whole, start)
  })
}

/** 收到留言880条；办结留言861条，办结率98%: what came in stands right before it, by the same name or with none. */
function tookIn(own: Judged[], at: number, one: Judged): boolean {
  const lead = leadOf(own, at - 1)
  const name = /^;(?:其中,?|[已均共])*(?:办[结复]|[答回]复|处理|回收|收回)?(?:了|的)?([^,;()\d]{0,8})$/.exec(
    lead,
  )?.[1]
  const came = leadOf(own, at - 2)
  return (
    one === own[at - 2] &&
    name !== undefined &&
    /收到|受理|接[收到]|发[放出]/.test(came) &&
    came.endsWith(name)
  )
}

/** What stands before a rate, before what it counts, and before all of that, which is called otherwise. */
const OF_ALL: RegExp[][] = [
  [
    /^,(?:主动)?公开率/,
    /^,(?:其中,?)?[已均都全部应]*(?:主动)?公开$/,
    /发文|[制印下]发|制[作定]|形成|出台|产生/,
  ],
  [/^,(?:有效)?(?:回收|收回)率/, /^,[^,;\d]{0,4}(?:回收|收回)[^,;\d]{0,6}$/, /发[放出]|[印下]发/],
]
const PART_OF_IT = /公开|收回/
const ENDED = '(?:办结|办复|[答回]复)'
const ENDED_RATE = new RegExp(`^,${ENDED}率`)
const ALL_ENDED = new RegExp(`^,(?:[已均]*${ENDED}|办理)$`)
/** 发文41件，已公开47件，公开率100%: of what the number before it counts no more can be. */
function moreThanAll(rate: Judged, own: Judged[], at: number): Outcome[] | undefined {
  const [whole, part] = [own[at - 2], own[at - 1]]
  if (!exactly(whole) || !exactly(part) || unitOf(whole) !== unitOf(part)) return undefined
  const leads = [at, at - 1, at - 2].map((i) => leadOf(own, i).replace(/^.*;/, ''))
  const [lead = '', partLead = '', wholeLead = ''] = leads
  const known =
    !PART_OF_IT.test(wholeLead) && OF_ALL.some((words) => words.every((word, i) => word.test(leads[i] ?? '')))
  // 收到来信191件，答复911件，答复率100%: more letters may have waited, but not so.
  const answers = ENDED_RATE.test(lead) && ALL_ENDED.test(partLead) && whole.item.scope === 'none'
  const swapped = answers && rate.item.value === HUNDRED && isSwapped(part.item.value, whole.item.value)
  return swapped || (known && part.item.value > whole.item.value)
    ? wrongShare(rate, part.item.value, whole.item.value, whole.item.start)
    : undefined
}

const PENDS = /办理中|处理中|在办|正在|尚未|未(?:办|答|回)|待(?:办|答|回|处理)/
/** 收到留言80件，办结率95%（4件正在办理）; 80件，其中4件在办，办结率95%: all but those, of what another channel took in. */
function allButPending(rate: Judged, own: Judged[], at: number): Outcome[] | undefined {
  if (!ENDED_RATE.test(leadOf(own, at).replace(/^[^,;()\d]{0,8}(?=,)/, ''))) return undefined
  const { text } = rate.sentence
  const behind = /^\((?:其中,?|尚有|还有)?$/.test(leadOf(own, at + 1))
  const [whole, pending] = behind ? [own[at - 1], own[at + 1]] : [own[at - 2], own[at - 1]]
  if (!exactly(whole) || !exactly(pending) || unitOf(whole) !== unitOf(pending)) return undefined
  const words =
    leadOf(own, own.indexOf(pending)) + text.slice(pending.item.quantity?.end).replace(/[,;)].*$/, '')
  if (pending.item.value >= whole.item.value || !PENDS.test(words) || /已|(?<!未)办结/.test(words))
    return undefined
  // 收到80件，有效76件，办结率95%（4件在办）: of all of them.
  const wholes = own.slice(0, own.indexOf(whole) + 1).filter((one) => unitOf(one) === unitOf(whole))
  const fits = wholes.some(({ item: { value } }) =>
    near(rate.item.value, (HUNDRED * (value - pending.item.value)) / value, placesOf(rate)),
  )
  if (fits) return [holdsIn(rate)]
  const part = whole.item.value - pending.item.value
  return whole.item.scope === 'none' ? wrongShare(rate, part, whole.item.value, whole.item.start) : undefined
}

/** 纠错率（占已审结62件）14.5%; 诉讼7件（2件在审），维持率60%: with what its clause says before a bracket. */
function outerLead(own: Judged[], at: number): string {
  const lead = leadOf(own, at)
  const { item, sentence } = own[at] as Judged
  const before = own.slice(0, at).filter((one) => one.item.bracket === item.bracket)
  return /^[^(,;]*\)/.test(lead)
    ? sentence.text.slice(before.at(-1)?.item.quantity?.end ?? 0, item.quantity?.start)
    : lead
}
const partialSums = (all: number[]) =>
  all.map((_, i) => all.slice(0, i + 1).reduce((sum, one) => sum + one, 0))

const RISEN = /^(?:上?升|下?降|提高|提升|回落|增加?)[至到为]$/
const DEALT_WITH = '办[结理复毕完]|[答回]复|处理'
/** Up to the number of a rate of answers. */
const UP_TO_RATE = `,${ENDED}率(?:均?[为达是][到成]?了?)?$`
/** What may stand before it: that all were answered, in whatever words. */
const UNTIL_RATE = new RegExp(
  `^(?:政府信息|依?申请|公开|事项|件)*(?:,(?:现?已经?|均|都|全部?|一律|经核查)[^,;\\d]*(?:${DEALT_WITH}|公开|提供)[^,;\\d]{0,4})?${UP_TO_RATE}`,
)
const ANSWERED = `(?:${DEALT_WITH})[^,;\\d]{0,4}${UP_TO_RATE}`
/** 其中18件不掌握，所有申请均按期答复，办结率98%: of all, whatever was told before. */
const ALL_UNTIL_RATE = new RegExp(
  `,(?:所有|全部|上述|以上)的?(?:政府信息公开)?(?:申请|办?件)+[^,;\\d]*${ANSWERED}`,
)
/** 均按期答复，答复率95%: in the words of the clause before it, but for exceptions. */
const ALL_ANSWERED = new RegExp(
  `(?:^|[,;])(?![^,;]*[除外])[^,;]*(?:均|都|全部|一律)[^,;\\d]{0,16}${ANSWERED}`,
)
/** 均按法定时限答复，按时答复率96%; ……，答复及时率96%. */
const ALL_IN_TIME = new RegExp(
  `(?:^|[,;])(?![^,;]*[除外])[^,;]*(?:均|都|全部|一律)[在按于][^,;\\d]{0,8}[期时][^,;\\d]{0,6}(?:${DEALT_WITH})[^,;\\d]{0,4},(?:(?:按[期时]|及时)${ENDED}率|${ENDED}(?:及时|按[期时])率)(?:均?[为达是][到成]?)?$`,
)
/** All that there was to answer: what came in, and that with what was carried over; none is no whole. */
const toAnswer = (given: Given): number[] =>
  [['received'], ['received', 'carriedOver']].flatMap((keys) => totalOf(given, keys) || [])
/** 上述申请均按期答复，答复率95%: of all of them, unless it is what was answered of all that there was to answer. */
function allAnswered(given: Given, rate: Judged): Outcome[] | undefined {
  const { sentence, item } = rate
  const told = sentence.text.slice(0, item.quantity?.start)
  if (!ALL_ANSWERED.test(told) && !ALL_IN_TIME.test(told)) return undefined
  const part = totalOf(given, ['outcomeTotal'])
  const wholes = toAnswer(given)
  if (part === undefined || wholes.some((one) => near(item.value, (HUNDRED * part) / one, placesOf(rate))))
    return undefined
  const from = Math.max(told.lastIndexOf(',', told.length - 12), told.lastIndexOf(';')) + 1
  const message = `正文：“均”已答复，比率应为 100%，写作 ${plain(item.value)}%。`
  return [failsIn(rate, [from, item.quantity?.end], message)]
}
/** 共办理804件，办结率94.7%: of all that there was to answer, where no number says how many were. */
function ofRequests(given: Given, rate: Judged, lead: string, own: Judged[]): Outcome[] | undefined {
  // 通过网站、邮寄等途径提出申请96件: all ways together are what came in.
  const came = [['received'], ['received', 'carriedOver']].map((keys) => totalOf(given, keys))
  const before = own.slice(0, own.indexOf(rate))
  const at = before
    .map(
      ({ item, state }) =>
        item.family === 'requests' && !item.second && (state === 'agrees' || came.includes(item.value)),
    )
    .lastIndexOf(true)
  // 收到96件、较上年多16件，网上60件、信函36件，均已答复: what it was set against, and how it came.
  const others = before.slice(at + 1).every((one) => has(one, 'compare') || (isCount(one) && isFlow(one)))
  if (at < 0 || !((others && UNTIL_RATE.test(lead)) || ALL_UNTIL_RATE.test(lead))) return undefined
  const part = totalOf(given, ['outcomeTotal'])
  const wholes = toAnswer(given)
  const [whole] = wholes.slice(-1)
  if (part === undefined || whole === undefined) return undefined
  const fits = wholes.some((one) => near(rate.item.value, (HUNDRED * part) / one, placesOf(rate)))
  return fits ? [holdsIn(rate)] : wrongShare(rate, part, whole, rate.item.start)
}

/** 行政复议由6件升至10件，……，维持率70%: of the one kind that its part of the sentence names. */
function kindBefore(own: Judged[], at: number): string | undefined {
  const kinds = own
    .slice(0, at)
    .flatMap(({ item }) =>
      item.family === 'cases' && item.scope === 'ours' && item.segment === own[at]?.item.segment
        ? (item.first ?? [])
        : [],
    )
  const [kind, ...others] = new Set(kinds.map(String))
  return others.length ? undefined : { review: '复议', litigation: '诉讼' }[kind ?? '']
}
/** 复议纠错率11.3%: a rate that names its cases, with no count beside it. */
function ofCases(
  given: Given,
  rate: Judged,
  lead: string,
  risen: boolean,
  before: string | undefined,
): Outcome[] {
  const [, named, result] =
    /(复议|诉讼)?(?:案件)?(?:的)?(纠[错正]|维持|^,?胜诉)率(?:为|达|是)?$/.exec(
      lead.replace(/\([^()]*\)/g, ''),
    ) ?? []
  const kind = named ?? before
  if (!kind || !result || (!risen && /同比|较|比上|[上去]年|[升降]/.test(lead))) return []
  const first = [kind === '复议' ? 'review' : 'litigation']
  const told = (second: string) => {
    const figure = figureOf(given.edition, { family: 'cases', first, second: [second] })
    return figure && amountOf(given, figure.cells)
  }
  const part = told(/维持|胜诉/.test(result) ? 'upheld' : 'corrected')
  const wholes = ['total', 'closed'].flatMap((second) => told(second) ?? []).filter((whole) => whole > 0)
  const [whole] = wholes
  if (part === undefined || !whole) return []
  // 诉讼7件，胜诉率86%: a suit that ended otherwise was not lost.
  const parts = result.includes('胜诉') ? [part, part + (told('otherResult') ?? 0)] : [part]
  const fits = parts.some((some) =>
    wholes.some((one) => near(rate.item.value, (HUNDRED * some) / one, placesOf(rate))),
  )
  return fits ? [holdsIn(rate)] : wrongShare(rate, part, whole, rate.item.start)
}

/** 公开及部分公开268件，公开率27.43%: of all that was answered, where the number agrees with the table. */
function answeredOf(given: Given, one: Judged | undefined): number | undefined {
  const row = one?.state === 'agrees' && one.item.family === 'requests' && !one.item.second
  return row ? totalOf(given, ['outcomeTotal']) : undefined
}

/** All cases of the kind that a result is told of, where the number agrees with the table. */
function casesOf(given: Given, one: Judged | undefined, second = 'total'): number | undefined {
  const [meaning] = one?.state === 'agrees' ? one.meanings : []
  if (meaning?.family !== 'cases') return undefined
  const figure = figureOf(given.edition, { ...meaning, second: [second] })
  return figure && amountOf(given, figure.cells)
}
