import { wordsIn } from './cellWords'
import { type Cell, cellsOf, cutBetween, inHole } from './clauses'
import { dealtBehind, dealtOut, NAMING, names } from './dealt'
import { deeds } from './deeds'
import { goOn, hasContent, saysAll } from './goesOn'
import { governed } from './governed'
import { described, type Item } from './items'

export type { Item, Names } from './items'

import type { Concept } from './lexicon'
import { allBut, amongThem, askedOf, beforeAnswer, madeInto, notOurs } from './notOurs'
import { ofMatter } from './ofMatter'
import { judgedByCourt, ofOthers } from './ofOthers'
import { isRatio, type Quantity } from './quantities'
import { remarkBefore, withoutRemarks } from './remarks'
import { answeredByAll, byWay, inTime, ofYearBefore, turned, withdrawn, withPart } from './revised'
import {
  applyScope,
  BESIDES,
  NOT_COUNTED,
  OF_MATTERS,
  OTHER_UNIT,
  ofChannel,
  type Scope,
  scopeOf,
  thisYearsOf,
  WAY_OF_WORK,
} from './scopes'
import { type Token, tokensOf } from './tokens'

/** Words that a phrase is quoted from: not the year and the organ before them. */
const SPEAKING: readonly Concept[] = [
  ...NAMING,
  'request',
  'none',
  'aside',
  'channel',
  'rest',
  'sum',
  'body',
  'partYear',
]

/** What says which part of the year, or which year, a number is of. */
const TIMES: readonly Concept[] = ['partYear', 'years', 'otherYear']

