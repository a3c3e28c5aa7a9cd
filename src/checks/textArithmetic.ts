import { amountOf, type Claim, claimsIn } from './prose/claims'
import { kindOf, REQUEST_TOTALS } from './prose/kinds'
import { addsUp, type PartList, partListsOf } from './prose/lists'
import { quoted } from './prose/normalise'
import { type Quantity, quantitiesOf, sentencesOf } from './prose/quantities'
import { givenOfLastYear, lastYearOf } from './rules/figures'
import { inSection, proseName, type Written, writtenTexts } from './rules/texts'
import type { Failure, Given, Outcome, Rule } from './types'

const ARITHMETIC = '加得上、除得准'

/** Far less than the total: the list probably names some only. */
const MOST = 0.9

const plain = (value: number) => String(Math.round(value * 10_000) / 10_000)
/** As the clerk wrote it: 17万 stays 17万. */
const asWritten = ({ prose }: Written, { start, end }: Quantity) => quoted(prose, start, end)

export interface Listed {
  written: Written
  list: PartList
  fits: boolean
}

export const listsIn = (given: Given): Listed[] =>
  writtenTexts(given).flatMap((written) => {
    const quantities = quantitiesOf(written.prose)
    return partListsOf(written.prose).map((list) => ({
      written,
      list,
      fits: addsUp(written.prose.text, quantities, list),
    }))
  })

/** A fee list has two units side by side; narrative.fee-sum looks at it. */
const isFeeList = ({ written, list }: Listed): boolean =>
  written.address === 'other' &&
  /费/.test(written.prose.text.slice(Math.max(0, list.total.start - 40), list.total.start))

const isWanSlip = ({ total, sum, parts }: PartList): boolean =>
  total.wan && parts.every((part) => !part.wan) && Math.abs(sum * 10_000 - total.value) < 1e-6

const outcomeOf = ({ written, list }: Listed, failure: Failure | undefined): Outcome => {
  const place = { target: written.address, operands: [written.address] }
  if (!failure) return { ...place, state: 'holds' }
  const last = list.parts.at(-1) ?? list.total
  return {
    ...place,
    state: 'fails',
    ...failure,
    evidence: { [written.address]: quoted(written.prose, list.total.start, last.end) },
  }
}

export function partsFailure({ list, fits, written }: Listed): Failure | undefined {
  const { amount, sum, open, implied, total } = list
  if (fits || sum === amount || isWanSlip(list)) return undefined
  const shown = amount === total.value ? asWritten(written, total) : `${plain(amount)}${total.unit}`
  const less = sum < amount * MOST
  if (sum < amount && open) return undefined
  if (implied && (less || sum > amount / MOST)) return undefined
  const added = `正文：共 ${shown}，其中各项相加为 ${plain(sum)}`
  if (less) return { message: `${added}，可能未列全。`, severity: 'note' }
  return { message: `${added}，差 ${plain(Math.abs(sum - amount))}。` }
}

export const partsSum: Rule = {
  id: 'narrative.parts-sum',
  title: '合计与“其中”各项',
  severity: 'verify',
  due: 'whenAnswered',
  source: ARITHMETIC,
  explanation:
    '“共……，其中……”各项相加应等于合计。列举以“等”结尾的，只看有没有超过合计；各项远少于合计的，只作提示。',
  check: (given) =>
    listsIn(given)
      .filter((listed) => !isFeeList(listed))
      .map((listed) => outcomeOf(listed, partsFailure(listed))),
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
      title: '各项远少于合计',
      entries: { 'overview.proactive': '公开信息1335条，其中政策文件207条、规划计划200条。' },
      messages: ['正文：共 1335条，其中各项相加为 407，可能未列全。'],
    },
    {
      title: '以“等”结尾，单位不同',
      entries: {
        'overview.proactive':
          '公开信息107条，其中机构信息20条、工作动态30条等。发布解读9条，其中图解4件、文字5件。',
      },
      messages: [],
    },
    {
      title: '括号里的各项也要合得上',
      entries: { 'overview.proactive': '制作问答119期（市级47期、东城区50期、西城区23期）。' },
      messages: ['正文：共 119期，其中各项相加为 120，差 1。'],
    },
    {
      title: '两个数一起分',
      entries: { 'overview.onRequest': '新收申请20件，上年结转3件。其中自然人21件、企业2件。' },
      messages: [],
    },
  ],
}

