import type { SourceBlock } from '../source'
import { readValue } from '../tables/values'

/** A bar at the end of its cell, or alone: “规章 |”, “|”, “0 | ||”. Several texts between bars are a row. */
const BARRED = /^([^|]*)\|[\s|]*$/
/** So many bars make a stream, with at most so many lines from one to the next. */
const MIN_BARS = 6
const MAX_LINES_OF_CELL = 6
const MAX_CELL = 60
const HEADING = /^[一二三四五六]、.{0,30}(?:情况|事项|内容)|[。；]/

const isBar = (line: string | undefined): boolean =>
  line !== undefined && /^[\s|]+$/.test(line) && line.includes('|')

/**
 * A table that came as a stream of cells, one a line: with “|” alone on the lines between them, or behind each cell and
 * alone before each row. Its empty cells are known. Undefined where no stream begins on the line.
 */
export function streamAt(lines: string[], start: number): { blocks: SourceBlock[]; end: number } | undefined {
  const first = lines[start] ?? ''
  const behind = isBar(first) || isEnded(lines, start)
  // With bars between the cells the first cell has none.
  if (!behind && !(first.trim() && !first.includes('|') && isBar(lines[nextLine(lines, start)])))
    return undefined
  const bars: number[] = []
  for (let at = start; at < lines.length && at - (bars.at(-1) ?? start) <= MAX_LINES_OF_CELL; at++)
    if (BARRED.test(lines[at] ?? '')) bars.push(at)
  if (bars.length < MIN_BARS) return undefined
  const ended = bars.some((at) => /[^\s|]/.test(lines[at] ?? ''))
  return ended ? barsBehind(lines, start, bars) : barsBetween(lines, start, bars)
}

function nextLine(lines: string[], at: number): number {
  let next = at + 1
  while (next < lines.length && !lines[next]?.trim()) next++
  return next
}

/** Text with a bar behind it, and so on each of the next lines: a stream whose rows nothing opens. */
function isEnded(lines: string[], start: number): boolean {
  let at = start
  for (let cells = 0; cells < MIN_BARS; cells++, at = nextLine(lines, at)) {
    const text = BARRED.exec(lines[at] ?? '')?.[1]
    if (text === undefined || !(text.trim() || cells)) return false
  }
  return true
}

const asGrid = (cells: string[]): SourceBlock[] =>
  cells.length ? [{ kind: 'grid', rows: cells.map((text) => [{ text }]) }] : []

/** Each cell ends in a bar; a bar alone is an empty cell, or begins a row. */
function barsBehind(lines: string[], start: number, bars: number[]) {
  const blocks: SourceBlock[] = []
  let cells: string[] = []
  const endGrid = () => {
    blocks.push(...asGrid(cells))
    cells = []
  }
  let from = start
  for (const [index, at] of bars.entries()) {
    const written = lines.slice(from, at).filter((line) => line.trim())
    const own = (BARRED.exec(lines[at] ?? '')?.[1] ?? '').trim()
    from = at + 1
    if (!own) {
      // Lines without a bar stand before the table.
      if (written.length) {
        endGrid()
        for (const text of written) blocks.push({ kind: 'paragraph', text })
      }
      const next = lines[bars[index + 1] ?? -1]
      const begins = next !== undefined && !isBar(next) && !readValue(BARRED.exec(next)?.[1] ?? '')
      if (!begins && index > 0 && !written.length) cells.push('')
      continue
    }
    // A heading without a bar ends a table, and the next one begins behind it.
    const headed = written.map((line) => HEADING.test(line.trim())).lastIndexOf(true) + 1
    if (headed) endGrid()
    for (const text of written.slice(0, headed)) blocks.push({ kind: 'paragraph', text })
    cells.push([...written.slice(headed), own].join(''))
  }
  endGrid()
  return { blocks, end: bars.at(-1) ?? start }
}

/** A bar stands between two cells. */
function barsBetween(lines: string[], start: number, bars: number[]) {
  const blocks: SourceBlock[] = []
  let cells: string[] = []
  let from = start
  const last = nextLine(lines, bars.at(-1) ?? start)
  for (const at of [...bars, last + 1]) {
    const own = lines.slice(from, at)
    const written = own.filter((line) => line.trim())
    from = at + 1
    const whole = written.join('')
    const [first = ''] = written
    // Behind the last bar is nothing on its line: the cell is empty, and what follows is no part of the table.
    if (at === last + 1 && !own[0]?.trim() && HEADING.test(whole.trim())) {
      blocks.push(...asGrid([...cells, '']), { kind: 'paragraph', text: whole })
      cells = []
      continue
    }
    const apart =
      written.length > 1 &&
      (whole.length > MAX_CELL || written.some((line) => HEADING.test(line)) || readValue(first))
    if (!apart) {
      cells.push(whole)
      continue
    }
    // The table ends here; the line before the bar begins the next one.
    const paragraphs = readValue(first) ? written.slice(1, -1) : written.slice(0, -1)
    // Nothing on the line behind the bar: the last cell of the table is empty.
    if (readValue(first)) cells.push(first)
    else if (!own[0]?.trim()) cells.push('')
    blocks.push(...asGrid(cells), ...paragraphs.map((text): SourceBlock => ({ kind: 'paragraph', text })))
    cells = [written.at(-1) ?? '']
  }
  blocks.push(...asGrid(cells))
  return { blocks, end: Math.min(last, lines.length - 1) }
}
