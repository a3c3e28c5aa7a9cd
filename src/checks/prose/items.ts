import type { Family } from './figures'
import type { Concept } from './lexicon'
import { HANDS_IN } from './listWords'
import type { Quantity } from './quantities'
import type { Token } from './tokens'

/** Alternatives for one of the two names of a figure, each a sum of keys. */
export type Names = string[][]

/** A number of a sentence, or a denial, with the words that speak for it. */
export interface Item {
  quantity: Quantity | undefined
  value: number
  /** From the first word that speaks for it to its end, within the sentence. */
  start: number
  end: number
  /** Words of its own, and those it takes over from the clause before. */
  window: Token[]
  family: Family | undefined
  first: Names | undefined
  second: Names | undefined
  part: boolean
  loose: boolean
  /** Characters in its window that no word of the lexicon explains. */
  unknown: number
  /** ours: the whole organ in the whole year. part: a body or a part of the year. none: nothing that a table counts. */
  scope: 'ours' | 'part' | 'none'
  /** Of the whole year, but said of a body: where that is named, from 1; else 0. */
  ofBody: number
  segment: number
  cell: number
  /** Bracket it stands in, 0 for none, and the item before that bracket. */
  bracket: number
  outer: Item | undefined
  /** 企业、科研机构各1件: of so many things this number is told. */
  times: number
  /** The noun alone says more than the table counts: a reviewing organ receives cases too. */
  wide: boolean
  /** So many of those before it came in more ways than one, and are counted in each. */
  twice: boolean
  /** Words that the sentence has said before, outside of items: nearest last. */
  lead: Token[]
}

const STEPS = new Set(['received', 'carriedOver', 'outcomeTotal', 'carriedForward'])
/** Alternatives of several words for one name: the nearest, each other, and all together. */
function alternativesOf(tokens: Token[]): Names {
  const lists = tokens.map(({ word }) => word.keys ?? [])
  const last = lists.at(-1) ?? []
  if (lists.length < 2) return last
  const summed = (some: Names[]) =>
    some.reduce<Names>(
      (sums, list) => sums.flatMap((sum) => list.map((keys) => [...new Set([...sum, ...keys])])).slice(0, 6),
      [[]],
    )
  // 上年结转的5件已答复: two steps of one flow are no sum, but what came in with what was carried over.
  const isSum = (keys: string[]) =>
    keys.filter((key) => STEPS.has(key)).length < 2 ||
    keys.every((key) => key === 'received' || key === 'carriedOver')
  const holds = (key: string, others: Names) => others.flat().some((other) => other.startsWith(`${key}.`))
  // 重复申请2件不予处理: a row and the group it stands in are not counted twice.
  const apart = summed(lists).filter((keys) => isSum(keys) && !keys.some((key) => holds(key, [keys])))
  // 不予公开集中在过程性信息和内部事务信息，两类共10件: rows of the group, added up.
  const inner = lists.filter((list) => !list.flat().some((key) => holds(key, lists.flat())))
  const rows = inner.length > 1 && inner.length < lists.length ? summed(inner) : []
  return [...apart, ...rows, ...last, ...lists.slice(0, -1).flat()].slice(0, 12)
}

/** 占新收96件的52%: what a share is of is no number of the list around it. */
export const isShared = ({ window, quantity }: Item) =>
  quantity !== undefined &&
  quantity.unit !== '%' &&
  window.some(({ concept, end }) => concept === 'share' && end <= quantity.start)

/** All that 申请 alone may count. */
export const ANY_FLOW: Names = [['received'], ['received', 'carriedOver'], ['outcomeTotal']]

export const isOutcome = ({ word }: Token) => word.keys?.[0]?.[0]?.startsWith('outcome.') ?? false
/** A number of one or several rows of 办理结果. */
export const isOutcomeRow = ({ first }: Item) =>
  first?.flat().every((key) => key.startsWith('outcome.')) ?? false
/** A number of all that was answered, and of nothing else. */
export const countsAnswered = ({ first }: Item) =>
  first?.every((keys) => String(keys) === 'outcomeTotal') ?? false
/** 不予处理及其他18件, 公益组织和其他4件: beside a row of 办理结果, or who asked, 其他 is the last of them. */
function withOthers(concept: 'row' | 'column', told: Token[], others: Token[], text: string): Token[] {
  const between = (a: Token, b: Token) => /^(?:等|以?及|和|与|或|、)$/.test(text.slice(a.end, b.start))
  const beside = others.filter((other) =>
    told.some(
      (one) => (concept === 'column' || isOutcome(one)) && (between(one, other) || between(other, one)),
    ),
  )
  const keys = concept === 'row' ? [['outcome.other'], ['outcome.other.other']] : [['otherOrganization']]
  const named = beside.map((token): Token => ({ ...token, concept, word: { ...token.word, concept, keys } }))
  return [...told, ...named].sort((a, b) => a.start - b.start)
}