/** Parts may stand in the next sentence, without 其中. */
const WAN_REACH = 200

function wanSlips({ address, prose }: Written): Outcome[] {
  const quantities = quantitiesOf(prose)
  return quantities.flatMap((total, i): Outcome[] => {
    if (!total.wan || total.unit === '元') return []
    const figure = total.value / 10_000
    const parts = quantities
      .slice(i + 1)
      .filter(({ unit, wan, start }) => unit === total.unit && !wan && start - total.end < WAN_REACH)
    let sum = 0
    const last = parts.find((part, n) => {
      sum += part.value
      return n > 0 && sum === figure
    })
    const place = { target: address, operands: [address] }
    if (!last) return [{ ...place, state: 'holds' }]
    return [
      {
        ...place,
        state: 'fails',
        message: `${quoted(prose, total.start, total.end)} 与各项之和 ${plain(figure)}${total.unit} 相差一万倍，是否多写“万”？`,
        evidence: { [address]: quoted(prose, total.start, total.end) },
      },
    ]
  })
}

export const unitWan: Rule = {
  id: 'narrative.unit-wan',
  title: '多写了“万”',
  severity: 'verify',
  due: 'whenAnswered',
  source: ARITHMETIC,
  explanation: '合计带“万”、各项不带，而各项相加正好是合计去掉“万”的数。',
  check: (given) => writtenTexts(given).flatMap(wanSlips),
  examples: [
    {
      title: '173769万条',
      entries: { 'overview.proactive': '公开信息173769万条，其中市级75656条、县级98113条。' },
      messages: ['173769万条 与各项之和 173769条 相差一万倍，是否多写“万”？'],
    },
    {
      title: '各项写在下一句',
      entries: { 'overview.proactive': '公开信息30万条。市级公开12条，县级公开18条。' },
      messages: ['30万条 与各项之和 30条 相差一万倍，是否多写“万”？'],
    },
    {
      title: '各项也是万',
      entries: { 'overview.proactive': '公开30万条，其中市级12万条、县级18万条。' },
      messages: [],
    },
  ],
}

/** 22件，占95.7%: the share, and the number it is the share of something. */
const SHARE = /占(?![地用道])[^,;。%\d]{0,20}?(\d+(?:\.\d+)?)%/g
const ONE_HUNDRED = 100

function shareFits(n: number, total: number, percent: string): boolean {
  const places = percent.split('.')[1]?.length ?? 0
  return total > 0 && Math.abs(Number(percent) - (ONE_HUNDRED * n) / total) <= 10 ** -places + 1e-9
}
const shareText = (n: number, total: number, percent: string): string =>
  ((ONE_HUNDRED * n) / total).toFixed(Math.max(2, percent.split('.')[1]?.length ?? 0))

function sharesIn(given: Given, written: Written): Outcome[] {
  const { prose, address } = written
  const quantities = quantitiesOf(prose)
  const lists = partListsOf(prose)
  return [...prose.text.matchAll(SHARE)].flatMap((match): Outcome[] => {
    const percent = match[1] ?? ''
    const n = [...quantities].reverse().find(({ end }) => end <= match.index)
    if (!n || n.rough || !/^[^\d。;]{0,12}$/.test(prose.text.slice(n.end, match.index))) return []
    const list = lists.find(({ parts }) => parts.some(({ start }) => start === n.start))
    if (!list) return []
    // Whatever the paragraph or table 3 has as a sum may be what the share is of.
    const others = quantities.filter(({ unit, value }) => unit === n.unit && value >= n.value)
    const sums = Object.keys(REQUEST_TOTALS).flatMap((key) => Number(amountOf(given, kindOf(key)) ?? []))
    const totals = [list.amount, ...others.map(({ value }) => value), ...sums]
    const place = { target: address, operands: [address] }
    if (totals.some((total) => shareFits(n.value, total, percent))) return [{ ...place, state: 'holds' }]
    return [
      {
        ...place,
        state: 'fails',
        message: `正文：${plain(n.value)} 占 ${plain(list.amount)} 应为 ${shareText(n.value, list.amount, percent)}%，写作 ${percent}%。`,
        evidence: { [address]: quoted(prose, n.start, match.index + match[0].length) },
      },
    ]
  })
}

