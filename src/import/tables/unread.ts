import { columnsUnder, leavesOf } from '../../format/cells'
import type { Block, Column, ColumnGroup, LeafColumn, TableSpec } from '../../format/types'
import { readLabel, spellingsOf } from './labels'
import { type Atom, type Line, valueAtom } from './lines'
import { columnsOf, findLabels, type Occurrence, piecesOf, targetsOf } from './occurrences'
import { isValue } from './runs'
import { readValue } from './values'

const MAX_LENGTH = 40
const NOTE = /^\s*[（(]注/
const FRACTION = /^\s*\d+\s*[/／]\s*\d+\s*$/

/** Without a word: at most numbering, signs and digits, as (46), 46、 and … are. */
const isWordless = (text: string): boolean => readLabel(text).text === '' || !/\p{L}/u.test(text)
/** A sentence, or a note with its name before it. */
const isSentence = (text: string): boolean => /[，。；：,;:]/.test(text) && !isWordless(text)
const isShort = (text: string): boolean => text.length <= MAX_LENGTH || isWordless(text)

/** The names over the columns of a block, groups included. */
function headNames(block: Block): Set<string> {
  const names = new Set(columnsOf(block).flatMap(spellingsOf))
  for (const { labels } of leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder))
    for (const label of labels) names.add(readLabel(label).text)
  return names
}

/** All that a table prints: names, captions and labels. */
export function wordsOf(table: TableSpec): Set<string> {
  const captions = table.blocks.flatMap(({ caption = '', captionVariants = [], corner = '' }) => [
    caption,
    ...captionVariants,
    corner,
  ])
  const words = new Set([
    ...table.blocks.flatMap((block) => [...headNames(block)]),
    ...captions.map((text) => readLabel(text).text),
    ...targetsOf(table).flatMap(({ spellings }) => spellings),
  ])
  words.delete('')
  return words
}

/** Each piece of a label with the label that it is part of. */
export function labelsOf(lines: Line[], table: TableSpec) {
  const pieces = piecesOf(lines)
  const found = findLabels(pieces, targetsOf(table))
  const ofAtom = new Map<Atom, Occurrence>()
  for (const occurrence of found)
    for (const piece of occurrence.pieces) {
      const atom = pieces[piece]?.atom
      if (atom) ofAtom.set(atom, occurrence)
    }
  return { found, ofAtom }
}

/** A cell of several atoms as one: what its whole text says. */
const asOne = (first: Atom, last: Atom, text: string): Atom => {
  const place = { ...first.place, end: last.place.end }
  const value = readValue(text)
  return value ? valueAtom(value, text, first.column, place) : asUnread({ ...first, place }, text)
}
const asUnread = ({ column, place }: Atom, text: string): Atom => ({
  kind: 'unread',
  text: text.trim().replace(/\s+/g, ' '),
  column,
  place,
})

/**
 * In a text, where a row has more figures than columns: those with a single blank between are of one cell when the cells are
 * then as many as the columns.
 */
function severalInColumns(
  atoms: Atom[],
  text: string,
  width: number | undefined,
  isWords: (atom: Atom) => boolean,
): Atom[] {
  // Where everything has a single blank between, no cell can be told from its neighbour.
  const start = atoms[0]?.place.start ?? 0
  if (!width || (width === 1 && !/^$|\s\s$/.test(text.slice(0, start)))) return atoms
  if (atoms.length <= width || !atoms.every((atom) => isValue(atom) || isWords(atom))) return atoms
  const cells: Atom[][] = []
  for (const atom of atoms) {
    const last = cells.at(-1)
    if (last && atom.place.start - (last.at(-1)?.place.end ?? 0) === 1) last.push(atom)
    else cells.push([atom])
  }
  if (cells.length !== width) return atoms
  return cells.flatMap((cell) => {
    const [first, last] = [cell[0], cell.at(-1)]
    if (!first || !last || first === last) return cell
    return [asOne(first, last, text.slice(first.place.start, last.place.end))]
  })
}

/** A row with each cell that holds several figures as one that cannot be read. */
export const inSingleCells = (line: Line): Line =>
  line.grid && line.atoms.some(({ whole }) => whole !== undefined)
    ? {
        ...line,
        atoms: cellsOf(line.atoms).flatMap((cell) => {
          const [first, last] = [cell[0], cell.at(-1)]
          const isSeveral = first?.whole !== undefined && last && cell.filter(isValue).length > 1
          return isSeveral ? [asOne(first, last, first.whole ?? '')] : cell
        }),
      }
    : line

/** The atoms of a row by the cells they stand in. */
function cellsOf(atoms: Atom[]): Atom[][] {
  const cells: Atom[][] = []
  for (const atom of atoms) {
    const last = cells.at(-1)
    if (atom.whole !== undefined && last?.[0]?.place.cell === atom.place.cell) last?.push(atom)
    else cells.push([atom])
  }
  return cells
}

