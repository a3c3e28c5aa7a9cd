import type { Family } from './figures'
import type { Concept } from './lexicon'
import type { Quantity } from './quantities'
import { type Token, tokensOf } from './tokens'

/** Alternatives for one of the two names of a figure, each a sum of keys. */
export type Names = string[][]

/** A number of a sentence, or a denial, with the words that speak for it. */
export interface Item {
  quantity?: Quantity
  value: number
  /** From the first word that speaks for it to its end, within the sentence. */
  start: number
  end: number
  /** Words of its own, and those it takes over from the clause before. */
  window: Token[]
  family?: Family
  first?: Names
  second?: Names
  part: boolean
  loose: boolean
  /** Characters in its window that no word of the lexicon explains. */
  unknown: number
  /** ours: the whole organ in the whole year. part: a body or a part of the year. none: nothing that a table counts. */
  scope: 'ours' | 'part' | 'none'
  segment: number
  cell: number
  /** Bracket it stands in, 0 for none, and the item before that bracket. */
  bracket: number
  outer?: Item
  /** Words that the sentence has said before, outside of items: nearest last. */
  lead: Token[]
}

interface Cell {
  start: number
  end: number
  bracket: number
  segment: number
  /** Positions of brackets inside, which do not belong to it. */
  holes: [number, number][]
  quantities: Quantity[]
}

/** Units of people, places and publications: no table counts in them. */
const OTHER_UNIT = /^(?:名|位|人|家|户|篇|期|场|册|件次|人次|场次|条次|批|类|幅|张|则|封|本|套)$/

const NAMING: readonly Concept[] = ['row', 'column', 'case', 'result', 'document', 'act', 'other']
/** Words that a phrase is quoted from: not the year and the organ before them. */
const SPEAKING: readonly Concept[] = [
  ...NAMING,
  'request',
  'none',
  'aside',
  'rest',
  'sum',
  'body',
  'partYear',
]
/** These say what a number is without naming a figure. */
const BUILD: readonly Concept[] = ['sum', 'rest', 'except', 'compare', 'otherYear', 'share']
const names = ({ concept }: Token) => NAMING.includes(concept)
const hasContent = (tokens: Token[]) =>
  tokens.some((token) => names(token) || token.concept === 'none' || token.concept === 'aside')

/** Clauses of a sentence. What stands in brackets with numbers of its own is apart; the clause around it goes on. */
function cellsOf(text: string, rest: string, quantities: Quantity[]): Cell[] {
  const done: Cell[] = []
  const open: Cell[] = []
  let brackets = 0
  let segment = 0
  const cell = (start: number, bracket: number): Cell => ({
    start,
    end: start,
    bracket,
    segment,
    holes: [],
    quantities: [],
  })
  let current = cell(0, 0)
  const close = (at: number) => {
    current.end = at
    done.push(current)
  }
  let next = 0
  for (let at = 0; at <= text.length; at++) {
    const char = rest.charAt(at)
    while (next < quantities.length && (quantities[next] as Quantity).start === at)
      current.quantities.push(quantities[next++] as Quantity)
    if (at === text.length) break
    if (char === '(') {
      const end = text.indexOf(')', at)
      if (!quantities.some((one) => one.start > at && one.start < (end < 0 ? text.length : end))) {
        // Without numbers: a remark inside the clause.
        continue
      }
      open.push(current)
      current = cell(at + 1, ++brackets)
    } else if (char === ')' && open.length) {
      close(at)
      const outer = open.pop() as Cell
      const bracketStart = done.filter(({ bracket }) => bracket === current.bracket)[0]?.start ?? at
      outer.holes.push([bracketStart - 1, at + 1])
      current = outer
    } else if (char === ',' || char === ':' || char === ';') {
      if (char === ';' && !open.length) segment++
      close(at)
      current = cell(at + 1, current.bracket)
      current.segment = segment
    }
  }
  close(text.length)
  for (const unclosed of open) {
    unclosed.end = text.length
    done.push(unclosed)
  }
  return done.sort((a, b) => a.start - b.start)
}

