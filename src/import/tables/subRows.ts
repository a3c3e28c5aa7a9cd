import type { TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import { isRowless } from './elsewhere'
import { readLabel } from './labels'
import type { Atom, Line } from './lines'
import { COMMON } from './occurrences'
import type { Whose } from './otherYears'
import { isSumWord, type Mine, whoseFigures } from './qualifiers'
import { stretchOf } from './reach'
import { isValue, shownText } from './runs'
import { amountOf } from './sums'
import { labelsOf, wordsOf } from './unread'

/** Words that tell the rows of one item apart are few. */
const MAX_WORDS = 20
const YEAR = /^20\d\d$/
const UNTOLD = '来文这一项有几行数，分不清哪一行是本机关本年度的，请对照原文'
const LEFT = '同一项有几行数，这不是本机关本年度的一行，没有读取'
const OPEN = '同一项有几行数，分不清哪一行是本机关本年度的，没有读取这一行'

/** A row of figures of an item, with the words that tell it from the others. */
interface ItemRow {
  at: number
  words: Atom[]
}
/** An item of the form with all its rows, that of its label first. */
interface Item {
  label: Atom
  rows: ItemRow[]
}

/**
 * The lines of a table whose items have several rows of figures each (上年 and 本年, 下属单位 and 合计), the label over all of
 * them or beside the first alone, with one row an item: that which its words tell to be of the report. The others are listed.
 * Where nothing tells, the first is read and in doubt.
 */
export function withoutSubRows(
  lines: Line[],
  table: TableSpec,
  mine: Mine,
): { lines: Line[]; left: Unplaced[] } {
  const items = itemsIn(lines, table, mine)
  const inOrder = orderTold(lines, mine)
  const changed = new Map<number, Line>()
  const left = new Map<string, Unplaced>()
  for (const { label, rows } of items) {
    const told = rows.map(({ words }, order): Whose | undefined =>
      words.length ? wordsTold(words, mine)?.whose : inOrder[order],
    )
    const isNamed = ({ words }: ItemRow, order: number) => words.length > 0 || inOrder[order] !== undefined
    const own = told.indexOf('own')
    const isWhole = holdsOthers(
      rows.map(({ at, words }) =>
        (lines[at]?.atoms ?? []).filter((atom) => isValue(atom) && !words.includes(atom)),
      ),
      own,
    )
    const isSum = isSumWord(wordsTold(rows[own]?.words ?? [], mine)?.atom.text ?? '')
    const isSettled =
      (rows.every(isNamed) && own >= 0 && own === told.lastIndexOf('own')) ||
      told.every((whose, order) => (order ? whose === 'other' : whose !== 'other'))
    const isSure = isSettled && (isWhole || !isSum)
    const first = Math.max(
      0,
      told.findIndex((whose) => whose !== 'other'),
    )
    const chosen = rows[isSettled && own >= 0 ? own : first]
    const [head] = rows
    if (!chosen || !head) continue
    const labels = (lines[head.at]?.atoms ?? []).filter(
      (atom) => atom === label || (!isValue(atom) && isBefore(atom, label) && !head.words.includes(atom)),
    )
    for (const { at, words } of rows) {
      const line = lines[at] as Line
      if (at !== head.at) changed.set(at, { ...line, atoms: [], text: '' })
      if (at === chosen.at) continue
      const name = wordsTold(words, mine)?.atom.text.trim() ?? ''
      const why = isSure ? LEFT : OPEN
      const values = line.atoms.filter((atom) => isValue(atom) && !words.includes(atom))
      const known = left.get(name + why) ?? { text: name && `${name}：`, places: [], why }
      known.text += `${known.places.length ? '；' : ''}${label.text.trim()} ${values.map(shownText).join(' ')}`
      known.places.push(...values.map(({ place }) => place))
      left.set(name + why, known)
    }
    const line = lines[chosen.at] as Line
    const name = wordsTold(chosen.words, mine)?.atom
    const cells = line.atoms.flatMap((atom) => {
      if (isBefore(atom, label)) return []
      // In a grid the cell of the word is left, empty: the others keep their columns.
      return atom !== name ? [atom] : line.grid ? [{ ...atom, kind: 'empty' as const, text: '' }] : []
    })
    changed.set(head.at, {
      ...line,
      atoms: [...labels, ...(isSure ? cells : cells.map((atom) => inDoubt(atom)))],
    })
  }
  return { lines: lines.map((line, at) => changed.get(at) ?? line), left: [...left.values()] }
}

const inDoubt = (atom: Atom): Atom => (isValue(atom) ? { ...atom, doubt: atom.doubt ?? UNTOLD } : atom)

/** Whether a cell stands left of where a label ends; in a text, before it. */
const isBefore = (atom: Atom, label: Atom): boolean => atom.column < stretchOf(label).to

/** The word of a row that tells whose it is, else its first one. */
function wordsTold(words: Atom[], mine: Mine): { atom: Atom; whose?: Whose } | undefined {
  const telling = words.find(({ text }) => whoseFigures(text, mine))
  const [atom = telling] = telling ? [telling] : words
  const whose = telling && whoseFigures(telling.text, mine)
  return atom && { atom, ...(whose && { whose }) }
}

/** Whether each figure of a row is at least the sum of those that the other rows have in its place. */
function holdsOthers(rows: Atom[][], own: number): boolean {
  return (rows[own] ?? []).every((total, at) => {
    const parts = rows.flatMap((row, order) => (order === own ? [] : (row[at] ?? [])))
    return parts.reduce((sum, part) => sum + (amountOf(part) ?? 0n), 0n) <= (amountOf(total) ?? 0n)
  })
}

/** What a caption says of the rows by their order: 上行为上年数，下行为本年数. */
function orderTold(lines: Line[], mine: Mine): (Whose | undefined)[] {
  const told: (Whose | undefined)[] = []
  for (const { text, atoms } of lines) {
    if (atoms.some(isValue)) continue
    for (const [, place = '', words = ''] of text.matchAll(
      /(上|下|前|后|第?[一二三])行([^，。；、,;）)]*)/g,
    )) {
      const order = /[上前一]/.test(place) ? 0 : /[三]/.test(place) ? 2 : 1
      told[order] ??= whoseFigures(words, mine)
    }
  }
  return told
}

