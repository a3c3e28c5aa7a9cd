import type { Block, LeafColumn } from '../../format/types'
import { spellingsOf, withoutBrackets } from './labels'
import { columnsOf, type Piece } from './occurrences'

/** A piece of a head with where it stands on its line, in halves of a Han character. */
export interface Placed {
  piece: Piece
  from: number
  to: number
}

const overlap = (a: Placed, b: Placed): boolean => a.from < b.to && b.from < a.to

/**
 * The columns of a head whose names stand side by side in a text, each broken over several lines: pieces that are below one
 * another belong together. Undefined where not every name comes out.
 */
export function readAside(placed: Placed[], block: Block): LeafColumn[] | undefined {
  const lines = [...new Set(placed.map(({ piece }) => piece.line))]
  if (lines.length === placed.length) return undefined
  const below = new Map<Placed, Placed>()
  for (const [at, line] of lines.entries()) {
    const [upper, lower] = [line, lines[at + 1]].map((each) =>
      placed.filter(({ piece }) => piece.line === each),
    )
    for (const one of upper ?? []) {
      const under = lower?.filter((each) => overlap(one, each)) ?? []
      const [only] = under
      if (only && under.length === 1 && upper?.filter((each) => overlap(each, only)).length === 1)
        below.set(one, only)
    }
  }
  const heads = new Set(below.values())
  const columns = columnsOf(block)
  const found: { column: LeafColumn; from: number }[] = []
  for (const top of placed) {
    if (heads.has(top)) continue
    let text = ''
    let last: Placed = top
    for (let each: Placed | undefined = top; each; each = below.get(each)) {
      text += each.piece.whole
      last = each
    }
    const own = columns
      .flatMap((column) => spellingsOf(column).map((spelling) => ({ column, spelling })))
      .filter(({ spelling }) => text.endsWith(spelling) || withoutBrackets(text).endsWith(spelling))
      .sort((a, b) => b.spelling.length - a.spelling.length)[0]
    if (own) found.push({ column: own.column, from: last.from })
  }
  if (found.length !== columns.length || new Set(found.map(({ column }) => column)).size !== columns.length)
    return undefined
  return found.sort((a, b) => a.from - b.from).map(({ column }) => column)
}
