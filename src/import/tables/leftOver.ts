import type { Place } from '../source'
import { readLabel } from './labels'
import type { Atom, Line } from './lines'
import type { Occurrence, Piece } from './occurrences'
import { isValue, type Run, shownText } from './runs'

/** Words in the place of a figure are short. */
export const MAX_WORDS = 40
export const SPLIT = '来文这些数中间有文字，各数可能错位，请对照原文'
const isShort = (text: string) => text.length <= MAX_WORDS

const byPlace = ({ place: a }: Atom, { place: b }: Atom): number =>
  a.block - b.block || (a.row ?? 0) - (b.row ?? 0) || (a.cell ?? 0) - (b.cell ?? 0) || a.start - b.start

interface Among {
  pieces: Piece[]
  found: Occurrence[]
  names: ReadonlySet<string>
}

/** Words between a label and the next one that are no name of the table. */
function wordsBehind(from: number, { pieces, found, names }: Among): Atom[] {
  const to = Math.min(
    ...found.flatMap(({ pieces: own }) => own.filter((index) => index > from)),
    pieces.length,
  )
  return pieces
    .slice(from + 1, to)
    .flatMap(({ atom }) => (isShort(atom.text) && !names.has(readLabel(atom.text).text) ? [atom] : []))
}
const endOf = (label: Occurrence | undefined, run: Run | undefined) =>
  label?.pieces.at(-1) ?? (run?.next ?? 0) - 1

/** Words among the figures of a row or behind them: in a grid on its row, in a text on its line, or one cell a line. */
export function wordsBeside(run: Run, label: Occurrence | undefined, among: Among): Atom[] {
  const values = run.atoms.filter(isValue)
  const isStream = !run.grid && run.onFirst === 1 && values.length > 1
  return wordsBehind(endOf(label, run), among).filter((word) =>
    values.some(
      (atom) =>
        (isStream || (atom.place.block === word.place.block && atom.place.row === word.place.row)) &&
        (run.grid || byPlace(atom, word) < 0),
    ),
  )
}

/** Whether words stand on the line of a row before its last figure. */
export const isSplit = ({ atoms }: Line, words: Atom[]): boolean =>
  words.some((word) =>
    atoms.some((atom) => isValue(atom) && atom.place.block === word.place.block && byPlace(word, atom) < 0),
  )

/**
 * What stands between the label of a row and the next label and cannot be placed: figures, and words that are no name of
 * the table, in their order.
 */
export function leftOver(
  run: Run | undefined,
  label: Occurrence | undefined,
  among: Among,
): { text: string; places: Place[] } {
  const atoms = [...(run?.atoms.filter(isValue) ?? []), ...wordsBehind(endOf(label, run), among)].sort(
    byPlace,
  )
  return {
    text: atoms.map((atom) => (atom.kind === 'label' ? atom.text.trim() : shownText(atom))).join(' '),
    places: atoms.map(({ place }) => place),
  }
}
