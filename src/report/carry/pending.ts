import { diffArrays } from 'diff'
import type { Address } from '../../format/types'
import type { Notes, Pending } from '../report'
import type { Figure } from './figures'

/** What two versions of a text may differ by before they are no longer compared character by character. */
const MOST_EDITS = 1_000

const isSpan = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) && value[0] < value[1]

/** The carried texts that wait to be looked at; what a damaged file says otherwise is left out. */
export function pendingOf({ pending }: Pick<Notes, 'pending'>): Pending[] {
  if (!Array.isArray(pending)) return []
  return (pending as unknown[]).flatMap((each): Pending[] => {
    const { text, carried, figures } = (each ?? {}) as Partial<Pending>
    if (typeof text !== 'string' || typeof carried !== 'string' || !Array.isArray(figures)) return []
    const own = figures.filter((span) => isSpan(span) && span[1] <= carried.length)
    return own.length ? [{ text, carried, figures: own.sort((a, b) => a[0] - b[0]) }] : []
  })
}

interface Piece {
  text: string
  start: number
}

/** A text as pieces to compare: each figure one, whatever its length, and every other character. */
function piecesOf(text: string, figures: Figure[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const characters = (to: number) => {
    for (; at < to; at++) pieces.push({ text: text.charAt(at), start: at })
  }
  for (const { start, end } of figures) {
    characters(start)
    pieces.push({ text: text.slice(start, end), start })
    at = end
  }
  characters(text.length)
  return pieces
}

const RUN = /[0-9０-９]+(?:[.．,，][0-9０-９]+)*|[一二两三四五六七八九十百千零〇○]+/g
/** Where the present text may hold a figure: the same stretches that were carried, however they stand in it now. */
function candidates(text: string, carried: string[], known: Figure[] = []): Figure[] {
  const found: Figure[] = [...known]
  const own = [...new Set(carried)].sort((a, b) => b.length - a.length)
  const escaped = own.map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  if (!escaped.length) return found
  // 25 within 256 is another figure: whole runs of digits that are none of these are taken out as a whole.
  const expression = new RegExp(`(?<![0-9０-９])(?:${escaped.join('|')})(?![0-9０-９])|${RUN.source}`, 'g')
  for (const { index, 0: run } of text.matchAll(expression)) {
    const end = index + run.length
    if (!known.some((one) => one.start < end && index < one.end)) found.push({ start: index, end })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A figure that is still as it was carried: where it stands now, and which of the carried ones it is. */
export interface StillPending extends Figure {
  of: number
}

/**
 * The carried figures that stand unchanged in the present text. The two texts are compared piece by piece, so that a figure
 * stays marked whatever is written around it, and comes back with an undo.
 */
export function stillPending({ carried, figures }: Pending, now: string): StillPending[] {
  if (now === carried) return figures.map(([start, end], of) => ({ start, end, of }))
  const spans = figures.map(([start, end]) => ({ start, end }))
  const words = spans.map(({ start, end }) => carried.slice(start, end))
  const before = piecesOf(carried, candidates(carried, words, spans))
  const after = piecesOf(now, candidates(now, words))
  const byStart = new Map(spans.map(({ start }, at) => [start, at]))
  const parts =
    Math.abs(before.length - after.length) > MOST_EDITS
      ? undefined
      : diffArrays(
          before.map(({ text }) => text),
          after.map(({ text }) => text),
          { maxEditLength: MOST_EDITS },
        )
  const found: StillPending[] = []
  const spanOf = ({ start, text }: Piece) => ({ start, end: start + text.length })
  /** Carried figures that have no counterpart, and places that none has taken: what was moved is found again. */
  let lost = new Set<number>(parts ? [] : byStart.values())
  const free: Piece[] = parts ? [] : after
  let [a, b] = [0, 0]
  let gone = false
  for (const { count, added, removed } of parts ?? []) {
    if (removed) {
      for (const piece of before.slice(a, a + count)) {
        const of = byStart.get(piece.start)
        if (of !== undefined) lost.add(of)
        gone ||= /[0-9０-９一二三四五六七八九十]/.test(piece.text)
      }
      a += count
    } else if (added) {
      // What was written in the place of a figure is its successor.
      if (!gone) free.push(...after.slice(b, b + count))
      b += count
      gone = false
    } else {
      for (let i = 0; i < count; i++) {
        const of = byStart.get(before[a + i]?.start ?? -1)
        if (of !== undefined) found.push({ ...spanOf(after[b + i] as Piece), of })
      }
      a += count
      b += count
      gone = false
    }
  }
  for (const piece of free) {
    const of = [...lost].find((each) => words[each] === piece.text)
    if (of === undefined) continue
    lost = new Set([...lost].filter((each) => each !== of))
    found.push({ ...spanOf(piece), of })
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The notes once the carried figures between two places of a text have been looked at. */
export function confirmed(notes: Notes, address: Address, now: string, from: number, to: number): Notes {
  const pending = pendingOf(notes).flatMap((each): Pending[] => {
    if (each.text !== address) return [each]
    const looked = new Set(
      stillPending(each, now).flatMap(({ start, end, of }) => (start < to && end > from ? [of] : [])),
    )
    const figures = each.figures.filter((_, at) => !looked.has(at))
    return figures.length ? [{ ...each, figures }] : []
  })
  return withPending(notes, pending)
}

/** The notes with other carried texts; without the key where there is none. */
export function withPending({ pending: _, ...notes }: Notes, pending: Pending[]): Notes {
  return pending.length ? { ...notes, pending } : notes
}
