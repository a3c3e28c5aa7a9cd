import {
  decidedIn,
  inBrackets,
  isFlow,
  mattersIn,
  namedIn,
  nestedIn,
  publishedIn,
  restIn,
  sharesName,
  waysIn,
} from './listKinds'
import { answeredIn, cellsIn, opposedIn } from './listOpposites'
import {
  areDealt,
  counts,
  dividedOf,
  has,
  isLeftOver,
  leadBefore,
  outermost,
  partsOfYear,
  segmentOf,
  stretchOf,
  sumOf,
  tooFew,
  unitOf,
  upTo,
  withoutSummed,
} from './listParts'
import {
  askedIn,
  byTime,
  closedIn,
  dividedAgain,
  inOwnBrackets,
  mattersOf,
  publishedTogether,
  togetherBehind,
  waysDealt,
  waysInBracket,
  withBracketed,
} from './listRuns'
import { CIRCLES, DIVIDES, FAR, LEAVES, OWN_AND_OTHERS } from './listWords'
import { listOf, type PartList } from './partList'
import type { Judged } from './reading'

/** Lists behind 其中, a colon or in brackets, and before 合计. */
export function partListsOf(own: Judged[], earlier: Judged[]): PartList[] {
  const lists = known.get(own) ?? listsOf(own, earlier)
  known.set(own, lists)
  return lists
}
/** Three rules and the marks under the text ask for the lists of the same sentence, which has one before it. */
const known = new WeakMap<Judged[], PartList[]>()

