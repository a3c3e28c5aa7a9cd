import type { Block, LeafColumn, TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import { isForeignName, isOfRows, isOfWords, type Slot, slotsOf } from './headSlots'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf } from './occurrences'
import { stretchOf } from './reach'
import { NO_SUM } from './readRun'
import { isValue, shownText } from './runs'
import { amountOf, sumHolds } from './sums'
import { gridsIn } from './transposed'
import { labelsOf, wordsOf } from './unread'

/** An amount of money in the place of a unit: 万元. */
const MONEY = /^[十百千万亿]{0,3}元$/
const PERCENT = /^[\d.,]+\s*[%％‰]$/
const isFigure = ({ kind }: Atom) => kind === 'number' || kind === 'mark'
const isPercent = (atom: Atom): boolean => isValue(atom) && PERCENT.test(shownText(atom).trim())

/** A column that the form does not have, as it is listed. */
const listed = (name: string, atoms: Atom[]): Unplaced => ({
  text: `${name.trim()}：${atoms.map((atom) => (atom.kind === 'label' ? atom.text.trim() : shownText(atom))).join(' ')}`,
  places: atoms.map(({ place }) => place),
  why: '表中没有的列，没有读取',
})
/** What was taken out of columns that the form does not have, by their names. */
export const listedColumns = (taken: ReadonlyMap<string, Atom[]>): Unplaced[] =>
  [...taken].map(([name, atoms]) => listed(name || '没有列名的一列', atoms))

/** A row whose unit stood in a column of its own: its figures have it, where they have none themselves. */
export const inRowUnit = (atoms: Atom[], beside: Atom[]): Atom[] => {
  const unit = beside.find(({ text }) => MONEY.test(text.trim()))?.text.trim()
  return unit
    ? atoms.map((atom) => (atom.kind === 'number' && !atom.suffix ? { ...atom, suffix: unit } : atom))
    : atoms
}

/** The lines without the columns whose cells have a percent sign in most rows: counted from the end of a row. */
export function withoutPercents(lines: Line[]): { lines: Line[]; left: Unplaced[] } {
  const rows = lines.filter(({ atoms }) => atoms.filter(isValue).length > 1)
  const counts = new Map<number, number>()
  for (const { atoms } of rows)
    for (const [at, atom] of atoms.entries())
      if (isPercent(atom)) counts.set(atoms.length - at, (counts.get(atoms.length - at) ?? 0) + 1)
  const places = new Set([...counts].flatMap(([at, count]) => (count * 2 > rows.length ? [at] : [])))
  const isIn = ({ atoms, grid }: Line, atom: Atom) =>
    isPercent(atom) && atoms.some(isFigure) && (!grid || places.has(atoms.length - atoms.indexOf(atom)))
  const gone = places.size ? lines.flatMap((line) => line.atoms.filter((atom) => isIn(line, atom))) : []
  if (!gone.length) return { lines, left: [] }
  return {
    lines: lines.map((line) => ({ ...line, atoms: line.atoms.filter((atom) => !isIn(line, atom)) })),
    left: [listed('%', gone)],
  }
}

const UNTOLD = '来文的表头里还有表中没有的列，请对照原文'

/** The cells of a row behind its label, as they stand in a text or in a grid whose covered cells are left out. */
interface Row {
  cells: Atom[]
  /** Its line, or that of each cell where they stand one a line. */
  lines: Line[]
}
/** A head with the rows of a block below it. */
interface Part {
  block: Block
  head: ReturnType<typeof slotsOf>
  headLines: Line[]
  rows: Row[]
  /** Lines with figures that are of no row of the form. */
  open: Line[]
}

/** The heads of some lines with their rows, by the labels of the table. */
function partsOf(lines: Line[], table: TableSpec): Part[] {
  const { ofAtom } = labelsOf(lines, table)
  const rowOf = (atom: Atom) => {
    const target = ofAtom.get(atom)?.target
    const isCommon = COMMON.has(withoutBrackets(readLabel(atom.text).text))
    return target?.row && (!isCommon || readLabel(atom.text).number === target.number) ? target : undefined
  }
  const words = wordsOf(table)
  const parts: Part[] = []
  const isCell = (atom: Atom, { atoms }: Line) =>
    atom.kind === 'label' &&
    atoms.length === 1 &&
    !words.has(readLabel(atom.text).text) &&
    parts.at(-1)?.head.words
  let above: Line[] = []
  let open: Row | undefined
  for (const line of lines) {
    const label = line.atoms.map((atom) => rowOf(atom) !== undefined).lastIndexOf(true)
    const block = label < 0 ? undefined : rowOf(line.atoms[label] as Atom)?.block
    if (block) {
      const head = slotsOf(above, block)
      if (head.named.length || parts.at(-1)?.block !== block)
        parts.push({ block, head, headLines: above, rows: [], open: [] })
      above = []
      open = { cells: line.atoms.slice(label + 1), lines: [line] }
      parts.at(-1)?.rows.push(open)
    } else if (open && line.atoms.every((atom) => isValue(atom) || isCell(atom, line))) {
      // One cell a line, or the rest of a row.
      open.cells.push(...line.atoms)
      open.lines.push(line)
    } else {
      open = undefined
      if (line.atoms.some(isValue)) parts.at(-1)?.open.push(line)
      else above.push(line)
    }
  }
  return parts
}

