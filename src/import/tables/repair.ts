import type { LeafColumn, LeafRow, TableSpec } from '../../format/types'
import type { Row } from './assign'
import { SHOWN_ELSEWHERE } from './hiddenRows'
import { columnsOf, rowsOf } from './occurrences'
import type { RunReading } from './readRun'
import { amountOf, sumHolds } from './sums'

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

/**
 * Which printing of a row counts where the source has it several times: a visible one before a hidden one, then the one
 * that fits the sums of the table and its own, else the first.
 */
export function fittingOf(
  printings: RowReading[],
  rows: RowReading[],
  table: TableSpec,
): { chosen: RowReading; why: string } {
  const [first] = printings as [RowReading]
  if (printings.length === 1) return { chosen: first, why: '' }
  const visible = printings.filter(({ row }) => !row.run.hidden)
  const [shown] = visible
  if (shown && visible.length < printings.length && visible.length === 1)
    return { chosen: shown, why: SHOWN_ELSEWHERE }
  const among = visible.length ? visible : printings
  const amounts: Amounts = (path, column) => {
    const cells = rows.find(({ leaf }) => leaf.path === path)?.reading?.cells
    const atom = cells?.get(column)
    return cells ? (atom ? amountOf(atom) : 0n) : undefined
  }
  const failures = among.map(({ leaf, reading }) => {
    if (!reading) return Number.POSITIVE_INFINITY
    const own = sumHolds(reading.cells) === false ? 1 : 0
    return own + failuresOf(leaf, reading.cells, amounts, table)
  })
  const least = Math.min(...failures)
  const fitting = among.filter((_, at) => failures[at] === least)
  const [chosen = first] = fitting
  return fitting.length === 1
    ? { chosen, why: '这里用的是与合计相符的一次' }
    : { chosen, why: '这里用的是前一次的' }
}

/** Whether every computed row is there and is the sum of its rows, and every identity holds, in each column. */
export function sumsAgree(rows: RowReading[], table: TableSpec): boolean {
  const amounts: Amounts = (path, column) => {
    const cells = rows.find(({ leaf }) => leaf.path === path)?.reading?.cells
    const atom = cells?.get(column)
    return cells ? (atom ? amountOf(atom) : 0n) : undefined
  }
  return table.blocks.every((block) =>
    columnsOf(block).every((column) => {
      const sums = rowsOf(block).flatMap(({ path, sum }) => (sum ? [[sum, [path]] as const] : []))
      const sides = [...sums, ...(table.identities ?? []).map(({ left, right }) => [left, right] as const)]
      return sides.every(([left, right]) => {
        const [a, b] = [sumOf([...left], column, amounts), sumOf([...right], column, amounts)]
        return a !== undefined && a === b
      })
    }),
  )
}

/** In how many columns the sums that a row is part of fail: those above it, its own and the identities. */
function failuresOf(leaf: LeafRow, cells: Cells, amounts: Amounts, table: TableSpec): number {
  const rows = table.blocks.flatMap(rowsOf)
  let failures = 0
  for (const [column, atom] of cells) {
    const here: Amounts = (path, at) =>
      path === leaf.path && at === column ? amountOf(atom) : amounts(path, at)
    for (const row of rows) {
      if (!row.sum || (row !== leaf && !row.sum.includes(leaf.path))) continue
      const [sum, total] = [sumOf(row.sum, column, here), here(row.path, column)]
      if (sum !== undefined && total !== undefined && sum !== total) failures++
    }
  }
  return failures
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
