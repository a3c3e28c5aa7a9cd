import { addressOf } from '../../format/cells'
import { rowName } from '../../format/names'
import type { Address, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import type { Figure, Remark, Unplaced } from '../proposal'
import { alignedColumns } from './aligned'
import { assign, guessRows, inContext, lostRows, type Row } from './assign'
import { joinColumnParts } from './columnParts'
import { learnedColumns } from './columns'
import { withoutForeignFigures, withoutPercents } from './foreignColumns'
import { headsOf } from './head'
import { piecesAbove } from './headNames'
import { bare, readLabel } from './labels'
import { isSplit, leftOver, SPLIT, wordsBeside } from './leftOver'
import type { Atom, Line } from './lines'
import { mergedFigures } from './mergedFigures'
import { inUnit } from './moneyUnit'
import { columnsOf, findLabels, type Piece, piecesOf, type Target, targetsOf } from './occurrences'
import { chooseYear } from './otherYears'
import { HIDDEN, MERGED, NO_TOTAL } from './reach'
import { HEAD_UNREAD, type RunReading, readRun } from './readRun'
import { fittingOf, type RowReading, settle, sumsAgree } from './repair'
import { isTorn, isValue, labelColumn, type Run, runsOf, runText, shownText, TORN } from './runs'
import { areTotalsLeftAtZero, sumHolds, totalsOf } from './sums'
import { orderBySums } from './totalFirst'
import { underHead } from './underHead'
import { wordsAmongFigures, wordsOf } from './unread'

export interface TableReading {
  figures: Figure[]
  unplaced: Unplaced[]
  remarks: Remark[]
  /** Rows and stubs whose label was found, with or without figures. */
  rows: number
  /** Indexes of the lines that hold labels or figures of the table. */
  lines: Set<number>
}

/**
 * Reads a table whose rows have labels (表二, 表三) from the lines where it stands. Rows that are copied alone come without the
 * head of their table: that they lack it says nothing.
 */
export function readRows(
  source: Line[],
  table: TableSpec,
  { year, areCopied = false }: { year?: string | undefined; areCopied?: boolean } = {},
): TableReading {
  const counted = withoutForeignFigures(source, table)
  const named = underHead(counted.lines, table)
  const rest = withoutPercents(named.lines)
  const lines = wordsAmongFigures(rest.lines, table)
  const targets = targetsOf(table)
  const pieces = piecesOf(lines)
  const found = inContext(findLabels(pieces, targets), pieces, targets)
  const runs = runsOf(lines)
  const { rows, unlabelled, undivided } = assign(runs, found, pieces)
  // Where cells are told apart, a row of blanks is there; else its figures may have gone to another label.
  const flowing = rows.some(({ run }) => !run.cells && run.beside.length === 0)
  for (const row of rows) row.doubt ??= lines[row.run.first]?.doubt
  const guessed = guessRows(unlabelled, rows, runs, pieces, targets)
  rows.push(...guessed.rows)
  const above = ({ run, target }: Row) =>
    piecesAbove(target.block, run.grid ? lines[run.first]?.block : undefined, lines, pieces, found).own
  const ofOthers = [...counted.left, ...rest.left, ...chooseYear(rows, above, year)]
  const learned = learnedColumns(
    rows.map(({ run, target }) => ({
      run,
      target,
      width: columnsOf(target.block).length,
      label: labelColumn(run, pieces),
    })),
  )
  const heads = headsOf(lines, pieces, found, rows)
  const aligned = alignedColumns(
    lines,
    rows.filter(({ run }) => !run.grid).map(({ run }) => run),
  )
  /** Blocks whose head names the columns and whose totals were never filled in. */
  const zeroTotals = new Set(
    table.blocks.filter((block) =>
      areTotalsLeftAtZero(
        rows.flatMap(({ run, target }) => {
          const { columns, named, unsure } = heads(run, target.block)
          const values = run.atoms.filter(isValue)
          if (target.block !== block || !named || unsure || values.length !== columns.length) return []
          return [new Map(columns.map((column, at) => [column, values[at] as Atom]))]
        }),
      ),
    ),
  )
  const reading = (run: Run, target: Target): RunReading | undefined => {
    const { columns, places, sameCells, unsure } = heads(run, target.block)
    const ordered = {
      columns,
      inCells: run.cells && sameCells,
      zeroTotals: zeroTotals.has(target.block),
    }
    const read = run.grid
      ? readRun(run, ordered, places ?? learned(run, labelColumn(run, pieces), columns))
      : (aligned(run, columns) ?? readRun(run, ordered, undefined))
    if (!read || read.doubt) return read
    if (isTorn(run) && (read.bySum || sumHolds(read.cells) !== true)) return { ...read, doubt: TORN }
    return unsure && !places ? { ...read, doubt: HEAD_UNREAD } : read
  }
  // Where the order of reading is upset, a label may stand before the figures of another row.
  const upset = flowing && (guessed.open.some(isRow) || lostRows(rows, found))
  const headOf = ({ run, target }: RowReading['row']) => heads(run, target.block)
  const printed = rows.flatMap((row): RowReading[] =>
    row.target.row ? [{ row, leaf: row.target.row, reading: reading(row.run, row.target) }] : [],
  )
  const read = joinColumnParts(printed, headOf)
  settle(read, table)
  orderBySums(read, headOf, areCopied)
  markOpenTotals(read)
  markOddSurplus(read)
  // Labels in pieces of a few characters, side by side with others, are easily put together wrong.
  const broken =
    found.filter(({ firstLine, lastLine, stacked }) => !stacked && lastLine > firstLine + 1).length * 2 >
    found.length
  const unproved = broken && rows.some(({ run }) => !run.grid) && !sumsAgree(read, table)

  const result: TableReading = {
    figures: [],
    unplaced: [...named.left, ...ofOthers],
    remarks: [],
    rows: new Set(found.map(({ target }) => target)).size,
    lines: new Set([
      ...[...found.flatMap((each) => each.pieces), ...rows.flatMap(({ run }) => run.beside)].flatMap(
        (index) => pieces[index]?.line ?? [],
      ),
      ...runs.map(({ first }) => first),
    ]),
  }
  const merged = mergedFigures(printed, table)
  result.unplaced.push(...merged.without)
  const among = { pieces, found, names: wordsOf(table) }
  const labelOf = ({ target, written }: Row) =>
    found.find((each) => each.target === target && each.written === written)
  for (const label of found) {
    if (!label.target.row || rows.some(({ target }) => target === label.target)) continue
    const { text, places } = leftOver(undefined, label, among)
    if (!text || places.length > columnsOf(label.target.block).length) continue
    result.unplaced.push({ text: `${rowName(label.target.row)}：${text}`, places, why: NO_FIGURE })
    for (const index of label.pieces) result.lines.add((pieces[index]?.line ?? 0) + 1)
  }
  const printings = new Map<LeafRow, RowReading[]>()
  for (const each of read) printings.set(each.leaf, [...(printings.get(each.leaf) ?? []), each])
  for (const all of printings.values()) {
    const { chosen, why } = fittingOf(all, read, table)
    const { row, leaf, reading } = chosen
    const words = wordsBeside(row.run, labelOf(row), among)
    const isShort = reading && reading.cells.size < columnsOf(row.target.block).length
    const line = lines[row.run.first]
    const splits = reading && line && !(reading.at && isShort) && isSplit(line, words)
    if (splits) reading.doubt ??= SPLIT
    for (const { text, place } of isShort || splits ? words : [])
      result.unplaced.push({ text: `${rowName(leaf)}：${text.trim()}`, places: [place], why: NO_FIGURE })
    place(
      result,
      chosen,
      table,
      unproved || (upset && chosen.row.run.beside.length === 0),
      lines,
      merged.doubtful,
      (row) => leftOver(row.run, labelOf(row), among),
    )
    for (const each of all) if (each !== chosen) repeated(result, each, chosen, why, table)
  }
  for (const { run, target } of undivided)
    result.unplaced.push(toChoose(run, target, reading(run, target), table))
  for (const run of guessed.open) result.unplaced.push(unknown(run, pieces, table))
  return result
}

/**
 * A column that the form does not have stands in one place in all rows. Where the sum of a row leaves out another one, or a figure
 * that no other row leaves out, its figures happened to add up.
 */
function markOddSurplus(rows: RowReading[]) {
  const chosen = rows.flatMap(({ row, reading }) => {
    if (!reading?.bySum || !reading.surplus.length) return []
    const values = row.run.atoms.filter(isValue)
    return [{ reading, at: reading.surplus.map((atom) => values.indexOf(atom)).join() }]
  })
  const counts = new Map<string, number>()
  for (const { at } of chosen) counts.set(at, (counts.get(at) ?? 0) + 1)
  for (const { reading, at } of chosen) {
    const same = counts.get(at) ?? 0
    if (same === 1 || same * 2 <= chosen.length) reading.doubt ??= ODD_SURPLUS
  }
}
const NO_FIGURE = '这里读不出数，没有填入，请对照原文'
const ODD_SURPLUS = '这一行多出的数与别的行不在同一列，各数可能错位，请对照原文'

/** A row that has no total in a table that has them: one of its cells may be missing, with the others moved up. */
function markOpenTotals(rows: RowReading[]) {
  const all = rows.flatMap(({ row, reading }) =>
    reading ? [{ ...totalsOf(reading.cells, columnsOf(row.target.block)), reading }] : [],
  )
  const given = new Set(all.flatMap((each) => each.given))
  for (const { open, reading } of all)
    if (open.some((column) => given.has(column))) reading.doubt ??= NO_TOTAL
}

/** A number alone between rows of several columns is of a page. In a table with single columns it may be a row. */
const isRow = (run: Run, _: number, open: Run[]) => run.atoms.filter(isValue).length > 1 || open.length > 3

const placesOf = (run: Run) => run.atoms.filter(isValue).map(({ place: where }) => where)
const listed = (atoms: RunReading['surplus'], divider: string) => atoms.map(shownText).join(divider)

/** The figures of one row, what was left over of it, and how its label was written. */
function place(
  result: TableReading,
  { row, leaf, reading }: RowReading,
  table: TableSpec,
  upset: boolean,
  lines: Line[],
  merged: Set<Atom>,
  allOf: (row: Row) => Pick<Unplaced, 'text' | 'places'>,
) {
  const { run, target, written } = row
  const columns = columnsOf(target.block)
  const count = run.atoms.filter(isValue).length
  if (!reading) {
    const { text, places } = allOf(row)
    result.unplaced.push({
      text: `${rowName(leaf)}：${text}`,
      places,
      why: `这一行应有 ${columns.length} 个数，来文有 ${count} 个，无法确定各属哪一列`,
    })
    return
  }
  const doubt =
    row.doubt ??
    reading.doubt ??
    (run.hidden ? HIDDEN : undefined) ??
    (upset ? '来文中标签和数字的顺序被打乱，请对照原文' : undefined)
  for (const [column, atom] of reading.cells) {
    if (atom.text === '') continue
    const address = addressOf(table, leaf, column)
    if (atom.kind === 'unread') {
      result.unplaced.push(unread(atom, address, [table.name, rowName(leaf), column.label]))
      continue
    }
    // A change may carry its sign: nothing doubtful about “+2” there.
    const signed = column.signed && /^[+＋]/.test(atom.written ?? '')
    const { text, doubt: ofUnit } = inUnit(atom, column, { run, lines })
    const figure: Figure = { address, text: signed ? `+${text}` : text, places: [atom.place] }
    const why =
      doubt ?? (merged.has(atom) ? MERGED : undefined) ?? ofUnit ?? (signed ? undefined : atom.doubt)
    result.figures.push(why ? { ...figure, doubt: why } : figure)
  }
  if (reading.surplus.length) {
    const why = `${rowName(leaf)}：有 ${count} 个数，表中 ${columns.length} 列，多出`
    const by = reading.byColumns ? '；按各列合计取舍' : reading.bySum ? '；按本行合计取舍' : ''
    result.remarks.push({
      rule: 'import.extra-number',
      message: `${why} ${listed(reading.surplus, '、')}${by}。`,
      places: reading.surplus.map(({ place: where }) => where),
    })
    result.unplaced.push({
      text: listed(reading.surplus, ' '),
      places: reading.surplus.map(({ place: where }) => where),
      why: `${why}${reading.surplus.length > 1 ? '这些' : '这个'}${by}`,
    })
  }
  if (written && !isOfficial(written, target))
    result.remarks.push({
      rule: 'import.label-drift',
      message: `来文写“${written.trim()}”，按官方用字“${target.label}”收入。`,
      places: placesOf(run).slice(0, 1),
    })
}

/** A row that the source has twice: alike it does not matter, otherwise the other is listed and what differs is in doubt. */
function repeated(
  result: TableReading,
  { row, leaf, reading }: RowReading,
  chosen: RowReading,
  why: string,
  table: TableSpec,
) {
  const isAlike = valuesText(chosen.row.run) === valuesText(row.run)
  if (isAlike && bare(row.written ?? '') === bare(chosen.row.written ?? '')) return
  result.unplaced.push({
    text: `${rowName(leaf)}：${runText(row.run)}`,
    places: placesOf(row.run),
    why: `来文中“${rowName(leaf)}”出现两次，数字不同；${why}`,
  })
  const differing = new Set(
    columnsOf(row.target.block)
      .filter(
        (column) => isAlike || reading?.cells.get(column)?.text !== chosen.reading?.cells.get(column)?.text,
      )
      .map((column: LeafColumn) => addressOf(table, leaf, column)),
  )
  for (const figure of result.figures)
    if (differing.has(figure.address)) figure.doubt ??= `来文中这一行出现两次，数字不同；${why}`
}

/** Figures of a stub that should have been divided: the clerk chooses the row. */
function toChoose(run: Run, target: Target, reading: RunReading | undefined, table: TableSpec): Unplaced {
  const item: Unplaced = {
    text: `${target.label} ${runText(run)}`,
    places: placesOf(run),
    why: '来文没有分项，请选择属于下面哪一行',
  }
  if (!reading) return item
  const rows = target.rows.map((row) => ({
    label: row.label,
    figures: [...reading.cells].flatMap(([column, atom]): Figure[] =>
      atom.text === '' || atom.kind === 'unread' || column.sum
        ? []
        : [{ address: addressOf(table, row, column), text: atom.text, places: [atom.place] }],
    ),
  }))
  return { ...item, choose: { rows } }
}

/** A cell that holds something, but nothing that could be read: its place is known, its figure is the clerk's to fill in. */
export const unread = (atom: Atom, address: Address, place: string[]): Unplaced => ({
  text: `${place.filter(Boolean).join('·')}：${atom.text}`,
  places: [atom.place],
  why: '这一格读不出数，没有填入，请对照原文填写',
  address,
})

const unknown = (run: Run, pieces: Piece[], table: TableSpec): Unplaced => ({
  text: [run.beside.map((index) => pieces[index]?.atom.text ?? '').join(' '), runText(run)]
    .filter(Boolean)
    .join(' '),
  places: placesOf(run),
  why: `${table.name}：没有认出这一行的标签`,
})

const valuesText = (run: Run): string => run.atoms.filter(isValue).map(shownText).join(' ')
const isOfficial = (written: string, target: Target): boolean =>
  readLabel(written).text === readLabel(target.label).text
