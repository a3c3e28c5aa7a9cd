import { columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, TableSpec } from '../../format/types'
import { prefixedNames } from './head'
import { isForeignName } from './headSlots'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf } from './occurrences'
import { type Stretch, stretchOf } from './reach'
import { isValue } from './runs'
import { amountOf } from './sums'
import { gridsIn } from './transposed'

/** A head is put in so many columns at most beside its figures. */
const MAX_SHIFT = 3
const SHIFTED = '来文的表头与下面的数错开了，各数可能错了列，请对照原文'
const TOTALS = new Set(['总计', '合计'])

/** A head of a grid with the rows of figures below it. */
interface Part {
  head: Line[]
  rows: Line[]
}

const within = ({ from, to }: Stretch) => Array.from({ length: to - from }, (_, at) => from + at)
const nameOf = ({ text }: Atom) => withoutBrackets(readLabel(text).text)

/** The names that stand over figures, and those of the merged heads above them. */
function namesOf({ blocks }: TableSpec) {
  const own = blocks.flatMap(({ columns }) =>
    leavesOf<LeafColumn, ColumnGroup>(columns as Column[], columnsUnder),
  )
  const names = new Set([
    ...own.flatMap(({ leaf }) => spellingsOf(leaf)),
    ...blocks.flatMap((block) => [...prefixedNames(block).keys()]),
  ])
  const heads = new Set(
    own.flatMap(({ labels }) => labels.slice(0, -1).map((label) => readLabel(label).text)),
  )
  return { names, heads }
}

/** Where the label of a row ends, before its first figure; 0 where it has none. */
function labelEnd({ atoms }: Line): number {
  const first = atoms.find(isValue)?.column ?? 0
  const labels = atoms.filter(({ kind, column }) => kind === 'label' && column < first)
  return Math.max(0, ...labels.map((atom) => stretchOf(atom).to))
}

/**
 * The lines of a table with each head of a grid over its figures: one that stands beside them, so that a column of figures has
 * no name and a name has no figures, is put over them. Which column is whose only the totals of the rows prove; else all
 * figures below it are in doubt.
 */
export function underShiftedHeads(lines: Line[], table: TableSpec): Line[] {
  const { names, heads } = namesOf(table)
  const isName = (atom: Atom) => atom.kind === 'label' && names.has(nameOf(atom))
  const isHead = ({ atoms }: Line) =>
    !atoms.some(isValue) && atoms.some((atom) => isName(atom) && !COMMON.has(nameOf(atom)))
  const changed = new Map<Line, Line>()
  for (const grid of gridsIn(lines)) if (grid[0]?.grid) for (const part of partsOf(grid)) straighten(part)
  return changed.size ? lines.map((line) => changed.get(line) ?? line) : lines

  function partsOf(grid: Line[]): Part[] {
    const parts: Part[] = []
    let above: Line[] = []
    for (const line of grid) {
      const open = parts.at(-1)
      if (isHead(line)) {
        if (open && !open.rows.length) open.head.push(line)
        else parts.push({ head: [...above, line], rows: [] })
        above = []
      } else if (line.atoms.some(isValue)) {
        above = []
        if (labelEnd(line)) open?.rows.push(line)
      } else if (open && !open.rows.length) open.head.push(line)
      else above.push(line)
    }
    return parts
  }

  function straighten({ head, rows }: Part) {
    const over = head.flatMap(({ atoms }) =>
      atoms.filter((atom) => isName(atom) || (atom.kind === 'label' && isForeignName(atom.text))),
    )
    const named = over.filter(isName)
    const covered = over.flatMap((atom) => within(stretchOf(atom)))
    const end = Math.max(0, ...rows.map(labelEnd))
    const places = new Set(
      rows.flatMap((row) =>
        row.atoms.flatMap((atom) => (isValue(atom) && atom.column >= labelEnd(row) ? [atom.column] : [])),
      ),
    )
    const isUnder = (by: number) => [...places].every((place) => covered.includes(place - by))
    const isEmpty = (atom: Atom) => within(stretchOf(atom)).every((at) => !places.has(at))
    // Where a name is missing, it is that of the figures without one.
    const spelled = new Set(named.map(nameOf))
    const isWhole = table.blocks.some((block) =>
      columnsOf(block).every(
        ({ sum, ...column }) => sum || spellingsOf(column).some((name) => spelled.has(name)),
      ),
    )
    if (!rows.length || !isWhole) return
    // A name in two places, or names one below the other: cells are left out, and no column is where it seems.
    if (new Set(covered).size < covered.length) return
    const from = Math.min(...covered)
    if ((isUnder(0) && from >= end) || !named.some(isEmpty)) return
    const shifts = Array.from({ length: 2 * MAX_SHIFT + 1 }, (_, at) => at - MAX_SHIFT)
      .filter((by) => by && from + by >= end && isUnder(by))
      .sort((a, b) => Math.abs(a) - Math.abs(b))
    if (!shifts.length) return
    const proved = [0, ...shifts].filter((by) => addUp(named, rows, by))
    const [by = 0] = proved.length === 1 ? proved : shifts
    const left = Math.min(
      ...head.flatMap(({ atoms }) =>
        atoms.flatMap((atom) =>
          atom.kind === 'label' && (over.includes(atom) || heads.has(nameOf(atom))) ? [atom.column] : [],
        ),
      ),
    )
    if (by) for (const line of head) changed.set(line, { ...line, atoms: moved(line.atoms, left, by) })
    const isOnly = places.size === 1 && named.length === 1
    if (proved.length !== 1 && !isOnly)
      for (const line of rows)
        changed.set(line, {
          ...line,
          atoms: line.atoms.map((atom) =>
            atom.kind === 'number' ? { ...atom, doubt: atom.doubt ?? SHIFTED } : atom,
          ),
        })
  }
}

/** The cells of a head with those from a column on moved; what they come to lie on is dropped. */
const moved = (atoms: Atom[], left: number, by: number): Atom[] => [
  ...atoms.filter(({ kind, column }) => column < left && (kind !== 'empty' || column < left + by)),
  ...atoms.flatMap((atom) => (atom.column >= left ? [{ ...atom, column: atom.column + by }] : [])),
]

/** Whether the rows have the sums of their figures under the one name of a total, so many columns beside it. */
function addUp(named: Atom[], rows: Line[], by: number): boolean {
  const [total, more] = named.filter((atom) => TOTALS.has(nameOf(atom)))
  if (!total || more) return false
  const sums = rows.flatMap(({ atoms }) => {
    const at = (name: Atom) => atoms.find((atom) => isValue(atom) && atom.column === name.column + by)
    const own = at(total)
    const amount = own && amountOf(own)
    if (!amount) return []
    const parts = named.flatMap((name) => (name === total ? [] : (at(name) ?? [])))
    return [parts.reduce((sum, part) => sum + (amountOf(part) ?? 0n), 0n) === amount]
  })
  const failing = sums.filter((holds) => !holds).length
  return sums.length - failing > 1 && failing * 4 <= sums.length
}
