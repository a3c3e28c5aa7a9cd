import { columnsUnder, leavesOf } from '../../format/cells'
import type { Block, Column, ColumnGroup, LeafColumn, TableSpec } from '../../format/types'
import { readLabel, spellingsOf } from './labels'
import type { Atom, Line } from './lines'
import { columnsOf, findLabels, piecesOf, targetsOf } from './occurrences'
import { isValue } from './runs'

const MAX_LENGTH = 40

/** The names over the columns of a block, groups included. */
function headNames(block: Block): Set<string> {
  const names = new Set(columnsOf(block).flatMap(spellingsOf))
  for (const { labels } of leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder))
    for (const label of labels) names.add(readLabel(label).text)
  return names
}

/**
 * The lines with words that stand among figures marked as unread: right of the label of their row, or in a row of
 * figures that has as many cells as the form. A text there is no label, whatever it says, and the cell keeps its column.
 */
export function wordsAmongFigures(lines: Line[], table: TableSpec): Line[] {
  const names = new Set(table.blocks.flatMap((block) => [...headNames(block)]))
  const unlabelled = table.blocks.flatMap((block) =>
    block.rows.some(({ label }) => label) ? [] : [columnsOf(block)],
  )
  const captions = table.blocks.flatMap(({ caption = '', captionVariants = [], corner = '' }) => [
    caption,
    ...captionVariants,
    corner,
  ])
  const words = new Set([
    ...names,
    ...captions.map((text) => readLabel(text).text),
    ...targetsOf(table).flatMap(({ spellings }) => spellings),
  ])
  // Most tables have nothing but labels and figures.
  const isForeign = ({ kind, text }: Atom) =>
    kind === 'label' && text.length <= MAX_LENGTH && !words.has(readLabel(text).text)
  const beside = ({ atoms }: Line, at: number) =>
    atoms.some(isValue) ||
    (atoms.length === 1 && [at - 1, at + 1].some((near) => lines[near]?.atoms.every(isValue)))
  if (!lines.some((line, at) => line.atoms.some(isForeign) && beside(line, at))) return lines
  const pieces = piecesOf(lines)
  const found = findLabels(pieces, targetsOf(table))
  const ofAtom = new Map<Atom, number>()
  for (const [at, occurrence] of found.entries())
    for (const piece of occurrence.pieces) {
      const atom = pieces[piece]?.atom
      if (atom) ofAtom.set(atom, at)
    }
  const inStream = wordsInStream()
  return lines.map((line, at): Line => {
    const own = inStream.has(at) && line.atoms[0]
    if (own) return { ...line, atoms: [{ ...own, kind: 'unread', text: own.text.trim() }] }
    const isRow = line.atoms.map((atom) => found[ofAtom.get(atom) ?? -1]?.target.row !== undefined)
    const label = isRow.lastIndexOf(true)
    const row = found[ofAtom.get(line.atoms[label] as Atom) ?? -1]
    const width = row ? columnsOf(row.target.block).length : unlabelled[0]?.length
    if (!width) return line
    const behind = line.atoms.slice(label + 1)
    const isWords = (atom: Atom) =>
      atom.kind === 'label' &&
      atom.text.length <= MAX_LENGTH &&
      !ofAtom.has(atom) &&
      !/^\s*[（(]/.test(atom.text) &&
      !names.has(readLabel(atom.text).text)
    const foreign = behind.filter(isWords)
    const values = behind.filter(isValue)
    if (!foreign.length || values.length < foreign.length) return line
    const cells = line.grid ? behind.filter((atom) => atom.kind !== 'label' || isWords(atom)).length : 0
    const full = foreign.length + values.length
    const fits = row && line.grid ? full <= width : full === width || cells === width
    if (!fits) return line
    const atoms = line.atoms.map(
      (atom, at): Atom =>
        at > label && isWords(atom) ? { ...atom, kind: 'unread', text: atom.text.trim() } : atom,
    )
    return { ...line, atoms }
  })

  /** One cell a line: below the label of a row, as many lines as the form has columns, up to what is a label again. */
  function wordsInStream(): Set<number> {
    const among = new Set<number>()
    const isKnown = (atom: Atom) => ofAtom.has(atom) || words.has(readLabel(atom.text).text)
    const last = lines.reduce((before, { atoms }, at) => (atoms.some(isKnown) ? at : before), -1)
    for (const [from, { atoms }] of lines.entries()) {
      const [label] = atoms
      if (lines[from]?.grid || atoms.length !== 1 || !label || !isKnown(label)) continue
      const row = found[ofAtom.get(label) ?? -1]
      const width = row?.target.row
        ? columnsOf(row.target.block).length
        : from === last && unlabelled[0]?.length
      if (!width) continue
      const below = lines.slice(from + 1, from + 1 + width)
      const next = lines[from + 1 + width]
      const cells = below.flatMap(({ atoms: own, grid }) => (own.length === 1 && !grid ? own : []))
      const foreign = cells.filter((atom) => isForeign(atom) && !ofAtom.has(atom))
      if (cells.length !== width || !foreign.length || foreign.length * 2 > width) continue
      if (cells.some((atom) => !isValue(atom) && !foreign.includes(atom))) continue
      // A caption below a row that lacks a figure is none of its cells: behind those stands a label of the form.
      if (next && !next.atoms.every(isKnown)) continue
      for (const [at, atom] of cells.entries()) if (foreign.includes(atom)) among.add(from + 1 + at)
    }
    return among
  }
}
