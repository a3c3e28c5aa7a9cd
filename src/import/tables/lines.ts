import type { Place, SourceCell, SourceDocument } from '../source'
import { plainText, printedWidth, readLabel, visibleText } from './labels'
import { isPageNumber } from './pageNumbers'
import { apartRows } from './stacked'
import { noteIn, readValue, type ValueText } from './values'

/** The smallest stretch of the source that is either words or a figure. */
export interface Atom {
  /** `mark` is a dash, a slash or 无; `empty` an empty cell of a grid; `unread` stands where a figure should and is none. */
  kind: 'label' | 'number' | 'mark' | 'empty' | 'unread'
  /** For a number its plain digits, for “/” itself, for other marks and empty cells nothing; else the words. */
  text: string
  /** Why a number is not certain. */
  doubt?: string
  /** A figure or a mark as it stands in the source, where that is written otherwise. */
  written?: string
  /** Unit printed behind a number. */
  suffix?: string
  /** The whole text of its cell, where that holds more than this atom. */
  whole?: string
  /** Column of the grid, or offset in the line. */
  column: number
  /** How many columns and rows of the grid its cell reaches over, where more than one. */
  columns?: number
  rows?: number
  place: Place
}
/** One line of text or one row of a grid. */
export interface Line {
  atoms: Atom[]
  grid: boolean
  /** A row that the source hides. */
  hidden?: true
  /** By its shape the number of a page. Among cells that stand one a line it may be a cell: 1/5. */
  page?: true
  /** Why its figures may stand in other columns than those they lie under. */
  doubt?: string
  block: number
  /** The name of the sheet that begins here, of a workbook with several. */
  sheet?: string
  /** What is written there, cells divided by spaces. */
  text: string
}

const HAN = /\p{Script=Han}/u
/** Numbering alone, waiting for its label: “（三）”, “1.”. */
const NUMBERING_ALONE =
  /^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}[.．、])$/
/** Numbering of several levels, before its words: 3.6.1. */
const LEVELS = /^\d{1,2}(?:[.．]\d{1,2}){2,4}[.．、]?$/
/** Numbering with room behind it, before other words of its line. */
const NUMBERED_APART =
  /^([（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}[.．、])(\s{2,})\S/
/** Where a label begins inside a text: “（五）不予处理1.信访举报投诉类申请”. */
const INNER_LABEL =
  /(?<=[\p{Script=Han})）])(?<!第)(?=[（(][一二三四五六七八][)）])|(?<=[\p{Script=Han})）])(?=\d[.．、](?:\s*\p{Script=Han}|$))/u