const inHole = ({ holes }: Cell, at: number) => holes.some(([from, to]) => at >= from && at < to)

/** Where the words between two numbers part: at 、 or 和, else by whether numbers follow or precede what they count. */
function cutBetween(
  cell: Cell,
  a: Quantity,
  b: Quantity,
  tokens: Token[],
  text: string,
  numberFirst: boolean,
): number {
  const cuts: number[] = []
  const weak: number[] = []
  for (let at = a.end; at < b.start; at++) {
    if (inHole(cell, at)) {
      cuts.push(at)
      continue
    }
    const covered = tokens.some((token) => token.concept !== 'fill' && at >= token.start && at < token.end)
    if (covered) continue
    if (/[、+]/.test(text.charAt(at))) cuts.push(at)
    else if (/[和及并与或]/.test(text.charAt(at))) weak.push(at)
  }
  const marks = cuts.length ? cuts : weak
  if (marks.length) return (numberFirst ? marks.at(-1) : marks[0]) as number
  return numberFirst ? b.start : a.end
}

/** Verbs that are said of applications, documents and cases alike count what the clause before them counts. */
function turned(items: Item[], text: string): void {
  items.forEach((item, i) => {
    const before = items[i - 1]
    const phrase = text.slice(item.start, item.end)
    if (
      item.family === 'cases' &&
      item.scope === 'ours' &&
      /新(?:发生|增|收|引发)|当年|上年|上一年/.test(phrase)
    )
      item.scope = 'part'
    if (item.family !== 'requests' || !item.first || item.second || says(item, 'request')) return
    const flow = item.first[0]?.[0]
    if (/审结/.test(phrase)) item.scope = 'none'
    if (/新增/.test(phrase) && /有效|规范性文件/.test(text))
      Object.assign(item, { family: 'documents', first: undefined, second: [['issued']] })
    if (!before?.family || before.segment !== item.segment || before.bracket !== item.bracket) return
    if (before.family !== 'cases') return
    if (flow === 'outcomeTotal' || flow === 'carriedForward')
      Object.assign(item, {
        family: 'cases',
        first: undefined,
        second: [[flow === 'outcomeTotal' ? 'closed' : 'pending']],
      })
    else if (flow && !flow.startsWith('outcome')) item.scope = 'none'
  })
}

/**
 * 受理来信23件，办结23件: a verb or a result without an object goes on with what was spoken of before. 主动公开67件、不予公开52件:
 * documents by kind of publication are none of 表三.
 */
function notOurs(items: Item[], text: string): void {
  const byKind = items.some(
    (item) =>
      says(item, 'none') && item.quantity && KIND_OF_PUBLICATION.test(text.slice(item.start, item.end)),
  )
  items.forEach((item, i) => {
    if (item.family !== 'requests' || !item.quantity) return
    const earlier = items.slice(0, i).filter(({ quantity, segment }) => quantity && segment === item.segment)
    const thing = earlier.some((one) => says(one, 'none'))
    const ours = earlier.some((one) => one.scope !== 'none' && one.family === 'requests' && !one.loose)
    if (thing && !ours && !says(item, 'request')) item.loose = true
    if ((byKind || /属性/.test(text)) && BY_KIND.test(text.slice(item.start, item.end))) item.scope = 'none'
  })
}
const KIND_OF_PUBLICATION = /主动公开|公文|属性/
const BY_KIND = /^[^,;]{0,4}(?:依申请公开|不予?公开)/

const says = ({ window }: Item, concept: Concept) => window.some((token) => token.concept === concept)

interface Scope {
  period: 'whole' | 'part' | 'years' | 'other'
  body: 'whole' | 'part'
}