/** 企业、研究机构、律所等提出的: all who are no natural persons. */
const areListed = (columns: Token[], text: string): boolean =>
  columns.length > 1 &&
  /^等/.test(text.slice(columns.at(-1)?.end)) &&
  !columns.some(({ word }) => word.keys?.flat().includes('naturalPerson'))

/** 因不掌握、没有现成信息等无法提供: of all of the group, for whatever reason. */
function groupOf(rows: Token[], text: string): Token[] {
  const keyOf = ({ word }: Token) => word.keys?.[0]?.[0] ?? ''
  const reasons = (row: Token) =>
    rows.filter((one) => keyOf(one).startsWith(`${keyOf(row)}.`) && one.start < row.start)
  const group = rows.find((row) => {
    const inside = reasons(row)
    const last = inside.at(-1)
    return last && (new Set(inside.map(keyOf)).size > 1 || /^等/.test(text.slice(last.end, row.start)))
  })
  if (group) return rows.filter((row) => !keyOf(row).startsWith(`${keyOf(group)}.`))
  // 不属于本机关受理范围而作其他处理6件: what was done, and not why.
  const done = rows.find((row) => /^[作做按以]其/.test(text.slice(row.start, row.end)))
  if (done) return [done]
  // 14件属于行政执法案卷不予公开: one row of the group that its clause ends with, unless two reasons are told.
  return rows.filter(
    (row) =>
      reasons(row).length > 1 ||
      !rows.some(
        (one) =>
          keyOf(one).startsWith(`${keyOf(row)}.`) && /^(?:而|并|,|的)?$/.test(text.slice(one.end, row.start)),
      ),
  )
}

