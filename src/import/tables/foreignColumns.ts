import { columnsUnder, leavesOf } from '../../format/cells'
import type { Block, Column, ColumnGroup, LeafColumn } from '../../format/types'
import type { Unplaced } from '../proposal'
import type { Row } from './assign'
import { bare, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { columnsOf, type Piece } from './occurrences'
import { isValue, shownText } from './runs'
import { amountOf, sumHolds } from './sums'

/** Heads over what no table of the form has: shares, growth, sums of a part of the columns. */
const FOREIGN = /占比|比例|比重|比率|百分比|同比|环比|增长|增幅|增减|增速|小计$|^[%％‰]$/
const isForeignName = (text: string): boolean => FOREIGN.test(withoutBrackets(bare(text)))
const PERCENT = /^[\d.,]+\s*[%％‰]$/
const isFigure = ({ kind }: Atom) => kind === 'number' || kind === 'mark'
const isPercent = (atom: Atom): boolean => isValue(atom) && PERCENT.test(shownText(atom).trim())

/** A column that the form does not have, as it is listed. */
export const listed = (name: string, atoms: Atom[]): Unplaced => ({
  text: `${name.trim()}：${atoms.map((atom) => (atom.kind === 'label' ? atom.text.trim() : shownText(atom))).join(' ')}`,
  places: atoms.map(({ place }) => place),
  why: '表中没有的列，没有读取',
})

const columnIn = (columns: LeafColumn[], text: string): LeafColumn | undefined =>
  columns.find((column) => spellingsOf(column).includes(withoutBrackets(readLabel(text).text)))

/** The lines without the columns whose cells have a percent sign in most rows: counted from the end of a row. */
export function withoutPercents(lines: Line[]): { lines: Line[]; left: Unplaced[] } {
  const rows = lines.filter(({ atoms }) => atoms.filter(isValue).length > 1)
  const counts = new Map<number, number>()
  for (const { atoms } of rows)
    for (const [at, atom] of atoms.entries())
      if (isPercent(atom)) counts.set(atoms.length - at, (counts.get(atoms.length - at) ?? 0) + 1)
  const places = new Set([...counts].flatMap(([at, count]) => (count * 2 > rows.length ? [at] : [])))
  const isIn = ({ atoms }: Line, atom: Atom) =>
    isPercent(atom) && atoms.some(isFigure) && places.has(atoms.length - atoms.indexOf(atom))
  const gone = places.size ? lines.flatMap((line) => line.atoms.filter((atom) => isIn(line, atom))) : []
  if (!gone.length) return { lines, left: [] }
  return {
    lines: lines.map((line) => ({ ...line, atoms: line.atoms.filter((atom) => !isIn(line, atom)) })),
    left: [listed('%', gone)],
  }
}

const UNTOLD = '来文的表头里还有表中没有的列，请对照原文'

/** The one place in rows of a figure too many without which all of them add up. */
function placeBySums(rows: Row[], columns: LeafColumn[]): number | undefined {
  const full = rows
    .map(({ run }) => run.atoms.filter(isValue))
    .filter((values) => values.length === columns.length + 1 && values.some((atom) => amountOf(atom)))
  const fitting = Array.from({ length: columns.length + 1 }, (_, at) => at).filter((at) =>
    full.every((values) => {
      const kept = values.filter((_, index) => index !== at)
      return sumHolds(new Map(columns.map((column, index) => [column, kept[index] as Atom]))) !== false
    }),
  )
  return full.length > 1 && fitting.length === 1 ? fitting[0] : undefined
}

/**
 * Rows of figures of a text reduced to those of the form's columns, where the head names others beside them on one line, or
 * most rows have figures with a percent sign. What cannot be told apart is in doubt.
 */
export function withoutForeignFigures(
  rows: Row[],
  above: (row: Row) => Piece[],
  percents: boolean,
): Unplaced[] {
  const left: Unplaced[] = []
  const texts = rows.filter(({ run }) => !run.grid)
  for (const block of new Set(texts.map(({ target }) => target.block))) {
    const own = texts.filter(({ target }) => target.block === block)
    const columns = columnsOf(block)
    const [first] = own
    if (columns.length < 2 || !first) continue
    const pieces = above(first)
    const heads = pieces.flatMap((piece) => {
      const column = columnIn(columns, piece.atom.text)
      return column || isForeignName(piece.atom.text) ? [{ column, line: piece.line }] : []
    })
    const foreign = heads.flatMap(({ column }, at) => (column ? [] : [at]))
    const arePercents = percents || own.filter(({ run }) => run.atoms.some(isPercent)).length * 2 > own.length
    if (!foreign.length && !arePercents) continue
    // Merged heads come before what they stand over, and so does a name beside them.
    const lines = new Set(heads.map(({ line }) => line)).size
    const isMerged = pieces.some(({ read }) => groupsOf(block).has(read.text))
    const isTold =
      heads.length - foreign.length === columns.length &&
      (lines === 1 || (lines === heads.length && !isMerged))
    const bySums = isTold || foreign.length !== 1 ? undefined : placeBySums(own, columns)
    const places = isTold ? foreign : bySums === undefined ? undefined : [bySums]
    for (const row of own) {
      const { run, target } = row
      const values = run.atoms.filter(isValue)
      const isFull = places !== undefined && values.length === columns.length + places.length
      const gone = arePercents
        ? values.filter(isPercent)
        : isFull
          ? values.filter((_, at) => places.includes(at))
          : undefined
      if (!gone) {
        row.doubt ??= UNTOLD
        continue
      }
      if (gone.length) left.push(listed(row.written ?? target.label, gone))
      run.atoms = run.atoms.filter((atom) => !gone.includes(atom))
      run.onFirst = Math.max(0, run.onFirst - gone.length)
    }
  }
  return left
}

/** The merged heads of a block. */
const groupsOf = (block: Block): Set<string> =>
  new Set(
    leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder).flatMap(({ labels }) =>
      labels.slice(0, -1).map((label) => readLabel(label).text),
    ),
  )
