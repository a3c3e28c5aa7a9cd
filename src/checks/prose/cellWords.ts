import { type Cell, inHole } from './clauses'
import { names } from './dealt'
import { hasContent } from './goesOn'
import { isOutcome } from './items'
import type { Token } from './tokens'

/** 上年结转 or 结转下年度. */
export const isCarried = (key: string | undefined): boolean =>
  key === 'carriedOver' || key === 'carriedForward'

/** Han, or a Latin letter. */
const isLetter = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fa5) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** How applications ended is told in the clause behind them. */
const HANDLED = /^(?:[均都皆已]|全部|依法|依规|一律)*(?:按|作为?|予以|不予|告知|属|认定)/

/** The words of the clauses of a sentence, each with what stands behind or around it. */
export function wordsIn(text: string, rest: string, tokens: Token[]) {
  const inside = (cell: Cell, from: number, to: number): Token[] => {
    const found: Token[] = []
    for (const token of tokens) {
      if (token.start >= to) break
      if (token.start >= from && !inHole(cell, token.start)) found.push(token)
    }
    return found
  }
  // Up to each place of the sentence: letters that no word explains.
  const unknowns = [0]
  for (let at = 0; at < rest.length; at++)
    unknowns.push((unknowns[at] as number) + (isLetter(rest.charCodeAt(at)) ? 1 : 0))
  const unknownBetween = (from: number, to: number) =>
    to > from ? (unknowns[to] as number) - (unknowns[from] as number) : 0
  const unknownIn = ({ holes }: Cell, from: number, to: number) =>
    holes.reduce(
      (count, [start, end]) => count - unknownBetween(Math.max(from, start), Math.min(to, end)),
      unknownBetween(from, to),
    )
  // 剩余的7件因年底收到，转入次年办理: what became of them follows.
  const carriedBehind = (next: Cell | undefined, cell: Cell): Token[] =>
    next &&
    !next.quantities.length &&
    next.segment === cell.segment &&
    next.bracket === cell.bracket &&
    !inside(next, next.start, next.end).some(({ concept }) => concept === 'deny')
      ? inside(next, next.start, next.end).filter(({ word }) => word.keys?.some(([key]) => isCarried(key)))
      : []
  // 13件实为个人记录查询，均按行政查询事项处理: how so many of them ended follows.
  const handledBehind = (next: Cell | undefined, cell: Cell, window: Token[]): Token[] =>
    next &&
    !next.quantities.length &&
    next.segment === cell.segment &&
    next.bracket === cell.bracket &&
    !window.some((token) => names(token) || token.concept === 'share' || token.concept === 'compare') &&
    HANDLED.test(text.slice(next.start, next.end))
      ? inside(next, next.start, next.end).filter(isOutcome)
      : []
  // 公民为主（83件），企业次之（9件）: a number alone in brackets counts what the clause before them names.
  const bracketed = (outer: Cell | undefined, { start }: Cell) => {
    // 占全年新收（64件）的34.4%: what follows the bracket is no number of its words.
    if (!outer || outer.quantities.some((one) => one.start < start)) return undefined
    const from = Math.max(outer.start, ...outer.holes.map(([, end]) => (end < start ? end : 0)))
    const before = { words: inside(outer, from, start - 1), unknown: unknownIn(outer, from, start - 1) }
    if (hasContent(before.words)) return before
    // 三分之二（24件）因本机关不掌握而无法提供: what the clause says behind the bracket.
    const [, behind = start] = outer.holes.find(([at]) => at === start - 1) ?? []
    const to = Math.min(outer.end, ...outer.holes.map(([at]) => (at >= behind ? at : outer.end)))
    return { words: inside(outer, behind, to), unknown: unknownIn(outer, behind, to) }
  }
  return { inside, unknownIn, carriedBehind, handledBehind, bracketed }
}
