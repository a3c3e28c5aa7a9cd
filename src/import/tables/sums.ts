import type { LeafColumn } from '../../format/types'
import { readCell } from '../../report/value'
import type { Atom } from './lines'

/** The amount of a figure in whole units; 0 for a dash or a blank (only for comparing sums), undefined for no number. */
export function amountOf({ kind, text }: Pick<Atom, 'kind' | 'text'>): bigint | undefined {
  if (kind === 'unread') return undefined
  if (kind !== 'number') return 0n
  const value = readCell(text, '万元')
  return value.kind === 'number' ? value.amount : undefined
}

/** Whether the computed columns of a row are the sums they should be; undefined where there is none or it is not given. */
export function sumHolds(cells: Map<LeafColumn, Atom>): boolean | undefined {
  const byPath = new Map([...cells].map(([column, atom]) => [column.path, atom]))
  let known: boolean | undefined
  for (const [column, total] of cells) {
    if (!column.sum || total.kind !== 'number') continue
    const parts = column.sum.map((path) => byPath.get(path))
    // What cannot be read may be any part of the sum.
    if (parts.some((part) => part?.kind === 'unread')) continue
    const amounts = parts.map((part) => (part ? amountOf(part) : 0n))
    const sum = amounts.reduce<bigint | undefined>(
      (all, amount) => (all === undefined || amount === undefined ? undefined : all + amount),
      0n,
    )
    if (sum === undefined || sum !== amountOf(total)) return false
    known = true
  }
  return known
}

/** Computed columns that are blank in a row although what they add up is not, and those that are given. */
export function totalsOf(cells: Map<LeafColumn, Atom>, columns: LeafColumn[]) {
  const open: LeafColumn[] = []
  const given: LeafColumn[] = []
  for (const column of columns) {
    if (!column.sum) continue
    if (cells.get(column)?.text) given.push(column)
    else if ([...cells].some(([part, atom]) => column.sum?.includes(part.path) && amountOf(atom) !== 0n))
      open.push(column)
  }
  return { open, given }
}

/**
 * Whether all totals of these rows are 0 over parts that are not: left as they stood in the form, they say nothing about the
 * order of the figures. One such row alone could as well be read in a wrong order.
 */
export function areTotalsLeftAtZero(rows: Map<LeafColumn, Atom>[]): boolean {
  let left = 0
  for (const cells of rows)
    for (const [column, atom] of cells) {
      if (!column.sum) continue
      if (amountOf(atom) !== 0n) return false
      const parts = [...cells].filter(([part]) => column.sum?.includes(part.path))
      if (parts.some(([, part]) => amountOf(part))) left++
    }
  return left > 1
}

/** More figures than this beyond the columns are no leftovers of merged cells. */
const MAX_SURPLUS = 2

/** Ways to leave the surplus of a row out so that its sums hold; equal rows count once. */
export function withoutSurplus(values: Atom[], columns: LeafColumn[]): { kept: Atom[]; surplus: Atom[] }[] {
  const surplus = values.length - columns.length
  if (surplus < 1 || surplus > MAX_SURPLUS || !columns.some(({ sum }) => sum)) return []
  const ways = new Map<string, { kept: Atom[]; surplus: Atom[] }>()
  // From the end: what a merged cell leaves over stands behind the row.
  for (let a = values.length - 1; a >= 0; a--)
    for (let b = surplus === 2 ? a - 1 : a; b >= (surplus === 2 ? 0 : a); b--) {
      const dropped = new Set([values[a], values[b]])
      const kept = values.filter((atom) => !dropped.has(atom))
      const text = kept.map((atom) => atom.text).join(' ')
      if (ways.has(text)) continue
      if (sumHolds(new Map(columns.map((column, index) => [column, kept[index] as Atom]))) !== true) continue
      ways.set(text, { kept, surplus: values.filter((atom) => dropped.has(atom)) })
    }
  return [...ways.values()]
}