const GROWTH =
  /^[^。;\d]{0,10}?(?:同比|较上年|比上年|较去年|比去年|与上年相比|与去年相比)(?:同期)?,?(?:有所)?(增长|增加|上升|提高|提升|上涨|下降|减少|降低)了?(?:约)?(\d+(?:\.\d+)?)%/

/** 同比增长70.3%: against the same cells of last year's report, as far as it is loaded. */
function growthOf(given: Given, claim: Claim): Outcome[] {
  const lastYear = givenOfLastYear(given)
  const rest = given
    .text(claim.address)
    .slice(claim.end, claim.end + 60)
    .normalize('NFKC')
  const match = GROWTH.exec(rest.replace(/\s/g, ''))
  if (!lastYear || !match || claim.state !== 'agrees' || claim.rough) return []
  const [, direction = '', percent = ''] = match
  const sign = /下降|减少|降低/.test(direction) ? -1 : 1
  const comparable = claim.meanings.flatMap(({ kind, amount }) => {
    const then = amountOf(lastYear, kind)
    return then && amount === BigInt(claim.value) ? [{ kind, before: Number(then) }] : []
  })
  const growth = (then: number) => (sign * ONE_HUNDRED * (claim.value - then)) / then
  const places = percent.split('.')[1]?.length ?? 0
  const place = { target: claim.address, operands: [claim.address] }
  const [first] = comparable
  if (!first) return []
  if (comparable.some((one) => Math.abs(growth(one.before) - Number(percent)) <= 10 ** -places + 1e-9))
    return [{ ...place, state: 'holds' }]
  return [
    {
      ...place,
      state: 'fails',
      message: `正文：${plain(claim.value)} 比上年 ${plain(first.before)} ${direction}应为 ${growth(first.before).toFixed(Math.max(2, places))}%，写作 ${percent}%。`,
      evidence: {
        [claim.address]: `${claim.phrase}${match[0]}`,
        ...lastYearOf(given)?.evidence(first.kind.cells),
      },
    },
  ]
}

export const percentRule: Rule = {
  id: 'narrative.percent',
  title: '占比和增长率',
  severity: 'verify',
  due: 'whenAnswered',
  source: ARITHMETIC,
  explanation: '“占……%”按合计计算，“同比增长……%”按上年报告计算；四舍五入和截尾都算对。',
  check: (given) => [
    ...writtenTexts(given).flatMap((written) => sharesIn(given, written)),
    ...claimsIn(given).flatMap((claim) => growthOf(given, claim)),
  ],
  examples: [
    {
      title: '22 占 23',
      entries: {
        'tables.requests.received.naturalPerson': '22',
        'tables.requests.received.commercialEnterprise': '1',
        'overview.onRequest': '收到申请23件，其中自然人22件，占96.7%，企业1件。',
      },
      messages: ['正文：22 占 23 应为 95.65%，写作 96.7%。'],
    },
    {
      title: '截尾也对',
      entries: { 'overview.proactive': '公开信息1453条，其中动态966条，占66.4%，公告487条。' },
      messages: [],
    },
    {
      title: '同比增长',
      entries: {
        'tables.requests.received.naturalPerson': '30',
        'overview.onRequest': '收到申请30件，同比增长80%。',
      },
      lastYear: { 'tables.requests.received.naturalPerson': '20' },
      messages: ['正文：30 比上年 20 增长应为 50.00%，写作 80%。'],
    },
  ],
}