/** The numbers and denials of a sentence, each with its words. */
export function itemsOf(
  text: string,
  quantities: Quantity[],
  year: number | undefined,
  organ: string,
): { items: Item[]; tokens: Token[] } {
  const { tokens, rest } = tokensOf(text, quantities, year, organ)
  const cells = cellsOf(text, rest, quantities)
  const items: Item[] = []
  const scopes: Scope[] = []
  const lead: Token[] = []
  let idle: Token[] = []
  let idleUnknown = 0
  const inside = (cell: Cell, from: number, to: number) =>
    tokens.filter((token) => token.start >= from && token.start < to && !inHole(cell, token.start))
  const unknownIn = (cell: Cell, from: number, to: number) => {
    let count = 0
    for (let at = from; at < to; at++)
      if (!inHole(cell, at) && /[\u4e00-\u9fa5A-Za-z]/.test(rest.charAt(at))) count++
    return count
  }
  let before: Cell | undefined
  cells.forEach((cell, index) => {
    const own = inside(cell, cell.start, cell.end)
    const scope: Scope = { ...(scopes.at(-1) ?? { period: 'whole', body: 'whole' }) }
    if (before && before.segment !== cell.segment) {
      scope.body = 'whole'
      scope.period = 'whole'
    }
    if (before && (before.segment !== cell.segment || before.bracket !== cell.bracket)) {
      idle = []
      idleUnknown = 0
    }
    before = cell
    const outer = cell.bracket ? items.filter(({ end }) => end <= cell.start).at(-1) : undefined
    const base = {
      segment: cell.segment,
      cell: index,
      bracket: cell.bracket,
      outer,
      part: false,
      loose: false,
    }
    const denial = own.find(({ concept }) => concept === 'deny')
    const shared = denial && !cell.quantities.length ? inside(cell, denial.end, cell.end) : []
    if (denial && shared.length) {
      const spoken = { ...scope }
      applyScope(spoken, own)
      items.push(
        described(
          {
            ...base,
            value: 0,
            start: denial.start,
            end: cell.end,
            window: shared,
            unknown: unknownIn(cell, denial.end, cell.end),
            scope:
              /除|新(?:发生|增|产生|引发)/.test(text) || own.some(({ concept }) => concept === 'other')
                ? 'none'
                : scopeOf(
                    spoken,
                    own.filter(({ concept }) => concept !== 'otherYear' || !text.includes('结转')),
                  ),
            lead: [...lead],
          },
          text,
        ),
      )
    }
    const [firstQuantity] = cell.quantities
    if (!firstQuantity) {
      applyScope(scope, own)
      scopes.push(scope)
      if (!denial) {
        idle.push(...own)
        idleUnknown += unknownIn(cell, cell.start, cell.end)
        lead.push(...own.filter(names))
      }
      return
    }
    const lastQuantity = cell.quantities.at(-1) as Quantity
    const numberFirst =
      !hasContent(inside(cell, cell.start, firstQuantity.start)) &&
      hasContent(inside(cell, lastQuantity.end, cell.end))
    const cuts = [
      cell.start,
      ...cell.quantities
        .slice(1)
        .map((b, i) => cutBetween(cell, cell.quantities[i] as Quantity, b, tokens, text, numberFirst)),
      cell.end,
    ]
    const dealt = dealtOut(idle, own, cell.quantities)
    cell.quantities.forEach((quantity, i) => {
      const from = cuts[i] as number
      const to = cuts[i + 1] as number
      let window = inside(cell, from, to)
      let unknown = unknownIn(cell, from, to)
      applyScope(scope, window)
      if (dealt) window = [...window.filter((token) => !names(token)), ...(dealt[i] ?? [])]
      else if (!hasContent(window)) {
        const given = i > 0 && !numberFirst ? [] : idle
        if (hasContent(given)) {
          window = [...given, ...window]
          unknown += idleUnknown
        }
      }
      const wordsBefore = window.filter(
        (token) => token.start >= from && token.start < quantity.start && SPEAKING.includes(token.concept),
      )
      const wordsBehind = window.filter(
        (token) => token.start >= quantity.end && token.start < to && token.concept !== 'fill',
      )
      items.push(
        described(
          {
            ...base,
            quantity,
            value: quantity.value,
            start: Math.min(quantity.start, wordsBefore[0]?.start ?? quantity.start),
            end: Math.max(quantity.end, wordsBehind.filter(names).at(-1)?.end ?? quantity.end),
            window,
            unknown,
            scope: OTHER_UNIT.test(quantity.unit) ? 'none' : scopeOf(scope, window),
            lead: [...lead],
          },
          text,
        ),
      )
    })
    scopes.push(scope)
    idle = []
    idleUnknown = 0
  })
  items.sort((a, b) => a.start - b.start)
  items.forEach((item, i) => {
    const before = items[i - 1]
    // 上半年收到33件，下半年27件: without words of its own a number counts what the one before it counts.
    const bare = !hasContent(item.window) && !item.window.some(({ concept }) => BUILD.includes(concept))
    if (!bare || !before?.family || !item.quantity || before.quantity?.unit !== item.quantity.unit) return
    if (before.segment !== item.segment || before.bracket !== item.bracket) return
    const { family, first, second, part } = before
    Object.assign(item, { family, first, second, part, loose: true })
  })
  turned(items, text)
  notOurs(items, text)
  thisYearsOf(items, tokens, year)
  return { items, tokens }
}

