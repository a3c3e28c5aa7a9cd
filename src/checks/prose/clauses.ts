import type { Quantity } from './quantities'
import type { Token } from './tokens'

export interface Cell {
  start: number
  end: number
  bracket: number
  segment: number
  /** Positions of brackets inside, which do not belong to it. */
  holes: [number, number][]
  quantities: Quantity[]
}

/** Clauses of a sentence. What stands in brackets with numbers of its own is apart; the clause around it goes on. */
export function cellsOf(text: string, rest: string, quantities: Quantity[]): Cell[] {
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
    } else if (
      char === ',' ||
      char === ':' ||
      char === ';' ||
      text.startsWith('——', at) ||
      // 强制89件、无行政事业性收费: what there was none of is no word of the number before it.
      (char === '、' &&
        /^、[无没未]/.test(text.slice(at, at + 2)) &&
        quantities.some(({ end }) => end === at))
    ) {
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

export const inHole = ({ holes }: Cell, at: number) => holes.some(([from, to]) => at >= from && at < to)

const AMONG = /^(?:政府)?(?:信息)?(?:公开)?的?(?:行政)?(?:申请|复议|诉讼)(?:案件?|件)?(?:之?[中里]|(?=有$))/
/** Where the words between two numbers part: at 、 or 和, else by whether numbers follow or precede what they count. */
export function cutBetween(
  cell: Cell,
  a: Quantity,
  b: Quantity,
  tokens: Token[],
  text: string,
  numberFirst: boolean,
): number {
  // 已审结的5件诉讼中维持3件: the noun goes with the number that it is among.
  const [noun] = AMONG.exec(text.slice(a.end, b.start)) ?? []
  if (noun) return a.end + noun.length
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
