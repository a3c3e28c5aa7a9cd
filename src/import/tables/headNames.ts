import { readLabel, withoutBrackets } from './labels'
import type { Line } from './lines'
import { extent, type Piece } from './occurrences'

/** A piece of a head, with all below it that belong to the same name. */
export interface HeadName extends Piece {
  /** Line of its last part. */
  lastLine: number
}
/** A name in a narrow column has so many parts. */
const MAX_PARTS = 8

/**
 * The pieces of a head with the names put together that a narrow column breaks (结果维 above 持). Where that was needed,
 * names stand on several lines: they come in the order of the columns, as far as each has a place of its own.
 */
export function joinedNames(pieces: Piece[], known: ReadonlySet<string>, lines: Line[]): HeadName[] {
  const isKnown = (text: string) => known.has(withoutBrackets(text))
  const used = new Set<Piece>()
  const joined = pieces.flatMap((piece): HeadName[] => {
    if (used.has(piece)) return []
    const whole = isKnown(piece.read.text) ? undefined : stacked(piece, isKnown)
    for (const part of whole?.parts ?? []) used.add(part)
    return [{ ...piece, read: whole?.read ?? piece.read, lastLine: whole?.parts.at(-1)?.line ?? piece.line }]
  })
  const placed = joined.map((piece) => ({ piece, at: extent(piece, lines).from }))
  const names = placed.filter(({ piece }) => isKnown(piece.read.text))
  const apart = new Set(names.map(({ at }) => at)).size === names.length
  if (!used.size || !apart || pieces.some(({ grid }) => grid)) return joined
  return placed.sort((a, b) => a.at - b.at).map(({ piece }) => piece)
}

/** The longest known name that a piece and those right below it spell. */
function stacked(piece: Piece, isKnown: (text: string) => boolean) {
  let found: { parts: Piece[]; read: Piece['read'] } | undefined
  let text = piece.atom.text
  const parts: Piece[] = []
  for (let part = piece.below; part && parts.length < MAX_PARTS; part = part.below) {
    parts.push(part)
    text += part.atom.text
    const read = readLabel(text)
    if (isKnown(read.text)) found = { parts: [...parts], read }
  }
  return found
}
