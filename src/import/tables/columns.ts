import type { LeafColumn } from '../../format/types'
import type { Target } from './occurrences'

/** Where each column of a table stands: column of the grid, of a source with cells. */
export type ColumnPlaces = Map<LeafColumn, number>

interface PlacedRun {
  atoms: { kind: string; column: number; text: string; place: { block: number } }[]
  first: number
  grid: boolean
}

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
    // A surplus figure widens no column, nor does one that cannot be read.
    if (run.atoms.filter(({ kind }) => kind !== 'empty').length > width) continue
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
    // Rows that reach further by their labels than by their places are not shifted, they are short of columns.
    if (!absolute && reach.relative.size > reach.absolute.size) return undefined
    const positions = absolute ?? relative
    return positions && new Map(columns.map((column, index) => [column, positions[index] as number]))
  }
}
const endsInSum = (values: number[]): boolean => {
  const total = values.at(-1) ?? 0
  return total > 0 && values.slice(0, -1).reduce((sum, value) => sum + value, 0) === total
}
