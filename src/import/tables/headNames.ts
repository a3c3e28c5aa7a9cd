import type { Block } from '../../format/types'
import { readLabel, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { extent, type Occurrence, type Piece } from './occurrences'

/** A piece of a head, with all below it that belong to the same name. */
export interface HeadName extends Piece {
  /** Line of its last part. */
  lastLine: number
}
/** A name in a narrow column has so many parts. */
const MAX_PARTS = 8

/** The pieces of a head as its names. */
export interface HeadNames {
  names: HeadName[]
  /** Broken names stand side by side and above one another: which comes first cannot be told. */
  unordered?: true
}

/**
 * The pieces of a head with the names put together that a narrow column breaks (结果维 above 持). Where each name of a text
 * has a place of its own, the names come in the order of their columns, whichever line they stand on; merged heads come
 * before what they stand over.
 */
export function joinedNames(
  pieces: Piece[],
  known: ReadonlySet<string>,
  lines: Line[],
  heads: ReadonlySet<string> = new Set(),
): HeadNames {
  const spells = (of: ReadonlySet<string>) => (text: string) => of.has(withoutBrackets(text))
  const [isName, isHead] = [spells(known), spells(heads)]
  const isKnown = (text: string) => isName(text) || isHead(text)
  const used = new Set<Piece>()
  const joined = pieces.flatMap((piece): HeadName[] => {
    if (used.has(piece)) return []
    const whole = isKnown(piece.read.text) ? undefined : stacked(piece, isKnown)
    for (const part of whole?.parts ?? []) used.add(part)
    return [{ ...piece, read: whole?.read ?? piece.read, lastLine: whole?.parts.at(-1)?.line ?? piece.line }]
  })
  const placed = joined.map((piece) => ({ piece, ...extent(piece, lines) }))
  const names = placed.filter(({ piece }) => isName(piece.read.text)).sort((a, b) => a.from - b.from)
  const apart = names.every(({ to }, at) => to <= (names[at + 1]?.from ?? to))
  if (pieces.some(({ grid }) => grid)) return { names: joined }
  if (apart)
    return {
      names: placed
        .sort(
          (a, b) => a.from - b.from || Number(isName(a.piece.read.text)) - Number(isName(b.piece.read.text)),
        )
        .map(({ piece }) => piece),
    }
  const beside = new Set(names.map(({ piece }) => piece.line)).size < names.length
  return { names: joined, ...(used.size && beside && { unordered: true as const }) }
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

const MAX_HEAD_PIECES = 60
export const isFigure = ({ kind }: Atom) => kind === 'number' || kind === 'mark'

/** The pieces between what stands before and the first label of the block, in a grid or a text, and the line of that label. */
export function piecesAbove(
  block: Block,
  grid: number | undefined,
  lines: Line[],
  pieces: Piece[],
  found: Occurrence[],
): { own: Piece[]; end?: number } {
  const within = (line: number) => grid === undefined || lines[line]?.block === grid
  const first = found.find(({ target, firstLine }) => target.block === block && within(firstLine))?.pieces[0]
  if (first === undefined) return { own: [] }
  const end = pieces[first]?.line ?? 0
  let from = first
  const ended = (line: number) => lines[line]?.atoms.some(isFigure) ?? false
  while (from > 0 && first - from < MAX_HEAD_PIECES) {
    const line = pieces[from - 1]?.line ?? 0
    if (!within(line) || (line !== end && ended(line))) break
    from--
  }
  return { own: pieces.slice(from, first), end }
}
