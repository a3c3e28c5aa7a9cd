import type { Block, TableSpec } from '../../format/types'
import { inContext } from './assign'
import type { Atom, Line } from './lines'
import {
  findLabels,
  type Occurrence,
  type Piece,
  piecesOf,
  rowsOf,
  type Target,
  targetsOf,
} from './occurrences'
import { type Stretch, stretchOf } from './reach'
import { isValue } from './runs'
import { gridsIn } from './transposed'

const BELOW = '来文的标签在数字的下一行，请对照原文'
const EITHER = '来文的标签和数字分行排列，看不出标签在数字前还是后，请对照原文'

/** A label of the form with the lines and the atoms that it takes. */
interface Label {
  first: number
  last: number
  atoms: Atom[]
  block: Block
  /** Its place among those of the form. */
  order: number
  isRow: boolean
  /** Of the first row of its block. */
  isFirst: boolean
}

/**
 * The lines of a table with the labels of its rows before their figures, where the source has them behind or below: told once
 * for each grid, and for all the text.
 */
export function withLabelsFirst(lines: Line[], table: TableSpec): Line[] {
  const pieces = piecesOf(lines)
  const targets = targetsOf(table)
  const found = inContext(findLabels(pieces, targets), pieces, targets)
  const labels = found.map((each) => labelOf(each, pieces, targets))
  const beside = labels.flatMap((label) => figuresBeside(label, lines, labels) ?? [])
  if (!beside.length) return withLabelsAbove(withoutLabelColumns(lines, labels), labels)
  const isNumbered = areNumbers(beside.flatMap(({ before: [only, more] }) => (only && !more ? [only] : [])))
  const isBehind = ({ before, after }: Beside) =>
    !after.length || before.length > 1 || (before.length === 1 && !isNumbered)
  let to = 0
  return partsOf(lines).flatMap((part) => {
    const from = to
    to += part.length
    const own = labels.filter(({ first, last }) => first >= from && last < to)
    const among = beside.filter(({ label }) => own.includes(label))
    const behind = among.filter(isBehind).map(({ label }) => label)
    if (behind.length * 3 <= among.length * 2) return part
    return part[0]?.grid ? withColumnsFirst(part, from, own, behind) : withWordsFirst(part, from, own, behind)
  })
}

const labelOf = (
  { target, pieces: own, firstLine, lastLine }: Occurrence,
  pieces: Piece[],
  targets: Target[],
): Label => ({
  first: firstLine,
  last: lastLine,
  atoms: own.flatMap((index) => pieces[index]?.atom ?? []),
  block: target.block,
  order: targets.indexOf(target),
  isRow: target.row !== undefined,
  isFirst: target.row !== undefined && target.row === rowsOf(target.block)[0],
})

/** The grids, and the texts between them. */
const partsOf = (lines: Line[]): Line[][] =>
  gridsIn(lines).reduce<Line[][]>((parts, part) => {
    const open = parts.at(-1)
    if (open && !open[0]?.grid && !part[0]?.grid) open.push(...part)
    else parts.push([...part])
    return parts
  }, [])

/** The label of a row with the figures on its line. */
interface Beside {
  label: Label
  before: Atom[]
  after: Atom[]
}
function figuresBeside(label: Label, lines: Line[], labels: Label[]): Beside | undefined {
  const { atoms = [], grid } = lines[label.first] ?? {}
  const at = atoms.indexOf(label.atoms[0] as Atom)
  if (!label.isRow || at < 0 || !atoms.some(isValue)) return undefined
  const [before = [], after = []] = [atoms.slice(0, at), atoms.slice(at)].map((some) => some.filter(isValue))
  const several = labels.some((each) => each !== label && each.isRow && each.first === label.first)
  if (!several) return { label, before, after }
  // Several rows on one line: a text that begins with figures has the label of each behind them, a grid is told elsewhere.
  const words = atoms.filter(({ kind }) => kind !== 'empty')
  const isBehind = !grid && words[0] && isValue(words[0]) && words.at(-1)?.kind === 'label'
  return isBehind ? { label, before, after: [] } : { label, before: [], after }
}

