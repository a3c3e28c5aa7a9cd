import { addressOf, cellAt } from '../format/cells'
import { rowName } from '../format/names'
import type { Address, Edition, TableSpec } from '../format/types'
import type { Clipboard } from './files/clipboard'
import { readPlain } from './files/plain'
import type { SourceDocument } from './source'
import { readCases } from './tables/cases'
import { type Atom, type Line, linesOf } from './tables/lines'
import { COMMON, columnsOf, findLabels, piecesOf, rowsOf, targetsOf } from './tables/occurrences'
import { inUnit } from './tables/readRun'
import { readRows, type TableReading } from './tables/rows'
import { isValue, shownText } from './tables/runs'
import { wordsAmongFigures } from './tables/unread'

export interface PasteTarget {
  edition: Edition
  table: TableSpec
  /** Address of the cell that has the focus, entered or computed. */
  focus: Address
}
export interface PasteProposal {
  /** Entered cells only, in printed order; blanks of the clipboard change nothing. */
  changes: { address: Address; after: string }[]
  /** Figures that stand where the form computes: to be kept in `notes.sourceTotals` and compared, never written. */
  sourceTotals: { address: Address; text: string }[]
  /** Cells of the clipboard that were labels. */
  skippedLabels: number
  /** Rows that could not be placed, or were placed with a doubt: what was read, where it belongs, why. */
  doubtful: { text: string; where: string; why: string }[]
}

/** Pasting stops being typing here: no form has as many lines. */
const MAX_LINES = 400

/**
 * What pasting into a statutory table would do; nothing is changed yet. The clipboard's table (from `text/html`, else
 * from tabs or lines) is placed by its row labels where it has any, else cell by cell from the focused one. A label is
 * known as such before figures are looked for, a row with more figures than columns is listed and not cut off.
 *
 * Undefined where there is no grid, only a single text: then let the browser paste it. Loads the HTML parser when needed;
 * call `event.preventDefault()` before awaiting when `isGrid(clipboard)` holds.
 */
export async function proposePaste(
  clipboard: Clipboard,
  target: PasteTarget,
): Promise<PasteProposal | undefined> {
  const source = await sourceOf(clipboard)
  const lines = wordsAmongFigures(linesOf(source).slice(0, MAX_LINES), target.table)
  if (lines.reduce((count, { atoms }) => count + atoms.length, 0) < 2) return undefined
  const { edition, table, focus } = target
  const single = rowsOfTable(table).length === 1
  const reading = single ? readCases(lines, table) : readRows(lines, table)
  const byLabel = single ? reading.figures.length > 0 : reading.rows > 0
  const skippedLabels = lines.reduce(
    (count, { atoms }) => count + atoms.filter(({ kind }) => kind === 'label').length,
    0,
  )
  const proposal = byLabel
    ? fromReading(reading, target)
    : (fromElsewhere(lines, target) ?? fromFocus(lines, table, focus))
  return { ...split(proposal.figures, edition), skippedLabels, doubtful: proposal.doubtful }
}

async function sourceOf({ html, text }: Clipboard): Promise<SourceDocument> {
  if (html && /<t[dh]\b/i.test(html)) {
    const { readHtml } = await import('./files/html')
    const source = readHtml(html, '')
    if (source.blocks.some((block) => block.kind === 'grid')) return source
  }
  return readPlain(text, '')
}

interface Placed {
  figures: { address: Address; text: string }[]
  doubtful: PasteProposal['doubtful']
}

function split(figures: Placed['figures'], edition: Edition) {
  const computed = (address: Address) => cellAt(edition, address)?.parts !== undefined
  return {
    changes: figures.flatMap(({ address, text }) => (computed(address) ? [] : [{ address, after: text }])),
    sourceTotals: figures.filter(({ address }) => computed(address)),
  }
}

