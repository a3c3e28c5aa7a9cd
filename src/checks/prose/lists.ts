import {
  counts,
  dividedOf,
  has,
  isLeftOver,
  leadBefore,
  outermost,
  partsOfYear,
  segmentOf,
  stretchOf,
  tooFew,
  unitOf,
  withoutSummed,
} from './listParts'
import {
  BUILT_OF,
  CIRCLES,
  COMPLEMENTS,
  DIVIDES,
  FAR,
  LARGEST,
  OPEN_END,
  OVERLAP,
  OWN_AND_OTHERS,
  SAID_COMPLETE,
  THING,
  WAY,
  WAY_BEHIND,
  WAYS,
} from './listWords'
import { same } from './meanings'
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
}

const FLOW = /^(?:received|carriedOver|outcomeTotal|carriedForward)$/
/** What became of all cases, not of some: 收到412件，其中不予受理58件，审结376件. */
const CLOSING = /^(?:closed|pending)$/

/** 余下7件结转下年 belongs to what came in, not to what was answered. */
const left = (one: Judged) =>
  has(one, 'rest') && (one.item.first?.some((keys) => keys.includes('carriedForward')) ?? false)

const EACH = /各自?(?:更新|发布|公开|办理|收到|开展|举办|召开|有|为)?$/
function listOf(total: Judged, candidates: Judged[], behind: boolean, own: Judged[]): PartList[] {
  // 废止27件，其中到期19件、提前8件，现行有效146件: what is more, and is right as it stands, is no part.
  const end = candidates.findIndex(
    ({ item, state }) => !behind && state === 'agrees' && item.value > total.item.value,
  )
  const within = end > 0 ? candidates.slice(0, end) : candidates
  const inUnit = within.filter((one) => unitOf(one) === unitOf(total))
  const summed = withoutSummed(inUnit)
  const listed = outermost(summed)
  const parts = listed?.filter((one, i) => i < 2 || i < listed.length - 1 || !left(one))
  if (!parts) return []
  const [first, last] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || !first?.item.quantity || !last?.item.quantity || !total.item.quantity) return []
  // 增加16件（上年80件，今年96件）: a difference has no parts.
  // 收到96件（2022年80件，2021年75件）: nor are other years parts.
  if (
    has(total, 'compare') ||
    parts.some((one) => has(one, 'otherYear')) ||
    (isLeftOver(total) && tooFew(total, parts))
  )
    return []
  // 18个村各更新12期: so many each.
  if (parts.some((one) => has(one, 'years') || EACH.test(leadBefore(own, own.indexOf(one))))) return []
  const { text } = last.sentence
  const same = total.sentence === first.sentence
  const lead = text.slice(same && !behind ? total.item.quantity.end : 0, first.item.quantity.start)
  const said = text.slice(same && !behind ? total.item.quantity.end : 0, last.item.end)
  const told = behind ? candidates.slice(0, candidates.indexOf(last) + 1) : within
  const mixed = told.filter(
    (one) =>
      parts.includes(one) ||
      (!listed?.includes(one) && THING.test(unitOf(one)) && (summed.includes(one) || !inUnit.includes(one))),
  )
  const verbs = parts.some(
    ({ item }) =>
      item.first?.some((keys) => keys.some((key) => FLOW.test(key))) ||
      item.second?.some((keys) => keys.some((key) => CLOSING.test(key))),
  )
  const again = own.find(({ item }) => item.twice && item.start > first.item.start)
  return [
    {
      total,
      parts,
      behind,
      mixed: mixed.length > parts.length ? mixed : [],
      twice: again
        ? { value: again.item.value }
        : OVERLAP.test(text.slice(first.item.start, last.item.end + FAR / 2))
          ? { value: undefined }
          : undefined,
      open:
        !sharesAddUp(own, first, last) ||
        (parts !== listed && parts.length < (listed?.length ?? 0)) ||
        (!behind && (OPEN_END.test(text.slice(last.item.quantity.end)) || LARGEST.test(lead))),
      tight: new Set(parts.map(({ item }) => item.cell)).size === 1 || !verbs,
      complete:
        behind ||
        SAID_COMPLETE.test(lead) ||
        BUILT_OF.test(text.slice(last.item.quantity.end)) ||
        has(last, 'other') ||
        COMPLEMENTS.some((kinds) => kinds.every((kind) => kind.test(said))),
    },
  ]
}

/** 网络24件，约占25%；信函66件，约占69%: shares that leave a rest say that the list does. */
function sharesAddUp(own: Judged[], first: Judged, last: Judged): boolean {
  const told = own.filter(
    ({ item, sentence }) =>
      item.quantity?.unit === '%' && sentence === last.sentence && item.start > first.item.start,
  )
  if (told.length < 2) return true
  const sum = told.reduce((all, { item }) => all + item.value, 0)
  return sum > 100 - told.length / 2
}