/** Whether figures count the rows, from 1 on or anew in each part of a table. */
const areNumbers = (atoms: Atom[]): boolean =>
  atoms.every(({ text }, at) => {
    const [own, before] = [Number(text || 'x'), Number(atoms[at - 1]?.text ?? 0)]
    return own === 1 || (own > before && own < 100)
  })

/** A grid, from a line on, with the columns of the labels first, block by block. */
function withColumnsFirst(part: Line[], start: number, labels: Label[], behind: Label[]): Line[] {
  const blocks = [...new Set(behind.map(({ block }) => block))]
  let from = 0
  return blocks.flatMap((block, order) => {
    const own = behind.filter((label) => label.block === block)
    const end = Math.max(...own.map(({ last }) => last)) + 1 - start
    const rows = part.slice(from, order < blocks.length - 1 ? end : part.length)
    from += rows.length
    const stretch = stretchOfLabels(
      rows,
      own,
      labels.filter((label) => label.block === block),
    )
    return rows.map((line) => ({ ...line, atoms: rotated(line.atoms, stretch) }))
  })
}

/** The columns of the labels of some rows, with those of the stubs beside them. */
function stretchOfLabels(rows: Line[], behind: Label[], labels: Label[]): Stretch {
  const ends = behind.flatMap(({ atoms }) => atoms.map((atom) => stretchOf(atom).to))
  const last = Math.max(...behind.flatMap(({ atoms }) => atoms.map(({ column }) => column)))
  const figures = rows.flatMap(({ atoms }) => atoms.filter((atom) => isValue(atom) && atom.column < last))
  const edge = Math.max(...figures.map(({ column }) => column))
  const beside = labels.flatMap(({ atoms }) => atoms.filter(({ column }) => column > edge))
  return { from: Math.min(...beside.map(({ column }) => column)), to: Math.max(...ends) }
}

function rotated(atoms: Atom[], { from, to }: Stretch): Atom[] {
  const moved = ({ column, columns = 1 }: Atom) => {
    if (column >= to || (column < from && column + columns > from)) return column
    return column >= from ? column - from : column + to - from
  }
  return atoms.map((atom) => ({ ...atom, column: moved(atom) })).sort((a, b) => a.column - b.column)
}

/** A text, from a line on, with each label, and the stub before it, in front of the figures that it stands behind. */
function withWordsFirst(part: Line[], start: number, labels: Label[], behind: Label[]): Line[] {
  const named = new Set(labels.flatMap(({ atoms }) => atoms))
  return part.map((line, at) => {
    const own = behind.filter(({ first }) => first === start + at)
    if (!own.length) return line
    const atoms = [...line.atoms]
    for (const label of own) {
      const end = atoms.lastIndexOf(label.atoms.filter((atom) => atoms.includes(atom)).at(-1) as Atom) + 1
      let begin = end
      while (begin > 0 && named.has(atoms[begin - 1] as Atom)) begin--
      let from = begin
      while (from > 0 && isValue(atoms[from - 1] as Atom)) from--
      atoms.splice(from, 0, ...atoms.splice(begin, end - begin))
    }
    return { ...line, atoms }
  })
}

/** Labels on lines of their own, in a grid: rows of figures without the blank cells below and above them. */
function withoutLabelColumns(lines: Line[], labels: Label[]): Line[] {
  const columns = new Set(labels.flatMap(({ atoms }) => atoms.map(({ column }) => column)))
  const isTaken = lines.some(({ atoms }) => atoms.some((atom) => isValue(atom) && columns.has(atom.column)))
  if (isTaken) return lines
  const isLabelled = new Set(labels.map(({ first }) => first))
  return lines.map((line, at) =>
    line.grid && !isLabelled.has(at) && line.atoms.some(isValue)
      ? { ...line, atoms: line.atoms.filter(({ kind, column }) => kind !== 'empty' || !columns.has(column)) }
      : line,
  )
}

