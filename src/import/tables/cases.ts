import { addressOf, columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import type { Figure, Unplaced } from '../proposal'
import { withCaptionsAbove } from './captionsBelow'
import { namedCases } from './caseGrid'
import { type CaseHead, type GroupOrder, groupOrder, type Leaf, namesAbove, readCaseHead } from './caseHead'
import { isForeignName } from './headSlots'
import { spellingsOf, withoutBrackets } from './labels'
import { MAX_WORDS, SPLIT } from './leftOver'
import type { Atom, Line } from './lines'
import { inUnit } from './moneyUnit'
import { type Piece, piecesOf } from './occurrences'
import { alsoOver, CROWDED, HIDDEN, isShort, MERGED, NO_TOTAL, SHORT } from './reach'
import { HEAD_UNREAD } from './readRun'
import { type TableReading, unread } from './rows'
import { isTorn, isValue, type Run, runsOf, runText, shownText, TORN } from './runs'
import { amountOf, areTotalsLeftAtZero, totalsOf, withoutSurplus } from './sums'
import { type PlacedCases, SUM_FAILS, sumsOf, turned, UNORDERED } from './turnedCases'
import { wordsAmongFigures, wordsOf } from './unread'

const leavesUnder = (table: TableSpec): Leaf[] =>
  table.blocks.flatMap((block) =>
    leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder).map(({ leaf, labels }) => ({
      column: leaf,
      group: labels.at(-2) ?? '',
      heads: labels.slice(0, -1),
      label: leaf.label,
    })),
  )

/**
 * Reads a table of a single row under merged heads (表四): one line of fifteen figures, or the same figures turned round,
 * by kind of case or by result.
 */
export function readCases(written: Line[], table: TableSpec): TableReading {
  const leaves = leavesUnder(table)
  const lines = withCaptionsAbove(wordsAmongFigures(written, table), leaves)
  const row = table.blocks[0]?.rows[0] as LeafRow | undefined
  const pieces = piecesOf(lines)
  const runs = runsOf(lines)
  const reading: TableReading = { figures: [], unplaced: [], remarks: [], rows: 0, lines: new Set() }
  if (!row || !runs.length) return reading
  for (const run of runs) reading.lines.add(run.first)
  const names = new Set(leaves.flatMap(({ column }) => spellingsOf(column)))
  reading.rows = pieces.filter(({ read }) => names.has(read.text)).length
  const source: Source = { lines, pieces, reading, name: table.name }
  const words = wordsOf(table)
  const [first, last = 0] = [runs[0], runs.at(-1)?.last]
  /** Words that stand in the place of figures. */
  const foreign = pieces.filter(
    ({ atom, line, read }) =>
      line <= last &&
      (line > (first?.first ?? 0) ||
        (line === first?.first && atom.column > (first.atoms[0]?.column ?? 0))) &&
      atom.text.length <= MAX_WORDS &&
      !words.has(read.text),
  )
  const named = namedCases(lines, leaves)
  if (named?.others.length)
    reading.unplaced.push({
      text: named.others.map(shownText).join(' '),
      places: named.others.map(({ place }) => place),
      why: `${table.name}没有这一行或这一列，没有读取`,
    })
  const placed = withOpenTotals(
    named ??
      turned(runs, leaves, pieces, lines) ??
      inParts(runs, leaves, source) ??
      inOneLine(runs, leaves, source),
    leaves,
  )
  // Beside a column that the form does not have, a blank may be lost: only the sums tell.
  const isBeside = pieces.some(({ atom, line }) => line < (first?.first ?? 0) && isForeignName(atom.text))
  const isOpen = (cells: Map<Leaf, Atom>) =>
    sumsOf(cells) !== true || [...cells.values()].some(({ kind }) => kind === 'unread')
  if (isBeside && !named && placed && isOpen(placed.cells)) placed.doubt ??= HEAD_UNREAD
  const isSplit = placed !== undefined && foreign.length > 0 && !runs.some(({ cells }) => cells)
  for (const { atom } of isSplit || !placed ? foreign : [])
    reading.unplaced.push({ text: atom.text.trim(), places: [atom.place], why: AMONG })
  if (!placed) {
    for (const run of runs)
      reading.unplaced.push(
        leftOver(run, `${table.name}应有 ${leaves.length} 个数，无法确定这些数各属哪一列`),
      )
    return reading
  }
  // Lines beside those that were placed.
  const used = new Set([...placed.cells.values(), ...(named?.others ?? [])].map(({ place }) => place))
  const isUnused = ({ kind, place }: Atom) => (kind === 'number' || kind === 'unread') && !used.has(place)
  for (const run of runs)
    if (run.atoms.some(isUnused) && !run.atoms.some(({ place }) => used.has(place)))
      reading.unplaced.push(leftOver(run, `${table.name}：没有认出这一行的标签`))
  // In a grid a cell with several figures is one that cannot be read, unless a blank one beside it may have lost one.
  const mayHaveLost = (run: Run) => {
    const [{ block, row } = {}] = run.atoms.map(({ place }) => place)
    const open = [...placed.cells.values()].filter(
      ({ kind, place }) => kind === 'unread' && place.block === block && place.row === row,
    )
    return isCrowded(run) && (open.length > 1 || run.atoms.some(({ kind }) => kind === 'empty'))
  }
  const torn = named ? (runs.some(mayHaveLost) ? CROWDED : undefined) : runs.some(isTorn) ? TORN : undefined
  const unseen = runs.some(({ hidden }) => hidden) ? HIDDEN : undefined
  for (const [leaf, atom] of placed.cells) {
    if (atom.text === '') continue
    const address = addressOf(table, row, leaf.column)
    if (atom.kind === 'unread') {
      reading.unplaced.push(unread(atom, address, [table.name, leaf.group, leaf.label]))
      continue
    }
    const figure: Figure = { address, text: atom.text, places: [atom.place] }
    const doubt =
      placed.doubt ?? (isSplit ? SPLIT : torn) ?? unseen ?? inUnit(atom, leaf.column).doubt ?? atom.doubt
    reading.figures.push(doubt ? { ...figure, doubt } : figure)
  }
  return reading
}

