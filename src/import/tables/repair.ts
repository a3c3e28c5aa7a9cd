import type { LeafColumn, LeafRow, TableSpec } from '../../format/types'
import type { Row } from './assign'
import type { RunReading } from './readRun'
import { amountOf } from './sums'

/** A row of a table with how its figures were read; undefined where they could not be told apart. */
export interface RowReading {
  row: Row
  leaf: LeafRow
  reading: RunReading | undefined
}

type Cells = RunReading['cells']
type Amounts = (path: string, column: LeafColumn) => bigint | undefined

/**
 * Chooses between readings of a row by the sums of the table: a computed row is the sum of its rows, and the identities
 * hold in every column. A row stays in doubt where no sum can be checked, or where several readings fulfil them.
 */
export function settle(rows: RowReading[], table: TableSpec) {
  const byPath = new Map<string, RowReading>()
  for (const each of rows) if (!byPath.has(each.leaf.path)) byPath.set(each.leaf.path, each)
  const known = (path: string): Cells | undefined => {
    const reading = byPath.get(path)?.reading
    return reading && !reading.ways ? reading.cells : undefined
  }
  const amounts: Amounts = (path, column) => {
    const cells = known(path)
    if (!cells) return undefined
    const atom = cells.get(column)
    return atom ? amountOf(atom) : 0n
  }
  // A total first: the identities then have it.
  const open = rows
    .filter(({ reading }) => reading?.ways)
    .sort((a, b) => Number(!a.leaf.sum) - Number(!b.leaf.sum))
  for (const each of open) {
    const { reading, leaf } = each
    if (!reading?.ways) continue
    const verdicts = reading.ways.map(({ cells }) => holds(leaf, cells, amounts, table))
    const fitting = reading.ways.filter((_, at) => verdicts[at] === true)
    const [only] = fitting
    if (!only || fitting.length > 1) continue
    each.reading = { cells: only.cells, surplus: only.surplus, byColumns: true }
  }
}

/** Whether a row fits the sums it is part of; undefined where none of them can be checked. */
function holds(leaf: LeafRow, cells: Cells, amounts: Amounts, table: TableSpec): boolean | undefined {
  let checked: boolean | undefined
  for (const [column, atom] of cells) {
    const own = amountOf(atom)
    if (own === undefined) return false
    const here: Amounts = (path, at) => (path === leaf.path && at === column ? own : amounts(path, at))
    const checks: boolean[] = []
    if (leaf.sum) {
      const sum = sumOf(leaf.sum, column, here)
      if (sum !== undefined) checks.push(sum === own)
    }
    // A row's own sum decides alone: an identity may fail by a mistake elsewhere.
    for (const { left, right } of checks.length ? [] : (table.identities ?? [])) {
      if (![...left, ...right].includes(leaf.path)) continue
      const [a, b] = [sumOf(left, column, here), sumOf(right, column, here)]
      if (a !== undefined && b !== undefined) checks.push(a === b)
    }
    if (checks.includes(false)) return false
    if (checks.length) checked = true
  }
  return checked
}

function sumOf(paths: string[], column: LeafColumn, amounts: Amounts): bigint | undefined {
  let sum = 0n
  for (const path of paths) {
    const amount = amounts(path, column)
    if (amount === undefined) return undefined
    sum += amount
  }
  return sum
}
