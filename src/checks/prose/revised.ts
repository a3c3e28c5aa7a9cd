import { type Item, NAMED, says } from './items'
import { WAYS } from './listWords'
import type { Token } from './tokens'

/* What an item counts, once its neighbours are known. */

const WITHDRAWN =
  /(?:申请人|申请者|当事人)(?:主动|自愿|自行|要求|书面)*撤[回销]|(?:主动|自愿|自行)撤销|撤[回件]|撤销申请|终止(?:办理|处理)/
/** 答复31件、申请人撤回7件: beside applications, and where no case is spoken of, how one of them ended. */
export function withdrawn(items: Item[], tokens: Token[], text: string): void {
  items.forEach((item, i) => {
    const asked = items.slice(0, i).some(({ family }) => family === 'requests')
    const ofCases = tokens.some(({ concept, start }) => concept === 'case' && start < item.end)
    if (!item.quantity || item.family !== 'cases' || item.first || !asked || ofCases) return
    if (!WITHDRAWN.test(text.slice(items[i - 1]?.end ?? 0, item.end))) return
    const first = [['outcome.other.other'], ['outcome.other']]
    Object.assign(item, { family: 'requests', first, second: undefined, part: true })
  })
}

const ALL_BODIES = /^各(?:级|行政|承办|有关|相关)*(?:部门|单位|机关)$/
/** 全市收到96件，各部门按期答复94件: all of them answered what came to all, where no other body is told of. */
export function answeredByAll(items: Item[], tokens: Token[], text: string): void {
  const [body, ...others] = tokens.filter(({ concept }) => concept === 'body')
  if (!body || others.length || !ALL_BODIES.test(text.slice(body.start, body.end))) return
  const came = items.find(
    (one) => one.scope === 'ours' && says(one, 'whole') && one.first?.flat().includes('received'),
  )
  const own = items.filter(({ ofBody, segment }) => ofBody === body.start + 1 && segment === came?.segment)
  const [first] = own
  if (!first || !names(first, 'outcomeTotal') || text.slice(body.end).includes('其余')) return
  for (const one of own)
    Object.assign(one, { scope: 'ours', ofBody: 0, window: one.window.filter((token) => token !== body) })
}

/** Beside cases of the year before that were still pending. */
const LEFT_OPEN = /(?:另有|另外|不含|此外)[^,;。]{0,4}(?:上|去)一?年度?(?:末|底)?(?:尚?未|结转|转入|遗留)/
/** Verbs that are said of applications, documents and cases alike count what the clause before them counts. */
export function turned(items: Item[], text: string): void {
  items.forEach((item, i) => {
    const before = items[i - 1]
    const phrase = text.slice(item.start, item.end)
    const around = text.slice(Math.max(before?.end ?? 0, item.start - 16), item.end)
    if (
      item.family === 'cases' &&
      item.scope === 'ours' &&
      !says(item, 'sum') &&
      (/新(?:发生|增|收|引发)|当年|上年|上一年/.test(around.slice(-4 - phrase.length)) ||
        // 新发生复议9件、诉讼3件; 复议9件（另有上年未结2件）: of this year alone.
        (before?.family === 'cases' && before.scope === 'part' && before.segment === item.segment) ||
        items.some(({ start, end }) => start > item.start && LEFT_OPEN.test(text.slice(item.end, end))))
    )
      item.scope = 'part'
    if (item.family === 'documents') {
      // 以本机关名义: all that the table counts, unless others are spoken of.
      const [name = ''] = NAMED.exec(around) ?? []
      const at = text.indexOf(name)
      const own = item.window.some(
        ({ concept, start }) => concept === 'whole' && start > at && start < at + name.length,
      )
      const documentOf = (one: Item) =>
        items.filter(({ family, first, end }) => family === 'documents' && first && end <= one.end).at(-1)
          ?.first
      const others = () =>
        // 以市政府或办公室名义: in both of its names.
        /其中|办公室|部门/.test(own || /政府[或和与及、]/.test(name) ? text.replace(name, '') : text) ||
        items.some(
          (one) =>
            one !== item &&
            String(one.second) === String(item.second) &&
            String(documentOf(one)) === String(item.first),
        )
      if (name && others()) item.scope = 'none'
      // 清理120件，保留106件: of those that were looked through.
      if (/保留(?!有效)/.test(phrase) && /清理/.test(text) && !/年[底末]/.test(around)) item.scope = 'none'
    }
    if (item.family !== 'requests' || !item.first || item.second || says(item, 'request')) return
    const flow = item.first[0]?.[0]
    if (/审结/.test(phrase)) item.scope = 'none'
    if (/新增/.test(phrase) && /有效|规范性文件/.test(text))
      Object.assign(item, { family: 'documents', first: undefined, second: [['issued']] })
    // 行政诉讼方面，新收案件7件: of the cases that the clause before it has announced.
    const announced = item.lead.at(-1)
    if (announced?.concept === 'case' && announced.start >= (before?.end ?? 0) && flow === 'received') {
      // An organ may speak of cases that it reviews, or of those of this year alone.
      const ours = /公开|起诉/.test(text) && /案/.test(text.slice(announced.end, item.end))
      const loose = item.loose || !ours || /结转|上年/.test(text)
      Object.assign(item, { family: 'cases', first: undefined, second: [['total']], loose })
      return
    }
    if (!before?.family || before.segment !== item.segment || before.bracket !== item.bracket) return
    if (before.family !== 'cases') return
    if (flow === 'outcomeTotal' || flow === 'carriedForward')
      Object.assign(item, {
        family: 'cases',
        first: undefined,
        second: [[flow === 'outcomeTotal' ? 'closed' : 'pending']],
      })
    // 维持2件，另1件作其他处理.
    else if (item.first.flat().every((key) => /^outcome\.other(?:\.other)?$/.test(key)))
      Object.assign(item, { family: 'cases', first: undefined, second: [['otherResult']] })
    // 行政复议13件，其中上年结转3件、本年新收10件.
    else if (flow && !flow.startsWith('outcome'))
      Object.assign(item, { family: 'cases', first: undefined, second: undefined, scope: 'none' })
  })
}