const leftOver = (run: Run, why: string): Unplaced => ({
  text: runText(run),
  places: run.atoms.filter(isValue).map(({ place }) => place),
  why,
})

interface Source {
  lines: Line[]
  pieces: Piece[]
  reading: TableReading
  name: string
}

const AMONG = '表里的文字，读不出数，请对照原文'
const CUT = '来文的表头没有读全，各数按读到的列放置，请对照原文'

/** A total that is missing among others: a cell of its kind of case may be, with the figures moved up. */
const withOpenTotals = (placed: PlacedCases | undefined, leaves: Leaf[]): PlacedCases | undefined => {
  if (!placed || placed.doubt) return placed
  const cells = new Map([...placed.cells].map(([leaf, atom]) => [leaf.column, atom]))
  const { open, given } = totalsOf(
    cells,
    leaves.map(({ column }) => column),
  )
  return open.length && given.length ? { ...placed, doubt: NO_TOTAL } : placed
}

/** The head of the table: each name with its merged head before it, or none. */
function headAbove(
  pieces: Piece[],
  leaves: Leaf[],
  lines: Line[],
): (CaseHead & { unordered?: true }) | undefined {
  const { names, unordered } = namesAbove(pieces, leaves, lines)
  const head = readCaseHead(names, leaves, lines)
  return head && { ...head, ...(unordered && { unordered: true as const }) }
}

/**
 * Figures in several lines, each under a head of its own that names its kinds of case: a table for each, or one for
 * litigation and one for 行政复议. Undefined where no head stands between them, or none names a kind.
 */
function inParts(runs: Run[], leaves: Leaf[], source: Source): PlacedCases | undefined {
  const { pieces, lines } = source
  const parts: { runs: Run[]; from: number; seen: GroupOrder; results: number }[] = []
  let from = 0
  for (const run of runs) {
    const { names } = namesAbove(pieces.slice(from, run.next), leaves, lines)
    const seen = groupOrder(names, leaves, lines)
    const results = names.filter(({ read }) =>
      leaves.some(({ column }) => spellingsOf(column).includes(withoutBrackets(read.text))),
    ).length
    const open = parts.at(-1)
    if (open && !results && !seen.order.length) open.runs.push(run)
    else parts.push({ runs: [run], from, seen, results })
    from = run.next
  }
  const named = parts.flatMap(({ seen }) => seen.order)
  if (parts.length < 2 || !named.length) return undefined
  const isTold =
    new Set(named).size === named.length && parts.every(({ seen, results }) => seen.order.length && results)
  const placed = isTold
    ? parts.map((part) =>
        inOneLine(
          part.runs,
          leaves.filter(({ group }) => part.seen.order.includes(group)),
          source,
          part.from,
        ),
      )
    : []
  const whole = placed.flatMap((each) => each ?? [])
  if (!isTold || whole.length < parts.length) {
    const line = inOneLine(runs, leaves, source)
    return line && { ...line, doubt: UNORDERED }
  }
  const doubt = whole.find((each) => each.doubt)?.doubt
  return { cells: new Map(whole.flatMap(({ cells }) => [...cells])), ...(doubt && { doubt }) }
}

