import type { SourceBlock, SourceCell, SourceDocument } from '../source'
import { boxAt } from './boxes'
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
  const lines = withClosingBars(
    joinQuoted(withoutRadicals(text.replace(/^\ufeff/, '')).split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)),
  )
  const fewest = fewestBars(lines)
  const blocks: SourceBlock[] = []
  let grid: SourceCell[][] = []
  let bars = false
  let boxed: { end: number; doubt?: string } = { end: -1 }
  const endGrid = () => {
    if (grid.length)
      blocks.push({ kind: 'grid', rows: withoutFillers(bars ? withoutFrame(grid) : withEmptyEnds(grid)) })
    grid = []
  }
  for (let at = 0; at < lines.length; at++) {
    const box = at > boxed.end ? boxAt(lines, at, textOfCell) : undefined
    if (box) boxed = box
    const found = streamAt(lines, at) ?? (box?.blocks && { blocks: box.blocks, end: box.end })
    if (found) {
      endGrid()
      blocks.push(...found.blocks)
      at = found.end
      continue
    }
    const line = lines[at] ?? ''
    const cells = cellsOfLine(line, bars && grid.length > 0 ? MIN_BARS - 1 : (fewest[at] ?? MIN_BARS))
    if (!cells) {
      // A blank line between rows of a pasted table is no end of it, but two tables must not grow together.
      endGrid()
      if (line.trim())
        blocks.push({ kind: 'paragraph', text: line.replaceAll('\u0000', '').replace(LEADERS, '  ') })
      continue
    }
    if (grid.length && bars !== cells.bars) endGrid()
    bars = cells.bars
    const doubt = at <= boxed.end && boxed.doubt ? { doubt: boxed.doubt } : {}
    if (cells.texts.length) grid.push(cells.texts.map((each) => ({ text: each, ...doubt })))
  }
  endGrid()
  return { name, blocks }
}

/** For each line the bars that make a row of it: one does not by itself, but before a row with more it divides two cells. */
function fewestBars(lines: string[]): number[] {
  const fewest: number[] = []
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? ''
    const bars = barsIn(line)
    const isRow = bars >= MIN_BARS && cellsOfLine(line, MIN_BARS) !== undefined
    fewest[at] = bars === 1 ? (fewest[at + 1] ?? MIN_BARS) : isRow ? MIN_BARS - 1 : MIN_BARS
  }
  return fewest
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
    texts: barred.split('|').map(textOfCell),
    bars: true,
  }
}
/** What a cell says without the signs of Markdown. */
const textOfCell = (cell: string) =>
  cell
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/~~[^~]*~~/g, ' ')
    .replace(/\*\*/g, '')
    .replace(/\\([*_~`#])/g, '$1')
    .trim()

/**
 * Tabs at the end of a line are easily lost: where the last label of a row would reach to the end of its table over as many
 * cells as the one before it does, the cells behind it are empty ones.
 */
function withEmptyEnds(rows: SourceCell[][]): SourceCell[][] {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => {
    const [before, last] = row.flatMap(({ text }, at) => (text ? [at] : [])).slice(-2)
    if (before === undefined || last === undefined || last !== row.length - 1) return row
    const reach = last - before
    return reach > 1 && last + reach === width
      ? [...row, ...Array.from({ length: reach - 1 }, () => ({ text: '' }))]
      : row
  })
}

/** Bars at both ends of every row frame the table; at the end of some rows only they stand before an empty cell. */
function withoutFrame(rows: SourceCell[][]): SourceCell[][] {
  const left = rows.every((row) => row[0]?.text === '')
  const right = rows.every((row) => row.at(-1)?.text === '')
  return rows.map((row) => row.slice(left ? 1 : 0, right ? -1 : undefined))
}

/** What converters of workbooks write where the head of a column has no name. */
const UNNAMED = /^Unnamed: ?\d+(?:_level_\d+)?$/
/** Where such heads stand, NaN is what the same converter writes into every other empty cell. */
function withoutFillers(rows: SourceCell[][]): SourceCell[][] {
  if (!rows.some((row) => row.some(({ text }) => UNNAMED.test(text)))) return rows
  return rows.map((row) =>
    row.map((cell) => (UNNAMED.test(cell.text) || cell.text === 'NaN' ? { ...cell, text: '' } : cell)),
  )
}

const isBar = (line = '') => /^\s*\|\s*$/.test(withBars(line))
/** So many rows whose last bar stands on the line below are no chance. */
const MIN_CLOSED = 5
/** The lines of a text with the bar behind each row's last cell on its own line: some converters break before it. */
function withClosingBars(lines: string[]): string[] {
  const isClosed = (at: number) =>
    (lines[at] ?? '').trim() !== '' && !isBar(lines[at]) && isBar(lines[at + 1])
  const rows = [...lines.keys()].filter((at) => /[^|\s]\s*\|\s*[^|\s]/.test(withBars(lines[at] ?? '')))
  const closed = rows.filter(isClosed)
  if (closed.length < MIN_CLOSED || closed.length < 0.9 * rows.length) return lines
  return lines.flatMap((line, at) =>
    isClosed(at) ? [`${line} |`] : at > 0 && isClosed(at - 1) ? [] : [line],
  )
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