/** Lists behind 其中, a colon or in brackets, and before 合计. */
export function partListsOf(own: Judged[], earlier: Judged[]): PartList[] {
  const numbers = own.filter((one) => counts(one) && !one.item.twice)
  if (numbers.length < 2) return []
  const textBetween = (a: Judged | undefined, b: Judged) =>
    b.sentence.text.slice(a?.item.quantity?.end ?? 0, b.item.quantity?.start ?? 0)
  return [...new Set(numbers.map(({ item }) => item.bracket))].flatMap((bracket): PartList[] => {
    const level = numbers.filter(({ item }) => item.bracket === bracket)
    const [first] = level
    if (!first) return []
    if (bracket) {
      // The bracket stands right behind its total, or between the name and the number of it.
      const outer = numbers.find(({ item }) => item === first.item.outer)
      const head = outer && /^[^,;。]{0,4}\([^()]*$/.test(textBetween(outer, first)) ? outer : undefined
      const text = first.sentence.text
      const closed = text.indexOf(')', first.item.end)
      const next = numbers.find(({ item }) => item.bracket === 0 && (item.quantity?.start ?? 0) > closed)
      const around =
        next && /^\)(?:共|计|合计)?$/.test(text.slice(closed, next.item.quantity?.start)) ? next : undefined
      const total = around ?? head
      return [...(total ? listOf(total, level, false, own) : []), ...nestedIn(level, own)]
    }
    const lists = level.flatMap((one, i): PartList[] => {
      const next = level[i + 1]
      const found: PartList[] = []
      if (i === 0 && /^[^,:]{0,2}其中/.test(one.sentence.text.slice(0, one.item.quantity?.start))) {
        const said = earlier.filter(
          (before) => counts(before) && unitOf(before) === unitOf(one) && before.item.bracket === 0,
        )
        const segment = segmentOf(level, 0)
        const dealt = level.length > 2 && new Set(level.map(({ item }) => item.segment)).size === level.length
        const parts = dealt || (segment.length > 1 && withoutSummed(segment).length < 2) ? level : segment
        const total = dividedOf(said, parts)
        if (total) found.push(...listOf(total, parts, false, own))
      }
      if (next) {
        const between = textBetween(one, next).replace(/\([^()]*\)/g, '')
        const parts = between.length <= FAR && DIVIDES.test(between) ? stretchOf(level, i + 1, between) : []
        if (parts.length && !areOthers(one, parts, between)) {
          const said = level.slice(0, i + 1).filter((before) => unitOf(before) === unitOf(one))
          found.push(...listOf(dividedOf(said, parts) ?? one, parts, false, own))
        }
      }
      const { family, first: named } = one.item
      const year = partsOfYear(level, i)
      if (year) found.push(...listOf(one, year, true, own))
      if (has(one, 'sum') && !family && !named && i > 1 && !/历年|历史|以来/.test(leadBefore(level, i)))
        found.push(...listOf(one, level.slice(0, i), true, own))
      if (has(one, 'sum', 'whole') && isFlow(one)) {
        const bodies = level.slice(Math.max(0, i - 2), i)
        const said = bodies.map((_, n) => leadBefore(level, i - bodies.length + n))
        if (
          bodies.every((part) => part.item.scope === 'part' && sharesName(part, one)) &&
          [OWN_AND_OTHERS, ...CIRCLES].some((kinds) => kinds.every((words, n) => words.test(said[n] ?? '')))
        )
          // 全市共96件, without 合计: other bodies may go unnamed.
          found.push(
            ...listOf(one, bodies, true, own).map((list) => ({
              ...list,
              open: list.open || !has(one, 'sum'),
            })),
          )
      }
      // 全市收到96件，市本级40件、县区56件: circles beside which there is no other.
      if (!found.length && has(one, 'whole') && isFlow(one) && next?.item.scope === 'part') {
        const bodies = segmentOf(level, i + 1)
        const end = bodies.findIndex(({ item }) => item.scope !== 'part')
        found.push(
          ...listOf(one, end < 0 ? bodies : bodies.slice(0, end), false, own).filter((list) => list.complete),
        )
      }
      return found
    })
    // One list is told once.
    const again = ({ total, parts }: PartList, other: PartList) =>
      total === other.total && parts[0] === other.parts[0] && parts.length === other.parts.length
    const ways = [...waysIn(level, earlier, own), ...mattersIn(level, earlier, own), ...nestedIn(level, own)]
    return [...ways, ...lists.filter((list) => !ways.some((one) => again(one, list)))]
  })
}