/** One line of figures in the order of the head, else of the form. */
function inOneLine(runs: Run[], leaves: Leaf[], source: Source, from = 0): PlacedCases | undefined {
  const head = headAbove(source.pieces.slice(from, runs[0]?.next), leaves, source.lines)
  const placed = placedUnder(head, runs, leaves, source)
  return placed && head?.unsure ? { ...placed, doubt: UNORDERED } : placed
}

function placedUnder(
  head: ReturnType<typeof headAbove>,
  runs: Run[],
  all: Leaf[],
  { pieces, reading, name }: Source,
): PlacedCases | undefined {
  const leaves = head?.whole ?? all
  const values = runs.flatMap((run) => run.atoms.filter(isValue))
  const atoms = runs.flatMap((run) => run.atoms)
  const inOrder = (of: Atom[], order = leaves): Map<Leaf, Atom> =>
    new Map(order.flatMap((leaf, index) => (of[index] ? [[leaf, of[index]] as const] : [])))
  const gridRuns = runs.filter((run) => run.grid)
  const order = head?.order.length ? head.order : leaves
  if (head?.places && gridRuns.length === 1 && runs.length === 1) {
    const cells = new Map<Leaf, Atom>()
    for (const [leaf, position] of head.places) {
      const atom = values.find(({ column }) => column === position)
      if (atom) cells.set(leaf, atom)
    }
    const places = head.places
    const merged = values.find((atom) => alsoOver(atom, places).length)
    const doubt = isShort(runs[0]?.atoms ?? [], places.values()) ? SHORT : merged && MERGED
    if (cells.size === values.length) return { cells, ...(doubt && { doubt }) }
  }
  if (runs.every(({ cells }) => cells) && atoms.length === order.length) {
    const cells = inOrder(atoms, order)
    if (runs.some(isCrowded)) return { cells, doubt: CROWDED }
    // Nothing but the order of the form says which is which, and the sums say otherwise.
    return head?.order.length || sumsOf(cells) !== false ? { cells } : { cells, doubt: HEAD_UNREAD }
  }
  const full = order.length === leaves.length ? order : leaves
  const shifted = shiftedBySums(runs, full)
  if (shifted) {
    const others = values.filter((atom) => !shifted.includes(atom))
    if (others.length) reading.unplaced.push(surplusOf(others, values, leaves, name))
    return { cells: inOrder(shifted, full) }
  }
  // A bar before the first cell of a row leaves an empty cell.
  const [opening, ...rest] = atoms
  if (runs.every(({ cells }) => cells) && opening?.kind === 'empty' && rest.length === order.length) {
    // Under a head cut off by one name it may be a blank just as well, and so with one behind the columns.
    const cells = inOrder(rest, order)
    const isAlike = sumsOf(cells) === true || rest.every((atom) => amountOf(atom) === 0n)
    const isBlank = rest.some(({ kind }) => kind === 'empty')
    const isUntold = isAlike && isBlank && sumsOf(inOrder(atoms, order)) === true
    const isWrong = sumsOf(cells) === false && !areTotalsLeftAtZero([byColumnOf(cells)])
    const doubt = order.length < leaves.length || isUntold ? CUT : isWrong ? SUM_FAILS : undefined
    return { cells, ...(doubt && { doubt }) }
  }
  for (const each of order.length === leaves.length ? [order] : [order, leaves])
    if (values.length === each.length) {
      // A head cut off, over a row of more cells: as many figures as names are a chance of its blanks.
      const cut = each.length < leaves.length
      if (cut && runs.every((run) => run.cells)) continue
      const cells = inOrder(values, each)
      // Two figures in one cell, and as many in all as there are columns: a cell without one is passed over.
      if (runs.some(isCrowded)) return { cells, doubt: CROWDED }
      if (cut && sumsOf(cells) !== true) return { cells, doubt: CUT }
      if (head?.unordered && values.some(({ text }) => text !== values[0]?.text))
        return { cells, doubt: UNORDERED }
      const told = runs.every((run) => run.cells) || head?.order.length === each.length || !pieces.length
      // With few figures the sums hold in more than one order.
      const confirmed =
        sumsOf(cells) === true && values.filter(({ text }) => Number(text) > 0).length >= leaves.length / 3
      if (!told && !confirmed && values.some(({ text }) => text !== values[0]?.text))
        return { cells, doubt: HEAD_UNREAD }
      const leftAtZero = head?.order.length === each.length && areTotalsLeftAtZero([byColumnOf(cells)])
      return sumsOf(cells) === false && !leftAtZero ? { cells, doubt: SUM_FAILS } : { cells }
    }
  const [row] = gridRuns
  if (row && runs.length === 1) {
    // A row of exactly as many cells as columns: the empty ones are the blanks.
    const cellsOfRow = row.atoms.filter(({ kind }) => kind !== 'label')
    if (cellsOfRow.length === leaves.length) return { cells: inOrder(cellsOfRow) }
  }
  const [chosen, ...others] = withoutSurplus(
    values,
    leaves.map(({ column }) => column),
  )
  if (chosen && !others.length) {
    reading.remarks.push({
      rule: 'import.extra-number',
      message: `${name}：有 ${values.length} 个数，表中 ${leaves.length} 列，多出 ${chosen.surplus.map(shownText).join('、')}；按各项合计取舍。`,
      places: chosen.surplus.map(({ place }) => place),
    })
    reading.unplaced.push(surplusOf(chosen.surplus, values, leaves, name))
    // A surplus 0 may belong anywhere between the others: the sums alone do not place it.
    return { cells: inOrder(chosen.kept), doubt: '这一行多出一个数，按各项合计取舍，请对照原文' }
  }
  const entered = leaves.filter(({ column }) => !column.sum)
  if (values.length === entered.length)
    return {
      cells: new Map(entered.map((leaf, index) => [leaf, values[index] as Atom])),
      doubt: '来文没有总计的数，按顺序放置，请对照原文',
    }
  return undefined
}