/** 审计信息专栏公开20条: a channel, a deed and a number that another part of the report may give again. */
const CHANNEL =
  /([\u4e00-\u9fa5“”"]{2,20}(?:专栏|栏目|网站|公众号|微信|微博|抖音|客户端|头条|公报|专区|新媒体))(?:平台|账号)?(?:上|全年|累计|共|共计|主动)*(公开|发布|推送|刊发|更新)(?:了)?([\u4e00-\u9fa5]{0,6}?)(?:共|共计|累计)*$/
const VAGUE = /上半年|下半年|季度|月|累计至|历年|以来|其中|区县|各/

interface Said {
  written: Written
  quantity: Quantity
  noun: string
  key: string
}
/** 管委会网站审计信息栏目 and 审计信息专栏 are one: the last name counts, without what kind of place it is. */
const channelKey = (channel: string) =>
  channel
    .replace(/[“”"]/g, '')
    .replace(/^.*?(?:通过|利用|依托|在|以|借助|,)/, '')
    .replace(/^.*(?:网站|平台|门户)(?=.{2,})/, '')
    .replace(/^(?:[我本全][省市县区局镇乡]|政府)/, '')

const channelClaims = (given: Given): Said[] =>
  inSection(given, writtenTexts(given), 'overview').flatMap((written) => {
    const { text } = written.prose
    return quantitiesOf(written.prose).flatMap((quantity): Said[] => {
      if (quantity.rough) return []
      const clause = text
        .slice(Math.max(0, quantity.start - 40), quantity.start)
        .replace(/^.*[,;。:(\n]/s, '')
      const match = CHANNEL.exec(clause)
      if (!match || VAGUE.test(clause)) return []
      const [, channel = '', deed = '', thing = ''] = match
      const noun = channelKey(channel)
      return [
        {
          written,
          quantity,
          noun,
          key: [
            noun.replace(/专栏$|栏目$/, ''),
            deed,
            thing.replace(/^(?:各类|政府|政务)*/, ''),
            quantity.unit,
          ].join(' '),
        },
      ]
    })
  })

/** 未开设政务新媒体, while another part counts what it published. */
const ABSENT =
  /(?:未|没有|无)(?:开设|开通|建立|注册|设立)[^,;。]{0,6}(政务新媒体|微信公众号|公众号|微博|门户网站)/

function contradictions(given: Given): Outcome[] {
  const texts = inSection(given, writtenTexts(given), 'overview')
  return texts.flatMap((written): Outcome[] =>
    sentencesOf(written.prose.text).flatMap((sentence): Outcome[] => {
      const absent = ABSENT.exec(sentence.text)?.[1]
      if (!absent) return []
      const published = new RegExp(`${absent}[^,;。]{0,8}(?:发布|推送|公开)[^,;。\\d]{0,8}\\d+条`)
      const other = texts
        .map((text) => ({ text, match: published.exec(text.prose.text) }))
        .find(({ match }) => match)
      if (!other?.match) return []
      return [
        {
          target: written.address,
          operands: [...new Set([written.address, other.text.address])],
          state: 'fails',
          severity: 'note',
          message: `${proseName(given.edition, written.address)}写“${ABSENT.exec(sentence.text)?.[0]}”，${proseName(given.edition, other.text.address)}又写“${other.match[0]}”。`,
          evidence: { [written.address]: absent },
        },
      ]
    }),
  )
}

export const innerConflict: Rule = {
  id: 'narrative.inner-conflict',
  title: '正文前后一致',
  severity: 'verify',
  due: 'whenAnswered',
  source: '通读',
  explanation: '同一个栏目、网站、账号的发布数在两处写得不同。',
  check: (given) => {
    const said = channelClaims(given)
    const first = new Map<string, Said>()
    const conflicts = said.flatMap((one): Outcome[] => {
      const before = first.get(one.key)
      if (!before) first.set(one.key, one)
      if (!before || before.written === one.written || before.quantity.value === one.quantity.value) return []
      const name = ({ written }: Said) => proseName(given.edition, written.address).replace('正文', '')
      const figure = ({ quantity }: Said) => `${plain(quantity.value)}${quantity.unit}`
      return [
        {
          target: before.written.address,
          operands: [before.written.address, one.written.address],
          state: 'fails',
          message: `正文${name(before)}写 ${figure(before)}，${name(one)}写 ${figure(one)}，说的都是“${one.noun}”。`,
          evidence: {
            [before.written.address]: figure(before),
            [one.written.address]: figure(one),
          },
        },
      ]
    })
    return [...conflicts, ...contradictions(given)]
  },
  examples: [
    {
      title: '同一个专栏，两个数',
      entries: {
        'overview.proactive': '通过审计信息专栏公开20条。',
        'overview.platform': '审计信息专栏公开16条。',
      },
      messages: ['正文（一）写 20条，（四）写 16条，说的都是“审计信息专栏”。'],
    },
    {
      title: '没有开设，却有发布',
      entries: {
        'overview.proactive': '政务新媒体发布5条。',
        'overview.platform': '本机关未开设政务新媒体账号。',
      },
      messages: ['正文（四）写“未开设政务新媒体”，正文（一）又写“政务新媒体发布5条”。'],
    },
    {
      title: '栏目和专栏是一个',
      entries: {
        'overview.proactive': '我局通过管委会网站审计信息栏目公开信息20条。',
        'overview.platform': '全年通过审计信息专栏公开政府信息16条。',
      },
      messages: ['正文（一）写 20条，（四）写 16条，说的都是“审计信息专栏”。'],
    },
    {
      title: '两个不同的专栏',
      entries: {
        'overview.proactive': '通过审计信息专栏公开20条。',
        'overview.platform': '财政信息专栏公开16条。',
      },
      messages: [],
    },
  ],
}

const FEE_UNITS = ['元', '件']

/** Section six: 共25件2950元，其中甲局1件420元…; each unit adds up on its own. */
function feeSums(written: Written): Outcome[] {
  const { prose, address } = written
  const quantities = quantitiesOf(prose)
  return sentencesOf(prose.text).flatMap((sentence): Outcome[] => {
    const marker = sentence.text.search(/其中|[:(]/)
    if (marker < 0 || !/费/.test(sentence.text)) return []
    const at = sentence.start + marker
    const own = quantities.filter(({ start }) => start >= sentence.start && start < sentence.end)
    return FEE_UNITS.flatMap((unit): Outcome[] => {
      const total = own.filter((one) => one.unit === unit && one.end <= at).at(-1)
      const parts = own.filter((one) => one.unit === unit && one.start >= at)
      if (!total || parts.length < 2 || total.rough || parts.some(({ rough }) => rough)) return []
      const sum = Math.round(parts.reduce((all, { value }) => all + value, 0) * 100) / 100
      const place = { target: address, operands: [address] }
      if (sum === total.value) return [{ ...place, state: 'holds' }]
      const difference = plain(Math.abs(sum - total.value))
      const what = unit === '元' ? '信息处理费共' : '收费共'
      return [
        {
          ...place,
          state: 'fails',
          message: `${what} ${plain(total.value)} ${unit}，各单位相加 ${plain(sum)} ${unit}，差 ${difference} ${unit}。`,
          evidence: { [address]: quoted(prose, total.start, parts.at(-1)?.end ?? total.end) },
        },
      ]
    })
  })
}

export const feeSum: Rule = {
  id: 'narrative.fee-sum',
  title: '信息处理费的合计',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办函〔2020〕109号',
  explanation: '第六部分分单位写收费的，件数和金额各自加得上。',
  check: (given) => inSection(given, writtenTexts(given), 'other').flatMap(feeSums),
  examples: [
    {
      title: '金额差 10 元',
      entries: {
        other:
          '共收取信息处理费25件2950元，其中甲局1件420元、乙局2件290元、丙局15件1500元、丁局1件140元、戊局6件590元。',
      },
      messages: ['信息处理费共 2950 元，各单位相加 2940 元，差 10 元。'],
    },
    {
      title: '宿迁市 2023 年：2950＝420＋290＋1500＋140＋600',
      entries: {
        other:
          '共收取信息处理费25件2950元，其中甲局1件420元、乙局2件290元、丙局15件1500元、丁局1件140元、戊局6件600元。',
      },
      messages: [],
    },
  ],
}
