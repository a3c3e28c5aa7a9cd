import { columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, TableSpec } from '../../format/types'
import { prefixedNames } from './head'
import { isForeignName } from './headSlots'
import { bare, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf, targetsOf } from './occurrences'
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

/** What the names of a head are read as, and how many of them make one. */
interface Naming {
  nameOf: (atom: Atom) => string | undefined
  isHead: (names: string[]) => boolean
  /** Whether no name is missing: where one is, it is that of the figures without one. */
  isWhole: (names: ReadonlySet<string>) => boolean
}

/** Fewer rows side by side are no head of a table that is turned. */
const MIN_TURNED = 3

/** Heads of the columns, and those of a turned table: of its rows, or of kinds of case. */
function namingsOf(table: TableSpec): Naming[] {
  const { blocks } = table
  const columns = new Set([
    ...blocks.flatMap((block) => columnsOf(block).flatMap(spellingsOf)),
    ...blocks.flatMap((block) => [...prefixedNames(block).keys()]),
  ])
  const rows = new Set(targetsOf(table).flatMap(({ row, label }) => (row && label ? [bare(label)] : [])))
  const kinds = blocks
    .flatMap((block) => leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder))
    .flatMap(({ labels }) => labels.at(-2) ?? [])
    .map((label) => readLabel(label).text)
  const read = ({ kind, text }: Atom, names: ReadonlySet<string>) => {
    const name = withoutBrackets(readLabel(text).text)
    return kind === 'label' && names.has(name) ? name : undefined
  }
  return [
    {
      nameOf: (atom) => read(atom, columns),
      isHead: (names) => names.some((name) => !COMMON.has(name)),
      isWhole: (names) =>
        blocks.some((block) =>
          columnsOf(block).every(
            ({ sum, ...column }) => sum || spellingsOf(column).some((name) => names.has(name)),
          ),
        ),
    },
    {
      nameOf: ({ kind, text }) =>
        kind !== 'label'
          ? undefined
          : rows.size
            ? [bare(text)].find((name) => rows.has(name))
            : kinds.find((name) => bare(text).includes(name)),
      isHead: (names) => names.length >= MIN_TURNED,
      isWhole: () => true,
    },
  ]
}

/** Where the label of a row ends, before its first figure; words under a name stand in the place of one. */
function labelEnd({ atoms }: Line, covered: number[]): number {
  const first = atoms.find(isValue)?.column ?? 0
  const labels = atoms.filter(({ kind, column }) => kind === 'label' && column < first)
  const own = labels.filter((atom, at) => at === 0 || !covered.includes(atom.column))
  return Math.max(0, ...own.map((atom) => stretchOf(atom).to))
}

/**
 * The lines of a table with each head of a grid over its figures: one that stands beside them, so that a column of figures has
 * no name and a name has no figures, is put over them. Which column is whose only the totals of the rows prove; else all
 * figures below it are in doubt.
 */
export function underShiftedHeads(lines: Line[], table: TableSpec): Line[] {
  return namingsOf(table).reduce(straightened, lines)
}

function straightened(lines: Line[], { nameOf, isHead: areHead, isWhole }: Naming): Line[] {
  const changed = new Map<Line, Line>()
  const isName = (atom: Atom) => nameOf(atom) !== undefined
  const isHead = ({ atoms }: Line) =>
    !atoms.some(isValue) && areHead(atoms.flatMap((atom) => nameOf(atom) ?? []))
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
        if (labelEnd(line, [])) open?.rows.push(line)
      } else above.push(line)
    }
    return parts
  }

  function straighten({ head, rows }: Part) {
    const over = head.flatMap(({ atoms }) =>
      atoms.filter((atom) => isName(atom) || (atom.kind === 'label' && isForeignName(atom.text))),
    )
    const named = over.filter(isName)
    const covered = over.flatMap((atom) => within(stretchOf(atom)))
    const ends = rows.map((row) => labelEnd(row, covered))
    const end = Math.min(...ends)
    const places = new Set(
      rows.flatMap(({ atoms }, at) =>
        atoms.flatMap((atom) => (isValue(atom) && atom.column >= (ends[at] ?? 0) ? [atom.column] : [])),
      ),
    )
    const isUnder = (by: number) => [...places].every((place) => covered.includes(place - by))
    const isEmpty = (atom: Atom) => within(stretchOf(atom)).every((at) => !places.has(at))
    const spelled = new Set(named.flatMap((atom) => nameOf(atom) ?? []))
    if (!rows.length || !isWhole(spelled)) return
    // A name in two places, or names one below the other: cells are left out, and no column is where it seems.
    if (new Set(covered).size < covered.length || spelled.size < named.length) return
    const from = Math.min(...covered)
    if ((isUnder(0) && from >= end) || !named.some(isEmpty)) return
    const shifts = Array.from({ length: 2 * MAX_SHIFT + 1 }, (_, at) => at - MAX_SHIFT)
      .filter((by) => by && from + by >= end && isUnder(by))
      .sort((a, b) => Math.abs(a) - Math.abs(b))
    if (!shifts.length) return
    const proved = [0, ...shifts].filter((by) => addUp(named, rows, by))
    const [by = 0] = proved.length === 1 ? proved : shifts
    const left = Math.min(...covered)
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
  const [total, more] = named.filter((atom) => TOTALS.has(withoutBrackets(readLabel(atom.text).text)))
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
