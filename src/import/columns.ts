import type { LeafColumn } from '../format/types'
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

/**
 * The columns of a grid without a readable head, learned from its full rows: by their place, or by their distance from the
 * label where each row is shifted by its merged stubs.
 */
export function shiftedColumns(
  rows: { run: PlacedRun; target: Target; width: number; label: number | undefined }[],
) {
  interface Learned {
    absolute?: string
    relative?: string
    full: number
  }
  const learned = new Map<string, Learned>()
  const keyOf = (run: PlacedRun, width: number) => `${run.atoms[0]?.place.block} ${width}`
  for (const { run, width, label } of rows) {
    if (!run.grid || width < 2) continue
    const values = run.atoms.filter(({ kind }) => kind === 'number' || kind === 'mark')
    if (values.length !== width) continue
    const absolute = values.map(({ column }) => column).join(' ')
    const relative = label === undefined ? '' : values.map(({ column }) => column - label).join(' ')
    const key = keyOf(run, width)
    const before = learned.get(key)
    if (!before) learned.set(key, { absolute, relative, full: 1 })
    else {
      before.full++
      if (before.absolute !== absolute) before.absolute = undefined
      if (before.relative !== relative) before.relative = undefined
    }
  }
  // All blanks instead of zeros: together the rows still show from where to where the columns reach.
  const reach = new Map<string, { width: number; absolute: number[]; relative: number[]; sums: number }>()
  for (const { run, width, label } of rows) {
    if (!run.grid || width < 2 || label === undefined) continue
    const values = run.atoms.filter(({ kind }) => kind === 'number' || kind === 'mark')
    const key = keyOf(run, width)
    const own = reach.get(key) ?? { width, absolute: [], relative: [], sums: 0 }
    own.absolute.push(...values.map(({ column }) => column))
    own.relative.push(...values.map(({ column }) => column - label))
    if (values.length > 1 && endsInSum(values.map(({ text }) => Number(text || 0)))) own.sums++
    reach.set(key, own)
  }
  return (run: PlacedRun, label: number | undefined) =>
    (columns: LeafColumn[]): ColumnPlaces | undefined => {
      const key = keyOf(run, columns.length)
      const known = learned.get(key)
      const at = (positions: number[], from: number): ColumnPlaces =>
        new Map(columns.map((column, index) => [column, (positions[index] ?? -1) + from]))
      const numbers = (text: string) => text.split(' ').map(Number)
      if (known?.absolute) return at(numbers(known.absolute), 0)
      if (known?.relative && label !== undefined) return at(numbers(known.relative), label)
      const own = reach.get(key)
      if (known || !own || own.sums < 2 || label === undefined) return undefined
      const span = (positions: number[]) => Math.max(...positions) - Math.min(...positions) + 1
      const from = (positions: number[]) => columns.map((_, index) => Math.min(...positions) + index)
      if (span(own.absolute) === own.width) return at(from(own.absolute), 0)
      if (span(own.relative) === own.width) return at(from(own.relative), label)
      return undefined
    }
}
const endsInSum = (values: number[]): boolean => {
  const total = values.at(-1) ?? 0
  return total > 0 && values.slice(0, -1).reduce((sum, value) => sum + value, 0) === total
}