/** Decisions that are published or applied for are counted elsewhere. */
const ELSEWHERE = /公开|公示|发布|归集|立案|申请|涉及|内容/g
const DEEDS = /作出|做出|实施|下达|核发|采取|执行|准予|办理|办结|完成/g
/** 作出许可9120件、处罚341件，公开处罚结果1870条: the last verb before a number says what became of those. */
function isElsewhere(text: string, { end }: Item): boolean {
  const said = text.slice(text.lastIndexOf(';', end - 1) + 1, end)
  const last = (verbs: RegExp) => [...said.matchAll(verbs)].at(-1)?.index ?? -1
  return last(ELSEWHERE) > last(DEEDS)
}
const ALONG = /(?:连[同带]|加上|算上)[^,;]*(?:结转|遗留|转入)[^,;]*$/
const MADE = new RegExp(`^${HANDS_IN}`)
/** 复议、诉讼各1件: so many of each. */
const EACH = /各自?(?:有|为|是|计|占)?$/
/** What the words of an item's window name. */
export function described(item: Item, text: string): Item {
  // 除7件结转外全部办结: what is said behind 外 is said of the others.
  const outside = item.quantity && says(item, 'except') ? text.indexOf('外', item.quantity.end) : -1
  if (outside >= 0) item.window = item.window.filter(({ start }) => start < outside)
  const of = (concept: Concept) => item.window.filter((token) => token.concept === concept)
  const [cases, told, documents, acts] = (['case', 'result', 'document', 'act'] as const).map(of) as Token[][]
  const others = of('other')
  const columns = withOthers('column', of('column'), others, text)
  // 过程性信息、内部事务信息不予公开各2件: each of them, and none of the group.
  const each = item.quantity !== undefined && EACH.test(text.slice(0, item.quantity.start))
  const named = withOthers('row', of('row'), others, text)
  const rowsOf = each ? named : groupOf(named, text)
  // 连同上年结转的2件均已办结: so many had waited, whatever became of all.
  const along = item.quantity && ALONG.test(text.slice(0, item.quantity.start))
  const rows = along ? rowsOf.filter(({ end }) => end <= (item.quantity?.start ?? 0)) : rowsOf
  const outcomes = rows.filter(isOutcome)
  // A row of 办理结果 says more than the verb of the clause.
  const asks = ({ start, end }: Token) => MADE.test(text.slice(start, end))
  // 收到并办理群众提出的申请: what was done with it says more than that it was made.
  const done = outcomes.length ? outcomes : rows.filter((row) => !asks(row))
  const counting = done.length ? done : rows
  // 其他处理（含申请人撤回申请）: how an application ended.
  const ended = !cases?.length && (outcomes.length > 0 || others.length > 0)
  // 行政处罚结案230件: a decision, and no case of the table.
  const decides = !cases?.length && documents?.some(({ word }) => word.loose)
  const results = told?.filter(({ word }) => !decides && !(ended && word.part))
  let made: Partial<Pick<Item, 'family' | 'first' | 'second'>> = {}
  let used: Token[] = []
  let wandering = false
  let wide = false
  const names = (tokens: Token[] | undefined) => {
    if (!tokens?.length) return undefined
    const all = alternativesOf(tokens)
    // 制发、废止各1件: one of each, and no sum of them.
    return each ? all.flatMap((keys) => keys.map((key) => [key])) : all
  }
  if (cases?.length || results?.length) {
    used = [...(cases ?? []), ...(results ?? [])]
    made = { family: 'cases', first: names(cases), second: names(results) }
    // 办理复议案件: a reviewing organ counts its own cases, unless disclosure is spoken of.
    // Who has received none of any kind has received none of these.
    const received =
      rows.length > 0 &&
      item.quantity !== undefined &&
      !/公开|相关|不服|由此|因此|申请而?(?:引发|引起|产生)|^其中/.test(text.slice(0, item.end))
    wide =
      received &&
      !/各类|(?<!未)审结|办结|复议申请/.test(text) &&
      rows.every(({ word }) => word.keys?.length === 1 && word.keys[0]?.[0] === 'received')
    wandering = received && !wide
    if (!results?.length && rows.some(({ word }) => word.keys?.some((keys) => keys.includes('outcomeTotal'))))
      made.second = [['total'], ['closed']]
  } else if ((documents?.length || acts?.some(({ word }) => !word.loose)) && !of('request').length) {
    used = [...(documents ?? []), ...(acts ?? [])]
    made = { family: 'documents', first: names(documents), second: names(acts) }
  } else if (counting.length || columns.length) {
    used = [...counting, ...columns]
    // 当年受理当年办结: two verbs side by side say less than each of them.
    wandering = counting.slice(1).some(({ start, word }, i) => {
      const before = counting[i] as Token
      return (
        !outcomes.length &&
        !(item.quantity && before.start < item.quantity.start && start > item.quantity.start) &&
        String(before.word.keys) !== String(word.keys) &&
        !/[和及、与]/.test(text.slice(before.end, start))
      )
    })
    // 未办结结转7件: two words for one step are what both of them may say.
    const shared = wandering
      ? counting
          .map(({ word }) => word.keys ?? [])
          .reduce((all, keys) => all.filter((one) => keys.some((other) => String(other) === String(one))))
      : undefined
    if (shared?.length) wandering = false
    // 自然人提出23件 says who asked, not in which year.
    const asked = columns.length && counting.every(asks)
    made = {
      family: 'requests',
      first: shared?.length ? shared : asked && counting.length ? ANY_FLOW : names(counting),
      second: areListed(columns, text) ? [...(names(columns) ?? []), ['organizations']] : names(columns),
    }
  } else if (of('request').length && !of('other').length) {
    made = {
      family: 'requests',
      first: item.quantity ? ANY_FLOW : [['received']],
    }
  }
  const decided = () =>
    acts?.some(({ word }) => word.loose) ||
    documents?.some(({ start, end }) => /决定(?!书)/.test(text.slice(start, end))) ||
    // So many 事项 are no decisions; 无行政强制事项: who had none decided none.
    !(
      isElsewhere(text, item) ||
      (item.quantity && !done.length && /事项(?!办[结理])/.test(text.slice(item.start, item.end + 3)))
    )
  item.family = made.family
  item.times = each ? Math.max(1, ...[cases, rows, documents, columns].map((all) => all?.length ?? 0)) : 1
  item.first = made.first
  item.second = made.second
  // 剩余9件跨年结转: what is left is carried forward.
  if (of('rest').length && item.first?.some(([key]) => key === 'carriedForward'))
    item.first = [['carriedForward']]
  item.wide = wide
  // 予以公开或已主动公开: what one word names in part another names whole.
  const whole = used.flatMap(({ word }) => (word.part ? [] : (word.keys ?? []).map(String)))
  item.part = used.some(({ word }) => word.part && !word.keys?.some((keys) => whole.includes(String(keys))))
  item.loose =
    (used.some(({ word }) => word.loose) && !decided()) ||
    wandering ||
    (made.family === 'requests' && Boolean(documents?.length))
  return item
}

/** In whose name a document stands. */
export const NAMED = /以[^,;]{2,12}名义/

/** 主动公开许可402件，处罚18件: with no other verb, and no other noun, than the list before it has. */
export const sideBySide = (a: Item, b: Item, text: string): boolean =>
  a.segment === b.segment &&
  a.bracket === b.bracket &&
  (a.cell === b.cell || /[,、]$/.test(text.slice(0, Math.max(a.start, b.start))))

export const says = ({ window }: Item, concept: Concept) => window.some((token) => token.concept === concept)
