import type { LeafColumn } from '../../format/types'
import type { Occurrence, Piece, Target } from './occurrences'

export interface HeadTarget extends Target {
  column?: LeafColumn
  /** Columns under a merged head. */
  under: LeafColumn[]
}
export interface HeadToken {
  target: HeadTarget
  column: number | undefined
}

/**
 * Where a merged head stands that is not named as the form names it, although its columns stand below those beside it: it
 * is the one unread text on the line of those. `loose` where that cannot be told, so that nobody knows where its columns
 * belong among the others.
 */
export function withMissingHead(
  tokens: HeadToken[],
  found: (Occurrence & { target: HeadTarget })[],
  pieces: Piece[],
  targets: HeadTarget[],
): { tokens: HeadToken[]; loose: boolean } {
  const leaves = found.filter(({ target }) => target.column)
  const isUnder = (group: HeadTarget, { target: { column } }: { target: HeadTarget }) =>
    column !== undefined && group.under.includes(column)
  const missing = targets.filter((group) => {
    if (group.column || tokens.some(({ target }) => target === group)) return false
    const own = leaves.filter((leaf) => isUnder(group, leaf))
    const beside = leaves.filter((leaf) => !isUnder(group, leaf)).map(({ firstLine }) => firstLine)
    return own.length > 1 && beside.length > 0 && !own.every(({ firstLine }) => beside.includes(firstLine))
  })
  const [group] = missing
  // Names one a line come in the order of their columns.
  const side = new Set(leaves.map(({ firstLine }) => firstLine)).size < leaves.length
  if (!group || !side) return { tokens, loose: false }
  const read = new Set(found.flatMap((each) => (each.exact || each.target.column ? each.pieces : [])))
  const [only, more] = [...pieces.keys()].filter((at) => {
    const beside = leaves.filter(({ firstLine }) => firstLine === pieces[at]?.line)
    return (
      !read.has(at) && pieces[at]?.whole && beside.length && beside.every((leaf) => !isUnder(group, leaf))
    )
  })
  if (missing.length > 1 || only === undefined || more !== undefined) return { tokens, loose: true }
  const before = found.filter(({ pieces: own }) => (own[0] ?? 0) < only).map(({ target }) => target)
  const at = tokens.map(({ target }) => before.includes(target)).lastIndexOf(true) + 1
  const head = { target: group, column: undefined }
  return { tokens: [...tokens.slice(0, at), head, ...tokens.slice(at)], loose: false }
}
