import type { Block, LeafColumn, TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import { inRowUnit, isRagged, listedColumns, widthOf } from './foreignColumns'
import { DASHES, prefixedNames } from './head'
import { isForeignName, isOfRows } from './headSlots'
import { bare, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf } from './occurrences'
import { isIn, type Stretch, stretchOf } from './reach'
import { NO_SUM } from './readRun'
import { isValue } from './runs'
import { sumHolds } from './sums'
import { gridsIn } from './transposed'
import { labelsOf } from './unread'

const ASTRAY = '来文这一行的格比表头多，各数可能错了列，请对照原文'

const within = ({ from, to }: Stretch) => Array.from({ length: to - from }, (_, at) => from + at)

/** A head with the columns of the form that it names and where they stand, and the lines below it. */
interface Head {
  lines: Line[]
  /** What stands above these lines and reaches down to them: 同比 beside 申请人情况. */
  above: Line
  rows: Line[]
  places: Map<LeafColumn, Stretch>
}

/** The names of the columns of a table, those of several blocks together. */
function namesOf(table: TableSpec): Map<string, LeafColumn[]> {
  const names = new Map<string, LeafColumn[]>()
  const add = (name: string, column: LeafColumn) =>
    names.set(name, [...new Set([...(names.get(name) ?? []), column])])
  for (const block of table.blocks) {
    for (const column of columnsOf(block)) for (const name of spellingsOf(column)) add(name, column)
    for (const [name, column] of prefixedNames(block)) add(name, column)
  }
  return names
}

/** The heads of a grid; undefined where one names a column in two places. */
function headsIn(grid: Line[], names: Map<string, LeafColumn[]>): Head[] | undefined {
  const textOf = ({ text }: Atom) => withoutBrackets(readLabel(text).text).replace(DASHES, '')
  const named = (atom: Atom) => (atom.kind === 'label' ? (names.get(textOf(atom)) ?? []) : [])
  const isHead = ({ atoms }: Line) =>
    !atoms.some(isValue) && atoms.some((atom) => named(atom).length > 0 && !COMMON.has(textOf(atom)))
  const heads: Head[] = []
  for (const [at, line] of grid.entries()) {
    const open = heads.at(-1)
    if (!isHead(line)) {
      open?.rows.push(line)
      continue
    }
    const head: Head =
      open && !open.rows.length
        ? open
        : { lines: [], above: { ...line, atoms: reachingTo(grid, at) }, rows: [], places: new Map() }
    if (head !== open) heads.push(head)
    head.lines.push(line)
    for (const atom of line.atoms)
      for (const column of named(atom)) {
        const [own, known] = [stretchOf(atom), head.places.get(column)]
        // A merged head may be repeated over its columns, or in the rows that it covers.
        if (known && own.from > known.to) return undefined
        head.places.set(column, known ? { from: known.from, to: Math.max(known.to, own.to) } : own)
      }
  }
  return heads
}

/** The cells of the lines above one of a grid that reach down to it. */
const reachingTo = (grid: Line[], at: number): Atom[] =>
  grid.slice(0, at).flatMap(({ atoms }, row) => atoms.filter(({ rows = 1 }) => row + rows > at))

/** What the head says over a column, at its lowest. */
const wordsOver = ({ above, lines }: Head, column: number): string =>
  [above, ...lines]
    .flatMap(({ atoms }) => atoms)
    .filter((atom) => atom.kind === 'label' && isIn(column, stretchOf(atom)))
    .at(-1)?.text ?? ''

/**
 * The lines of a table without what stands in other columns than those of the form, where a head in a grid names these: the
 * number of the row, units, 小计, shares, remarks. One decision for all rows below a head; a row that reaches further than
 * its head does not lie under it.
 */
export function underHead(lines: Line[], table: TableSpec): { lines: Line[]; left: Unplaced[] } {
  const names = namesOf(table)
  const { ofAtom } = labelsOf(lines, table)
  const changed = new Map<Line, Line>()
  const left: Unplaced[] = []
  for (const grid of gridsIn(lines).filter((each) => each[0]?.grid && !isRagged(each)))
    for (const head of headsIn(grid, names) ?? []) {
      let block = table.blocks.find((each) => columnsOf(each).some((column) => head.places.has(column)))
      const blocks = new Map<Block, Line[]>()
      for (const line of head.rows) {
        const own = new Set(
          line.atoms.flatMap((atom) => {
            const target = ofAtom.get(atom)?.target
            return target?.row && !COMMON.has(target.spellings[0] ?? '') ? [target.block] : []
          }),
        )
        // Tables side by side: which column is whose, the head alone does not tell.
        if (own.size > 1) continue
        block = [...own][0] ?? block
        if (block) blocks.set(block, [...(blocks.get(block) ?? []), line])
      }
      for (const [of, rows] of blocks) left.push(...strip({ ...head, rows }, of))
    }
  return { lines: lines.map((line) => changed.get(line) ?? line), left }

  /** Takes what stands in other columns out of the rows of a block, and out of their head. */
  function strip(head: Head, block: Block): Unplaced[] {
    const columns = columnsOf(block)
    const places = [...head.places].filter(([column]) => columns.includes(column))
    const isTold = columns.every((column) => column.sum || head.places.has(column))
    const width = Math.max(...[head.above, ...head.lines].map(widthOf))
    const isPlaced = (at: number) => places.some(([, place]) => isIn(at, place))
    const ofLabels = new Set(
      head.rows.flatMap((line) =>
        line.atoms.flatMap((atom) => (ofAtom.has(atom) ? within(stretchOf(atom)) : [])),
      ),
    )
    const last = Math.max(...ofLabels)
    const others = new Set(
      within({ from: 0, to: width }).filter((at) => {
        if (isPlaced(at) || ofLabels.has(at)) return false
        const words = bare(wordsOver(head, at))
        if (isForeignName(words)) return true
        // Where a name is missing, a column without one may be its.
        if (!words && places.length < columns.length) return false
        const own = head.rows.flatMap((line) => line.atoms.filter((atom) => isIn(at, stretchOf(atom))))
        return isTold && (at > last || own.every(({ kind }) => kind !== 'label'))
      }),
    )
    // A dash in the column of stubs stands for none.
    const left = Math.min(...places.map(([, { from }]) => from))
    const isStubless = ({ kind, column }: Atom) => kind === 'mark' && column < left && ofLabels.has(column)
    const isOther = (atom: Atom) => isStubless(atom) || within(stretchOf(atom)).every((at) => others.has(at))
    const isUsed = head.rows.some((line) => line.atoms.some((atom) => atom.kind !== 'empty' && isOther(atom)))
    if (!places.length || !isUsed) return []
    // A figure under no name may be the only one of its row.
    const isFilled = head.rows.some((line) =>
      line.atoms.some((atom) => isValue(atom) && isPlaced(stretchOf(atom).from)),
    )
    if (!isFilled && [...others].some((at) => !wordsOver(head, at))) return []
    const sums = head.rows.map((line) =>
      sumHolds(
        new Map(
          places.flatMap(([column, place]) => {
            const atom = line.atoms.find((each) => isValue(each) && isIn(stretchOf(each).from, place))
            return atom ? [[column, atom] as const] : []
          }),
        ),
      ),
    )
    if (sums.filter((each) => each === false).length > sums.filter(Boolean).length) return []
    const taken = new Map<string, Atom[]>()
    for (const [at, line] of head.rows.entries()) {
      if (widthOf(line) > width) {
        changed.set(line, { ...line, doubt: ASTRAY })
        continue
      }
      const gone = line.atoms.filter((atom) => isOther(atom))
      for (const atom of gone) {
        const name = wordsOver(head, stretchOf(atom).from).trim()
        if ((atom.kind === 'label' || isValue(atom)) && atom.kind !== 'mark' && !isOfRows(name))
          taken.set(name, [...(taken.get(name) ?? []), atom])
      }
      const own = line.atoms.filter((atom) => !gone.includes(atom))
      changed.set(line, {
        ...line,
        atoms: inRowUnit(own, gone),
        ...(sums[at] === false && { doubt: NO_SUM }),
      })
    }
    for (const line of head.lines) {
      const known = changed.get(line) ?? line
      if (isTold) changed.set(line, { ...known, atoms: known.atoms.filter((atom) => !isOther(atom)) })
    }
    return listedColumns(taken)
  }
}
