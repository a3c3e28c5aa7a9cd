import { totalOf } from '../../prose/figures'
import { isFlow } from '../../prose/listKinds'
import { has, JOINED, sumOf } from '../../prose/listParts'
import { partListsOf } from '../../prose/lists'
import { type Judged, readingOf } from '../../prose/reading'
import { fairOf, OWN_SHARE } from '../../prose/rescueBeside'
import type { Given, Outcome, Rule } from '../../types'
import { T3 } from '../requests/places'
import {
  ARITHMETIC,
  aheadOf,
  failsIn,
  HUNDRED,
  holdsIn,
  leadOf,
  placesOf,
  plain,
  type Spoken,
  sentencesOfReading,
} from './arithmetic'
import { growthOf } from './growth'
import { pastsOf } from './lastYears'
import { ratesOf } from './rates'
import { seriesOf } from './series'
import { counted, exactly, isSaid, togetherIn } from './shares'
import {
  askedBehind,
  joinedTo,
  namedBefore,
  namesParts,
  SUMMED,
  sharedBy,
  sumsBefore,
  withBeside,
} from './sharesTogether'
import { toldBefore } from './toldShares'
import { trendsOf } from './trends'
import { amongOthers, FLOWS, isCount, isRounded, isShare, valuesOf, wholesOf, wrongShare } from './wholes'

/** What is no figure of the tables has a share that can be held to its own count. */
const ofThing = (one: Judged) =>
  !has(one, 'channel', 'compare', 'otherYear', 'years', 'partYear', 'twice', 'body')
