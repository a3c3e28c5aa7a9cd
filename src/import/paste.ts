import { addressOf, cellAt } from '../format/cells'
import { rowName } from '../format/names'
import type { Address, Edition, TableSpec } from '../format/types'
import type { Clipboard } from './files/clipboard'
import { readPlain } from './files/plain'
import type { SourceDocument } from './source'
import { readCases } from './tables/cases'
import { readLabel, spellingsOf } from './tables/labels'
import { type Atom, type Line, linesOf } from './tables/lines'
import { inUnit } from './tables/moneyUnit'
import { COMMON, columnsOf, findLabels, piecesOf, rowsOf, targetsOf } from './tables/occurrences'
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

/** Name of a source that is the clipboard's `text/html`. */
const PAGE = 'html'

/** Told where the blank lines between rows were left out. */
const SPACED = {
  text: '空行',
  where: '',
  why: '每行之间都空一行，空行看作行距，没有占行；如果空行是空白的格，请不要采用',
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
  const reading = single ? readCases(lines, table) : readRows(lines, table, { areCopied: true })
  const byLabel = single ? reading.figures.length > 0 : reading.rows > 0
  const skippedLabels = lines.reduce(
    (count, { atoms }) => count + atoms.filter(({ kind }) => kind === 'label').length,
    0,
  )
  const inPlace = async () => {
    const { rows, spaced } = await rowsInPlace(clipboard)
    const placed = fromFocus(wordsAmongFigures(rows, table).slice(0, MAX_LINES), table, focus)
    if (spaced) placed.doubtful.push(SPACED)
    return placed
  }
  const proposal = byLabel
    ? fromReading(reading, target)
    : (fromElsewhere(lines, target) ?? (await inPlace()))
  return { ...split(proposal.figures, edition), skippedLabels, doubtful: proposal.doubtful }
}

async function sourceOf({ html, text }: Clipboard): Promise<SourceDocument> {
  if (html && /<t[dh]\b/i.test(html)) {
    const { readHtml } = await import('./files/html')
    const source = readHtml(html, PAGE)
    if (source.blocks.some((block) => block.kind === 'grid')) return source
  }
  return readPlain(text, '')
}

/** The lines of a clipboard with the blank rows between them: where no label says whose a row is, its place does. */
async function rowsInPlace(clipboard: Clipboard): Promise<{ rows: Line[]; spaced: boolean }> {
  const source = await sourceOf(clipboard)
  if (source.name === PAGE) return { rows: linesOf(source), spaced: false }
  const rows: Line[] = []
  let open: string[] = []
  const end = () => {
    rows.push(...linesOf(readPlain(open.join('\n'), '')))
    open = []
  }
  const all = clipboard.text.trimEnd().split(/\r\n|[\n\r]/)
  // A blank line behind each of at least three is how the text is set; a spreadsheet would bring its cells along.
  const spaced = all.length > 4 && all.every((line, at) => (line.trim() === '') === (at % 2 === 1))
  for (const line of spaced ? all.filter((each) => each.trim()) : all) {
    // A blank line inside of quotation marks is of a cell.
    const quoted = (open.join('').match(/"/g)?.length ?? 0) % 2 === 1
    if (line.trim() || quoted) open.push(line)
    else {
      end()
      rows.push({ atoms: [], grid: false, block: 0, text: '' })
    }
  }
  end()
  return { rows, spaced }
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

/**
 * The rows of a block that is placed by the focus: without a head above and blanks below, each with the words left of all
 * figures, which may be names of rows, and with all that stands right of them, readable or not.
 */
function blockOf(lines: Line[]): { names: Atom[]; cells: Atom[] }[] {
  const isBlank = ({ atoms }: Line) => atoms.every(({ kind }) => kind === 'empty')
  const from = lines.findIndex(({ atoms }) => atoms.some(isValue))
  if (from < 0) return []
  const block = lines.slice(from, lines.map(isBlank).lastIndexOf(false) + 1)
  // Labels the table does not know stand left of the figures and above them.
  const start = Math.min(
    ...block.flatMap(({ grid, atoms }) => (grid ? atoms.find(isFilled)?.column : []) ?? []),
  )
  return block.map(({ grid, atoms }) => {
    const first = grid ? atoms.findIndex(({ column }) => column >= start) : atoms.findIndex(isValue)
    const begin = first < 0 ? (grid ? atoms.length : 0) : first
    return {
      names: atoms.slice(0, begin).filter(({ kind }) => kind === 'label'),
      cells: atoms.slice(begin).map((atom): Atom => {
        const unread = atom.kind === 'label' ? { ...atom, kind: 'unread' as const } : atom
        return grid ? { ...unread, column: atom.column - start } : unread
      }),
    }
  })
}
const isFilled = ({ kind }: Atom) => kind !== 'label'

/** Cell by cell, to the right and down from the focused one: a row keeps its place, also below one that is blank. */
function fromFocus(lines: Line[], table: TableSpec, focus: Address): Placed {
  const rows = rowsOfTable(table)
  const top = rows.findIndex(({ row, columns }) =>
    columns.some((column) => addressOf(table, row, column) === focus),
  )
  const first = rows[top]
  const left = first?.columns.findIndex((column) => addressOf(table, first.row, column) === focus) ?? -1
  const placed: Placed = { figures: [], doubtful: [] }
  if (!first || left < 0) return placed
  const grid = lines.some((line) => line.grid)
  const known = new Set(rows.flatMap(({ columns }) => columns.flatMap(spellingsOf)))
  const above = lines.slice(
    0,
    lines.findIndex(({ atoms }) => atoms.some(isValue)),
  )
  for (const { text, atoms } of above)
    if (text && !atoms.some((atom) => known.has(readLabel(atom.text).text)))
      placed.doubtful.push({ text, where: table.name, why: '上面的文字看作表头，没有填入，也不占行' })
  for (const [index, { names, cells: atoms }] of blockOf(lines).entries()) {
    const target = rows[top + index]
    const text = [...names, ...atoms.filter(isValue)].map(shownText).join(' ')
    if (!text) continue
    if (!target) {
      placed.doubtful.push({ text, where: table.name, why: '粘贴的行比表中从这里往下的行多' })
      continue
    }
    const where = [table.name, target.row.label && rowName(target.row)].filter(Boolean).join('·')
    const cells = atoms.map((atom, at) => ({
      atom,
      column: target.columns[left + (grid ? atom.column : at)],
    }))
    if (cells.some(({ atom, column }) => isValue(atom) && !column)) {
      placed.doubtful.push({ text, where, why: '数字比表中从这里往右的列多，没有填入' })
      continue
    }
    if (names.length)
      placed.doubtful.push({ text, where, why: '左边的文字看作行名，表中没有这一行，按光标的位置填入' })
    for (const { atom, column } of cells) {
      if (!column || !isValue(atom) || atom.text === '') continue
      const { text: own, doubt: ofUnit } = inUnit(atom, column)
      const doubt = atom.doubt ?? ofUnit
      const cell = [where, target.columns.length > 1 && column.label].filter(Boolean).join('·')
      if (atom.kind === 'unread')
        placed.doubtful.push({ text: atom.text, where: cell, why: '这一格读不出数，没有填入' })
      else {
        placed.figures.push({ address: addressOf(table, target.row, column), text: own })
        if (doubt) placed.doubtful.push({ text: shownText(atom), where: cell, why: doubt })
      }
    }
  }
  return placed
}