/** What is known of an item where it stands. */
type Told = Pick<Item, 'quantity' | 'value' | 'start' | 'end' | 'window' | 'unknown' | 'scope' | 'ofBody'>

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
  let lead: Token[] = []
  let idle: Token[] = []
  let idleUnknown = 0
  let held: Token[] = []
  const { inside, unknownIn, carriedBehind, handledBehind, bracketed } = wordsIn(text, rest, tokens)
  let before: Cell | undefined
  /** Where each bracket begins, and what was spoken of when each cell began. */
  const opened = new Map<number, number>()
  const entered: Scope[] = []
  cells.forEach((cell, index) => {
    const own = inside(cell, cell.start, cell.end)
    // A bracket takes over what the clause around it speaks of; what is said in it ends with it.
    const isAround = (one: Cell) => one.bracket === cell.bracket || inHole(one, cell.start)
    let around = index - 1
    while (around >= 0 && !isAround(cells[around] as Cell)) around--
    const scope: Scope = { ...(scopes[around] ?? { period: 'whole', body: 'whole' }) }
    if (before && before.segment !== cell.segment) {
      scope.body = 'whole'
      scope.period = 'whole'
    }
    if (before && (before.segment !== cell.segment || before.bracket !== cell.bracket)) {
      // 近七成（69.5%）予以公开，共82件: what the clause says behind its bracket goes on behind it.
      const { end } = before
      const behind = cell.bracket < before.bracket ? held.filter(({ start }) => start >= end) : []
      held = cell.bracket > before.bracket && before.segment === cell.segment ? idle : []
      idle = before.segment === cell.segment ? behind : []
      idleUnknown = 0
    }
    // 其中教育局26件、其他部门18件，全部答复: behind a list of bodies the whole goes on.
    const list = cells[around]
    const ofList = list?.segment === cell.segment ? inside(list, list.start, list.end) : []
    if (
      (list?.quantities.length ?? 0) > 1 &&
      ofList.some(({ concept }) => concept === 'among') &&
      ofList.filter(({ concept }) => concept === 'body').length > 1
    )
      Object.assign(scope, { body: entered[around]?.body, named: entered[around]?.named })
    entered.push({ ...scope })
    before = cell
    if (!opened.has(cell.bracket)) opened.set(cell.bracket, cell.start)
    const opens = opened.get(cell.bracket) ?? cell.start
    const outer = cell.bracket
      ? items.filter(({ quantity, end }) => (quantity?.end ?? end) <= opens).at(-1)
      : undefined
    // Spelt out, in one order: a sentence has many, and spreading them costs more than all else.
    const itemOf = ({ quantity, value, start, end, window, unknown, scope, ofBody }: Told): Item => ({
      quantity,
      value,
      start,
      end,
      window,
      family: undefined,
      first: undefined,
      second: undefined,
      part: false,
      loose: false,
      wide: false,
      twice: false,
      times: 1,
      unknown,
      scope,
      ofBody,
      segment: cell.segment,
      cell: index,
      bracket: cell.bracket,
      outer,
      lead,
    })
    const denial = own.find(({ concept }) => concept === 'deny')
    const denied = denial && !cell.quantities.length ? inside(cell, denial.end, cell.end) : []
    // 科研机构没有提出申请: none of theirs.
    // 诉讼无纠正案件: none of these ended so.
    const ended = denied.some(({ concept }) => concept === 'result')
    // 规章未制定、废止: no document of this kind.
    const undone =
      denied.some(({ concept, word }) => concept === 'act' && !word.loose) &&
      !denied.some(({ concept }) => concept === 'document')
    const theirs = own.filter(
      ({ concept, end, word }) =>
        (concept === 'column' ||
          (ended && concept === 'case') ||
          (undone && concept === 'document' && !word.loose)) &&
        end <= (denial?.start ?? 0),
    )
    const shared =
      denied.length && !denied.some(({ concept }) => concept === 'case') ? [...theirs, ...denied] : denied
    if (denial && shared.length) {
      const spoken = { ...scope }
      const told = own.filter(({ concept }) => concept !== 'otherYear' || !text.includes('结转'))
      applyScope(spoken, told)
      items.push(
        described(
          itemOf({
            quantity: undefined,
            value: 0,
            start: denial.start,
            end: cell.end,
            window: shared,
            unknown: unknownIn(cell, denial.end, cell.end),
            scope:
              /除|新(?:发生|增|产生|引发)/.test(text) ||
              BESIDES.test(text.slice(cell.start, cell.end)) ||
              own.some(({ concept }) => concept === 'other')
                ? 'none'
                : scopeOf(spoken, told),
            ofBody: 0,
          }),
          text,
        ),
      )
    }
    const [firstQuantity] = cell.quantities
    if (!firstQuantity) {
      // 上年无结转，办结36件: what there was none of says nothing of what follows.
      // 均为12月下旬收到: when they came is no time that the rest is told of.
      const said = text.slice(cell.start, cell.end)
      if (!denial && !own.some(({ concept }) => concept === 'all'))
        applyScope(
          scope,
          WAY_OF_WORK.test(said) || OF_MATTERS.test(said)
            ? own.filter(({ concept }) => concept !== 'body')
            : own,
        )
      else lead = [...lead, ...own.filter(({ concept }) => concept === 'document')]
      scopes.push(scope)
      if (!denial) {
        idle.push(...own)
        idleUnknown += unknownIn(cell, cell.start, cell.end)
        if (own.some(names)) lead = [...lead, ...own.filter(names)]
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
    // 许可、处罚、强制分别为20件，9件，3件: dealt out over clauses.
    const follows = cells[index + 1]
    const over =
      cell.quantities.length === 1 &&
      own.some(({ concept }) => concept === 'each') &&
      follows?.quantities[0]?.start === follows?.start
    cell.quantities.forEach((quantity, i) => {
      const from = cuts[i] as number
      const to = cuts[i + 1] as number
      let window = inside(cell, from, to)
      // 收到的3件申请均使用统一模板: what is said of a number and its noun makes it no other figure.
      const naming = window.filter((token) => names(token) || token.concept === 'request')
      // 9件申请另行作出处理: of a number before all of its words nothing is known but what is read of the whole clause.
      const verb = naming.some(({ concept, start }) => concept === 'row' && start < quantity.start)
      const said = naming.some(({ concept, start, end }) =>
        concept === 'row' ? end > quantity.end : concept !== 'request' || verb || start < quantity.start,
      )
      const until = said ? Math.max(quantity.end, naming.at(-1)?.end ?? 0) : to
      let unknown = unknownIn(cell, from, until)
      // 本机关收到60件，各科室收到36件，合计收到96件: bodies added up are the whole.
      const bodies = window.some(({ concept }) => concept === 'sum')
        ? items.filter(
            ({ segment, scope: of, quantity: q }) => q && segment === cell.segment && of === 'part',
          )
        : []
      if (bodies.length > 1) {
        scope.body = 'whole'
        if (/下半年|[四4]季度|12月/.test(text)) scope.period = 'whole'
      }
      const { period } = scope
      applyScope(scope, window)
      // 上年的2件年初已办结，……，答复11件: a time that its own words do not name may have ended; what agrees beside it tells.
      const lasts = scope.period !== 'whole' && !window.some(({ concept }) => TIMES.includes(concept))
      // 新收和办结分别比上年增加16件和15件: what is said before the first is said of each.
      if (dealt)
        window = [
          ...own.filter(({ concept, end }) => i > 0 && concept === 'compare' && end <= firstQuantity.start),
          ...window.filter((token) => !names(token)),
          ...(dealt[i] ?? []),
        ]
      else if (!hasContent(window)) {
        const given = i > 0 && !numberFirst ? [] : idle
        const named =
          cell.bracket && cell.quantities.length === 1 ? bracketed(cells[around], cell) : undefined
        if (named && hasContent(named.words)) {
          window = [...named.words, ...window]
          unknown += named.unknown
        } else if (hasContent(given)) {
          window = [...given, ...window]
          unknown += idleUnknown
        } else if (quantity === firstQuantity && saysAll(window, quantity, text)) {
          // 依申请公开方面，全年共12件.
          window = [...idle.filter(({ concept }) => concept === 'request'), ...window]
        } else if (quantity === lastQuantity && !window.some(({ concept }) => concept === 'request'))
          window = [...window, ...carriedBehind(cells[index + 1], cell)]
      }
      const opening = remarkBefore(text, from, quantity, window)
      if (opening !== undefined) unknown -= unknownIn(cell, opening, quantity.start)
      window = withoutRemarks(text, to, quantity, opening, window)
      const handled = quantity === lastQuantity ? handledBehind(cells[index + 1], cell, window) : []
      if (handled.length) {
        window = [...window.filter(({ concept }) => !NOT_COUNTED.includes(concept)), ...handled]
        unknown = 0
      }
      for (const remark of text.slice(quantity.end, to).matchAll(/\([^()]*\)/g))
        unknown -= unknownIn(
          cell,
          quantity.end + remark.index,
          Math.min(until, quantity.end + remark.index + remark[0].length),
        )
      const wordsBefore = window.filter(
        (token) => token.start >= from && token.start < quantity.start && SPEAKING.includes(token.concept),
      )
      const wordsBehind = window.filter(
        (token) => token.start >= quantity.end && token.start < to && token.concept !== 'fill',
      )
      const item = described(
        itemOf({
          quantity,
          value: quantity.value,
          start: Math.min(quantity.start, wordsBefore[0]?.start ?? quantity.start),
          end: Math.max(quantity.end, wordsBehind.filter(names).at(-1)?.end ?? quantity.end),
          window,
          unknown,
          scope: OTHER_UNIT.test(quantity.unit)
            ? 'none'
            : scopeOf(lasts ? { ...scope, period: 'part' } : scope, window),
          ofBody:
            lasts || (scope.body === 'part' && scope.period === 'whole')
              ? (scope.named ?? scope.since ?? 0) + 1
              : 0,
        }),
        text,
      )
      // 3件申请分别涉及国家秘密、商业秘密: several in turn, and none of them alone.
      const inTurn =
        cell.quantities.length === 1 &&
        own.some(({ concept, start }) => concept === 'each' && start >= quantity.end)
      if (over || inTurn) item.loose = true
      if (handled.length) item.part = true
      // 强制2件去年也是2件; 是上年的1.57倍，其中新收1460件: that year ends with its number.
      if ((i > 0 || isRatio(quantity.unit)) && scope.period === 'other') scope.period = period
      items.push(item)
    })
    scopes.push(scope)
    idle = []
    idleUnknown = 0
  })
  // 不予公开（含国家秘密1件）3件: what is divided comes first; 占总数（96件）的9%: but a share behind its whole.
  const orderOf = ({ quantity, start }: Item) => (quantity && isRatio(quantity.unit) ? quantity.start : start)
  items.sort((a, b) => orderOf(a) - orderOf(b))
  goOn(items, text)
  dealtBehind(items, text)
  withdrawn(items, tokens, text)
  answeredByAll(items, tokens, text)
  turned(items, text)
  withPart(items, text)
  inTime(items, text)
  ofYearBefore(items, tokens, text)
  deeds(items, tokens, text, organ)
  beforeAnswer(items, text)
  amongThem(items, text)
  askedOf(items)
  ofMatter(items, tokens, text)
  notOurs(items, text)
  governed(items, text)
  ofOthers(items, text)
  judgedByCourt(items, text)
  madeInto(items, text)
  byWay(items, text)
  ofChannel(items, tokens, text)
  allBut(items, tokens)
  thisYearsOf(items, tokens, text, year)
  return { items, tokens }
}