/** 上年30件占38.5%, 上年三项占比为87.5%、7.5%: of a whole that is not told. */
function isPast(own: Judged[], at: number): boolean {
  let from = at
  while (from > 0 && JOINED.test(leadOf(own, from))) from--
  return /(?:^|[,;(])(?:[上去前]年|20\d\d年)/.test(leadOf(own, from).replace(/^.*[,;](?=.)/, ','))
}
/** 动漫8个，动漫占比32%: the share is of what the number before it counts. */
function saysTheSame(own: Judged[], at: number): boolean {
  const said = /^[,(]?([^,;(]*?)占/.exec(leadOf(own, at))?.[1]
  return said !== undefined && leadOf(own, at - 1).includes(said)
}

const OF_REQUESTS = /占[^,;]*(?:申请|答复|办结|办理|受理)/
const OTHER_WHOLE =
  /占(?!全)[^,;占]{0,6}(?:部门|乡镇|镇街|街道|县区|区县|旗县|市州|分局|单位|本级)(?:的|总|新|收|件|申请|受理|答复|办|数|量)[^,;占]{0,8}$/
const OWN_SHARES = /(?:^|[,;])[我本][^,;\d]{1,4}(?:分别|各|依次)占/
const OF_ANOTHER = /^,([^,;\d]{2,8}?)(?:数量)?(?:[最较更]|居|为主)[^,;\d]{0,3},占/
const OF_AREA = /占全[省市州盟县区旗][^,;\d]{0,8}$/
const OF_CLOSED = /占[^,;]*(?:答复|办结)/
/** 占 with no whole of its own behind it. */
const BARE_SHARE = /(?:占(?:全部|申请)?(?:比例?|总[数量])?[的约达为]?|\()$/
/** What a number is said to be part of: the total of its list, or the number right before 其中. */
function dividedBy(part: Judged, own: Judged[], earlier: Judged[]): Judged | undefined {
  const list = partListsOf(own, earlier).find(({ parts }) => parts.includes(part))
  if (list) return list.total
  const at = own.indexOf(part)
  // 收到96件。从方式看，网上96件，占100%.
  const seen = /^[从按][^,;:\d]{1,8}[看分],/.test(leadOf(own, at))
  const before = at
    ? own[at - 1]
    : earlier
        .filter(
          (one) => one.item.value >= part.item.value && (!seen || (isFlow(one) && one.state === 'agrees')),
        )
        .at(-1)
  const told = (seen || /^[,;:(]?其中/.test(leadOf(own, at))) && exactly(before)
  return told && before.item.quantity?.unit === part.item.quantity?.unit ? before : undefined
}

const MOST_BESIDE = 12
/** What a number makes with those that stand beside it. */
function sumsWith(number: Judged, before: Judged[]): number[] {
  const beside = before
    .filter((one) => isCount(one) && one.item.quantity?.unit === number.item.quantity?.unit)
    .slice(-MOST_BESIDE)
  return beside.flatMap((_, from) =>
    beside.slice(from + 1).flatMap((_, n) => {
      const run = beside.slice(from, from + n + 2)
      return run.includes(number) ? [sumOf(run)] : []
    }),
  )
}

function sharesOf(given: Given, spoken: Spoken): Outcome[] {
  const { own } = spoken
  const { ahead: earlier, open } = aheadOf(spoken)
  const shares = own.filter((one, at) => isSaid(own, at) && (one.item.scope !== 'none' || ofThing(one)))
  const sum = sumOf(shares)
  const all = shares.length > 1 && Math.abs(sum - HUNDRED) < 1e-6
  const judged = shares.flatMap((share): Outcome[] => {
    const { item } = share
    const at = own.indexOf(share)
    const lead = leadOf(own, at)
    // 申请96件（全系统合计768件，我局占12.5%）: the part stands before the bracket.
    // 全省被复议共318件、被诉共146件，本机关分别占5.3%和6.8%: nor is it told.
    if ((item.bracket ? OWN_SHARE : OWN_SHARES).test(leadOf(own, JOINED.test(lead) ? at - 1 : at))) return []
    const together = togetherIn(own, at)
    const { part: next, whole: named, inner, again } = counted(own, at) ?? {}
    // 四季度分别为21件、23件、31件、21件，三季度最多，占32.3%: of what its clause names, which is not the last of them.
    const [, subject] = OF_ANOTHER.exec(lead) ?? []
    const isNext = !subject || (next && leadOf(own, own.indexOf(next)).includes(subject.slice(0, 2)))
    const number = isNext ? next : undefined
    const wholeNamed = named ? valuesOf(named) : askedBehind(given, share)
    // 三家占部门收件数的57.1%: of a whole that is told elsewhere.
    if (!named && OTHER_WHOLE.test(lead)) return []
    // 占全市总量的20.8%: nor is that of what no table counts.
    if (next && /^[条篇次期]$/.test(next.item.quantity?.unit ?? '') && !named && OF_AREA.test(lead)) return []
    if (together[0]?.some(({ state }) => state === 'differs')) return []
    // 答复达132件，占办结总数的30.2%: of a number that is told roughly.
    if (!number && own[at - 1]?.item.quantity?.rough && /^[,(][^,;]*占/.test(lead)) return []
    if (together.length) {
      const total = dividedBy(together[0]?.[0] as Judged, own, earlier)
      const divided = total && valuesOf(total)
      const counts = [...earlier, ...own].filter(isCount)
      const names = item.first ?? item.second
      // 公开35件……其他处理10件，公开和部分公开两项合计占办结数的50%: it names those that are together.
      if (!namesParts(share) && (wholeNamed ?? names ?? divided))
        return sharedBy(given, share, together, counts, wholeNamed ?? (names ? undefined : divided))
    }
    // 复议13件，占办结总数的13.8%: the words name a whole of another kind.
    const family = OF_REQUESTS.test(lead) ? 'requests' : (item.family ?? number?.item.family)
    const bySentence = number || together.length ? undefined : toldBefore(given, share, spoken)
    if (bySentence) return bySentence
    const isOfPast = isPast(own, at) || (number && isPast(own, own.indexOf(number)))
    if (isOfPast || (item.scope === 'none' && !number)) return []
    // 部分公开和……分别占12.8%和9.6%: what the second one is of was not read.
    const last = own[at - 1]
    if (!number && last && /^[、,和及与]+$/.test(lead) && last.item.first === item.first) return []
    // 公开类诉讼7件，占全部行政诉讼的21%: of cases that no table counts.
    const ofCases = /占[^,;]*(?:复议|诉)/.test(lead) && !/占[^,;]*公开/.test(lead)
    if (ofCases && number && leadOf(own, own.indexOf(number)).includes('公开')) return []
    const said = [...earlier, ...own].filter(
      (one) => isCount(one) && (!number || one.item.quantity?.unit === number.item.quantity?.unit),
    )
    // 不予公开11件，其中a 9件、b 2件，占办结量（88件）的12.5%: of the list that ends there as well as of its last part.
    const list =
      (number && OF_REQUESTS.test(lead)) || named
        ? partListsOf(own, earlier).find(({ parts }) => parts.at(-1) === number)
        : undefined
    const before = number ? undefined : namedBefore(given, share, own[at - 1]?.item.quantity?.end ?? 0)
    const parts = [
      ...together.map(sumOf),
      ...(list ? valuesOf(list.total) : []),
      ...(SUMMED.test(lead) ? sumsBefore(own, at) : []),
      ...(number ? fairOf(number.item, number) : []),
      ...(number?.item.family === 'cases' && family === 'requests' ? withBeside(own, number) : []),
      ...(inner ? [inner.item.value] : []),
      ...(number ? joinedTo(own, own.indexOf(number)) : []),
      ...(before ?? share.meanings.flatMap(({ amount }) => amount ?? [])),
    ]
    const others = said.filter((one) => one !== number)
    const places = placesOf(share)
    // 一季度20件、四季度36件。四季度占37.5%: the count stands somewhere before it, and any that fits may be meant.
    const pairs = (values: Judged[], wholes: number[]) =>
      values.some(({ item: { value } }) =>
        wholes.some(
          (whole) => value < whole && isRounded(item.value, (HUNDRED * value) / whole, places, false),
        ),
      )
    const guessed = (!number && !share.meanings.length) || has(share, 'partYear')
    if (guessed && pairs(said, wholesOf(given, family, said))) return []
    // 申请96件，住建局22件最多，网络占…: of others beside it that have no share of their own, where the decimals bear it out.
    const beside = said.filter(
      (one) => one.sentence === share.sentence && one !== number && !isShare(own[own.indexOf(one) + 1]),
    )
    const values = said.filter(({ sentence }) => sentence === share.sentence).map((one) => one.item.value)
    if (places > 0 && pairs(beside, values)) return []
    const rest = item.window.some(({ concept }) => concept === 'other' || concept === 'rest')
    if (!parts.length && rest && shares.length > 2 && share === shares.at(-1) && !number)
      parts.push(Number.NaN)
    if (!parts.length || (number && !others.length && !number.item.family)) return []
    const divided = number && BARE_SHARE.test(lead) ? dividedBy(number, own, earlier) : undefined
    // 自然人83件占86.46%，企业9件占9.38%: who asked is no part of others who did.
    const askers = [divided, number].map((one) => one?.item.second)
    const total = askers.every(Boolean) && String(askers[0]) !== String(askers[1]) ? undefined : divided
    const flows = total?.item.family === 'requests' && !total.item.second
    // The whole of the list; what stands nearer; and what that is itself a part of.
    const nearer = (one: Judged) =>
      one.item.start < (number?.item.start ?? 0) &&
      (one.item.start > (total?.item.start ?? 0) || one.item.value > (total?.item.value ?? 0))
    const beforeIt = total && earlier.includes(total) ? earlier : []
    const isOther = named || /占[^,;]{2,}的$/.test(lead)
    const series = isOther ? undefined : seriesOf(given, own, shares, share, others, total)
    const wholes =
      wholeNamed ??
      (total && !series?.length
        ? [
            ...valuesOf(total),
            ...(flows ? wholesOf(given, 'requests', []).slice(0, FLOWS) : []),
            ...others
              .filter((one) => beforeIt.includes(one) || nearer(one))
              .map(({ item: one }) => one.value),
          ]
        : (series ?? wholesOf(given, family, others)))
    // 公开信息1000条。网站400条、微信300条，网站占57.1%: of those that are told beside it as well.
    // 网站620条，微信380条。其中动态500条，占50%: of all that the sentence before tells.
    const ahead = said.filter((one) => earlier.includes(one))
    const sums = [...(again && number ? sumsWith(number, own.slice(0, at)) : []), sumOf(ahead)]
    const fair =
      parts.some((part) =>
        [...wholes, ...sums].some(
          (whole) => part <= whole && isRounded(item.value, (HUNDRED * part) / whole, places, all),
        ),
      ) ||
      (!total && !series && shares.length > 2 && Math.abs(sum - HUNDRED) <= shares.length * 10 ** -places)
    // 复议20宗、诉讼11宗，占申请（676份）的4.59%: several together, of a number in another unit.
    const ofSeveral = () =>
      places > 0 &&
      sumsBefore(own, at).some((part) =>
        own.some((one) => {
          const whole = one.item.value
          return (
            isCount(one) && part < whole && isRounded(item.value, (HUNDRED * part) / whole, places, false)
          )
        }),
      )
    if (fair || ofSeveral()) return [holdsIn(share)]
    const plainly = item.unknown < 2 || (number === own[at - 1] && saysTheSame(own, at))
    if (!plainly || item.quantity?.rough || (item.scope !== 'ours' && !(number && ofThing(share)))) return []
    if (rest && !number) {
      // 其他情况占19.2%: what the other shares leave.
      const left = HUNDRED - (sum - item.value)
      // 公开率50%，不予公开占9.6%，其余占40.4%: a rate that is told as well.
      const rates = own.some((one) => isShare(one) && !shares.includes(one))
      if (left <= 0 || shares.length < 3 || rates) return []
      const message = `正文：各项占比之外还剩 ${plain(Math.round(left * 100) / 100)}%，写作 ${plain(item.value)}%。`
      return [failsIn(share, [item.start, item.quantity?.end], message)]
    }
    const [part = 0] = parts
    const first =
      // 上年结转0件，其中予以公开5件，占62.5%: nothing is a part of none.
      (total?.item.value ? total : undefined) ??
      (number
        ? others.find(
            (one) => one.item.value >= part && (earlier.includes(one) || one.item.end <= number.item.start),
          )
        : undefined)
    // 1.网站1200条；2.微信800条，占40%: of both of them.
    if (open && !named && first && earlier.includes(first)) return []
    const closed = OF_CLOSED.test(lead) ? totalOf(given, ['outcomeTotal']) : undefined
    const likely = closed && wholes.includes(closed) ? [closed, ...wholes] : wholes
    const whole = (named ?? first)?.item.value ?? likely.find((one) => one >= part) ?? 0
    // 网站1260条、微信830条，分别占总数的57.3%和37.7%: of a total that nobody tells.
    const inTurn = shares.filter(
      (one) => one.item.segment === item.segment && Math.abs(own.indexOf(one) - at) < 2,
    )
    const told = own.slice(0, at).filter((one) => isCount(one) && one.item.segment === item.segment)
    const dealt = inTurn.length > 1 ? told : []
    const makesOne = wholesOf(given, 'requests', []).includes(sumOf(dealt))
    const isTold = named ?? others.some((one) => one.item.value > part && !dealt.includes(one))
    const untold = number && !number.item.family && !makesOne && !isTold
    if (part > whole || whole === 0 || untold || (part === whole && !number)) return []
    // 部门收71件、镇街41件，市直各局112件，其中资源局占13.1%: so far off it is of others, where several that no table has are told.
    const isOfElse = !wholeNamed && shares.length === 1 && amongOthers(own, number, [part, whole])
    const from = Math.min(number?.item.quantity?.start ?? item.start, item.start)
    return wrongShare(share, part, whole, from, { isOfElse })
  })
  // Another share that is wrong explains what is left.
  const wrong = judged.filter((one) => one.state === 'fails')
  return wrong.length > 1
    ? judged.filter((one) => one.state !== 'fails' || !one.message.includes('之外还剩'))
    : judged
}

export const percentRule: Rule = {
  id: 'narrative.percent',
  title: '占比和增长率',
  severity: 'verify',
  due: 'whenAnswered',
  source: ARITHMETIC,
  explanation: '“占……%”按句中和表中各个可能的合计计算，“同比增长……%”按上年报告计算；四舍五入和截尾都算对。',
  check: (given) =>
    sentencesOfReading(readingOf(given).judged).flatMap((spoken) => {
      const { own, earlier } = spoken
      const pasts = pastsOf(given, own)
      return [
        ...(own.some(isShare) ? [...sharesOf(given, spoken), ...ratesOf(given, own, earlier)] : []),
        ...pasts,
        ...trendsOf(given, own),
        ...(pasts.some(({ state }) => state === 'fails') ? [] : growthOf(given, own, earlier)),
      ]
    }),
  examples: [
    {
      title: '22 占 23',
      entries: {
        [`${T3}received.naturalPerson`]: '22',
        [`${T3}received.commercialEnterprise`]: '1',
        'overview.onRequest': '收到申请23件，其中自然人22件，占96.7%，企业1件。',
      },
      messages: ['正文：22 占 23 应为 95.65%，写作 96.7%。'],
    },
    {
      title: '198 不是 510 的 41.5%',
      entries: { 'overview.proactive': '发布信息510条，其中动态198条，占41.5%。' },
      messages: ['正文：198 占 510 应为 38.82%，写作 41.5%。'],
    },
    {
      title: '一项一行，都占前面的总数',
      entries: {
        'overview.proactive':
          '公开政府信息95条。其中：\n1.国土类38条，占40.00%；\n2.民政类21条，占22.11%；\n3.其他类36条，占38.79%。',
      },
      messages: ['正文：36 占 95 应为 37.89%，写作 38.79%。'],
    },
    {
      title: '截尾也对，合计在前一句也对',
      entries: { 'overview.proactive': '公开信息1453条。其中动态966条，占66.4%，公告487条。' },
      messages: [],
    },
    {
      title: '同比增长',
      entries: { [`${T3}received.naturalPerson`]: '30', 'overview.onRequest': '收到申请30件，同比增长80%。' },
      lastYear: { [`${T3}received.naturalPerson`]: '20' },
      messages: ['正文：30 比上年 20 增长应为 50.00%，写作 80%。'],
    },
  ],
}
