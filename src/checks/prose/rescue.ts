import type { Given } from '../types'
import { besideItself, ITSELF, inWider, tokenText, WIDER } from './circles'
import { totalOf } from './figures'
import { NAMED, says } from './items'
import { FLOW, fits, isFlow } from './meanings'
import { MADE_INTO } from './notOurs'
import { isOwnSum } from './ownSums'
import {
  askedOfEach,
  type Beside,
  besideFlows,
  heldTogether,
  leftOver,
  madePublic,
  ofSomeAskers,
  partOfSum,
  saidAround,
  toldNo,
  withNext,
} from './rescueBeside'
import {
  addedUp,
  amongOthers,
  balancesItself,
  cameIn,
  dividesTold,
  inOneGroup,
  keptBeside,
  lessOthers,
  takenOver,
  withOthers,
} from './rescueSums'
import type { Item } from './sentence'
import { ofSubset } from './subsets'
import { isLeft, leftByRows, type Verdict } from './sums'

/** What an item counts, as one word. */
const itemNames = new WeakMap<Item, string>()
function nameOf(item: Item): string {
  let name = itemNames.get(item)
  if (name === undefined) {
    name = JSON.stringify([item.family, item.first, item.second])
    itemNames.set(item, name)
  }
  return name
}

/** What makes cases and documents those of the tables. */
const SPECIFIC = /公开|规范性|规章|正式|实际|最终|符合|计入/
/** 收到22件，全部予以公开: of what was received, where all that was answered was answered so, with what was carried over. */
function allAnswered(given: Given, item: Item, verdict: Verdict): boolean {
  const received = item.window.some(({ word }) => word.keys?.[0]?.[0] === 'received')
  if (!received || !says(item, 'all')) return false
  const answered = totalOf(given, ['outcomeTotal'])
  return (
    answered !== undefined &&
    verdict.meanings.some((one) => one.first[0]?.startsWith('outcome.') && one.amount === answered) &&
    totalOf(given, ['received']) === item.value
  )
}

/** 收到申请10件以上的部门有3个: which of them. */
const OR_MORE = /^及?以上的?(?:单位|部门|机关|申请人|企业|乡镇|街道|[县市区])/

/** 共受理37件，其中新收35件，上年结转2件: with those that had waited they are all of it. */
const withCarried = (items: Item[], at: number) =>
  String(items[at]?.first) === 'received' &&
  items[at + 1]?.segment === items[at]?.segment &&
  items[at + 1]?.first?.every(([key]) => key === 'carriedOver') === true

const REST_ELSEWHERE =
  /^[^;]*,(?:其[余他它]|余下|剩余|剩下)(?:的|均|都|则|全部|申请|事项)*(?:由[^,;\d]*(?:办|处理|答复|受理|代为|负责|检索)|(?:按|依|根据)[^,;\d]*(?:分办|分送|交|转)|(?:按(?![时期规要程])|依(?![法规])|根据)[^,;\d]*(?:办理|答复)|[分转交移批](?:送|办|由|至|给|交|请|往|相关|有关|各))/
const REVISED = /修[改订正]/
const BOTH_KINDS = /复议[^,;\d]{0,6},[^,;\d]*诉讼[^,;\d]*$/
/** 复议26件、诉讼19件，因信息公开引起的只占一部分: they are of all kinds. */
const PARTLY_OURS = /^[^;]*,(?:其中)?(?:因|涉|由)[^,;]*信息公开[^,;]*(?:占|部分)/
const MOST_ITEMS = 120