/** More cells than these a row does not lack. */
const MAX_OPEN = 3
const EMPTY = { kind: 'empty', text: '' } as const

/** Whether a cell, or none, may stand in a column by what it says. */
function fits(atom: Atom | undefined, { column, name }: Slot): boolean {
  if (column) return !atom || (atom.kind !== 'label' && !isPercent(atom))
  if (!atom || atom.kind === 'empty') return !isOfRows(name)
  return atom.kind !== 'number' || atom.written !== undefined || !isOfWords(name)
}

/** All ways to lay cells under slots in their order, some slots left open. */
function* waysUnder(cells: Atom[], slots: Slot[]): Generator<(Atom | undefined)[]> {
  const [slot, ...rest] = slots
  const [cell, ...others] = cells
  if (!slot) {
    yield []
    return
  }
  if (cell && fits(cell, slot)) for (const way of waysUnder(others, rest)) yield [cell, ...way]
  if (slots.length > cells.length && fits(undefined, slot))
    for (const way of waysUnder(cells, rest)) yield [undefined, ...way]
}

/**
 * The cells of a row that stand in the columns of the form: as many cells as the head names stand under them one by one; of
 * fewer, those that all stand there, where no other way to lay them has its sum. Undefined where that cannot be told.
 */
function ownCells(cells: Atom[], slots: Slot[]): Atom[] | undefined {
  if (cells.length > slots.length || cells.length + MAX_OPEN < slots.length) return undefined
  // A figure that is in doubt itself proves no sum.
  if (cells.length < slots.length && cells.some(({ doubt }) => doubt)) return undefined
  const found = new Map<string, (Atom | undefined)[]>()
  for (const way of waysUnder(cells, slots)) {
    const own = slots.flatMap(({ column }, at) => (column ? [[column, way[at]] as const] : []))
    const read = new Map(own.map(([column, atom]) => [column, atom ?? (EMPTY as Atom)]))
    if (cells.length === slots.length || addsUp(read))
      found.set(
        [...read.values()].map(({ text }) => text).join('|'),
        own.map(([, atom]) => atom),
      )
  }
  const [only, ...more] = found.values()
  return more.length || only?.includes(undefined) ? undefined : (only as Atom[] | undefined)
}

/** Whether a row with a total has the sum of its figures there; what is blank counts as 0. */
function addsUp(cells: ReadonlyMap<LeafColumn, Atom>): boolean {
  const totals = [...cells].filter(([{ sum }]) => sum)
  return (
    totals.length > 0 &&
    totals.every(([{ sum = [] }, total]) => {
      const parts = [...cells].flatMap(([{ path }, atom]) => (sum.includes(path) ? [amountOf(atom)] : []))
      return (
        !parts.includes(undefined) &&
        parts.reduce<bigint>((all, part) => all + (part ?? 0n), 0n) === amountOf(total)
      )
    })
  )
}

/** Whether all rows have just as many cells as columns of the form are named, and add up: what looked foreign is none. */
function areOwn(rows: Row[], { block, head: { slots, named } }: Part): boolean {
  if (!rows.every(({ cells }) => cells.length === named.length)) return false
  const order = slots ? named : columnsOf(block)
  const sums = rows.map(({ cells }) =>
    sumHolds(new Map(order.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : [])))),
  )
  return !sums.includes(false) && sums.includes(true)
}

/** The place of a foreign column among those of the form that its head does not tell: the one in which all full rows add up. */
function placeBySums(rows: Row[], columns: LeafColumn[]): Slot[] | undefined {
  const full = rows
    .map(({ cells }) => cells)
    .filter((cells) => cells.length === columns.length + 1 && cells.some((atom) => amountOf(atom)))
  const ways = Array.from({ length: columns.length + 1 }, (_, at): Slot[] => {
    const named = columns.map((column) => ({ name: column.label, column }))
    return [...named.slice(0, at), { name: '' }, ...named.slice(at)]
  }).filter((slots) =>
    full.every((cells) => {
      const own = slots.flatMap(({ column }, at) => (column ? [[column, cells[at] as Atom] as const] : []))
      return sumHolds(new Map(own)) !== false
    }),
  )
  return full.length > 1 && ways.length === 1 ? ways[0] : undefined
}