/** Lines of figures without a word between them, or those of a label. */
interface Group {
  from: number
  to: number
  label?: Label
  /** How many figures. */
  size: number
  /** No other words stand between it and the group before. */
  isNext: boolean
}

/**
 * Labels and figures on lines of their own: where figures stand right above the first label, and none right below the last,
 * each label goes above its figures.
 */
function withLabelsAbove(lines: Line[], labels: Label[]): Line[] {
  const all = groupsOf(lines, labels)
  const begin = all.findIndex(({ label }) => label) - 1
  const end = all.length - 1 - [...all].reverse().findIndex(({ label }) => label)
  const groups = all.slice(Math.max(0, begin), end + 1)
  const [first] = groups
  const figures = groups.filter(({ label }) => !label)
  const others = new Set(figures.slice(1).map(({ size }) => size))
  if (!first || first.label || !groups[1]?.isNext || figures.length < 2) return lines
  // The number of a page, or those of the columns.
  const isAlone = first.size === 1 && Math.max(...others) > 1
  if (isSerial(first, lines) || isAlone || (others.size === 1 && !others.has(first.size))) return lines
  const isOpen = all[end + 1]?.isNext
  const named = groups.flatMap(({ label }) => label ?? [])
  // Where the first label is lost, or stands elsewhere, the figures above the next one are its.
  const isWhole = named[0]?.isFirst
  const isSure =
    isWhole &&
    !isOpen &&
    groups.every(({ label }, at) => label || (groups[at + 1]?.label && groups[at + 1]?.isNext)) &&
    named.every(({ order }, at) => order > (named[at - 1]?.order ?? -1))
  const isGrid = lines[first.from]?.grid && !isOpen
  if (!isSure && !isWhole && !isGrid) return lines
  const doubt = !isSure ? EITHER : figures.every(({ size }) => size === 1) ? BELOW : undefined
  const inDoubt = (atom: Atom) =>
    atom.kind === 'number' && doubt ? { ...atom, doubt: atom.doubt ?? doubt } : atom
  const marked = doubt ? lines.map((line) => ({ ...line, atoms: line.atoms.map(inDoubt) })) : lines
  if (!isSure) return marked
  const order = [...marked.keys()]
  for (const [at, { from, to, label }] of groups.entries()) {
    const above = groups[at - 1]
    if (!label || !above || above.label) continue
    const own = order.splice(order.indexOf(from), to - from)
    order.splice(order.indexOf(above.from), 0, ...own)
  }
  return order.flatMap((at) => marked[at] ?? [])
}

function groupsOf(lines: Line[], labels: Label[]): Group[] {
  const groups: Group[] = []
  let isNext = false
  for (const [at, { atoms }] of lines.entries()) {
    const label = labels.find(({ isRow, first }) => isRow && first === at)
    const size = label ? 0 : atoms.filter(isValue).length
    const open = groups.at(-1)
    if (label) groups.push({ from: at, to: label.last + 1, label, size, isNext })
    else if (size && isNext && open && !open.label)
      Object.assign(open, { to: at + 1, size: open.size + size })
    else if (size) groups.push({ from: at, to: at + 1, size, isNext })
    if (label || size) isNext = true
    else if (at >= (open?.to ?? 0) && atoms.some(({ kind }) => kind !== 'empty')) isNext = false
  }
  return groups
}

/** 1, 2, 3 …: the numbers of columns. */
const isSerial = ({ from, to }: Group, lines: Line[]): boolean =>
  lines
    .slice(from, to)
    .flatMap(({ atoms }) => atoms.filter(isValue))
    .every(({ text }, at) => text === String(at + 1))