function listsOf(own: Judged[], earlier: Judged[]): PartList[] {
  const numbers = own.filter((one) => counts(one) && !one.item.twice)
  if (numbers.length < 2) return []
  const textBetween = (a: Judged | undefined, b: Judged) =>
    b.sentence.text.slice(a?.item.quantity?.end ?? 0, b.item.quantity?.start ?? 0)
  const brackets = [...new Set(numbers.map(({ item }) => item.bracket))]
  return [
    ...inOwnBrackets(own, earlier),
    ...brackets.flatMap((bracket): PartList[] => {
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
        return [
          ...(total ? waysInBracket(listOf(total, level, false, own), level) : []),
          ...nestedIn(level, own),
        ]
      }
      const lists = level.flatMap((one, i): PartList[] => {
        const next = level[i + 1]
        const found: PartList[] = []
        if (i === 0 && DIVIDES_BEFORE.test(one.sentence.text.slice(0, one.item.quantity?.start))) {
          const said = earlier.filter(
            (before) => counts(before) && unitOf(before) === unitOf(one) && before.item.bracket === 0,
          )
          // 按渠道看，网络61件、信函35件。按层级看，市级40件、县级56件: what both of them divide is told before.
          const isAmong = AMONG.test(one.sentence.text)
          const again = !isAmong && DIVIDES_AGAIN.test(said[0]?.sentence.text ?? '')
          const segment = segmentOf(level, 0)
          const dealt =
            level.length > (isAmong ? 2 : 1) &&
            new Set(level.map(({ item }) => item.segment)).size === level.length
          const parts = dealt || (segment.length > 1 && withoutSummed(segment).length < 2) ? level : segment
          const total = dividedOf(said, parts)
          if (total && !(again && sumOf(parts) > total.item.value))
            found.push(...listOf(total, parts, false, own))
        }
        if (i === 0 && RESULTS_BEFORE.test(one.sentence.text)) {
          const isOther = ({ item: { family } }: Judged) => family === 'cases' || family === 'documents'
          const rows = outermost(upTo(level, isOther)) ?? []
          const flows = earlier.filter((before) => isFlow(before) && before.item.bracket === 0)
          // 全市新收96件。按层级分，市级22件、县级74件: those are parts of it.
          const isWhole = (before: Judged) =>
            !isLeftOver(before) && before.item.unknown === 0 && !before.item.loose && !before.item.ofBody
          const flow = flows.filter(isWhole).at(-1)
          if (flow) found.push(...listOf(flow, rows, false, own).map((list) => ({ ...list, tight: true })))
        }
        if (next) {
          const between = textBetween(one, next).replace(/\([^()]*\)/g, '')
          const parts = between.length <= FAR && DIVIDES.test(between) ? stretchOf(level, i + 1, between) : []
          const last = parts.at(-1)
          if (
            last &&
            !(/,除/.test(between) && !has(last, 'rest')) &&
            !(BY_WHOM.test(between) && BY_WHOM.test(`,${leadBefore(level, i)}`)) &&
            !areOthers(one, parts, between) &&
            !areDealt(level, i, between)
          ) {
            const said = level.slice(0, i + 1).filter((before) => unitOf(before) === unitOf(one))
            found.push(
              ...listOf(namedBefore(level, i, between) ?? dividedOf(said, parts) ?? one, parts, false, own),
            )
          }
        }
        const { family, first: named } = one.item
        const year = partsOfYear(level, i)
        if (year) found.push(...listOf(one, year, true, own))
        const decides = () =>
          family === 'documents' && /^,?(?:[合共总]计|总共|一共)/.test(leadBefore(level, i))
        if (
          has(one, 'sum') &&
          !isOwnSum(level, i) &&
          (decides() || (!family && !named)) &&
          i > 1 &&
          // 新增5个专栏，梳理7个目录共计29个事项: what the seven hold.
          /[,、;:()和及与]/.test(leadBefore(level, i)) &&
          !/历年|历史|以来|[二三四五六七八九十]是/.test(leadBefore(level, i))
        )
          found.push(...listOf(one, level.slice(0, i), true, own))
        found.push(...publishedTogether(level, i, own))
        if (has(one, 'sum', 'whole') && isFlow(one)) {
          // 市政府22件，市直部门65件，各县区9件: all bodies that stand before it.
          const isBody = (part: Judged, n: number) =>
            sharesName(part, one) &&
            (part.item.scope === 'part' ||
              (n < i - 1 &&
                part.item.scope === 'ours' &&
                has(part, 'whole') &&
                !ALL_OF.test(leadBefore(level, n))))
          const before = level.slice(0, i)
          const bodies = before.slice(before.map(isBody).lastIndexOf(false) + 1)
          const circle = [OWN_AND_OTHERS, ...CIRCLES].some(
            (kinds) =>
              kinds.length <= bodies.length &&
              kinds.every((words, n) => words.test(leadBefore(level, i - kinds.length + n))),
          )
          if (circle)
            // 全市共96件, without 合计: other bodies may go unnamed.
            found.push(
              ...listOf(one, bodies, true, own).map((list) => ({
                ...list,
                open: list.open || !has(one, 'sum'),
              })),
            )
        }
        // 全市收到96件，市本级40件、县区56件: circles beside which there is no other.
        // 新收件中，区政府117件、部门204件、街道53件: the first is a part, too.
        if (
          !found.length &&
          has(one, 'whole') &&
          !OF_THOSE.test(one.sentence.text) &&
          !one.item.ofBody &&
          isFlow(one) &&
          next?.item.scope === 'part'
        ) {
          const bodies = upTo(segmentOf(level, i + 1), ({ item }) => item.scope !== 'part')
          found.push(...listOf(one, bodies, false, own).filter((list) => list.complete))
        }
        return found
      })
      // One list is told once.
      const again = ({ total, parts, exhausts }: PartList, other: PartList) =>
        total === other.total &&
        parts[0] === other.parts[0] &&
        // Ways end with the last of them.
        (parts.length === other.parts.length || exhausts !== undefined)
      const told = [
        ...waysIn(level, earlier, own),
        ...waysIn(withBracketed(level, numbers), earlier, own),
        ...mattersIn(level, earlier, own),
        ...nestedIn(level, own),
        ...decidedIn(level, own),
        ...namedIn(level, own),
        ...opposedIn(level, own),
        ...answeredIn(level, own),
        ...publishedIn(level, own),
        ...restIn(level, earlier, own),
        ...cellsIn(level, own),
        ...togetherBehind(level, own),
        ...closedIn(level, own),
        ...mattersOf(level, own),
        ...askedIn(level, earlier, own),
        ...byTime(level, earlier, own),
        ...waysDealt(level, earlier, own),
        ...lists,
      ]
      told.push(...told.flatMap((list) => [...inBrackets(list, numbers), ...dividedAgain(list, own)]))
      const ordered = [...told.filter(({ sure }) => sure), ...told.filter(({ sure }) => !sure)]
      return ordered.filter((list, i) => !ordered.slice(0, i).some((one) => again(one, list)))
    }),
  ]
}

