import { columnsUnder, leavesOf } from '../../format/cells'
import type { Block, Column, ColumnGroup, LeafColumn, TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import { bare, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf } from './occurrences'
import { stretchOf } from './reach'
import { NO_SUM } from './readRun'
import { isValue, shownText } from './runs'
import { amountOf, sumHolds } from './sums'
import { gridsIn } from './transposed'
import { labelsOf, wordsOf } from './unread'

/** Columns that offices print beside those of the form. */
const FOREIGN =
  /^(?:序号?|编号|代码|行次|栏次|(?:计量)?单位|.*(?:小计|说明|上年|去年|同期|同比|环比|增减|增长|增幅|增速|占比|比例|比重|比率|百分比|[%％‰]).*|备注|年度?)$/
/** Those of them that number or count the rows: nothing in them is a figure. */
const OF_ROWS = /^(?:序号?|编号|代码|行次|栏次|(?:计量)?单位)$/
/** Those that hold words alone. */
const OF_WORDS = /^(?:(?:计量)?单位|.*说明|备注)$/
export const isForeignName = (text: string): boolean =>
  FOREIGN.test(bare(text)) || FOREIGN.test(withoutBrackets(bare(text)))
export const isOfRows = (name: string): boolean => OF_ROWS.test(bare(name))

/** An amount of money in the place of a unit: 万元. */
export const MONEY = /^[十百千万亿]{0,3}元$/
const PERCENT = /^[\d.,]+\s*[%％‰]$/
const isFigure = ({ kind }: Atom) => kind === 'number' || kind === 'mark'
const isPercent = (atom: Atom): boolean => isValue(atom) && PERCENT.test(shownText(atom).trim())

/** A column that the form does not have, as it is listed. */
export const listed = (name: string, atoms: Atom[]): Unplaced => ({
  text: `${name.trim()}：${atoms.map((atom) => (atom.kind === 'label' ? atom.text.trim() : shownText(atom))).join(' ')}`,
  places: atoms.map(({ place }) => place),
  why: '表中没有的列，没有读取',
})

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

/** What a head names over one figure of each row: a column of the form, or another. */
interface Slot {
  name: string
  column?: LeafColumn
}
interface HeadToken extends Slot {
  /** The columns under a merged head. */
  under: LeafColumn[]
}

/** The merged heads of a block, the innermost first, with the columns under each. */
function groupsOf(block: Block): { name: string; under: LeafColumn[] }[] {
  const groups = new Map<string, LeafColumn[]>()
  for (const { leaf, labels } of leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder))
    for (const label of labels.slice(0, -1)) {
      const name = readLabel(label).text
      groups.set(name, [...(groups.get(name) ?? []), leaf])
    }
  return [...groups].map(([name, under]) => ({ name, under })).sort((a, b) => a.under.length - b.under.length)
}

/**
 * What stands over the figures of a row from left to right, by a head in one or several lines: what is below a merged head
 * stands in its place. What stands left of the corner (`before`) is over no figure of the row; undefined where a name is not known.
 */
