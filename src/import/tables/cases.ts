import { addressOf, columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import type { Figure, Unplaced } from '../proposal'
import { type CaseHead, type Leaf, prefixedNames, readCaseHead } from './caseHead'
import { joinedNames } from './headNames'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { type Piece, piecesOf } from './occurrences'
import { alsoOver, isShort, MERGED, NO_TOTAL, SHORT } from './reach'
import { inUnit } from './readRun'
import { type TableReading, unread } from './rows'
import { isValue, type Run, runsOf, runText, shownText } from './runs'
import { amountOf, areTotalsLeftAtZero, sumHolds, totalsOf, withoutSurplus } from './sums'
import { wordsAmongFigures } from './unread'

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
export function readCases(source: Line[], table: TableSpec): TableReading {
  const lines = wordsAmongFigures(source, table)
  const leaves = leavesUnder(table)
  const row = table.blocks[0]?.rows[0] as LeafRow | undefined
  const pieces = piecesOf(lines)
  const runs = runsOf(lines)
  const reading: TableReading = { figures: [], unplaced: [], remarks: [], rows: 0, lines: new Set() }
  if (!row || !runs.length) return reading
  for (const run of runs) reading.lines.add(run.first)
  const names = new Set(leaves.flatMap(({ column }) => spellingsOf(column)))
  reading.rows = pieces.filter(({ read }) => names.has(read.text)).length
  const placed = withOpenTotals(
    turned(runs, leaves, pieces) ?? inOneLine(runs, leaves, lines, pieces, reading, table.name),
    leaves,
  )
  if (!placed) {
    for (const run of runs)
      reading.unplaced.push(
        leftOver(run, `${table.name}应有 ${leaves.length} 个数，无法确定这些数各属哪一列`),
      )
    return reading
  }
  for (const [leaf, atom] of placed.cells) {
    if (atom.text === '') continue
    const address = addressOf(table, row, leaf.column)
    if (atom.kind === 'unread') {
      reading.unplaced.push(unread(atom, address, [table.name, leaf.group, leaf.label]))
      continue
    }
    const figure: Figure = { address, text: atom.text, places: [atom.place] }
    const doubt = placed.doubt ?? inUnit(atom, leaf.column).doubt ?? atom.doubt
    reading.figures.push(doubt ? { ...figure, doubt } : figure)
  }
  return reading
}

const leftOver = (run: Run, why: string): Unplaced => ({
  text: runText(run),
  places: run.atoms.filter(isValue).map(({ place }) => place),
  why,
})

interface Placed {
  cells: Map<Leaf, Atom>
  doubt?: string
}

/** A total that is missing among others: a cell of its kind of case may be, with the figures moved up. */
const withOpenTotals = (placed: Placed | undefined, leaves: Leaf[]): Placed | undefined => {
  if (!placed || placed.doubt) return placed
  const cells = new Map([...placed.cells].map(([leaf, atom]) => [leaf.column, atom]))
  const { open, given } = totalsOf(
    cells,
    leaves.map(({ column }) => column),
  )
  return open.length && given.length ? { ...placed, doubt: NO_TOTAL } : placed
}

const sumsOf = (cells: Map<Leaf, Atom>) =>
  sumHolds(new Map([...cells].map(([leaf, atom]) => [leaf.column, atom])))

/** Figures whose labels stand beside them: a line for each kind of case, for each result, or for each figure. */
function turned(runs: Run[], leaves: Leaf[], pieces: Piece[]): Placed | undefined {
  const groups = [...new Set(leaves.map(({ group }) => group))]
  const spelled = (label: string) => readLabel(label).text
  const results = leaves.filter(({ group }) => group === groups[0])
  const resultAt = (text: string) => results.findIndex(({ column }) => spellingsOf(column).includes(text))
  const groupAt = (text: string) => groups.findIndex((group) => spelled(group) === text)
  const labels = runs.map((run) => pieces[run.beside.at(-1) ?? -1]?.read.text ?? '')
  const cells = new Map<Leaf, Atom>()
  const put = (group: number, result: number, atom: Atom | undefined) => {
    const leaf = leaves[group * results.length + result]
    if (leaf && atom) cells.set(leaf, atom)
  }
  const valuesOf = (run: Run) => run.atoms.filter(isValue)
  const certain = (): Placed =>
    sumsOf(cells) === false ? { cells, doubt: '各项相加不等于来文的总计，请对照原文' } : { cells }

  if (
    runs.length === results.length &&
    labels.every((text) => resultAt(text) >= 0) &&
    runs.every((run) => valuesOf(run).length === groups.length)
  ) {
    // The heads above may come in another order only where they can be read.
    for (const [index, run] of runs.entries())
      for (const [group, atom] of valuesOf(run).entries()) put(group, resultAt(labels[index] ?? ''), atom)
    return certain()
  }
  if (
    runs.length === groups.length &&
    labels.every((text) => groupAt(text) >= 0) &&
    runs.every((run) => valuesOf(run).length === results.length)
  ) {
    for (const [index, run] of runs.entries())
      for (const [result, atom] of valuesOf(run).entries()) put(groupAt(labels[index] ?? ''), result, atom)
    return certain()
  }
  const single = runs.every((run) => valuesOf(run).length === 1)
  if (runs.length >= results.length && single) {
    let group = -1
    let before = Number.POSITIVE_INFINITY
    let piece = 0
    let named = false
    for (const run of runs) {
      let result = -1
      for (; piece < run.next; piece++) {
        const text = pieces[piece]?.read.text ?? ''
        if (groupAt(text) >= 0) {
          group = groupAt(text)
          before = -1
          named = true
        }
        if (resultAt(text) >= 0) result = resultAt(text)
      }
      if (result < 0) return undefined
      // Without a head between, the results begin anew with the next kind of case.
      if (!named && result <= before) group++
      else if (named && result <= before) return undefined
      before = result
      put(group, result, valuesOf(run)[0])
    }
    return cells.size === runs.length ? certain() : undefined
  }
  return undefined
}

/** The head of the table: each name with its merged head before it, or none. */
function headAbove(
  pieces: Piece[],
  leaves: Leaf[],
  lines: Line[],
): (CaseHead & { unordered?: true }) | undefined {
  const names = new Set(leaves.flatMap(({ column }) => spellingsOf(column)))
  const prefixed = new Set(prefixedNames(leaves).keys())
  const flat = joinedNames(pieces, prefixed, lines)
  const under = new Set(leaves.map(({ group }) => readLabel(group).text))
  const read = flat.names.some(({ read }) => names.has(withoutBrackets(read.text)))
    ? joinedNames(pieces, names, lines, under)
    : flat
  const head = readCaseHead(read.names, leaves)
  return head && { ...head, ...(read.unordered && { unordered: true as const }) }
}

/** One line of figures in the order of the head, else of the form. */
function inOneLine(
  runs: Run[],
  leaves: Leaf[],
  lines: Line[],
  pieces: Piece[],
  reading: TableReading,
  name: string,
): Placed | undefined {
  const values = runs.flatMap((run) => run.atoms.filter(isValue))
  const atoms = runs.flatMap((run) => run.atoms)
  const inOrder = (of: Atom[], order = leaves): Map<Leaf, Atom> =>
    new Map(order.flatMap((leaf, index) => (of[index] ? [[leaf, of[index]] as const] : [])))
  const gridRuns = runs.filter((run) => run.grid)
  const head = headAbove(pieces.slice(0, runs[0]?.next), leaves, lines)
  const order = head?.order ?? leaves
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
  if (runs.every(({ cells }) => cells) && atoms.length === order.length)
    return { cells: inOrder(atoms, order) }
  // A bar before the first cell of a row leaves an empty cell.
  const [opening, ...rest] = atoms
  if (runs.every(({ cells }) => cells) && opening?.kind === 'empty' && rest.length === order.length) {
    // Under a head cut off by one name it may be a blank just as well.
    const doubt = '来文的表头没有读全，各数按读到的列放置，请对照原文'
    return { cells: inOrder(rest, order), ...(order.length < leaves.length && { doubt }) }
  }
  for (const each of order.length === leaves.length ? [order] : [order, leaves])
    if (values.length === each.length) {
      // A head cut off, over a row of more cells: as many figures as names are a chance of its blanks.
      const cut = each.length < leaves.length
      if (cut && runs.every((run) => run.cells)) continue
      const cells = inOrder(values, each)
      if (cut && sumsOf(cells) !== true)
        return { cells, doubt: '来文的表头没有读全，各数按读到的列放置，请对照原文' }
      if (head?.unordered && values.some(({ text }) => text !== values[0]?.text))
        return { cells, doubt: '来文表头的各列名称没有读清先后，请对照原文' }
      const told = runs.every((run) => run.cells) || head?.order.length === each.length || !pieces.length
      // With few figures the sums hold in more than one order.
      const confirmed =
        sumsOf(cells) === true && values.filter(({ text }) => Number(text) > 0).length >= leaves.length / 3
      if (!told && !confirmed && values.some(({ text }) => text !== values[0]?.text))
        return { cells, doubt: '来文的表头没有读全，各数按官方的列序放置，请对照原文' }
      const byColumn = new Map([...cells].map(([leaf, atom]) => [leaf.column, atom]))
      const leftAtZero = head?.order.length === each.length && areTotalsLeftAtZero([byColumn])
      return sumsOf(cells) === false && !leftAtZero
        ? { cells, doubt: '各项相加不等于来文的总计，请对照原文' }
        : { cells }
    }
  const [row] = gridRuns
  if (row && runs.length === 1) {
    // A row of exactly as many cells as columns: the empty ones are the blanks.
    const cellsOfRow = row.atoms.filter(({ kind }) => kind !== 'label')
    if (cellsOfRow.length === leaves.length) return { cells: inOrder(cellsOfRow) }
    const shifted = shiftedBySums(cellsOfRow, leaves)
    if (shifted) return { cells: inOrder(shifted) }
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
    reading.unplaced.push({
      text: chosen.surplus.map(shownText).join(' '),
      places: chosen.surplus.map(({ place }) => place),
      why: `${name}：有 ${values.length} 个数，表中 ${leaves.length} 列`,
    })
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

/** A row with cells left over at its ends: the one stretch of it in which every sum holds, blanks counting as 0. */
function shiftedBySums(row: Atom[], leaves: Leaf[]): Atom[] | undefined {
  const fitting: Atom[][] = []
  for (let from = 0; from + leaves.length <= row.length; from++) {
    const stretch = row.slice(from, from + leaves.length)
    const outside = row.filter((atom) => !stretch.includes(atom))
    if (outside.some(isValue)) continue
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
