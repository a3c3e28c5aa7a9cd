import type { SourceBlock, SourceCell, SourceDocument } from '../source'
import { withoutRadicals } from './han'
import { streamAt } from './streams'

/** A quoted cell of a spreadsheet may hold line breaks; longer than this it is a stray quotation mark. */
const MAX_QUOTED_LINES = 20
const MIN_BARS = 2
/** Dots that lead from a label to its figure. */
const LEADERS = /(?:[.．·・]{3,}|…+)\s*(?=[\d０-９])/g

/**
 * Plain text and Markdown. Lines with tabs or with bars are rows of a grid; everything else stays a line, with its spaces,
 * which may hold columns apart.
 */
export function readPlain(text: string, name: string): SourceDocument {
  const lines = joinQuoted(
    withoutRadicals(text.replace(/^\ufeff/, '')).split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/),
  )
  const blocks: SourceBlock[] = []
  let grid: SourceCell[][] = []
  let bars = false
  const endGrid = () => {
    if (grid.length) blocks.push({ kind: 'grid', rows: bars ? withoutFrame(grid) : grid })
    grid = []
  }
  for (let at = 0; at < lines.length; at++) {
    const stream = streamAt(lines, at)
    if (stream) {
      endGrid()
      blocks.push(...stream.blocks)
      at = stream.end
      continue
    }
    const line = lines[at] ?? ''
    const cells = cellsOfLine(line, bars && grid.length > 0 ? MIN_BARS - 1 : minBars(lines, at))
    if (!cells) {
      // A blank line between rows of a pasted table is no end of it, but two tables must not grow together.
      endGrid()
      if (line.trim())
        blocks.push({ kind: 'paragraph', text: line.replaceAll('\u0000', '').replace(LEADERS, '  ') })
      continue
    }
    if (grid.length && bars !== cells.bars) endGrid()
    bars = cells.bars
    if (cells.texts.length) grid.push(cells.texts.map((each) => ({ text: each })))
  }
  endGrid()
  return { name, blocks }
}

/** One bar makes no row by itself, but beside rows with more it divides a row of two cells. */
function minBars(lines: string[], at: number): number {
  const next = lines.slice(at).find((line) => barsIn(line) !== 1) ?? ''
  return barsIn(next) >= MIN_BARS && cellsOfLine(next, MIN_BARS) ? MIN_BARS - 1 : MIN_BARS
}
const withBars = (line: string) => line.replace(/[│┃┆║｜¦]/g, '|').trim()
const barsIn = (line: string) => withBars(line).split('|').length - 1

function cellsOfLine(line: string, fewest: number): { texts: string[]; bars: boolean } | undefined {
  if (line.includes('\t')) {
    if (!line.trim()) return undefined
    return { texts: line.split('\t').map((cell) => cell.trim()), bars: false }
  }
  const barred = withBars(line)
  if (barsIn(line) < fewest)
    return /^[\s┌┐└┘├┤┬┴┼─━┏┓┗┛+=-]*[┌┐└┘├┤┬┴┼─━][\s┌┐└┘├┤┬┴┼─━+-]*$/.test(line)
      ? { texts: [], bars: true }
      : undefined
  if (/^[|\s:+=-]+$/.test(barred) && /-{2,}|={2,}/.test(barred)) return { texts: [], bars: true }
  return {
    texts: barred.split('|').map((cell) =>
      cell
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/~~[^~]*~~/g, ' ')
        .replace(/\*\*/g, '')
        .replace(/\\([*_~`#])/g, '$1')
        .trim(),
    ),
    bars: true,
  }
}

/** Bars at both ends of every row frame the table; at the end of some rows only they stand before an empty cell. */
function withoutFrame(rows: SourceCell[][]): SourceCell[][] {
  const left = rows.every((row) => row[0]?.text === '')
  const right = rows.every((row) => row.at(-1)?.text === '')
  return rows.map((row) => row.slice(left ? 1 : 0, right ? -1 : undefined))
}

/** Spreadsheets put a cell with line breaks into quotation marks: its lines belong to one row. */
function joinQuoted(lines: string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (!/(?:^|\t)"[^"\t]*$/.test(line)) {
      joined.push(unquote(line))
      continue
    }
    let whole = line
    let last = i
    let closed = false
    while (!closed && last + 1 < lines.length && last - i < MAX_QUOTED_LINES) {
      last++
      whole += `\n${lines[last]}`
      closed = /^[^"]*"(?:\t|$)/.test(lines[last] ?? '') && !/(?:^|\t)"[^"\t]*$/.test(lines[last] ?? '')
    }
    if (closed && whole.includes('\t')) {
      joined.push(unquote(whole))
      i = last
    } else joined.push(line)
  }
  return joined
}
const unquote = (line: string) =>
  line.includes('\t') ? line.replace(/(^|\t)"([^"\t]*)"(?=\t|$)/g, '$1$2') : line
