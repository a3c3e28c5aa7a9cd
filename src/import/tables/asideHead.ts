import { columnsUnder, leavesOf } from '../../format/cells'
import type { Block, Column, ColumnGroup, LeafColumn } from '../../format/types'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
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
 * another belong together. Undefined where a name cannot be read.
 */
export function readAside(placed: Placed[], block: Block): LeafColumn[] | undefined {
  const lines = [...new Set(placed.map(({ piece }) => piece.line))]
  if (lines.length < 2 || lines.length === placed.length) return undefined
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
  // 法人或其他组织 ends like one of its columns: the longest name counts.
  const groups = leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder).flatMap(
    ({ labels }) => labels.slice(0, -1).map((label) => readLabel(label).text),
  )
  const names: { column?: LeafColumn; spelling: string }[] = [
    ...columnsOf(block).flatMap((column) => spellingsOf(column).map((spelling) => ({ column, spelling }))),
    ...groups.map((spelling) => ({ spelling })),
  ]
  const found: { column: LeafColumn; from: number; to: number }[] = []
  const unknown: number[] = []
  for (const top of placed) {
    if (heads.has(top)) continue
    let text = ''
    let last: Placed = top
    for (let each: Placed | undefined = top; each; each = below.get(each)) {
      text += each.piece.whole
      last = each
    }
    const own = names
      .filter(({ spelling }) => text.endsWith(spelling) || withoutBrackets(text).endsWith(spelling))
      .sort((a, b) => b.spelling.length - a.spelling.length)[0]
    const rest = text.slice(0, own ? -own.spelling.length : undefined)
    // Two columns are not one below the other.
    if (
      own &&
      !groups.some((group) => rest.endsWith(group)) &&
      names.some(({ column, spelling }) => column && rest.endsWith(spelling))
    )
      return undefined
    if (!own) unknown.push(last.from)
    else if (own.column) found.push({ column: own.column, from: last.from, to: last.to })
  }
  found.sort((a, b) => a.from - b.from)
  const order = found.map(({ column }) => column)
  const [first] = found
  if (!first || order.length < 2 || new Set(order).size !== order.length) return undefined
  // One below the other they are no row of names; right of the first name every text must be one.
  if (found.some(({ from }, at) => at > 0 && from < (found[at - 1]?.to ?? 0))) return undefined
  return unknown.some((from) => from >= first.from) ? undefined : order
}
