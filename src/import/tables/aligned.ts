import type { LeafColumn } from '../../format/types'
import { printedWidth } from './labels'
import type { Atom, Line } from './lines'
import type { RunReading } from './readRun'
import { isValue, type Run } from './runs'

/** Where a figure stands on its line, as one of the ways to measure it. */
type Measure = (line: Line, atom: Atom) => number

const startOf = (line: Line, atom: Atom, wide: boolean): number =>
  wide ? printedWidth(line.text.slice(0, atom.place.start)) : atom.place.start
const lengthOf = (atom: Atom) => atom.place.end - atom.place.start
const measures: Measure[] = [false, true].flatMap((wide): Measure[] => [
  (line, atom) => startOf(line, atom, wide) + lengthOf(atom) / 2,
  (line, atom) => startOf(line, atom, wide) + lengthOf(atom),
])

/** A figure counts to a column when it is nearer to it than this part of the distance to the next. */
const NEAR = 0.4

interface Columns {
  measure: Measure
  /** Centres of the columns, from the left. */
  at: number[]
  gap: number
}

/**
 * The columns of a text by where its figures stand, for rows in which blanks stand for zeros. Learned from the rows that are
 * full, else from all rows together. Where gaps decide, nothing is certain.
 */
export function alignedColumns(lines: Line[], runs: Run[]) {
  const known = new Map<number, Columns | undefined>()
  const columnsFor = (width: number): Columns | undefined => {
    if (!known.has(width)) known.set(width, learn(lines, runs, width))
    return known.get(width)
  }
  return (run: Run, columns: LeafColumn[]): RunReading | undefined => {
    const values = run.atoms.filter(isValue)
    const line = lines[run.first]
    if (columns.length < 3 || values.length >= columns.length || run.onFirst !== values.length || !line)
      return undefined
    const learned = columnsFor(columns.length)
    if (!learned) return undefined
    const cells = new Map<LeafColumn, Atom>()
    for (const atom of values) {
      const index = nearest(learned, learned.measure(line, atom))
      const column = index === undefined ? undefined : columns[index]
      if (!column || cells.has(column)) return undefined
      cells.set(column, atom)
    }
    // Figures and their total agree in whichever columns the figures stand.
    return { cells, surplus: [], doubt: '这一行有空白，按数字的位置放置，请对照原文' }
  }
}

function nearest({ at, gap }: Columns, position: number): number | undefined {
  const index = at.findIndex((centre) => Math.abs(centre - position) <= gap * NEAR)
  return index < 0 ? undefined : index
}

function learn(lines: Line[], runs: Run[], width: number): Columns | undefined {
  const rows = runs.flatMap((run) => {
    const atoms = run.atoms.filter(isValue)
    const line = lines[run.first]
    return line && run.onFirst === atoms.length && atoms.length <= width ? [{ line, atoms }] : []
  })
  const full = rows.filter(({ atoms }) => atoms.length === width)
  let best: (Columns & { spread: number }) | undefined
  for (const measure of measures) {
    const groups = full.length >= 2 ? byOrder(full, measure, width) : byGaps(rows, measure, width)
    if (!groups) continue
    const at = groups.map((group) => (Math.min(...group) + Math.max(...group)) / 2)
    const spread = Math.max(...groups.map((group) => (Math.max(...group) - Math.min(...group)) / 2))
    const gap = Math.min(...at.slice(1).map((centre, index) => centre - (at[index] ?? 0)))
    if (spread <= gap * NEAR && (!best || spread < best.spread)) best = { measure, at, gap, spread }
  }
  return best
}

type Placed = { line: Line; atoms: Atom[] }[]
const byOrder = (rows: Placed, measure: Measure, width: number): number[][] =>
  Array.from({ length: width }, (_, at) =>
    rows.flatMap(({ line, atoms }) => {
      const atom = atoms[at]
      return atom ? [measure(line, atom)] : []
    }),
  )

/** As many groups as columns, divided at the widest gaps; only where several rows end in their sum. */
function byGaps(rows: Placed, measure: Measure, width: number): number[][] | undefined {
  const sums = rows.filter(({ atoms }) => {
    const numbers = atoms.map(({ text }) => Number(text || 0))
    const total = numbers.at(-1) ?? 0
    return (
      numbers.length > 2 &&
      total > 0 &&
      numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === total
    )
  })
  if (sums.length < 2) return undefined
  const all = rows
    .flatMap(({ line, atoms }) => atoms.map((atom) => measure(line, atom)))
    .sort((a, b) => a - b)
  const gaps = all
    .slice(1)
    .map((position, at) => ({ at: at + 1, wide: position - (all[at] ?? 0) }))
    .sort((a, b) => b.wide - a.wide)
    .slice(0, width - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  if (gaps.length !== width - 1) return undefined
  const groups = [0, ...gaps].map((from, index) => all.slice(from, gaps[index] ?? all.length))
  // Without figures in some column its neighbours would be taken apart.
  return groups.every((group) => group.length > 1) ? groups : undefined
}
