import type { Given } from '../types'
import { totalOf } from './figures'
import { isOutcomeRow, says } from './items'
import { fits, isFlow } from './meanings'
import type { Item } from './sentence'
import { leftByColumns, type Verdict } from './sums'

/* Readings that save a number by what is told beside it. */

/** A number that no reading makes true, and all that stands beside it in its sentence. */
export interface Beside {
  given: Given
  at: number
  items: Item[]
  verdicts: Verdict[]
  text: string
  item: Item
  verdict: Verdict
  /** What the tables have under its readings. */
  amounts: number[]
  numbers: { other: Item; i: number }[]
  /** It counts what came in, was answered or waits. */
  flows: boolean
  /** The sentence divides something. */
  divides: boolean
}

/** What a number says, and what it should. */
export const fairOf = ({ value }: Item, verdict: Verdict | undefined): number[] => [
  value,
  ...(verdict?.state === 'differs' ? verdict.meanings.flatMap(({ amount }) => amount ?? []) : []),
]

/** 答复申请88件，未答复6件: those that were told no are answered as well, unless as many wait. */
export const toldNo = (given: Given, items: Item[], at: number, text: string): boolean =>
  [at - 1, at].some((i) => {
    const [answered, not] = [items[i], items[i + 1]]
    return (
      String(answered?.first) === 'outcomeTotal' &&
      String(not?.first) === 'carriedForward' &&
      /(?<![尚仍还])未[予作]?答复/.test(text.slice(not?.start, not?.end)) &&
      not?.value !== totalOf(given, ['carriedForward']) &&
      (answered?.value ?? 0) + (not?.value ?? 0) === totalOf(given, ['outcomeTotal'])
    )
  })

/** 收到申请96件。依申请公开47件: so many were made public, wholly or in part. */
export const madePublic = (given: Given, item: Item, text: string): boolean =>
  /(?:^|[,;:])依申请公开(?:的|了|信息|有)?$/.test(text.slice(0, item.quantity?.start)) &&
  item.value === totalOf(given, ['outcome.granted', 'outcome.partiallyGranted'])

const CLOSED = /^[^,;]*(?<!未)(?:办[结复毕]|答复)/
/** 另有上年结转5件，均已办结. */
const CLOSED_BEHIND = /^[^,;()]*(?:,[均已全也])?[^,;()]*(?<!未)(?:办[结复毕]|答复)/
const ENDED = /^outcome\.other\./
const MOST_ENDS = 5
/** 其中上年结转5件, 含上年结转: said of the number before it. */
const COUNTED_IN = /含|其中|包括/

/** What came in, was answered or waits, explained by what is told beside it. */
export function besideFlows({
  at,
  items,
  verdicts,
  text,
  item,
  verdict,
  amounts,
  numbers,
  flows,
  divides,
}: Beside): boolean {
  const fair = (i: number) => fairOf(items[i] as Item, verdicts[i])
  // 办结40件，逾期未补正不再处理1件、申请人撤回3件: what was not answered is not counted with the answers.
  const ends = numbers
    .filter(
      ({ other }) =>
        other.first?.some(([key]) => ENDED.test(key ?? '')) &&
        !(other.start > item.start && /中,|其中|:|包[括含]/.test(text.slice(item.end, other.start))),
    )
    .slice(0, MOST_ENDS)
  if (flows && ends.length) {
    const sums = ends.reduce<number[]>(
      (all, { i }) => all.flatMap((sum) => fair(i).map((one) => sum + one)),
      [item.value],
    )
    const each = ends.flatMap(({ i }) => fair(i).map((one) => item.value + one))
    const all = verdict.meanings.find(({ first }) => String(first) === 'outcomeTotal')?.amount
    if (all !== undefined && [...sums, ...each].includes(all)) return true
  }
  if (flows)
    for (const { other, i } of numbers) {
      // 按期答复84件，延期答复10件: in time and late are all.
      if (/[延超]期/.test(text.slice(other.start, other.end)) && amounts.includes(item.value + other.value))
        return true
      const tells = (key: string) => other.first?.some((keys) => keys.some((one) => one.startsWith(key)))
      const counts = (key: string, amount: number) =>
        verdict.meanings.some((one) => String(one.first) === key && one.amount === amount)
      // 收到101件（含上年结转5件）, 办理80件（含上年结转5件，另有4件结转下年）: counted in, where the words say so.
      const inside =
        other.outer === item || (i === at + 1 && COUNTED_IN.test(text.slice(item.end, other.quantity?.start)))
      // 新收78件，上年结转3件，答复75件，结转下年3件: where all four are told, narrative.balance says that they do not add up.
      const toldAll = ['outcomeTotal', 'carriedForward'].every((key) =>
        numbers.some((one) => String(one.other.first) === key),
      )
      if (
        (inside || toldAll) &&
        other.first?.some((keys) => String(keys) === 'carriedOver') &&
        fair(i).some((one) => counts('received', item.value - one))
      )
        return true
      if (
        inside &&
        tells('carriedForward') &&
        fair(i).some((one) => counts('outcomeTotal', item.value - one))
      )
        return true
      // 跨年办结5件，当年办结89件: and so many that were closed beside them.
      const closed = tells('carriedOver') && (i > at ? CLOSED_BEHIND : CLOSED).test(text.slice(other.start))
      if (closed && fair(i).some((one) => counts('outcomeTotal', item.value + one))) return true
    }
  // 答复7件，不予受理4件，内容不明确1件: side by side they are all that was answered.
  if (flows && String(item.first).includes('outcomeTotal') && !divides) {
    let sum = item.value
    for (const { other } of numbers.filter(({ i }) => i > at)) {
      const part = other.family === 'cases' || other.first?.every(([key]) => key?.startsWith('outcome.'))
      if (other.segment !== item.segment || other.bracket !== item.bracket || !part) break
      sum += other.value
      if (amounts.includes(sum)) return true
    }
  }
  return false
}

