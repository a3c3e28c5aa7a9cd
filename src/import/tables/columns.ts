import type { LeafColumn } from '../../format/types'
import { readLabel, spellingsOf } from './labels'
import type { Line } from './lines'
import type { Target } from './occurrences'

/** Where each column of a table stands: column of the grid, of a source with cells. */
export type ColumnPlaces = Map<LeafColumn, number>

interface PlacedRun {
  atoms: { kind: string; column: number; text: string; place: { block: number } }[]
  first: number
  grid: boolean
}

/**
 * The columns of a grid by the labels in its head, for the run on a line. Undefined where the head does not name every
 * entered column once, or where any row of the grid has a figure outside of them (the head of a text is often shifted).
 */
export function headColumns(
  lines: Line[],
  line: number,
  columns: LeafColumn[],
  rows: { run: PlacedRun; target: Target }[],
): ColumnPlaces | undefined {
  const block = lines[line]?.block
  const own = rows.filter(
    ({ run, target }) => run.grid && lines[run.first]?.block === block && sameColumns(target, columns),
  )
  const first = Math.min(line, ...own.map(({ run }) => run.first))
  const places: ColumnPlaces = new Map()
  for (let above = first - 1; above >= 0 && lines[above]?.block === block && first - above <= 6; above--) {
    for (const atom of lines[above]?.atoms ?? []) {
      if (atom.kind !== 'label') continue
      const { text } = readLabel(atom.text)
      const column = columns.find((each) => spellingsOf(each).includes(text))
      if (!column) continue
      if (places.has(column)) return undefined
      places.set(column, atom.column)
    }
    if (places.size === columns.length) break
  }
  // A clerk's own sheet may do without the columns that the form adds up.
  if (columns.some((column) => !column.sum && !places.has(column))) return undefined
  const positions = new Set(places.values())
  if (positions.size !== places.size) return undefined
  const fits = own.every(({ run }) =>
    run.atoms.every((atom) => (atom.kind !== 'number' && atom.kind !== 'mark') || positions.has(atom.column)),
  )
  const left = Math.min(...positions)
  const labelsLeft = own.every(({ run }) =>
    (lines[run.first]?.atoms ?? []).every((atom) => atom.kind !== 'label' || atom.column < left),
  )
  return fits && labelsLeft ? places : undefined
}
const sameColumns = (target: Target, columns: LeafColumn[]) =>
  target.block.columns.some((column) => columns.includes(column as LeafColumn)) || columns.length > 3

/** How far a run reaches, from its left end or from its label. */
interface Reach {
  width: number
  /** Positions of the figures of full rows; null where full rows disagree, undefined where there is none. */
  full: { absolute?: string | null; relative?: string | null }
  absolute: Set<number>
  relative: Set<number>
  /** Rows whose last figure is the sum of the others. */
  sums: number
}

/**
 * The columns of a grid without a readable head, learned from its full rows, or from all its rows together where blanks
 * stand for zeros: by their place, or by their distance from the label where each row is shifted by its merged stubs.
 */
export function learnedColumns(
  rows: { run: PlacedRun; target: Target; width: number; label: number | undefined }[],
) {
  const reaches = new Map<string, Reach>()
  const keyOf = (run: PlacedRun, width: number) => `${run.atoms[0]?.place.block} ${width}`
  const agree = (known: string | null | undefined, own: string) =>
    known === undefined || known === own ? own : null
  for (const { run, width, label } of rows) {
    if (!run.grid || width < 2) continue
    const values = run.atoms.filter(({ kind }) => kind === 'number' || kind === 'mark')
    const key = keyOf(run, width)
    const reach = reaches.get(key) ?? { width, full: {}, absolute: new Set(), relative: new Set(), sums: 0 }
    reaches.set(key, reach)
    const absolute = values.map(({ column }) => column)
    const relative = absolute.map((column) => column - (label ?? Number.NaN))
    // A surplus figure widens no column.
    if (values.length > width) continue
    for (const column of absolute) reach.absolute.add(column)
    for (const column of relative) reach.relative.add(column)
    if (values.length > 1 && endsInSum(values.map(({ text }) => Number(text || 0)))) reach.sums++
    if (values.length !== width) continue
    reach.full.absolute = agree(reach.full.absolute, absolute.join(' '))
    reach.full.relative = agree(reach.full.relative, relative.join(' '))
  }
  const numbers = (text: string) => text.split(' ').map(Number)
  const within = (positions: number[], seen: Set<number>) =>
    [...seen].every((column) => positions.includes(column))
  const spanned = (seen: Set<number>, width: number) => {
    const from = Math.min(...seen)
    return Math.max(...seen) - from + 1 === width
      ? Array.from({ length: width }, (_, at) => from + at)
      : undefined
  }
  const positionsOf = (full: string | null | undefined, seen: Set<number>, reach: Reach) => {
    const positions = full
      ? numbers(full)
      : full === undefined && reach.sums >= 2
        ? spanned(seen, reach.width)
        : undefined
    return positions && within(positions, seen) ? positions : undefined
  }
  return (run: PlacedRun, label: number | undefined, columns: LeafColumn[]): ColumnPlaces | undefined => {
    const reach = reaches.get(keyOf(run, columns.length))
    if (!reach) return undefined
    const absolute = positionsOf(reach.full.absolute, reach.absolute, reach)
    const relative =
      label === undefined
        ? undefined
        : positionsOf(reach.full.relative, reach.relative, reach)?.map((at) => at + label)
    if (absolute && relative && absolute.join() !== relative.join()) return undefined
    const positions = absolute ?? relative
    return positions && new Map(columns.map((column, index) => [column, positions[index] as number]))
  }
}
const endsInSum = (values: number[]): boolean => {
  const total = values.at(-1) ?? 0
  return total > 0 && values.slice(0, -1).reduce((sum, value) => sum + value, 0) === total
}