/** A figure behind its label without a space: “行政许可10292”, “行政许可：10292件”. */
const GLUED = /^(.*\p{Script=Han}[)）]?)[：:]?\s*((?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?(?:件|万元|元)?)$/u
const BRACKETED = /^[（(]\d+[)）]$/
const UNIT_ALONE = /^(?:件|条|次|宗|起|个|项|万元|元)[,，;；。]?$/
/** A figure before such a word belongs to the words: 保留 4 位小数, 2021 年. */
const COUNTED = /^(?:位|年|月|日|号|款|项|个|期|次|名|人|家|届|级|类|张|部|页|时|度)/

/** Further to the right stands another column, not the label of a number. */
const MAX_NUMBERING_GAP = 4
/** A whole table with all its labels has fewer characters. */
const MAX_TABLE_TEXT = 4000

/** What a line of a list or a heading begins with in Markdown, before its words. */
const LIST_SIGN = /^(?:[-*+•·●○■□◆◇▪]|#{1,6})$/

/** No report has as many lines, and no table as many cells in a row; what is longer is cut. */
const MAX_LINES = 3_000
const MAX_CELLS = 260

/** The lines of a source in reading order, with their words and figures. */
export function linesOf(source: SourceDocument): Line[] {
  const lines = source.blocks
    .slice(0, MAX_LINES)
    .flatMap((block, index): Line[] => {
      const sheet = block.sheet === undefined ? {} : { sheet: block.sheet }
      if (block.kind === 'paragraph')
        return [
          {
            atoms: atomsOfText(block.text, { block: index }, 0),
            grid: false,
            block: index,
            text: block.text,
            ...sheet,
            ...(isPageNumber(block.text) && { page: true as const }),
          },
        ]
      const rows = block.rows
        .slice(0, MAX_LINES)
        .flatMap((all, rowIndex) =>
          apartRows(all.slice(0, MAX_CELLS)).map((apart) => ({ ...apart, rowIndex })),
        )
      return rows.map(({ cells: row, starts, rowIndex }, order) => {
        return {
          grid: true,
          ...(order === 0 && sheet),
          ...(row.some(({ hidden }) => hidden) ? { hidden: true as const } : {}),
          block: index,
          text: row
            .map((cell) => (cell.concealed ? '' : cell.text))
            .filter(Boolean)
            .join(' '),
          atoms: row.flatMap((cell, column) => {
            const begin = starts[column] ?? 0
            const atoms = atomsOfCell(cell, { block: index, row: rowIndex, cell: column })
            return begin ? atoms.map((atom) => behind(atom, begin)) : atoms
          }),
        }
      })
    })
    .slice(0, MAX_LINES)
  return lines.map((line, at) => apartNumbers(line, lines[at + 1]))
}

const behind = (atom: Atom, begin: number): Atom => ({
  ...atom,
  place: { ...atom.place, start: atom.place.start + begin, end: atom.place.end + begin },
})

/** The one value of a cell, or its words and figures. */
function atomsOfCell(cell: SourceCell, where: { block: number; row: number; cell: number }): Atom[] {
  if (cell.covered) return []
  const base = { column: where.cell, ...reachOf(cell), place: { ...where, start: 0, end: cell.text.length } }
  if (cell.concealed) return [{ kind: 'empty', text: '', ...base }]
  if (!plainText(cell.text)) {
    if (cell.picture) return [{ kind: 'unread', text: '（图片、符号或公式）', ...base }]
    // Marks of notes alone: nothing is left of the cell, and yet it is not empty.
    return visibleText(cell.text)
      ? [{ kind: 'unread', text: cell.text.trim(), ...base }]
      : [{ kind: 'empty', text: '', ...base }]
  }
  if (cell.unseen) return [{ kind: 'unread', text: `${cell.text}（不显示）`, ...base }]
  const value = readValue(cell.text)
  if (value) {
    const atom = valueAtom(value, cell.text, base.column, base.place)
    return [{ ...withDoubt(atom, cell.doubt ?? (cell.picture && BESIDE_PICTURE)), ...base }]
  }
  const atoms = atomsOfText(cell.text, where, where.cell, true)
  return isOneLabel(atoms)
    ? [{ ...atoms[0], kind: 'label', text: cell.text, ...base }]
    : withWhole(atoms, cell.text).map((atom) => ({ ...atom, ...reachOf(cell) }))
}

/**
 * In narrow columns a number stands above its own label and beside that of another column: “（三）  方合法” above
 * “不予公  权益”. There it is a piece of its own.
 */
function apartNumbers(line: Line, next: Line | undefined): Line {
  if (line.grid || !next || next.grid || !line.atoms.some(({ text }) => NUMBERED_APART.test(text)))
    return line
  const at = ({ text }: Line, place: number) => printedWidth(text.slice(0, place))
  const atoms = line.atoms.flatMap((atom) => {
    const [, number, gap = ''] = (atom.kind === 'label' && NUMBERED_APART.exec(atom.text)) || []
    if (!number) return [atom]
    const { start } = atom.place
    const rest = start + number.length + gap.length
    const [from, to] = [at(line, start), at(line, rest)]
    const own = next.atoms.some(({ kind, place }) => {
      const [left, right] = [at(next, place.start), at(next, place.end)]
      return kind === 'label' && left >= from && left < to && right <= to
    })
    if (!own) return [atom]
    return [
      { ...atom, text: number, place: { ...atom.place, end: start + number.length } },
      {
        ...atom,
        text: atom.text.slice(number.length + gap.length),
        column: rest,
        place: { ...atom.place, start: rest },
      },
    ]
  })
  return { ...line, atoms }
}

const OF_LINES = '来文这一格有几行数，请对照原文'
/** Several atoms of one cell, with the text that they are part of; of figures in several lines each may be of another row. */
const withWhole = (atoms: Atom[], text: string): Atom[] => {
  if (atoms.length < 2) return atoms
  const isStacked = text.includes('\n') && atoms.filter(({ kind }) => kind === 'number').length > 1
  return atoms.map((atom) => ({
    ...withDoubt(atom, isStacked ? OF_LINES : undefined),
    whole: text.trim(),
  }))
}

/** A cell of words alone is one label, however its words are spaced or broken; further numbering begins another label. */
const isOneLabel = (atoms: Atom[]): boolean =>
  atoms.length > 1 &&
  atoms.every(({ kind, text }, at) => kind === 'label' && (at === 0 || !readLabel(text).number))

/** What was read of a text, as the atom that stands there. */
export const valueAtom = (value: ValueText, written: string, column: number, place: Place): Atom => {
  const { kind, text } = value
  const own = written.trim()
  const atom = { kind, text, column, place, ...(kind !== 'unread' && own !== text && { written: own }) }
  if (value.kind !== 'number') return atom
  return { ...atom, suffix: value.suffix, ...(value.doubt && { doubt: value.doubt }) }
}

const reachOf = ({ columns = 1, rows = 1 }: SourceCell): Pick<Atom, 'columns' | 'rows'> => ({
  ...(columns > 1 && { columns }),
  ...(rows > 1 && { rows }),
})

const BESIDE_PICTURE = '来文这一格里还有图片、符号或公式，请对照原文'
const withDoubt = (atom: Atom, doubt: string | undefined): Atom =>
  doubt && atom.kind === 'number' ? { ...atom, doubt } : atom

/** Words and figures of a line (`column` is where it begins) or of a cell (all in one column). */
function atomsOfText(
  text: string,
  where: Omit<Place, 'start' | 'end'>,
  column: number,
  cell = false,
): Atom[] {
  // Prose is not taken apart: it holds no table, and it may be long. A table in one line has no sentences.
  if (text.length > MAX_TABLE_TEXT || (text.length > 400 && /。/.test(text))) {
    const start = text.length - text.trimStart().length
    return [{ kind: 'label', text, column, place: { ...where, start, end: text.length } }]
  }
  const atoms: Atom[] = []
  const at = (start: number) => (cell ? column : column + start)
  const label = (start: number, end: number) =>
    atoms.push({
      kind: 'label',
      text: text.slice(start, end),
      column: at(start),
      place: { ...where, start, end },
    })
  let numbering: number | undefined
  const tokens = [...text.matchAll(/\S+/g)]
  /** Whether cells are told apart, so that a single blank is inside of one. */
  const told = cell || tokens.length === 2 || /\S\s\s+\S/.test(text)
  /** A mark of a note belongs to the figure that it stands behind, also after a blank. */
  const isNoteOf = (last: Atom, token: string, start: number) =>
    last.kind === 'number' &&
    start - last.place.end === 1 &&
    !NUMBERING_ALONE.test(token) &&
    noteIn(token) !== (told ? undefined : 'perhaps') &&
    noteIn(token) !== undefined
  for (const [index, token] of tokens.entries()) {
    const last = atoms.at(-1)
    if (last?.kind === 'number' && !last.suffix && UNIT_ALONE.test(token[0])) {
      last.suffix = token[0].replace(/[,，;；。]/, '')
      continue
    }
    const start = token.index
    const end = start + token[0].length
    if (
      !cell &&
      index === 0 &&
      LIST_SIGN.test(token[0]) &&
      /^[*（(]*\p{Script=Han}/u.test(tokens[1]?.[0] ?? '')
    )
      continue
    const noted =
      last && isNoteOf(last, token[0], start) ? readValue(text.slice(last.place.start, end)) : undefined
    if (last && noted?.kind === 'number') {
      const { start: from } = last.place
      atoms.splice(-1, 1, valueAtom(noted, text.slice(from, end), at(from), { ...where, start: from, end }))
      continue
    }
    const value = readValue(token[0])
    const next = tokens[index + 1]?.[0]
    // No figure of a text ends in a full stop: “2.” above or before its label, also where figures follow on the line.
    const isNumbering =
      NUMBERING_ALONE.test(token[0]) || (index === 0 && LEVELS.test(token[0]) && HAN.test(next?.[0] ?? ''))
    const numberingOnly =
      isNumbering &&
      ((!cell && last?.kind !== 'number') ||
        (next === undefined ? last?.kind === 'label' : HAN.test(next[0] ?? '')))
    if (value && !numberingOnly && !belongsToWords(atoms, value.kind === 'number', next, index, cell)) {
      if (numbering !== undefined) label(numbering, start)
      numbering = undefined
      atoms.push(valueAtom(value, token[0], at(start), { ...where, start, end }))
      continue
    }
    // Behind a label and before a figure, or behind figures, no number in brackets is numbering: it is a cell that cannot be read.
    if (
      BRACKETED.test(token[0]) &&
      last !== undefined &&
      (next === undefined
        ? last.kind === 'number' || /\d{2}/.test(token[0])
        : readValue(next)?.kind === 'number')
    ) {
      atoms.push({ kind: 'unread', text: token[0], column: at(start), place: { ...where, start, end } })
      continue
    }
    const gap = (tokens[index + 1]?.index ?? end) - end
    if (isNumbering && next !== undefined && gap <= MAX_NUMBERING_GAP) {
      numbering ??= start
      continue
    }
    // 总 计: characters of a word set apart.
    if (
      numbering === undefined &&
      last?.kind === 'label' &&
      /^\p{Script=Han}$/u.test(token[0]) &&
      /(?:^|\s)\p{Script=Han}$/u.test(last.text) &&
      start - last.place.end <= 2
    ) {
      last.text = text.slice(last.place.start, end)
      last.place = { ...last.place, end }
      continue
    }
    const from = numbering ?? start
    numbering = undefined
    let begin = from
    const parts = text.slice(from, end).split(INNER_LABEL)
    for (const [order, part] of parts.entries()) {
      if (order > 0 && order === parts.length - 1 && next !== undefined && NUMBERING_ALONE.test(part)) {
        numbering = begin
        break
      }
      const glued = GLUED.exec(part)
      const figure = glued?.[2] !== undefined ? readValue(glued[2]) : undefined
      // The only digits of a label are its numbering: 收到5件7 is no label with its figure.
      const named = glued?.[1] !== undefined && !/\d/.test(readLabel(glued[1]).text)
      if (glued?.[1] && named && figure && !readValue(part)) {
        label(begin, begin + glued[1].length)
        const first = begin + part.lastIndexOf(glued[2] ?? '')
        atoms.push(
          valueAtom(figure, glued[2] ?? '', at(first), { ...where, start: first, end: begin + part.length }),
        )
      } else label(begin, begin + part.length)
      begin += part.length
    }
  }
  return atoms
}

/** Numbering without its dot (“1 属于国家秘密”), counted words (“4 位小数”), a dash between words. */
function belongsToWords(
  before: Atom[],
  number: boolean,
  next: string | undefined,
  index: number,
  cell: boolean,
): boolean {
  if (next === undefined) return !number && cell && before.at(-1)?.kind === 'label'
  if (!HAN.test(next[0] ?? '') || UNIT_ALONE.test(next) || readValue(next)) return false
  if (!number) return before.length > 0 && before.at(-1)?.kind === 'label'
  return index === 0 || COUNTED.test(next)
}