function slotsOf(
  head: Line[],
  block: Block,
): { slots?: Slot[]; others: number; before: boolean; isNamed: boolean } {
  const groups = groupsOf(block)
  const columns = columnsOf(block)
  const order: HeadToken[] = []
  let [at, others, before, corner, isTold] = [0, 0, false, false, true]
  const put = (token: HeadToken) => {
    const own = token.column ? [token.column] : token.under
    const over = order.findIndex(({ under }) => own.length && own.every((column) => under.includes(column)))
    if (over >= 0) at = over
    order.splice(at++, 0, token)
  }
  for (const { atoms } of head) {
    const labels = atoms.filter(({ kind }) => kind === 'label')
    const tokens = labels.map(({ text }): HeadToken | undefined => {
      const words = readLabel(text).text
      const column = columns.find((each) =>
        spellingsOf(each).some((name) => [words, withoutBrackets(words)].includes(name)),
      )
      const group = groups.find(({ name }) => name === words)
      if (column) return { name: text, column, under: [] }
      return group
        ? { name: text, under: group.under }
        : isForeignName(text)
          ? { name: text, under: [] }
          : undefined
    })
    const isKnown = (token: HeadToken | undefined) => token?.column || token?.under.length
    const first = tokens.findIndex(isKnown)
    let waiting: HeadToken[] = []
    for (const [index, token] of tokens.entries()) {
      if (token && !isKnown(token)) others++
      if (!token) {
        if (first >= 0 && index > first) isTold = false
        else if (first >= 0 && !corner) {
          corner = true
          before = waiting.length > 0
          waiting = []
        }
      } else if (index < first) waiting.push(token)
      else {
        if (order.some((each) => each.column && each.column === token.column)) isTold = false
        put(token)
        at -= 1
        order.splice(at, 0, ...waiting)
        at += waiting.length + 1
        waiting = []
      }
    }
  }
  const slots = order.filter(({ under }) => !under.length)
  const named = order.flatMap(({ column }) => column ?? [])
  const isWhole = order.every(({ under }) => !under.length || under.some((column) => named.includes(column)))
  isTold &&= isWhole && (named.length > 1 || columns.length === 1)
  return { ...(isTold && { slots }), others, before, isNamed: named.length > 0 }
}

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
    parts.at(-1)?.head.slots?.some(({ name }) => OF_WORDS.test(bare(name)))
  let above: Line[] = []
  let open: Row | undefined
  for (const line of lines) {
    const label = line.atoms.map((atom) => rowOf(atom) !== undefined).lastIndexOf(true)
    const block = label < 0 ? undefined : rowOf(line.atoms[label] as Atom)?.block
    if (block) {
      const head = slotsOf(above, block)
      if (head.isNamed || parts.at(-1)?.block !== block)
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
  return atom.kind !== 'number' || atom.written !== undefined || !OF_WORDS.test(bare(name))
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
  const amount = (atom: Atom) => (atom.kind === 'empty' ? 0n : amountOf(atom))
  return (
    totals.length > 0 &&
    totals.every(([{ sum = [] }, total]) => {
      const parts = [...cells].flatMap(([{ path }, atom]) => (sum.includes(path) ? [amount(atom)] : []))
      return (
        !parts.includes(undefined) &&
        parts.reduce<bigint>((all, part) => all + (part ?? 0n), 0n) === amount(total)
      )
    })
  )
}

/** Whether the rows of a grid leave out the cells that merged ones cover: they are of several lengths, and none is merged. */
export const isRagged = (grid: Line[]): boolean =>
  !grid.some(({ atoms }) => atoms.some((atom) => atom.columns || atom.rows)) &&
  new Set(grid.map(widthOf)).size > 1
const widthOf = ({ atoms }: Line) => Math.max(0, ...atoms.map((atom) => stretchOf(atom).to))

/**
 * The lines of texts, and of grids that leave covered cells out, without what stands in columns that the form does not have:
 * how many columns there are and which are foreign the head says. A row with another number of cells counts only
 * where its sum leaves one reading, else it is in doubt.
 */
export function withoutForeignFigures(lines: Line[], table: TableSpec): { lines: Line[]; left: Unplaced[] } {
  const changed = new Map<Line, Line>()
  const left: Unplaced[] = []
  const texts = lines.filter(({ grid }) => !grid)
  const grids = gridsIn(lines).filter((grid) => grid[0]?.grid && isRagged(grid))
  for (const some of [texts, ...grids])
    for (const part of partsOf(some, table)) if (part.head.others > 0) left.push(...strip(part, some))
  return { lines: changed.size ? lines.map((line) => changed.get(line) ?? line) : lines, left }

  function strip({ head: { slots, before }, headLines, rows, open }: Part, all: Line[]): Unplaced[] {
    const taken = new Map<string, Atom[]>()
    // Where no row ends in a blank cell, those at the end are left out.
    const isCut = all.every(({ grid, atoms }) => grid && atoms.at(-1)?.kind !== 'empty')
    for (const { cells, lines: own } of rows) {
      if (!cells.some(isValue)) continue
      const missing = isCut && slots ? Math.max(0, slots.length - cells.length) : 0
      const whole = [...cells, ...Array<Atom>(missing).fill(EMPTY as Atom)]
      const kept = slots && ownCells(whole, slots)
      // The number of a row comes first, whatever else the row lacks.
      const isNumber = (at: number) => slots?.slice(0, at + 1).every(({ name }) => isOfRows(name))
      const gone = cells.filter((atom, at) =>
        kept ? !kept.includes(atom) : atom.kind === 'label' || isNumber(at),
      )
      const columns = slots?.flatMap(({ column }) => column ?? []) ?? []
      const holds = kept && sumHolds(new Map(columns.map((column, at) => [column, kept[at] as Atom])))
      const unit = gone.find(({ text }) => MONEY.test(text.trim()))?.text.trim()
      for (const atom of gone) {
        const name = slots?.[cells.indexOf(atom)]?.name ?? ''
        if (atom.kind !== 'empty' && !isOfRows(name)) taken.set(name, [...(taken.get(name) ?? []), atom])
      }
      for (const line of own)
        changed.set(line, {
          ...line,
          atoms: (before && line.atoms[0]?.kind === 'number' && line === own[0]
            ? line.atoms.slice(1)
            : line.atoms
          )
            .filter((atom) => !gone.includes(atom))
            .map((atom) =>
              unit && atom.kind === 'number' && !atom.suffix ? { ...atom, suffix: unit } : atom,
            ),
          ...(!kept ? { doubt: UNTOLD } : holds === false && { doubt: NO_SUM }),
        })
    }
    for (const line of open) changed.set(line, { ...line, doubt: UNTOLD })
    for (const line of slots ? headLines : [])
      changed.set(line, {
        ...line,
        atoms: line.atoms.filter(({ kind, text }) => kind !== 'label' || !isForeignName(text)),
      })
    return [...taken].map(([name, atoms]) => listed(name || '没有列名的一列', atoms))
  }
}