/** The items of a table that have more rows than one. */
function itemsIn(lines: Line[], table: TableSpec, mine: Mine): Item[] {
  const { ofAtom } = labelsOf(lines, table)
  const names = isRowless(table) ? wordsOf(table) : new Set<string>()
  const isItem = (atom: Atom) => {
    const name = readLabel(atom.text).text
    return ofAtom.get(atom)?.target.row?.label || (names.has(name) && !COMMON.has(name))
  }
  const isTelling = ({ text }: Atom) => whoseFigures(text, mine) !== undefined
  const isYear = yearCells(lines)
  const figuresOf = ({ atoms }: Line) => atoms.filter((atom) => isValue(atom) && !isYear(atom))
  const items: Item[] = []
  for (const [at, line] of lines.entries()) {
    const [first] = figuresOf(line)
    const label = line.atoms.filter((atom) => atom.kind === 'label' && isItem(atom)).at(-1)
    if (first && label && isBefore(label, first)) {
      items.push({ label, rows: [{ at, words: wordsOfRow(line, label) }] })
      continue
    }
    const open = items.at(-1)
    if (first && !label && open && open.rows.at(-1)?.at === at - 1 && goesOn(open, line))
      open.rows.push({ at, words: wordsOfRow(line, open.label) })
  }
  const counts = new Map<string, number>()
  for (const { rows } of items)
    for (const { words } of rows.slice(1))
      for (const { text } of words.slice(0, 1)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const several = items.filter(({ rows }) => rows.length > 1)
  const isUsual = several.length * 2 > items.length
  return several.flatMap(({ label, rows }) => {
    const isOwn = ({ words }: ItemRow, order: number) =>
      order < (label.rows ?? 1) ||
      (words.length
        ? wordsTold(words, mine)?.whose !== undefined || (counts.get(words[0]?.text ?? '') ?? 0) > 1
        : isUsual)
    const end = rows.findIndex((row, order) => order > 0 && !isOwn(row, order))
    const own = end < 0 ? rows : rows.slice(0, end)
    return own.length > 1 ? [{ label, rows: own }] : []
  })

  /** The words of a row besides its label, years among them. */
  function wordsOfRow({ atoms, grid }: Line, label: Atom): Atom[] {
    return atoms.filter(
      (atom) =>
        (isYear(atom) || (atom.kind === 'label' && !ofAtom.has(atom))) &&
        atom !== label &&
        (!grid || !isBefore(atom, label) || (atom.column < label.column && isTelling(atom))) &&
        atom.text.length <= MAX_WORDS,
    )
  }

  /** Whether a row without a label of the form is of the item above: in a grid below its label, in a text by words of its own. */
  function goesOn({ label, rows: [head] }: Item, line: Line): boolean {
    const above = lines[head?.at ?? -1]
    if (!above || !head || above.grid !== line.grid) return false
    const isFree = (atom: Atom) =>
      atom.kind === 'empty' ||
      !isBefore(atom, label) ||
      head.words.some((word) => word.column === atom.column && isTelling(atom))
    if (line.grid) return line.block === above.block && line.atoms.every(isFree)
    const words = wordsOfRow(line, label)
    return words.length > 0 && head.words.length > 0 && figuresOf(line).length === figuresOf(above).length
  }
}

/** Cells of a column that holds years alone, more than one of them. */
function yearCells(lines: Line[]): (atom: Atom) => boolean {
  const columns = new Map<string, Set<string>>()
  const keyOf = ({ place: { block }, column }: Atom) => `${block} ${column}`
  for (const { grid, atoms } of lines)
    for (const atom of grid ? atoms.filter(isValue) : []) {
      const known = columns.get(keyOf(atom)) ?? new Set()
      columns.set(keyOf(atom), known.add(atom.text))
    }
  return (atom) => {
    const texts = isValue(atom) ? [...(columns.get(keyOf(atom)) ?? [])] : []
    return texts.length > 1 && texts.every((text) => YEAR.test(text))
  }
}