/** 向市政府提出的申请67件，向我办提出的29件: who was asked, of what the table has. */
export function askedOfEach({ items, text, item, amounts, flows, numbers }: Beside): boolean {
  const asks = (one: Item) =>
    ASKED_OF.test(text.slice(items[items.indexOf(one) - 1]?.quantity?.end ?? 0, one.quantity?.end))
  return (
    flows &&
    asks(item) &&
    numbers.some(({ other }) => asks(other) && amounts.includes(item.value + other.value))
  )
}
const ASKED_OF = /向[^,;\d]{1,12}(?:提|申请|递|寄)[^,;]*$/

/** 镇里受理1件，市转办2件; 继续有效类88件、需要修改类7件: with what stands right behind it, and counts what no table has, it is the table's. */
export function withNext({ at, items, item, amounts, flows }: Beside): boolean {
  const next = items[at + 1]
  return (
    (flows || item.family === 'documents') &&
    next !== undefined &&
    !next.first &&
    next.segment === item.segment &&
    next.bracket === item.bracket &&
    next.quantity?.unit === item.quantity?.unit &&
    amounts.includes(item.value + next.value)
  )
}

/** 省厅移送2件、直接受理94件，合计96件: a part of a sum that the table has. */
export function partOfSum({ at, items, item, amounts, flows }: Beside): boolean {
  const to = items.findIndex((one, i) => i > at && says(one, 'sum') && one.segment === item.segment)
  const total = items[to]
  if (!flows || !total || !amounts.includes(total.value)) return false
  const before = items.slice(0, to).filter(({ quantity, segment }) => quantity && segment === item.segment)
  return before.some(
    (_, from) =>
      from <= before.indexOf(item) &&
      from < before.length - 1 &&
      before.slice(from).reduce((sum, { value }) => sum + value, 0) === total.value,
  )
}

/** 其余, 其他, 除……外: what the numbers before it leave. */
export function leftOver({
  given,
  at,
  items,
  verdicts,
  text,
  item,
  verdict,
  amounts,
  numbers,
}: Beside): boolean {
  const [meant] = verdict.meanings
  // 企业9件、科研院所5件、其他组织3件: all columns but those before it.
  const columns = item.second?.some(([key]) => key === 'otherOrganization')
  if (columns && fits(item, leftByColumns(given, verdicts.slice(0, at)))) return true
  // 剩余7件为企业年底提交: whoever asked, it is what waits.
  if (says(item, 'rest') && item.second && item.value === totalOf(given, ['carriedForward'])) return true
  // 其余, 其他, 除……外: the total less what is named.
  if (
    item.window.some(({ concept }) => concept === 'rest' || concept === 'other') ||
    // 除上年结转的2件外，收到115件，办理112件: what had waited is left out of nothing that follows.
    items
      .slice(0, at)
      .some((one) => says(one, 'except') && !one.first?.every(([key]) => key === 'carriedOver'))
  ) {
    const earlier = numbers.filter(
      ({ other, i }) =>
        i < at && !says(other, 'compare') && (!says(item, 'rest') || !isFlow(item) || isFlow(other)),
    )
    // 收到49件，撤回3件，转入下年2件，其余23件均已答复: all that the numbers before it leave, as their sum tells.
    const named = numbers.filter(({ other, i }) => i < at && !says(other, 'compare'))
    const [whole] = named
    const carried = totalOf(given, ['carriedOver']) ?? 0
    // 收到23件，自然人21件、法人2件，除1件外，其余22件均已答复: without those that divide it otherwise.
    const rests = named
      .slice(1)
      .map((_, n) =>
        named.slice(n + 1).reduce((left, { other }) => left - other.value, whole?.other.value ?? 0),
      )
    if (
      says(item, 'rest') &&
      whole &&
      meant?.first.includes('outcomeTotal') &&
      !amounts.some((one) => rests.some((rest) => one === rest || one === rest + carried))
    )
      return true
    // 国家秘密不予公开2件、其他不予公开9件: what the rows of a group that stand before it leave of the group.
    const inGroup = numbers.filter(({ other, i }) =>
      other.first?.some(([key]) => i < at && key?.startsWith(`${meant?.first[0]}.`)),
    )
    if (
      says(item, 'other') &&
      inGroup.length &&
      inGroup.reduce((sum, { i }) => sum + (verdicts[i]?.meanings[0]?.amount ?? 0), item.value) ===
        meant?.amount
    )
      return true
    // 其余为企业4件、科研机构2件: what is left is all of them.
    const shared = numbers
      .filter(
        ({ other, i }) =>
          i > at &&
          says(item, 'rest') &&
          other.cell === item.cell &&
          /^[、和及与]/.test(
            text.slice(items[items.indexOf(other) - 1]?.quantity?.end, other.quantity?.start),
          ),
      )
      .reduce((sum, { other }) => sum + other.value, item.value)
    for (let from = 0; from < earlier.length; from++) {
      const whole = earlier[from]?.other
      const total = whole?.value ?? 0
      // 部分公开26件、未掌握15件、无现成信息4件、其他5件: a row is divided by none of another group.
      const next = earlier[from + 1]?.other.first
      const rows = whole !== undefined && isOutcomeRow(whole)
      if (rows && next && !next.some(([key]) => key?.startsWith(`${whole?.first?.[0]?.[0]}.`))) continue
      for (let skip = from + 1; skip < earlier.length; skip++) {
        // 网络34件、邮寄17件、现场5件；律所4件，其余49件: of one division, and not the end of another.
        const cuts =
          skip > from + 1 &&
          earlier[skip]?.other.segment !== item.segment &&
          earlier[skip]?.other.segment === earlier[skip - 1]?.other.segment
        const left = total - earlier.slice(skip).reduce((all, { other }) => all + other.value, 0)
        if (left === shared && !cuts) return true
      }
    }
  }
  return false
}