function applyScope(scope: Scope, tokens: Token[]): void {
  const content = tokens.filter(({ concept }) => concept !== 'fill' && concept !== 'among')
  for (const { concept, start } of content) {
    const heads = start === content[0]?.start
    if (concept === 'partYear') scope.period = 'part'
    if (concept === 'years') scope.period = 'years'
    if (concept === 'wholeYear') scope.period = 'whole'
    if (concept === 'otherYear' && heads) scope.period = 'other'
    if (concept === 'body') scope.body = 'part'
    if (concept === 'whole') scope.body = 'whole'
  }
}

function scopeOf({ period, body }: Scope, window: Token[]): Item['scope'] {
  const has = (concept: Concept) => window.some((token) => token.concept === concept)
  if (has('none') || has('aside') || has('compare') || has('otherYear') || period === 'other') return 'none'
  return period !== 'whole' || body === 'part' ? 'part' : 'ours'
}

/** 近三年分别收到71件、66件、60件: the last is this year's. */
function thisYearsOf(items: Item[], tokens: Token[], year: number | undefined): void {
  const span = tokens.find(({ concept }) => concept === 'years')
  if (!span) return
  const run = items.filter(
    ({ scope, start, quantity }) => quantity && scope === 'part' && start >= span.start - 1,
  )
  const [first] = run
  const list = run.filter(({ segment, bracket }) => segment === first?.segment && bracket === first?.bracket)
  const last = list.at(-1)
  if (!last || list.length < 2 || !tokens.some(({ concept }) => concept === 'each')) return
  for (const item of list) item.scope = item === last ? 'ours' : 'none'
  if (year === undefined) last.scope = 'part'
  if (first && last.loose) Object.assign(last, { loose: first.loose, unknown: first.unknown })
}

/** 复议和诉讼分别为6件和3件: names dealt out in turn; what there is one of is everybody's. */
function dealtOut(idle: Token[], own: Token[], quantities: Quantity[]): Token[][] | undefined {
  const first = quantities[0] as Quantity
  if (quantities.length < 2) return undefined
  const each =
    own.find(({ concept, start }) => concept === 'each' && start < first.start) ??
    idle.find(({ concept }) => concept === 'each')
  if (!each) return undefined
  const named = [...idle, ...own.filter(({ start }) => start < first.start)].filter(names)
  const kinds = [...new Set(named.map(({ concept }) => concept))]
  const [single] = named
  const keys = single?.word.keys?.[0] ?? []
  // 复议和诉讼分别为: one word for both.
  if (named.length === 1 && single && keys.length === quantities.length)
    return keys.map((key) => [{ ...single, word: { ...single.word, keys: [[key]] } }])
  const turn = kinds.find(
    (kind) => named.filter(({ concept }) => concept === kind).length === quantities.length,
  )
  if (!turn) return undefined
  const dealt = named.filter(({ concept }) => concept === turn)
  const common = named.filter(({ concept }) => concept !== turn)
  return quantities.map((_, i) => [...common, dealt[i] as Token])
}