/** A figure of the sentence that another one explains: carried ones counted in, parts of one figure, what is left over. */
export function rescued(
  given: Given,
  at: number,
  items: Item[],
  verdicts: Verdict[],
  text: string,
  next?: { text: string; items: Item[] },
): boolean {
  // Of a sentence with more numbers than any report has nothing is said: the work would grow faster than they.
  if (items.length > MOST_ITEMS || allAnswered(given, items[at] as Item, verdicts[at] as Verdict)) return true
  if (toldNo(given, items, at, text) || madePublic(given, items[at] as Item, text)) return true
  const divides = /其中|包括|居前|[最较]多|前[两三五十]/.test(text)
  const item = items[at] as Item
  const verdict = verdicts[at] as Verdict
  const amounts = verdict.meanings.flatMap(({ amount }) => amount ?? [])
  if (saidAround(item, items[at + 1], amounts, text)) return true
  const numbers = items
    .map((other, i) => ({ other, i }))
    .filter(({ other, i }) => i !== at && other.quantity && other.quantity.unit !== '%')
  const flows = verdict.meanings.some(({ first }) => first.some((key) => FLOW.has(key)))
  if (heldTogether(item, items, amounts)) return true
  // Parts of one figure: two bodies, two halves of the year, two everyday words for one row.
  const name = nameOf
  // 全市收到2100件，本办收到15件: two bodies, of which the table may mean either.
  const bodies = (one: Item) => one.window.some(({ concept }) => concept === 'whole' || concept === 'body')
  const sums = item.window.some(({ concept }) => concept === 'sum')
  // 县政府新收5件，予以公开3件；各部门新收12件，予以公开7件: each tells its own part of one figure.
  const itsOwn = items.some(
    (one) =>
      one.segment === item.segment && tokenText(one, text, ['whole']).some((word) => !WIDER.test(word)),
  )
  // 全区共办理804件，其中区政府本级206件.
  const ofAll =
    /其中/.test(text.slice(item.end)) && tokenText(item, text, ['whole']).some((word) => WIDER.test(word))
  const aBody = (one: Item) =>
    one.ofBody > 0 && one.scope !== 'none' && !one.loose && amounts.some((amount) => one.value < amount)
  const again =
    flows && !sums
      ? numbers.filter(
          ({ other, i }) =>
            name(other) === name(item) &&
            other.value !== item.value &&
            other.scope !== 'none' &&
            bodies(other) &&
            (verdicts[i]?.state === 'agrees' || !besideItself(item, other, text)),
        )
      : []
  // 全区受理96件，结转下年7件，区政府本级受理35件，结转2件: what stands beside one of them is the table's, and nothing beside the other.
  const besides = (one: Item) => {
    const from = items.indexOf(one) + 1
    const to = items.findIndex((next, i) => i >= from && bodies(next))
    return items.slice(from, to < 0 ? items.length : to)
  }
  const agreeing = (one: Item) =>
    besides(one).some(
      (next) =>
        next.value > 0 &&
        next.segment === one.segment &&
        isFlow(next) &&
        verdicts[items.indexOf(next)]?.state === 'agrees',
    )
  const agreesBeside = (other: Item) => other.start > item.start && agreeing(item) && !agreeing(other)
  // 市本级40件，县区56件，全市共96件: what adds up to the figure of the table leaves no other to all of them.
  const others = numbers.filter(({ other }) => other.scope === 'part' && name(other) === name(item))
  const added = others.reduce((all, { other }) => all + other.value, 0)
  if (others.length > 1 && says(item, 'whole') && amounts.includes(added)) return false
  if (
    again.some(
      ({ other, i }) =>
        verdicts[i]?.state === 'agrees' ||
        (other.segment === item.segment && !divides && !agreesBeside(other)) ||
        (aBody(other) && itsOwn && !ofAll),
    )
  )
    return true
  if (
    itsOwn &&
    numbers.some(({ other }) => aBody(other) && other.segment !== item.segment && name(other) === name(item))
  )
    return true
  // 委机关承办611件，其余由所属单位办理: a part of them.
  const elsewhere =
    REST_ELSEWHERE.test(text.slice(item.end)) && amounts.every((amount) => item.value < amount)
  if (flows && elsewhere) return true
  if (ofSubset(at, items, verdicts, amounts, text)) return true
  if (item.family === 'cases' && PARTLY_OURS.test(text.slice(item.end))) return true
  if ((flows || item.family === 'cases') && inWider(item, numbers, verdicts, text, next)) return true
  // 废止27件，其中到期失效19件、提前废止8件; 187件（96件均已答复）: parts of what was told, and what is told again.
  const told = numbers.filter(
    ({ other, i }) =>
      i < at && verdicts[i]?.state === 'agrees' && other.quantity?.unit === item.quantity?.unit,
  )
  const between = (other: Item) => text.slice(other.quantity?.end, item.quantity?.start)
  const figure = verdict.meanings[0]?.figure
  const isPartOf = ({ other, i }: (typeof numbers)[number]) =>
    i < at &&
    figure !== undefined &&
    verdicts[i]?.meanings[0]?.figure === figure &&
    other.value >= item.value &&
    !withCarried(items, at) &&
    /(?:其中|包[括含]|[(,]含(?!有))[^()]*$/.test(between(other)) &&
    (verdicts[i]?.state === 'agrees' || !tokenText(item, text, ['whole']).some((word) => ITSELF.test(word)))
  if (
    numbers.some(isPartOf) ||
    (says(item, 'all') &&
      told.some(({ other }) => other.value === item.value && /^[,(]$/.test(between(other))))
  )
    return true
  // 公开规章19件（含新制定6件，修改13件）: a part of what the bracket divides, and not all that was made.
  const revised = numbers.some(
    ({ other }) => other.bracket === item.bracket && REVISED.test(text.slice(other.start, other.end)),
  )
  if (item.bracket && revised && String(item.second) === 'issued' && amounts.some((one) => item.value <= one))
    return true
  // 公开119件、不予公开6件、无法提供等其他情形43件: all that the rows before it leave.
  // 公开47件、不予公开9件: with what is public in part, where that is not told apart.
  const [granted] = verdict.meanings
  const inPart = granted && String(granted.first) === 'outcome.granted' && !/部分|区分|可公开/.test(text)
  if (
    inPart &&
    item.value === (granted.amount ?? Number.NaN) + (totalOf(given, ['outcome.partiallyGranted']) ?? 0)
  )
    return true
  if (isLeft(item) && fits(item, leftByRows(given, verdicts.slice(0, at)))) return true
  // 收到申请书90份，拆分后为96件: counted as what they were made into, or as what they were made of.
  const madeInto = (end: number | undefined) => MADE_INTO.test(text.slice(0, end))
  const isOther = ({ other, i }: (typeof numbers)[number]) =>
    amounts.includes(other.value) &&
    (i > at ? madeInto(other.quantity?.start) : madeInto(item.quantity?.start))
  if (numbers.some(isOther)) return true
  const [meant] = verdict.meanings
  // 受理复议8件，其中涉及信息公开2件; 废止文件25件，其中规范性文件2件: the wider figure is of no table.
  const narrower = numbers.some(
    ({ other, i }) =>
      i > at &&
      other.value < item.value &&
      verdicts[i]?.state === 'agrees' &&
      verdicts[i].meanings[0]?.figure === meant?.figure &&
      SPECIFIC.test(text.slice(items[i - 1]?.quantity?.end ?? 0, other.end)),
  )
  if (narrower && !SPECIFIC.test(text.slice(item.start, item.end))) return true
  // 全市制发22件，其中以本机关名义6件: the report may be of the whole, or of the organ alone.
  if (
    numbers.some(
      ({ other }) =>
        other.value > 0 &&
        amounts.includes(other.value) &&
        (other.scope === 'part' || bodies(other) || NAMED.test(text.slice(0, other.end))) &&
        (!other.family || other.scope === 'none' || name(other) === name(item)) &&
        other.start > item.start &&
        other.cell !== item.cell,
    )
  )
    return true
  // 复议，诉讼案件共4件，其中复议3件、诉讼1件: of both kinds, as those behind it tell.
  let kinds = 0
  for (const { other, i } of numbers.filter((one) => one.i > at)) {
    if (
      !BOTH_KINDS.test(text.slice(0, item.quantity?.start)) ||
      item.second ||
      other.family !== 'cases' ||
      other.second ||
      verdicts[i]?.state !== 'agrees'
    )
      break
    kinds += other.value
    if (kinds === item.value && i > at + 1) return true
  }
  // 规范性文件废止9件、失效2件: the noun is said once.
  const alike = ({ other, i }: (typeof numbers)[number]) =>
    name(other) === name(item) ||
    (item.family === 'documents' && verdicts[i]?.meanings[0]?.figure === meant?.figure) ||
    // 市政府受理群众申请31件，各部门受理22件: whoever asked, of all.
    (flows &&
      bodies(other) &&
      String(other.first) === String(item.first) &&
      !(item.second && other.second) &&
      (item.second ?? other.second)?.some((keys) => String(keys) === 'total'))
  // 直接起诉3件，维持1件，复议后起诉4件，维持2件: each of its own kind.
  const ownKind = ({ other }: (typeof numbers)[number]) =>
    item.family === 'cases' &&
    !item.first &&
    numbers.some(
      ({ other: kind }) =>
        kind.family === 'cases' &&
        kind.first &&
        kind.start > Math.min(item.start, other.start) &&
        kind.start < Math.max(item.start, other.start),
    )
  const twins = numbers.filter((one) => alike(one) && one.other.bracket === item.bracket && !ownKind(one))
  // 废止8件、失效0件: none of one kind is no claim on both.
  if (
    item.value === 0 &&
    numbers.some(
      ({ i }) => verdicts[i]?.state === 'differs' && verdicts[i].meanings[0]?.figure === meant?.figure,
    )
  )
    return true
  for (let n = 1; n <= twins.length; n++)
    for (const some of [twins.slice(0, n), twins.slice(-n)]) {
      const sum = item.value + some.reduce((all, { other }) => all + other.value, 0)
      if (amounts.includes(sum)) return true
    }
  const beside: Beside = { given, at, items, verdicts, text, item, verdict, amounts, numbers, flows, divides }
  if (besideFlows(beside) || leftOver(beside) || partOfSum(beside) || askedOfEach(beside) || withNext(beside))
    return true
  if (isOwnSum(beside) || dividesTold(beside) || balancesItself(beside) || lessOthers(beside, next))
    return true
  if (addedUp(beside) || amongOthers(beside) || takenOver(beside)) return true
  if (inOneGroup(beside) || cameIn(beside) || withOthers(beside) || keptBeside(beside)) return true
  if (
    (ofSomeAskers(item, items[at - 1], text) || OR_MORE.test(text.slice(item.quantity?.end))) &&
    verdict.meanings.some(({ first, amount = 0 }) => first[0] === 'received' && item.value < amount)
  )
    return true
  // 维持6件，纠正2件，撤回结案3件: behind other results, not all that was closed.
  const isClosed = (one: Item) => one.second?.some((keys) => keys.includes('closed'))
  const results = numbers.filter(
    ({ other, i }) => i < at && other.segment === item.segment && other.family === 'cases' && other.second,
  )
  if (isClosed(item) && results.filter(({ other }) => !isClosed(other)).length > 1) return true
  // 35件已办结，答复30件，撤回5件; 制发13件（新制定5件、修改8件）: what adds up to a figure told before it is made of it.
  // 收到101件，撤件42件，受理59件: what was withdrawn is a part of it, too.
  const settles = flows || (item.part && item.first?.every(([key]) => key?.startsWith('outcome.other')))
  const madeOf = ({ other: whole, i }: (typeof numbers)[number]): boolean => {
    const inside = whole === item.outer
    const isWhole =
      inside || (settles && isFlow(whole) && !item.second && !whole.second && whole.bracket === item.bracket)
    const isTold =
      (!inside && verdicts[i]?.state === 'agrees') ||
      amounts.includes(whole.value) ||
      totalOf(given, ['received', 'carriedOver']) === whole.value
    if (i > at || !isWhole || !isTold) return false
    // 上年结转2件，收到115件，办理112件，结转下年5件: what had waited was handled with what came in.
    const waited = numbers.some(
      (one) =>
        one.i < at &&
        one.other.value > 0 &&
        one.other.first?.every(([key]) => key === 'carriedOver') &&
        verdicts[one.i]?.state === 'agrees',
    )
    if (waited && String(verdicts[i]?.meanings[0]?.first) === 'received') return false
    // 办理25件，办结19件，结转6件，复议2件: no case is a part of what was handled.
    const beside = numbers.filter(
      ({ other }) =>
        other.start > whole.start &&
        other.segment === item.segment &&
        other.bracket === item.bracket &&
        !(other.family === 'cases' && item.family === 'requests'),
    )
    return (
      beside.length > 0 &&
      // 新收58件，上年结转1件: nothing that came in was carried over.
      !beside.some(({ other }) => other.first?.every(([key]) => key === 'carriedOver')) &&
      beside.reduce((all, { other }) => all + other.value, item.value) === whole.value
    )
  }
  if (numbers.some(madeOf)) return true
  // 合计: what stands before it, added up; the parts of the year are the year's, and the table has that.
  const year =
    says(item, 'wholeYear') && items[at - 1]?.scope === 'part' && says(items[at - 1] as Item, 'partYear')
  if (year) return numbers.some(({ other, i }) => i < at && (other.scope === 'none' || says(other, 'body')))
  if (item.window.some(({ concept }) => concept === 'sum' || concept === 'all')) {
    let sum = 0
    for (const { other } of numbers.filter(({ i }) => i < at).reverse()) {
      sum += other.value * other.times
      if (sum === item.value && sum !== other.value) return true
    }
  }
  return false
}
