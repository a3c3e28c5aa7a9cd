import type { SourceBlock, SourceCell } from '../source'
import { markHiddenColumns } from './hiddenColumns'

const MAX_CELLS = 100_000
/** A row with one text of this length is prose that stands in a table. */
const PROSE_LENGTH = 60

export interface OpenCell {
  blocks: SourceBlock[]
  /** All its text has the colour of the page, as far as the page itself says. */
  faint?: boolean
  /** It holds a picture, a sign or an object, which may be its figure. */
  picture?: boolean
  /** Why its figure is not certain. */
  doubt?: string
  columns: number
  rows: number
}
export const AUTOMATIC = '来文这一格有自动编号，请对照原文'

const cellText = (cell: OpenCell): string =>
  cell.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')

/**
 * A table as a grid with its merged cells expanded. Rows that hold other tables or a single text of prose stand as what is
 * in them, and divide the grid. Cells of hidden columns are marked.
 */
export function blocksOfTable(rows: OpenCell[][], hidden: ReadonlySet<number> = new Set()): SourceBlock[] {
  if (rows.every((row) => row.length <= 1 && row.every((cell) => cell.rows === 1)))
    return rows.flatMap((row) => row.flatMap((cell) => cell.blocks))
  const blocks: SourceBlock[] = []
  let grid: SourceCell[][] = []
  /** Column → rows for which a merged cell above still covers it. */
  const covered: number[] = []
  let cells = 0
  const endGrid = () => {
    markHiddenColumns(grid, hidden)
    if (grid.length) blocks.push({ kind: 'grid', rows: grid })
    grid = []
  }
  for (const row of rows) {
    const line: SourceCell[] = []
    const cover = (below: number) => {
      covered[line.length] = below
      line.push({ text: '', covered: true })
    }
    const fromAbove = () => {
      for (let left = covered[line.length] ?? 0; left > 0; left = covered[line.length] ?? 0) cover(left - 1)
    }
    const filled = row.filter((cell) => cell.blocks.length)
    const laidOut = row.some((cell) => cell.blocks.some((block) => block.kind === 'grid'))
    const [only] = filled
    const prose =
      filled.length === 1 && only && cellText(only).length > PROSE_LENGTH && /[。；]/.test(cellText(only))
    for (const cell of row) {
      fromAbove()
      if (cells > MAX_CELLS) break
      covered[line.length] = cell.rows - 1
      const text = laidOut || prose ? '' : cellText(cell)
      // White figures of which nobody knows what is behind them count like those of a hidden row.
      line.push({
        text,
        ...(cell.picture && { picture: true as const }),
        ...(cell.doubt && { doubt: cell.doubt }),
        ...(cell.columns > 1 && { columns: cell.columns }),
        ...(cell.rows > 1 && { rows: cell.rows }),
        ...(cell.faint && /\d/.test(text) && { hidden: true as const }),
      })
      for (let i = 1; i < cell.columns; i++) cover(cell.rows - 1)
      cells += cell.columns
    }
    fromAbove()
    if (laidOut || prose) {
      endGrid()
      for (const cell of row) blocks.push(...cell.blocks)
    } else if (line.length) grid.push(line)
  }
  endGrid()
  return blocks
}

/** Fewer tables of one row each, one below the other, may be tables of their own. */
const FEWEST_ROWS = 3

/** The blocks of a page with the rows of one table that each came as a table of their own, all of one width, put together. */
export function withRowsJoined(blocks: SourceBlock[]): SourceBlock[] {
  const widthOf = (block: SourceBlock | undefined) =>
    block?.kind === 'grid' && block.rows.length === 1 ? block.rows[0]?.length : undefined
  const runs: SourceBlock[][] = []
  for (const block of blocks) {
    const [open, width] = [runs.at(-1), widthOf(block)]
    if (open && width !== undefined && width > 1 && widthOf(open[0]) === width) open.push(block)
    else runs.push([block])
  }
  return runs.flatMap((run): SourceBlock[] =>
    run.length < FEWEST_ROWS
      ? run
      : [{ kind: 'grid', rows: run.flatMap((block) => (block.kind === 'grid' ? block.rows : [])) }],
  )
}
