import type { Severity } from '../../checks/types'
import { commonEnds } from '../../report/commonEnds'

/** A stretch of a text that the rules looked at: a figure that agrees, or what a finding speaks of. */
export interface TextMark {
  start: number
  end: number
  tone: 'checked' | Severity
  /** Number of the operand, the same as in the note. */
  number?: number
  /** Key of the finding that it belongs to. */
  finding?: string
  /** A figure of last year that nobody has looked at, or one that follows a cell. */
  state?: 'pending' | 'linked'
}

/** Marks with others laid over them: a mark is cut where a figure in it has a state of its own. */
export function layered(marks: TextMark[], over: { start: number; end: number; state: TextMark['state'] }[]) {
  const all = [...over].sort((a, b) => a.start - b.start)
  const cut = marks.flatMap((mark): TextMark[] => {
    const pieces: TextMark[] = []
    let at = mark.start
    let { number } = mark
    const piece = (end: number, state?: TextMark['state']) => {
      if (end <= at) return
      pieces.push({ ...mark, start: at, end, number, ...(state && { state }) })
      number = undefined
      at = end
    }
    for (const { start, end, state } of all) {
      if (end <= at || start >= mark.end) continue
      piece(Math.max(at, start))
      piece(Math.min(end, mark.end), state)
    }
    piece(mark.end)
    return pieces
  })
  // What no mark covers stands for itself.
  const alone = all.flatMap(({ start, end, state }): TextMark[] => {
    const free: TextMark[] = []
    let at = start
    for (const mark of [...cut, { start: end, end }].sort((a, b) => a.start - b.start)) {
      if (mark.end <= at && mark.start < end) continue
      if (mark.start > at && at < end)
        free.push({ start: at, end: Math.min(mark.start, end), tone: 'checked', state })
      at = Math.max(at, mark.end)
    }
    return free
  })
  return [...cut, ...alone].sort((a, b) => a.start - b.start)
}

/** A piece of a text, all of it under one mark or under none. */
export interface Segment {
  text: string
  mark?: TextMark
}

/** A text cut at its marks; marks that overlap an earlier one are left out. */
export function segmentsOf(text: string, marks: TextMark[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > text.length || mark.end <= mark.start) continue
    if (mark.start > at) segments.push({ text: text.slice(at, mark.start) })
    segments.push({ text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  if (at < text.length) segments.push({ text: text.slice(at) })
  return segments
}

/** Few enough to draw within a frame, enough that a usual line is one run. */
const RUN = 100

/** The pieces of a line in runs: a pasted line may have ten thousand. */
export const runsOf = (segments: Segment[]): Segment[][] =>
  Array.from({ length: Math.ceil(segments.length / RUN) }, (_, at) =>
    segments.slice(at * RUN, (at + 1) * RUN),
  )

/** Whether two runs look the same, wherever they stand. */
export const sameRun = (a: Segment[], b: Segment[]): boolean =>
  a.length === b.length &&
  a.every(({ text, mark }, at) => {
    const other = b[at]
    return (
      text === other?.text &&
      mark?.tone === other.mark?.tone &&
      mark?.number === other.mark?.number &&
      mark?.finding === other.mark?.finding &&
      mark?.state === other.mark?.state
    )
  })

/** Where the marks of an earlier text stand in the present one; a mark that the edit touches is gone. */
export function shifted(marks: TextMark[], before: string, now: string): TextMark[] {
  if (before === now) return marks
  const { head: same, tail } = commonEnds(before, now)
  const by = now.length - before.length
  return marks.flatMap((mark) => {
    if (mark.end <= same) return [mark]
    if (mark.start >= before.length - tail) return [{ ...mark, start: mark.start + by, end: mark.end + by }]
    return []
  })
}

/** One line of a text with its marks, counted from the line's start. */
export interface TextLine {
  text: string
  marks: TextMark[]
}

/** A text line by line; a mark over several lines is cut at their ends. Marks come in the order of the text. */
export function linesOf(text: string, marks: TextMark[]): TextLine[] {
  let start = 0
  let first = 0
  return text.split('\n').map((line) => {
    const from = start
    const to = from + line.length
    start = to + 1
    while ((marks[first]?.end ?? Number.POSITIVE_INFINITY) <= from) first++
    const own: TextMark[] = []
    for (let at = first; (marks[at]?.start ?? Number.POSITIVE_INFINITY) < to; at++) {
      const mark = marks[at] as TextMark
      own.push({
        ...mark,
        start: Math.max(mark.start - from, 0),
        end: Math.min(mark.end, to) - from,
        number: mark.start < from ? undefined : mark.number,
      })
    }
    return { text: line, marks: own }
  })
}

export const sameLine = (a: TextLine, b: TextLine): boolean =>
  a.text === b.text && JSON.stringify(a.marks) === JSON.stringify(b.marks)
