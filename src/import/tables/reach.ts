import type { Atom } from './lines'

/** Columns from one to before another. */
export interface Stretch {
  from: number
  to: number
}
export const stretchOf = ({ column, columns = 1 }: Atom): Stretch => ({ from: column, to: column + columns })
export const isIn = (column: number, { from, to }: Stretch): boolean => column >= from && column < to

const endOf = ({ column, columns = 1 }: Atom) => column + columns

/**
 * A row of a grid that ends before the last of its columns: which of its cells is missing nobody knows, so every figure
 * behind the gap stands in the column of its neighbour.
 */
export const isShort = (atoms: Atom[], places: Iterable<number>): boolean =>
  Math.max(...atoms.map(endOf)) <= Math.max(...places)

export const SHORT = '来文这一行的格比表头少，各数可能错了列，请对照原文'
export const CROWDED = '这一行有一格写了两个数，另有一格没有数，各数可能错位，请对照原文'
export const NO_TOTAL = '来文这一行没有总计，别处都有，各数可能错了列，请对照原文'
export const MERGED = '来文中这个数占了合并的几格，请对照原文'

/** The columns besides its own that a figure stands over. */
export const alsoOver = <T>(atom: Atom, places: ReadonlyMap<T, number>): T[] =>
  (atom.columns ?? 1) < 2
    ? []
    : [...places].flatMap(([column, at]) => (at > atom.column && at < endOf(atom) ? [column] : []))
export const HIDDEN = '来文中这一行是隐藏的，请对照原文'