const byColumnOf = (cells: Map<Leaf, Atom>) => new Map([...cells].map(([leaf, atom]) => [leaf.column, atom]))

const isCrowded = (run: Run): boolean => {
  if (!run.cells) return false
  const cells = run.atoms
    .filter(isValue)
    .map(({ column, place: { block, row } }) => [block, row, column].join(' '))
  return new Set(cells).size < cells.length
}

const surplusOf = (surplus: Atom[], values: Atom[], leaves: Leaf[], name: string): Unplaced => ({
  text: surplus.map(shownText).join(' '),
  places: surplus.map(({ place }) => place),
  why: `${name}：有 ${values.length} 个数，表中 ${leaves.length} 列`,
})

const MAX_BESIDE = 4
/** A row with cells left over at its ends: the one stretch of it in which every sum holds, blanks counting as 0. */
function shiftedBySums(runs: Run[], leaves: Leaf[]): Atom[] | undefined {
  const [run] = runs
  if (!run?.grid || runs.length > 1) return undefined
  const row = run.atoms.filter(({ kind }) => kind !== 'label')
  const fitting: Atom[][] = []
  if (row.length > leaves.length + MAX_BESIDE) return undefined
  for (let from = 0; from + leaves.length <= row.length; from++) {
    const stretch = row.slice(from, from + leaves.length)
    const holds = leaves.every(({ column }, at) => {
      if (!column.sum) return true
      const parts = column.sum.map((path) => stretch[leaves.findIndex((leaf) => leaf.column.path === path)])
      const sum = parts.reduce((all, part) => all + (part ? (amountOf(part) ?? 0n) : 0n), 0n)
      return stretch[at] !== undefined && amountOf(stretch[at]) === sum
    })
    if (holds) fitting.push(stretch)
  }
  const [only, ...others] = fitting
  return others.length || !only?.some(isValue) ? undefined : only
}