const NOT_HELD = 'outcome.unavailable.notHeld'
const TO_MAKE = 'outcome.unavailable.requiresCreation'
/** 不掌握17件、未制作2件: what was not made is some of what is not held, unless that stands beside it and nothing else is to be made. */
function notMade(items: Item[], text: string): void {
  if (items.some((one) => names(one, TO_MAKE))) return
  const held = items.find((one) => one.quantity && !one.part && names(one, NOT_HELD))
  for (const item of items)
    if (
      held &&
      item.part &&
      String(item.first) === String([[NOT_HELD], [TO_MAKE]]) &&
      /制作/.test(text.slice(item.start, item.end)) &&
      held.bracket === item.bracket &&
      held.segment === item.segment &&
      !/其中|[含包]/.test(text.slice(held.end, item.end))
    )
      item.part = false
}

const GRANTED = 'outcome.granted'
const PARTIALLY = 'outcome.partiallyGranted'
const WITH_PART = /^\((?:含|包[含括]|其中)[^()\d]*(?:部分公开|区分)[^()\d]*\)/
const UNDISCLOSED = /\d件?未(?:予以?|能)?公开|未(?:予以?|能)?公开(?:答复)?的?\d/
const names = ({ first }: Item, key: string) => first?.length === 1 && String(first[0]) === key
/** 公开47件（其中部分公开12件）: what has the part in it may be both rows together. */
export function withPart(items: Item[], text: string): void {
  notMade(items, text)
  items.forEach((item, i) => {
    // 申请101件待办（含上年结转5件）: all that there was to do.
    // 除11件需结转外，其余（含上年结转5件）: the bracket of another number.
    const opens = /^[^,;()]*\(/.test(text.slice(item.quantity?.end ?? 0))
    if (
      opens &&
      names(item, 'carriedForward') &&
      items.some((one) => one.outer === item && names(one, 'carriedOver'))
    )
      item.first = [['received', 'carriedOver'], ['received']]
    // 在办申请101件：承接上年5件，当年新到96件.
    const next = items[i + 1]
    if (
      names(item, 'carriedForward') &&
      next &&
      names(next, 'carriedOver') &&
      /^:/.test(text.slice(item.end))
    )
      item.first = [['received', 'carriedOver'], ['received']]
    // 收到101件（含上年结转5件）.
    const holds = item.quantity && /^\(含/.test(text.slice(item.quantity.end))
    if (
      holds &&
      names(item, 'received') &&
      !item.second &&
      items.some((one) => one.outer === item && names(one, 'carriedOver'))
    )
      item.first = [['received'], ['received', 'carriedOver']]
    // 办理96件；上年结转5件，结转下年7件: this year's, beside those of the years around it.
    const follows = (key: string) =>
      items.some((one) => one.start > item.start && names(one, key) && !one.second && one.quantity)
    if (
      !item.second &&
      String(item.first) === 'outcomeTotal,received,carriedOver' &&
      follows('carriedOver') &&
      follows('carriedForward') &&
      !items.some((one) => names(one, 'received'))
    )
      item.first = [...(item.first ?? []), ['received']]
    // 收到22件（新收20件，上年结转2件）: with what was carried over.
    const near = items.filter((one) => one.outer === item || one.segment === item.segment)
    const both = (key: string) =>
      near.filter((one) => one.start > item.start && !one.second && names(one, key)).map(({ value }) => value)
    if (
      !item.second &&
      names(item, 'received') &&
      both('received').some((a) => both('carriedOver').some((b) => a + b === item.value))
    )
      item.first = [['received', 'carriedOver'], ['received']]
    if (item.second || !names(item, GRANTED)) return
    // 予以公开17件（含区分处理后公开的）.
    if (item.quantity && WITH_PART.test(text.slice(item.quantity.end))) item.first = [[GRANTED, PARTIALLY]]
    // 公开30件、未公开10件: in whole or in part.
    if (UNDISCLOSED.test(text)) item.first = [[GRANTED, PARTIALLY], [GRANTED]]
    const part = items.slice(i + 1, i + 3).find((one) => names(one, PARTIALLY) && !one.second)
    if (!part?.quantity || part.value > item.value) return
    const inside = part.outer === item || /其中|[含包]|中,/.test(text.slice(item.end, part.start + 2))
    if (inside) item.first = [[GRANTED, PARTIALLY], [GRANTED]]
  })
}

/** 20件在法定期限内办理: so many in time, and maybe others later, where all is not said and nothing is left. */
export function inTime(items: Item[], text: string): void {
  for (const item of items) {
    const behind = item.quantity && text.slice(item.quantity.end, item.end)
    if (behind && IN_TIME.test(behind) && !items.some((one) => names(one, 'carriedForward'))) item.part = true
  }
}
const IN_TIME = /^(?:申请)?在(?:法定|规定)的?(?:期限|时限|时间)之?内[办答处完]/

const OF_YEAR = /年|同期/
const THIS_YEAR = /今年|本年/
/** 申请量较2022年（新收80件）增长20%: what stands in brackets behind another year is that year's. */
export function ofYearBefore(items: Item[], tokens: Token[], text: string): void {
  const years = tokens.filter(
    ({ concept, start, end }) =>
      (concept === 'compare' || concept === 'otherYear') &&
      text.charAt(end) === '(' &&
      OF_YEAR.test(text.slice(start, end)),
  )
  for (const item of items)
    for (const { end } of years) {
      const inside = item.bracket && item.start > end && !text.slice(end, item.start).includes(')')
      if (inside && !THIS_YEAR.test(text.slice(end, item.end))) item.scope = 'none'
    }
}

/**
 * 受理线上申请71件，办结67件；受理线下申请12件，办结12件: each way has its own answers, where two parts of a sentence begin with
 * a way and none with all of them.
 */
export function byWay(items: Item[], text: string): void {
  const flows = items.filter(
    ({ quantity, family, first, second }) => quantity && family === 'requests' && first && !second,
  )
  const heads = flows.filter((item, i) => flows[i - 1]?.segment !== item.segment)
  const ways = heads.filter((item) => says(item, 'aside') && WAYS.test(text.slice(item.start, item.end)))
  if (ways.length < 2 || ways.length < heads.length) return
  for (const item of flows)
    if (item.scope === 'ours' && !says(item, 'whole') && !says(item, 'sum')) item.scope = 'part'
}
