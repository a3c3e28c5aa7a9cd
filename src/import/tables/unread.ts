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
  const words = new Set([...names, ...targetsOf(table).flatMap(({ spellings }) => spellings)])
  // Most tables have nothing but labels and figures.
  const isForeign = ({ kind, text }: Atom) =>
    kind === 'label' && text.length <= MAX_LENGTH && !words.has(readLabel(text).text)
  if (!lines.some(({ atoms }) => atoms.some(isValue) && atoms.some(isForeign))) return lines
  const pieces = piecesOf(lines)
  const found = findLabels(pieces, targetsOf(table))
  const ofAtom = new Map<Atom, number>()
  for (const [at, occurrence] of found.entries())
    for (const piece of occurrence.pieces) {
      const atom = pieces[piece]?.atom
      if (atom) ofAtom.set(atom, at)
    }
  return lines.map((line): Line => {
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
}