/** 网站公开156条，微博、微信分别为322条和411条: things of their own, beside the number before them. */
const areOthers = (one: Judged, parts: Judged[], between: string): boolean =>
  /,[^,;:]*分别[为是有]/.test(between) && !/其中|:|包[括含]/.test(between) && tooFew(one, parts)

/** 政策35条，含市级12条、区级23条；动态50条: parts of one item, side by side right behind it. */
function nestedIn(level: Judged[], own: Judged[]): PartList[] {
  return level.flatMap((one, i): PartList[] => {
    const next = level[i + 1]
    if (!next || !HOLDS.test(leadBefore(level, i + 1))) return []
    const inner = level.slice(i + 1)
    const end = inner.findIndex(({ item }) => item.cell !== next.item.cell)
    // 其中a 60件、b 20件，另有4件: these are not all.
    const more = inner[end]
    if (more && has(more, 'open')) return []
    const parts = end < 0 ? inner : inner.slice(0, end)
    const said = level.slice(0, i + 1).filter((before) => unitOf(before) === unitOf(one))
    return dividedOf(said, parts) === one ? listOf(one, parts, false, own) : []
  })
}
const HOLDS = /^,?(?:其中|含(?!有)|包[括含])/

const isFlow = ({ item: { family, first, second } }: Judged) =>
  family === 'requests' && !second && (first?.some((keys) => keys.some((key) => FLOW.test(key))) ?? false)
/** 收到 and 受理 may say the same. */
const sharesName = ({ item: a }: Judged, { item: b }: Judged) =>
  a.family === b.family && !a.second && a.first?.some((one) => b.first?.some((other) => same(one, other)))

/** The ways that requests came, with the number of all of them before, behind, or at the end of the sentence before. */
function waysIn(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  // 网站答复20件: a way to answer.
  const answers = ({ item: { first } }: Judged) => first?.every((keys) => keys.includes('outcomeTotal'))
  const isWay = (one: Judged, i: number) =>
    (WAY.test(leadBefore(level, i)) || WAY_BEHIND.test(one.sentence.text.slice(one.item.quantity?.end))) &&
    one.item.family !== 'cases' &&
    !has(one, 'none', 'channel', 'document', 'share') &&
    !answers(one)
  const from = level.findIndex(isWay)
  const rest = from < 0 ? [] : level.slice(from)
  const end = rest.findIndex((one, n) => !isWay(one, from + n))
  const ways = end < 0 ? rest : rest.slice(0, end)
  if (ways.length < 2) return []
  const said = from ? level.slice(0, from) : earlier.filter(counts)
  const [before, behind] = [dividedOf(said, ways), level[from + ways.length]]
  // 提交 is said of each way, and is no figure beside the total.
  const tight = (list: PartList) => ({ ...list, tight: true })
  // 收到网络申请60件、信函申请36件: a way itself, and no total of the others.
  const alone = from > 0 && WAYS.test(leadBefore(level, from - 1).replace(/^.*[,;:、(]/, ''))
  if (before && isFlow(before) && !alone) return listOf(before, ways, false, own).map(tight)
  const lead = leadBefore(level, from + ways.length)
  const received = behind?.item.first?.some(([key]) => key === 'received')
  return behind && !from && isFlow(behind) && received && /[共总]|全年|合计|累计|年度/.test(lead)
    ? listOf(behind, ways, true, own).map(tight)
    : []
}

/** 收到96件，涉及征地40件、规划30件、其他26件: matters that end with all others divide what was received. */
function mattersIn(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  // 收到96件。申请内容主要为征地40件、规划30件、其他26件: of the number that ends the sentence before.
  const before = earlier.filter(counts).at(-1)
  return [...(before ? [before] : []), ...level].flatMap((one): PartList[] => {
    const i = level.indexOf(one)
    if (!isFlow(one) || !level[i + 1] || !MATTERS.test(leadBefore(level, i + 1))) return []
    const rest = segmentOf(level, i + 1)
    const end = rest.findIndex((part) => has(part, 'other'))
    const matters = rest.slice(0, end + 1)
    return matters.some(
      (part) => (isFlow(part) && part.item.scope !== 'none') || part.item.family === 'cases',
    )
      ? []
      : listOf(one, matters, false, own)
  })
}
const MATTERS =
  /^(?:[^,;()]{0,4},)?(?:(?:申请)?(?:的)?(?:主要)?(?:涉及|集中)|[^,;()]{0,6}(?:内容|事项|领域|类别)[^;()]{0,10}$)/

/** Sums of the first parts of a list, of the last ones where the total stands behind: where it ends is the author's. */
export function partialSums({ parts, behind }: Pick<PartList, 'parts' | 'behind'>): number[] {
  let sum = 0
  return (behind ? [...parts].reverse() : parts).map(({ item }) => {
    sum = Math.round((sum + item.value) * 10_000) / 10_000
    return sum
  })
}