const FEW = 5
const OFTEN = /(?:[2-9两三四五六七八九十][次件]\(?(?:含|及)?\)?以上|多次|反复|不止一次)[^;]*$/
/** 7人多次申请，全年共收到31件: what all of them asked for. */
const ALL = /全年|新收|收到/
/** 有8人, 另有3家: some of those who asked. */
const SOME_ASKERS = /(?<![共总计])有$|其中[^,;]{0,6}$/
/** 1人提交6件, 有8人同日提交3件以上: some who asked, not all. */
export const ofSomeAskers = (item: Item, asker: Item | undefined, text: string): boolean =>
  asker?.quantity !== undefined &&
  asker.segment === item.segment &&
  /^[人名位家户个]$/.test(asker.quantity.unit) &&
  // 提出2次以上的申请人7名，合计提出31件.
  ((OFTEN.test(text.slice(0, item.start)) &&
    !ALL.test(text.slice(asker.quantity.end, item.quantity?.start))) ||
    (asker.cell === item.cell &&
      (asker.value <= FEW ||
        (SOME_ASKERS.test(text.slice(0, asker.quantity.start)) &&
          !/[共总]/.test(text.slice(asker.quantity.end, item.quantity?.start))))))

/** 办公室占16.5%, 我局占12.5%: the organ's own, as against any part's; 占办结总数1163件的6.3%. */
export const OWN_SHARE = /(?:[我本][^,;\d]{1,4}|办公[室厅]|本级|机关)[^,;\d]{0,4}占/
/** What the clause before or the share behind a number says it is of. */
export function saidAround(item: Item, share: Item | undefined, amounts: number[], text: string): boolean {
  // 被纠正的不算少，复议、诉讼合计12件: of those that ended so.
  const ended = item.lead.some(({ concept }) => concept === 'result')
  if (ended && item.family === 'cases' && !item.second && says(item, 'sum')) return true
  // 全区共收583件，办公室占16.5%: all of which the table's has the share that is told.
  // 自然人占新收总数（96件）的86.5%: nor is it far off there.
  const least = /占[^,;\d]*\(?$/.test(text.slice(0, item.quantity?.start)) ? 1 : 2
  const between = text.slice(item.end, share?.quantity?.start)
  return (
    share?.quantity?.unit === '%' &&
    (/^\)?的/.test(between) || OWN_SHARE.test(between)) &&
    amounts.some(
      (amount) => item.value > amount * least && Math.abs((100 * amount) / item.value - share.value) < 0.05,
    )
  )
}

const NOT_HELD = 'outcome.unavailable.notHeld'
/** 不掌握12件、未制作5件: what was not made is not held either. */
export const heldTogether = (item: Item, items: Item[], amounts: number[]): boolean =>
  item.first?.flat().includes(NOT_HELD) === true &&
  items.some(
    (one) =>
      one !== item &&
      one.segment === item.segment &&
      one.bracket === item.bracket &&
      one.first?.flat().includes(NOT_HELD) &&
      amounts.includes(one.value + item.value),
  )
