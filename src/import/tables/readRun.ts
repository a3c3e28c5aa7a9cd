import type { LeafColumn } from '../../format/types'
import type { ColumnPlaces } from './columns'
import type { Atom } from './lines'
import { isShort, SHORT } from './reach'
import { isValue, type Run } from './runs'
import { amountOf, sumHolds, withoutSurplus } from './sums'

export interface RunReading {
  cells: Map<LeafColumn, Atom>
  surplus: Atom[]
  /** Where its columns stand in the grid. */
  at?: ColumnPlaces
  /** The row's own sum has decided. */
  bySum?: boolean
  /** The sums of the table have decided. */
  byColumns?: boolean
  /** All readings that the row's own sum allows, where it allows several. */
  ways?: { cells: Map<LeafColumn, Atom>; surplus: Atom[] }[]
  doubt?: string
}

export const HEAD_UNREAD = '来文的表头没有读全，各数按官方的列序放置，请对照原文'
const TOO_MANY = '这一行的数比表中的列多，请对照原文'
export const NO_SUM = '这一行各数相加不等于来文的总计，请对照原文'

/** Which figure of a run belongs to which column; undefined where that cannot be told. */
export function readRun(
  run: Run,
  { columns, inCells, zeroTotals }: { columns: LeafColumn[]; inCells: boolean; zeroTotals: boolean },
  at: ColumnPlaces | undefined,
): RunReading | undefined {
  const values = run.atoms.filter(isValue)
  const inOrder = (atoms: Atom[]) =>
    new Map(columns.flatMap((column, index) => (atoms[index] ? [[column, atoms[index]] as const] : [])))
  if (at) {
    const cells = new Map<LeafColumn, Atom>()
    for (const [column, position] of at) {
      const atom = values.find((each) => each.column === position)
      if (atom) cells.set(column, atom)
    }
    const placed = new Set(cells.values())
    const surplus = values.filter((atom) => !placed.has(atom))
    if (surplus.every(({ kind }) => kind === 'unread') && (cells.size || !surplus.length))
      return { cells, surplus, at, ...(isShort(run.atoms, at.values()) && { doubt: SHORT }) }
    if (
      values.length !== columns.length &&
      surplus.every((atom) => placed.size && !placed.has(atom)) &&
      sumHolds(cells) === true
    )
      return { cells, surplus, bySum: true }
  }
  // Every row has as many cells as the head has columns: the empty ones are blanks.
  if (inCells && run.atoms.length === columns.length) return { cells: inOrder(run.atoms), surplus: [] }
  if (values.length === columns.length) {
    const cells = inOrder(values)
    return sumHolds(cells) === false && !run.grid && !zeroTotals
      ? { cells, surplus: [], doubt: NO_SUM }
      : { cells, surplus: [] }
  }
  // A whole row on its line, and below it a number that stands alone: of a page, or of a note.
  if (columns.length > 1 && run.onFirst === columns.length && values.length - run.onFirst <= 2) {
    const cells = inOrder(values.slice(0, columns.length))
    const surplus = values.slice(columns.length)
    const doubt = surplus.length > 1 && sumHolds(cells) === undefined ? TOO_MANY : undefined
    if (sumHolds(cells) !== false) return { cells, surplus, ...(doubt && { doubt }) }
  }
  if (columns.length === 1) {
    const [first] = values
    const [column] = columns
    if (!first || !column) return undefined
    // A merged cell may be repeated over its columns; in a text a figure that stands there twice is two figures.
    const same =
      values.length === 1 || (run.cells && values.every((atom) => amountOf(atom) === amountOf(first)))
    return {
      cells: new Map([[column, first]]),
      surplus: same ? [] : values.slice(1),
      ...(same ? {} : { doubt: '这一行有几个数，表中只有一列' }),
    }
  }
  const entered = columns.filter(({ sum }) => !sum)
  // One that is the sum of the others is the total: then it is another column that the row lacks.
  if (values.length === entered.length && !endsInSum(values))
    return {
      cells: new Map(entered.map((column, index) => [column, values[index] as Atom])),
      surplus: [],
      doubt: `这一行只有 ${values.length} 个数，按没有总计列放置，请对照原文`,
    }
  if (values.length > columns.length) {
    const ways = withoutSurplus(values, columns)
    const [chosen] = ways
    if (chosen)
      return {
        cells: inOrder(chosen.kept),
        surplus: chosen.surplus,
        bySum: true,
        ...(ways.length > 1
          ? {
              ways: ways.map(({ kept, surplus }) => ({ cells: inOrder(kept), surplus })),
              doubt: '这一行的数比表中的列多，有几种放法都与本行合计相符，请对照原文',
            }
          : {}),
      }
    // The first figures are a row of their own when their sum says so, but what follows is unexplained.
    const cells = inOrder(values.slice(0, columns.length))
    if (sumHolds(cells) === true && [...cells.values()].some((atom) => (amountOf(atom) ?? 0n) > 0n))
      return { cells, surplus: values.slice(columns.length), doubt: TOO_MANY }
  }
  return undefined
}

const endsInSum = (values: Atom[]): boolean => {
  const amounts = values.map((atom) => amountOf(atom) ?? 0n)
  const total = amounts.pop() ?? 0n
  return total > 0n && amounts.reduce((sum, amount) => sum + amount, 0n) === total
}
