import { isOutcomeRow } from './items'
import {
  areDealt,
  counts,
  dividedOf,
  has,
  isLeftOver,
  leadBefore,
  segmentOf,
  sumOf,
  tooFew,
  unitOf,
  upTo,
} from './listParts'
import {
  BY_MAIL,
  BY_NET,
  MOST_OF,
  NAME_END,
  NO_WAY,
  PUBLISHED,
  TURNED_OVER,
  WAY,
  WAY_BEHIND,
  WAYS,
} from './listWords'
import { same } from './meanings'
import { FLOW, listOf, type PartList } from './partList'
import type { Judged } from './reading'

/* Lists that no 其中 opens: what their parts are says what they divide. */

export const isFlow = ({ item: { family, first, second } }: Judged) =>
  family === 'requests' && !second && (first?.some((keys) => keys.some((key) => FLOW.test(key))) ?? false)
/** 收到 and 受理 may say the same. */
export const sharesName = ({ item: a }: Judged, { item: b }: Judged) =>
  a.family === b.family && !a.second && a.first?.some((one) => b.first?.some((other) => same(one, other)))

const FLOWED = /申请[^;。]*来[信函]/
/** Ways that requests came, side by side, and where the first of them stands. */
export function waysOf(level: Judged[]): [from: number, ways: Judged[]] {
  // 网站答复20件: a way to answer.
  const answers = ({ item: { first } }: Judged) => first?.every((keys) => keys.includes('outcomeTotal'))
  const isWay = (one: Judged, i: number) => {
    const lead = leadBefore(level, i)
    const behind = WAY_BEHIND.test(one.sentence.text.slice(one.item.quantity?.end))
    return (
      (behind || (WAY.test(lead) && !NO_WAY.test(lead.replace(/^.*[,;:、(]/, '')))) &&
      one.item.family !== 'cases' &&
      (!has(one, 'channel') ||
        (/[,;:、件]来[信函]$/.test(lead) && FLOWED.test(level[0]?.sentence.text ?? ''))) &&
      !has(one, 'document', 'share') &&
      !answers(one)
    )
  }
  const from = level.findIndex(isWay)
  const rest = from < 0 ? [] : level.slice(from)
  const isTurnedOver = (n: number) => n > 1 && TURNED_OVER.test(leadBefore(level, from + n))
  return [from, upTo(rest, (one, n) => !isWay(one, from + n) && !isTurnedOver(n))]
}

/** 网络3件、信函38件: by net and by mail, one behind the other, hardly anything comes otherwise. */
const byBoth = (level: Judged[], from: number, ways: Judged[]) =>
  ways.length > 1 &&
  [BY_NET, BY_MAIL].every((way) => ways.some((_, n) => new RegExp(way).test(leadBefore(level, from + n))))
const DIVIDED = /其中|:|[分依][别次]|[按从以]/
/** The ways that requests came, with the number of all of them before, behind, or at the end of the sentence before. */
export function waysIn(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  const [from, ways] = waysOf(level)
  if (ways.length < 2) return []
  const said = from ? level.slice(0, from) : earlier.filter(counts)
  const sum = sumOf(ways)
  // 收到96件，延期答复4件: what came in, or was answered, is what came in so many ways.
  const flows = said.filter((one) => isFlow(one) && !isLeftOver(one) && !has(one, 'aside', 'compare'))
  const fitting = flows.filter(({ item }) => item.value === sum)
  const received = flows.filter(({ item }) => item.first?.some(([key]) => key === 'received'))
  const [before] = [...fitting, ...[...received].reverse(), ...[...flows].reverse()]
  const behind = level[from + ways.length]
  // 提交 is said of each way, and is no figure beside the total.
  const tight = (list: PartList) => ({
    ...list,
    tight: true,
    // 网络11件、信函5件: ways are all told, or most of those that came another way would go without a word.
    exhausts:
      ((said.includes(list.total) && from === 0) || DIVIDED.test(leadBefore(level, from))) &&
      (sum > list.total.item.value * MOST_OF || byBoth(level, from, ways)) &&
      sum < list.total.item.value,
  })
  // 收到网络申请60件、信函申请36件: a way itself, and no total of the others.
  const alone = from > 0 && WAYS.test(leadBefore(level, from - 1).replace(/^.*[,;:、(]/, ''))
  if (before && !alone) return listOf(before, ways, false, own).map(tight)
  const lead = leadBefore(level, from + ways.length)
  const comes = behind?.item.first?.some(([key]) => key === 'received')
  return behind && !from && isFlow(behind) && comes && /[共总]|全年|合计|累计|年度/.test(lead)
    ? listOf(behind, ways, true, own).map(tight)
    : []
}

/** 收到96件，涉及征地40件、规划30件、其他26件: matters that end with all others divide what was received. */
export function mattersIn(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  // 收到96件。申请内容主要为征地40件、规划30件、其他26件: of the number that ends the sentence before.
  const before = earlier.filter(counts).at(-1)
  return [...(before ? [before] : []), ...level].flatMap((one): PartList[] => {
    if (!isFlow(one)) return []
    // 其中网络60件、信函36件；涉及征地50件、其他46件: a segment of their own, behind the ways.
    const from = level.findIndex(
      ({ item }, at) =>
        at > level.indexOf(one) &&
        (at === level.indexOf(one) + 1 || item.segment !== level[at - 1]?.item.segment) &&
        MATTERS.test(leadBefore(level, at).replace(/^[^;]*;/, '')),
    )
    // 涉及征地的45件, 45件涉及征地 is a matter itself.
    const isMatter =
      level.includes(one) &&
      (has(one, 'aside') || /涉及|内容|集中/.test(leadBefore(level, level.indexOf(one))))
    if (isMatter || from < 0) return []
    const rest = level.slice(from)
    const end = rest.findIndex(
      (part, n) => has(part, 'other', 'rest') || OTHER_MATTERS.test(leadBefore(level, from + n)),
    )
    const matters = rest.slice(0, end + 1)
    return matters.some(
      (part) => (isFlow(part) && part.item.scope !== 'none') || part.item.family === 'cases',
    )
      ? []
      : listOf(one, matters, false, own)
  })
}
/** 涉及其他事项的12件. */
const OTHER_MATTERS = /其[他它](?:事项|内容|方面|领域|问题)/
const MATTERS =
  /^(?:[^,;()]{0,4},)?(?:其中,?)?(?:(?:申请)?的?(?:主要)?(?:涉及|集中)|[^,;()]{0,6}(?:内容|事项|领域|类别)[^;()]{0,20}$)/

/** 卫生许可418件、诊疗许可27件，共作出许可445件: kinds of one decision, added up. */
export const decidedIn = (level: Judged[], own: Judged[]): PartList[] =>
  level.flatMap((one, i) => {
    const { family, first, segment } = one.item
    const total = family === 'documents' && (has(one, 'sum') || /共/.test(leadBefore(level, i)))
    if (!total) return []
    const other = ({ item }: Judged) =>
      item.segment !== segment || (item.first && String(item.first) !== String(first))
    const before = level.slice(0, i)
    const parts = before.slice(before.map((part) => !other(part)).lastIndexOf(false) + 1)
    return parts[0] && has(parts[0], 'kind')
      ? listOf(one, parts, true, own).map((list) => ({
          ...list,
          tight: true,
          sure: true,
          complete: false,
        }))
      : []
  })

/** 政策35条，含市级12条、区级23条；动态50条: parts of one item, side by side right behind it. */
export function nestedIn(level: Judged[], own: Judged[]): PartList[] {
  return level.flatMap((one, i): PartList[] => {
    const next = level[i + 1]
    const lead = leadBefore(level, i + 1)
    if (!next || !HOLDS.test(lead) || areDealt(level, i, lead)) return []
    const inner = level.slice(i + 1)
    const parts = upTo(inner, ({ item }) => item.cell !== next.item.cell)
    // 其中a 60件、b 20件，另有4件: these are not all.
    const more = inner[parts.length]
    if (more && has(more, 'open')) return []
    const said = level.slice(0, i + 1).filter((before) => unitOf(before) === unitOf(one))
    return dividedOf(said, parts) === one ? listOf(one, parts, false, own) : []
  })
}
const HOLDS = /^[,:]?(?:其中|含(?!有)|包[括含])/

/** Runs of numbers right behind each number, in its unit and its segment: two or more, since one divides nothing. */
export function behindEach(level: Judged[]): Run[] {
  let runs = known.get(level)
  if (!runs) {
    runs = level.flatMap((one, i): Run[] => {
      const segment = segmentOf(level, i).slice(1)
      const following = upTo(segment, (next) => unitOf(next) !== unitOf(one))
      return following.length > 1 ? [[one, following, i]] : []
    })
    known.set(level, runs)
  }
  return runs
}
type Run = [total: Judged, following: Judged[], at: number]
/** Lists of several kinds are looked for in the same numbers. */
const known = new WeakMap<Judged[], Run[]>()
export const asComplete = (list: PartList): PartList => ({ ...list, complete: true, sure: true })

/** What a part is called, in the last two characters of its name: 人大建议58件. */
const nameOf = (lead: string): string =>
  lead
    .replace(/\([^()]*\)/g, '')
    .replace(NAME_END, '')
    .slice(-2)
/** 人大建议和政协提案共95件，建议58件，提案37件: the name of the total is made of the names of its parts. */
export function namedIn(level: Judged[], own: Judged[]): PartList[] {
  return behindEach(level).flatMap(([total, following, i]) => {
    const lead = leadBefore(level, i).replace(/^.*[,;:]/, '')
    const names = following.map((_, n) => nameOf(leadBefore(level, i + 1 + n)))
    const told = upTo(names, (name, n) => name.length < 2 || !lead.includes(name) || names.indexOf(name) < n)
    if (told.length < 2) return []
    const places = told.map((name) => lead.indexOf(name))
    const [from, to] = [Math.min(...places), Math.max(...places) + 2]
    // 许可、处罚、强制信息: one of them is not told.
    const more =
      /[、和及与]/.test(lead.slice(Math.max(0, from - 4), from)) || /^[、和及与]/.test(lead.slice(to))
    const apart = lead.slice(from, to).split(/[、和及与]/).length
    // 各部门、街道共收到189件，其中部门131件、街道43件、政府办15件: another part stands beside them.
    const [last, next] = [told.length - 1, told.length].map((n) => following[n])
    const goesOn = next && next.item.cell === last?.item.cell
    // 全省承办建议和提案33610件，其中省政府承办建议588件、提案716件: those of one body.
    const ofOne = /其中[^,;:]*(?:政府|机关|本级|[局厅委办])/.test(leadBefore(level, i + 1))
    return more || goesOn || ofOne || apart > told.length
      ? []
      : listOf(total, following.slice(0, told.length), false, own).map(asComplete)
  })
}

/** 制作180条，主动公开126条；依申请公开36条、不予公开18条: what documents are made for, one behind the other. */
export function publishedIn(level: Judged[], own: Judged[]): PartList[] {
  return level.flatMap((total, i): PartList[] => {
    const parts = level.slice(i + 1, i + 1 + PUBLISHED.length)
    if (!PUBLISHED.every((kind, n) => kind.test(leadBefore(level, i + 1 + n)))) return []
    const lead = leadBefore(level, i).replace(/^.*[,;:]/, '')
    if (!/[制印生]|公文|文件|信息/.test(lead) || PUBLISHED.some((kind) => kind.test(lead))) return []
    // 制发83件，其中规范性文件14件；主动公开50件……: of all that were made.
    const made = /其中|包括|含/.test(lead)
      ? level
          .slice(0, i)
          .filter((one) => unitOf(one) === unitOf(total))
          .at(-1)
      : total
    return made ? listOf(made, parts, false, own).map(asComplete) : []
  })
}

/** 累计6420条（新增310条），其中动态4100条（新增180条）、专题2320条（新增130条）: what each says in its bracket is divided alike. */
export function inBrackets(list: PartList, own: Judged[]): PartList[] {
  const inner = [list.total, ...list.parts].map(({ item }) => {
    const inside = own.filter((one) => one.item.outer === item && one.item.bracket > 0)
    return inside.length === 1 ? inside : []
  })
  const [total, ...parts] = inner.flat()
  const names = new Set([total, ...parts].map((one) => nameOf(one ? leadBefore(own, own.indexOf(one)) : '')))
  return total && parts.length === list.parts.length && names.size === 1
    ? [{ ...list, total, parts, mixed: [], sure: true }]
    : []
}

const isRow = ({ item }: Judged) => !item.second && isOutcomeRow(item)
/** 收到18件，撤回3件，剩余15件均已答复: what the numbers before it leave of a figure of the tables. */
export function restIn(level: Judged[], earlier: Judged[], own: Judged[]): PartList[] {
  return level.flatMap((rest, at): PartList[] => {
    if (!has(rest, 'rest') || rest.state === 'agrees') return []
    const unit = unitOf(rest)
    const before = level
      .slice(0, at)
      .filter((one) => one.item.segment === rest.item.segment && unitOf(one) === unit)
    // 收到5件；予以公开3件，其余2件: rows of what is told before them.
    const flow =
      before[0] && isRow(before[0])
        ? [...earlier, ...level.slice(0, level.indexOf(before[0]))].filter(isFlow).at(-1)
        : undefined
    const [total, ...named] = flow ? [flow, ...before] : before
    const plain = named.every(({ item, state }) => item.family === total?.item.family && state === 'agrees')
    const told = total ? [total, ...named] : []
    const left = told.flatMap(({ item: { value } }, from) =>
      told
        .slice(from + 1)
        .map((_, n) => told.slice(from + 1 + n).reduce((sum, { item }) => sum - item.value, value)),
    )
    // 其中公开5件，不掌握13件，其余7件: of a number in the sentence before.
    const divided = total && (has(total, 'among') || tooFew(total, named))
    if (!total || divided || !named.length || !plain || total.state !== 'agrees') return []
    if (left.includes(rest.item.value)) return []
    return listOf(total, [...named, rest], false, own).map(asComplete)
  })
}