/** Whether the rows of a grid leave out the cells that merged ones cover: they are of several lengths, and none is merged. */
export const isRagged = (grid: Line[]): boolean =>
  !grid.some(({ atoms }) => atoms.some((atom) => atom.columns || atom.rows)) &&
  new Set(grid.map(widthOf)).size > 1
/** How many columns the cells of a line reach over. */
export const widthOf = ({ atoms }: Line): number => Math.max(0, ...atoms.map((atom) => stretchOf(atom).to))

/**
 * The lines of texts, and of grids that leave covered cells out, without what stands in columns that the form does not have:
 * how many columns there are and which are foreign the head says. A row with another number of cells counts only
 * where its sum leaves one reading, else it is in doubt.
 */
export function withoutForeignFigures(lines: Line[], table: TableSpec): { lines: Line[]; left: Unplaced[] } {
  const changed = new Map<Line, Line>()
  const left: Unplaced[] = []
  const names = new Set(table.blocks.flatMap((block) => columnsOf(block).flatMap(spellingsOf)))
  const isHead = ({ kind, text }: Atom) => {
    const name = withoutBrackets(readLabel(text).text)
    return kind === 'label' && names.has(name) && !COMMON.has(name)
  }
  // A row of one cell is a line of its own, and the rows behind it another grid without a head.
  const isPlaced = (grid: Line[]) =>
    grid[0]?.grid &&
    !isRagged(grid) &&
    grid.some(({ atoms }) => atoms.some((atom) => isHead(atom) || atom.columns || atom.rows))
  const some = gridsIn(lines).flatMap((grid) => (isPlaced(grid) ? [] : grid))
  for (const part of partsOf(some, table)) if (part.head.others > 0) left.push(...strip(part))
  return { lines: changed.size ? lines.map((line) => changed.get(line) ?? line) : lines, left }

  function strip(part: Part): Unplaced[] {
    const { head, headLines, rows, open } = part
    const taken = new Map<string, Atom[]>()
    const slots = head.slots ?? placeBySums(rows, head.isOpen ? head.named : [])
    const ofRows = rows.filter(({ cells }) => cells.some(isValue))
    if (areOwn(ofRows, part)) return []
    // Where no row ends in a blank cell, those at the end are left out.
    const isCut = ofRows.every(({ lines: [line] }) => line?.grid && line.atoms.at(-1)?.kind !== 'empty')
    for (const [index, { cells: behind, lines: own }] of ofRows.entries()) {
      // One cell a line, the number of the next row stands behind the last cell.
      const isFollowed = head.before && own.length > 1 && index < ofRows.length - 1
      const cells = isFollowed ? behind.slice(0, -1) : behind
      const missing = isCut && slots ? Math.max(0, slots.length - cells.length) : 0
      const whole = [...cells, ...Array<Atom>(missing).fill(EMPTY as Atom)]
      const kept = slots && ownCells(whole, slots)
      // The number of a row comes first, whatever else the row lacks.
      const isNumber = (at: number) => slots?.slice(0, at + 1).every(({ name }) => isOfRows(name))
      const gone = behind.filter((atom, at) =>
        kept ? !kept.includes(atom) : atom.kind === 'label' || isNumber(at),
      )
      const columns = slots?.flatMap(({ column }) => column ?? []) ?? []
      const holds = kept && sumHolds(new Map(columns.map((column, at) => [column, kept[at] as Atom])))
      for (const atom of gone) {
        const name = slots?.[cells.indexOf(atom)]?.name ?? ''
        if (atom.kind !== 'empty' && !isOfRows(name)) taken.set(name, [...(taken.get(name) ?? []), atom])
      }
      for (const line of own) {
        const isNumbered = head.before && line.atoms[0]?.kind === 'number' && line === own[0]
        const left = (isNumbered ? line.atoms.slice(1) : line.atoms).filter((atom) => !gone.includes(atom))
        changed.set(line, {
          ...line,
          atoms: inRowUnit(left, gone),
          ...(!kept ? { doubt: UNTOLD } : holds === false && { doubt: NO_SUM }),
        })
      }
    }
    for (const line of open) changed.set(line, { ...line, doubt: UNTOLD })
    for (const line of slots ? headLines : [])
      changed.set(line, {
        ...line,
        atoms: line.atoms.filter(({ kind, text }) => kind !== 'label' || !isForeignName(text)),
      })
    return listedColumns(taken)
  }
}