function fromReading({ figures, unplaced }: TableReading, { edition }: PasteTarget): Placed {
  const doubts = new Map<string, { text: string[]; where: string; why: string }>()
  for (const { address, text, doubt } of figures) {
    if (!doubt) continue
    const cell = cellAt(edition, address)
    const where = cell ? [cell.table.name, cell.row.label && rowName(cell.row)].filter(Boolean).join('·') : ''
    const known = doubts.get(where + doubt)
    if (known) known.text.push(text)
    else doubts.set(where + doubt, { text: [text], where, why: doubt })
  }
  return {
    figures,
    doubtful: [
      ...[...doubts.values()].map(({ text, where, why }) => ({ text: text.join(' '), where, why })),
      ...unplaced.map(({ text, why }) => ({ text, where: '', why })),
    ],
  }
}

/** Rows of another table of the form are not for this one, wherever the focus is. */
function fromElsewhere(lines: Line[], { edition, table }: PasteTarget): Placed | undefined {
  const pieces = piecesOf(lines)
  const other = edition.sections.find(
    (section) =>
      section.table &&
      section.table !== table &&
      findLabels(pieces, targetsOf(section.table)).some(
        ({ target, exact }) => exact && !COMMON.has(target.spellings[0] ?? ''),
      ),
  )
  if (!other) return undefined
  const doubtful = lines
    .filter(({ atoms }) => atoms.some(isValue))
    .map(({ text }) => ({
      text: text.trim(),
      where: table.name,
      why: `像是“${other.heading}”里的数，没有填入`,
    }))
  return { figures: [], doubtful }
}

const rowsOfTable = (table: TableSpec) =>
  table.blocks.flatMap((block) => rowsOf(block).map((row) => ({ row, columns: columnsOf(block) })))

/** Cell by cell, to the right and down from the focused one. */
function fromFocus(lines: Line[], table: TableSpec, focus: Address): Placed {
  const rows = rowsOfTable(table)
  const top = rows.findIndex(({ row, columns }) =>
    columns.some((column) => addressOf(table, row, column) === focus),
  )
  const first = rows[top]
  const left = first?.columns.findIndex((column) => addressOf(table, first.row, column) === focus) ?? -1
  const placed: Placed = { figures: [], doubtful: [] }
  if (!first || left < 0) return placed
  // Labels the table does not know stand left of the figures and above them.
  const start = Math.min(
    ...lines.map(
      ({ atoms }) => atoms.find(({ kind }) => kind !== 'label')?.column ?? Number.POSITIVE_INFINITY,
    ),
  )
  const filled = lines
    .map(({ grid, atoms }) =>
      atoms
        .filter(({ kind, column }) => kind !== 'label' || (grid && column >= start))
        .map((atom): Atom => (atom.kind === 'label' ? { ...atom, kind: 'unread' } : atom)),
    )
    .filter((atoms) => atoms.some(({ kind }) => kind === 'number' || kind === 'mark'))
  for (const [index, atoms] of filled.entries()) {
    const target = rows[top + index]
    const text = atoms.filter(isValue).map(shownText).join(' ')
    if (!target) {
      placed.doubtful.push({ text, where: table.name, why: '粘贴的行比表中从这里往下的行多' })
      continue
    }
    const where = [table.name, target.row.label && rowName(target.row)].filter(Boolean).join('·')
    const grid = lines.some((line) => line.grid)
    const cells = atoms.map((atom, at) => ({
      atom,
      column: target.columns[left + (grid ? atom.column - start : at)],
    }))
    if (cells.some(({ atom, column }) => isValue(atom) && !column)) {
      placed.doubtful.push({ text, where, why: '数字比表中从这里往右的列多，没有填入' })
      continue
    }
    for (const { atom, column } of cells) {
      if (!column || !isValue(atom) || atom.text === '') continue
      const doubt = atom.doubt ?? inUnit(atom, column).doubt
      const cell = [where, target.columns.length > 1 && column.label].filter(Boolean).join('·')
      if (atom.kind === 'unread')
        placed.doubtful.push({ text: atom.text, where: cell, why: '这一格读不出数，没有填入' })
      else {
        placed.figures.push({ address: addressOf(table, target.row, column), text: atom.text })
        if (doubt) placed.doubtful.push({ text: shownText(atom), where: cell, why: doubt })
      }
    }
  }
  return placed
}