/**
 * The lines with what stands among figures and is none marked as unread: words right of the label of their row, or in a row
 * of figures that has as many cells as the form, and several numbers in one cell. A text there is no label, whatever it
 * says, and the cell keeps its column.
 */
export function wordsAmongFigures(lines: Line[], table: TableSpec): Line[] {
  const widths = new Set(table.blocks.map((block) => columnsOf(block).length))
  const unlabelled = table.blocks.flatMap((block) =>
    block.rows.some(({ label }) => label) ? [] : [columnsOf(block).length],
  )[0]
  const names = new Set(table.blocks.flatMap((block) => [...headNames(block)]))
  const words = wordsOf(table)
  const isForeign = ({ kind, text }: Atom) =>
    kind === 'label' && isShort(text) && !words.has(readLabel(text).text)
  // Most tables have nothing but their own words, and cells of one figure each.
  const isOdd = ({ atoms, grid, text }: Line) =>
    (grid && !!unlabelled && atoms.length === unlabelled && atoms.some(({ kind }) => kind === 'label')) ||
    atoms.some((atom) => atom.whole !== undefined || isForeign(atom)) ||
    (!grid && /\S\s\S/.test(text) && atoms.filter(isValue).length > 1)
  if (!lines.some(isOdd)) return lines
  const { ofAtom } = labelsOf(lines, table)
  const isWords = (atom: Atom, grid: boolean) =>
    atom.kind === 'label' &&
    isShort(atom.text) &&
    !ofAtom.has(atom) &&
    (!/^\s*[（(]/.test(atom.text) || (grid && isWordless(atom.text))) &&
    !names.has(readLabel(atom.text).text)
  const inStream = cellsInStream()
  return lines.map((line, at): Line => {
    const [own] = line.atoms
    if (own && inStream.has(at)) return { ...line, atoms: [asOne(own, line.atoms.at(-1) ?? own, line.text)] }
    const label = line.atoms.map((atom) => ofAtom.get(atom)?.target.row !== undefined).lastIndexOf(true)
    const row = ofAtom.get(line.atoms[label] as Atom)
    const behind = severalInCells(line.atoms.slice(label + 1), line, label, row)
    const width = row ? columnsOf(row.target.block).length : unlabelled
    const values = behind.filter(isValue)
    // In the one row of a table without row labels, a name that stands among as many cells as the form has names nothing.
    const isOnlyRow =
      line.grid && !row && line.atoms.length === width && width === unlabelled && values.length * 2 > width
    const isOther = (atom: Atom) => isWords(atom, line.grid) || (isOnlyRow && atom.kind === 'label')
    const foreign = behind.filter(isOther)
    const cells = line.grid ? behind.filter((atom) => atom.kind !== 'label' || isOther(atom)).length : 0
    const full = foreign.length + values.length
    const fits = row && line.grid ? full <= (width ?? 0) : full === width || cells === width
    // A row with its label and all its cells needs no figure to be one.
    const isWhole =
      row && line.grid && full === width && behind.every((atom) => atom.kind !== 'label' || isOther(atom))
    // A row of one column in a text: what stands apart from its label, or behind the whole of it, with no figure below, is
    // what its cell says.
    const [only] = foreign
    const isOwn =
      only !== undefined &&
      !line.grid &&
      row?.target.row !== undefined &&
      width === 1 &&
      behind.length === 1 &&
      (row.exact || /(?:\s{2,}|\t)$/.test(line.text.slice(0, only.place.start))) &&
      !lines[at + 1]?.atoms.every(isValue)
    const among = foreign.length > 0 && (isOwn || values.length >= foreign.length || isWhole) && fits
    if (!among && behind.length === line.atoms.length - label - 1) return line
    const shown = behind.map((atom) => (among && isOther(atom) ? asOne(atom, atom, atom.text) : atom))
    return { ...line, atoms: [...line.atoms.slice(0, label + 1), ...shown] }
  })

  /**
   * Several numbers in a cell are one that cannot be read, unless the row has fewer cells than columns and just its figures
   * fill them: then cells were merged.
   */
  function severalInCells(atoms: Atom[], line: Line, label: number, row: Occurrence | undefined): Atom[] {
    if (!line.grid) {
      const width = row ? columnsOf(row.target.block).length : unlabelled
      return severalInColumns(atoms, line.text, width, (atom) => isWords(atom, false))
    }
    if (!atoms.some(({ whole }) => whole !== undefined)) return atoms
    const ofLabel = line.atoms[label]?.place.cell
    const cells = cellsOf(atoms)
    const filled = cells.filter((cell) => cell.some(isValue))
    const width = row ? columnsOf(row.target.block).length : undefined
    const isRow =
      width === undefined
        ? cells.length > 1 &&
          widths.has(cells.length) &&
          !atoms.some((atom) => isForeign(atom) && !atom.whole)
        : filled.length > 1 || width === 1
    const merged = cells.length < (width ?? 0) && atoms.filter(isValue).length === width
    if (!isRow || merged) return atoms
    return cells.flatMap((cell) => {
      const [first, last] = [cell[0], cell.at(-1)]
      if (!first?.whole || !last || first === last || !cell.some(isValue)) return cell
      if (first.place.cell === ofLabel || cell.some((atom) => ofAtom.has(atom))) return cell
      return [asOne(first, last, first.whole)]
    })
  }

  /**
   * One cell a line, or a row of a grid: below the label of a row, as many lines as the form has columns, up to what is a
   * label again.
   */
  function cellsInStream(): Set<number> {
    const among = new Set<number>()
    const isKnown = (atom: Atom) => ofAtom.has(atom) || words.has(readLabel(atom.text).text)
    const last = lines.reduce((before, { atoms }, at) => (atoms.some(isKnown) ? at : before), -1)
    const isAlone = ({ grid, atoms }: Line) => !grid || atoms.every(({ place }) => place.cell === 0)
    const isFilled = (atom: Atom) => isValue(atom) || atom.kind === 'empty'
    for (const [from, line] of lines.entries()) {
      const [label, more] = line.atoms
      if (!isAlone(line) || more || !label || !isKnown(label)) continue
      const row = ofAtom.get(label)
      const width = row?.target.row ? columnsOf(row.target.block).length : from === last && unlabelled
      if (!width) continue
      // A note to the label is none of its cells.
      const first = lines[from + 1]?.atoms.every(({ text }) => NOTE.test(text)) ? from + 2 : from + 1
      const below = lines.slice(first, first + width)
      const next = lines[first + width]
      const isCell = (line: Line) =>
        isAlone(line) && line.atoms.length > 0 && (line.atoms.length === 1 || line.atoms.every(isFilled))
      const isUnread = ({ atoms: [only, second] }: Line) =>
        second !== undefined ||
        (only !== undefined && isForeign(only) && !isSentence(only.text) && !ofAtom.has(only))
      const foreign = below.filter(isUnread)
      if (below.length !== width || !below.every(isCell)) continue
      if (width > 2 && below.filter(({ atoms }) => atoms.length >= width).length > 1) continue
      const worded = foreign.filter(({ atoms }) => !atoms.every(isValue))
      if (!foreign.length || (width > 1 && worded.length * 2 > width)) continue
      if (below.some((line) => !isUnread(line) && !line.atoms.every(isFilled))) continue
      // A caption below a row that lacks a figure is none of its cells: behind those stands a label of the form.
      if (next && !next.atoms.every(isKnown)) continue
      for (const [at, line] of below.entries()) if (isUnread(line)) among.add(first + at)
    }
    return among
  }
}

/**
 * Lines without the numbers of pages. Among cells that stand one a line, a line such as “1/5” is a cell where its row would
 * lack one without it.
 */
export function withoutPages(lines: Line[], table: TableSpec): Line[] {
  if (!lines.some(({ page }) => page)) return lines
  const isWords = ({ atoms, page }: Line) => !page && !atoms.every(isValue)
  const { found, ofAtom } = labelsOf(lines, table)
  const words = wordsOf(table)
  /** Words that may stand in a cell. */
  const isForeign = ({ atoms: [only, second] }: Line) =>
    only?.kind === 'label' &&
    !second &&
    isShort(only.text) &&
    !isSentence(only.text) &&
    !ofAtom.has(only) &&
    !words.has(readLabel(only.text).text)
  const widths = new Map(
    found.flatMap(({ target, lastLine }) =>
      target.row && lines[lastLine]?.atoms.every(({ kind }) => kind === 'label')
        ? [[lastLine, columnsOf(target.block).length] as const]
        : [],
    ),
  )
  const [block] = table.blocks
  const unlabelled = block?.rows.every(({ label }) => !label) && columnsOf(block).length
  if (unlabelled)
    for (const at of [-1, ...lines.keys()]) {
      const line = lines[at]
      if (!line || (isWords(line) && !isForeign(line))) widths.set(at, unlabelled)
    }
  const kept = new Set<Line>()
  for (const [label, width] of widths) {
    const below = lines.slice(label + 1)
    const end = below.findIndex((line) => line.grid || (isWords(line) && !isForeign(line)))
    const cells = end < 0 ? below : below.slice(0, end)
    if (cells.length === width) for (const line of cells) kept.add(line)
  }
  return lines.filter((line) => !line.page || (kept.has(line) && FRACTION.test(line.text)))
}
