import { diffArrays } from 'diff/lib/diff/array.js'

/** A stretch of a text: what the other text has too, or what it lacks. */
export interface Piece {
  text: string
  changed: boolean
}

/** Characters that are shown on each side of a change. */
const CONTEXT = 24
/** Words by which two texts may differ before no more than their common beginning and end is looked for. */
const MOST_EDITS = 500

/** Chinese is written without gaps: the browser's own dictionary says where its words end. A figure is one word. */
const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Clause by clause: over a whole long text its time grows with the square of the length. */
const wordsOf = (text: string) =>
  text
    .split(/(?<=[，。；：\n])/)
    .flatMap((clause) => Array.from(words.segment(clause), ({ segment }) => segment))

/**
 * Two different texts word by word, each with what sets it apart from the other; long stretches that they have in common are cut
 * to a little around each change, unless the `whole` is wanted.
 */
export function comparedTexts(
  before: string,
  after: string,
  whole = false,
): { before: Piece[]; after: Piece[] } {
  const own: { before: Piece[]; after: Piece[] } = { before: [], after: [] }
  const parts = changesOf(wordsOf(before), wordsOf(after))
  parts.forEach(({ value, added, removed }, at) => {
    const text = value.join('')
    if (added) own.after.push({ text, changed: true })
    else if (removed) own.before.push({ text, changed: true })
    else {
      const piece = { text: whole ? text : cut(text, at > 0, at < parts.length - 1), changed: false }
      own.before.push(piece)
      own.after.push(piece)
    }
  })
  return own
}

const changesOf = (before: string[], after: string[]) =>
  diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ]

/** What two texts have in common, as far as it stands next to a change: after one, before one, or between two. */
function cut(text: string, afterChange: boolean, beforeChange: boolean): string {
  const characters = [...text]
  const kept = (afterChange ? CONTEXT : 0) + (beforeChange ? CONTEXT : 0)
  if (characters.length <= kept) return text
  const start = afterChange ? characters.slice(0, CONTEXT) : []
  const end = beforeChange ? characters.slice(-CONTEXT) : []
  return [...start, '…', ...end].join('')
}