/** Alternatives of several words for one name: the nearest, each other, and all together. */
function alternativesOf(tokens: Token[]): Names {
  const lists = tokens.map(({ word }) => word.keys ?? [])
  const last = lists.at(-1) ?? []
  if (lists.length < 2) return last
  const together = lists.reduce<Names>(
    (sums, list) => sums.flatMap((sum) => list.map((keys) => [...new Set([...sum, ...keys])])).slice(0, 6),
    [[]],
  )
  return [...together, ...last, ...lists.slice(0, -1).flat()].slice(0, 12)
}

/** What the words of an item's window name. */
export function described(item: Omit<Item, 'family' | 'first' | 'second'>, text: string): Item {
  const of = (concept: Concept) => item.window.filter((token) => token.concept === concept)
  const [cases, results, documents, acts, columns] = (
    ['case', 'result', 'document', 'act', 'column'] as const
  ).map(of) as Token[][]
  const rows = of('row')
  const outcomes = rows.filter(({ word }) => word.keys?.[0]?.[0]?.startsWith('outcome.'))
  // A row of 办理结果 says more than the verb of the clause.
  const told = outcomes.length ? outcomes : rows
  let made: Pick<Item, 'family' | 'first' | 'second'> = {}
  let used: Token[] = []
  let wandering = false
  const names = (tokens: Token[] | undefined) => (tokens?.length ? alternativesOf(tokens) : undefined)
  if (cases?.length || results?.length) {
    used = [...(cases ?? []), ...(results ?? [])]
    made = { family: 'cases', first: names(cases), second: names(results) }
    // 办理复议案件: a reviewing organ counts its own cases, unless disclosure is spoken of.
    wandering = rows.length > 0 && !text.includes('公开')
    if (!results?.length && rows.some(({ word }) => word.keys?.some((keys) => keys.includes('outcomeTotal'))))
      made.second = [['total'], ['closed']]
  } else if ((documents?.length || acts?.some(({ word }) => !word.loose)) && !of('request').length) {
    used = [...(documents ?? []), ...(acts ?? [])]
    made = { family: 'documents', first: names(documents), second: names(acts) }
  } else if (told.length || columns?.length) {
    used = [...told, ...(columns ?? [])]
    // 当年受理当年办结: two verbs side by side say less than each of them.
    wandering = told.slice(1).some(({ start, word }, i) => {
      const before = told[i] as Token
      return (
        !outcomes.length &&
        !(item.quantity && before.start < item.quantity.start && start > item.quantity.start) &&
        String(before.word.keys) !== String(word.keys) &&
        !/[和及、与]/.test(text.slice(before.end, start))
      )
    })
    made = { family: 'requests', first: names(told), second: names(columns) }
  } else if (of('request').length && !of('other').length) {
    made = {
      family: 'requests',
      first: item.quantity ? [['received'], ['received', 'carriedOver'], ['outcomeTotal']] : [['received']],
    }
  }
  const published = /公开|公示|发布|归集|立案|申请|涉及|内容|事项/.test(text)
  const decided =
    !published ||
    acts?.some(({ word }) => word.loose) ||
    documents?.some(({ start, end }) => /决定/.test(text.slice(start, end)))
  return {
    ...item,
    ...made,
    part: used.some(({ word }) => word.part),
    loose:
      (used.some(({ word }) => word.loose) && !decided) ||
      wandering ||
      (made.family === 'requests' && Boolean(documents?.length)),
  }
}