/**
 * 资源局12件、住建局8件，其余单位共16件: what is left; 四是张贴公告合计304条: of this item; 承办建议84件、提案57件，公开复文共126件: what
 * became of them.
 */
function isOwnSum(level: Judged[], at: number): boolean {
  const lead = leadBefore(level, at)
  const became = BECAME.exec(lead)?.[1]
  return (
    LEAVES.test(lead) ||
    SESSIONS.test(lead) ||
    ITEM.test(lead) ||
    (became !== undefined && TAKEN_ON.test(leadBefore(level, 0)) && !leadBefore(level, 0).includes(became))
  )
}
/** 乡镇一期96人次、部门两期合计178人次: of those two. */
const SESSIONS = /[两二三四五六七八九十][期次批场轮](?:合|共|总)计?$/
const ITEM = /[二三四五六七八九十]是[^;]*$/
const BECAME = /(?:^|[,;])[^,;]*(公开|答复|办复|采纳|落实)[^,;]*$/
const TAKEN_ON = /承办|办理|收到|受理|承接/
/** 发布会5场、通气会3场，其中发布会包括教育类4场、文旅类1场: the one whose name it says again. */
function namedBefore(level: Judged[], at: number, between: string): Judged | undefined {
  const [, name] = /^,其中([^,;:\d]{2,}?)(?:包[括含]|分为|含|由|有)/.exec(between) ?? []
  return name ? level.slice(0, at + 1).find((_, i) => leadBefore(level, i).endsWith(name)) : undefined
}
const ALL_OF = /全[\u4e00-\u9fa5](?!各)|[合共总]/
/** 办理结果如下: what became of all that the sentence before has told of, over ；. */
const RESULTS_BEFORE =
  /^[^,;:\d]{0,4}(?:办理|处理|答复)的?(?:结果|情况|类型)(?:分别|具体)?(?:如下|为|是|[之当]?中)*[:,]/
/** 其中 at the head of a sentence. */
const AMONG = /^[^,:]{0,2}其中/
/** 其中, or 分层级看, at the head of a sentence: of a number in the one before. */
const DIVIDES_BEFORE =
  /^(?:[^,:]{0,2}其中|(?:分|按|从)(?:照)?(?:层级|级别|区域|地区|单位|部门|公开)[^,;]{0,4}[看分,]|在[^,;\d]{0,8}(?:信息|文件)[之当]?中,)/

/** 新收件中，其中，: all that follows are parts of what was told. */
const OF_THOSE = /^[^,;:\d]{0,12}中,/

/** 从渠道看, 申请人中: the sentence divides what another has told. */
const DIVIDES_AGAIN = /^(?:[^,:]{0,2}其中|[分按从](?:照)?[^,;:\d]{1,8}[看分,])/
/** 由教育局承办12件，由公安局承办41件: side by side. */
const BY_WHOM = /,由[^,;:]*$/

/** 网站公开156条，微博、微信分别为322条和411条: things of their own, beside the number before them. */
const areOthers = (one: Judged, parts: Judged[], between: string): boolean =>
  /,[^,;:]*分别[为是有]/.test(between) && !/其中|:|包[括含]/.test(between) && tooFew(one, parts)
