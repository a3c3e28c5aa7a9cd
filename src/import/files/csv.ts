import Papa from 'papaparse'
import { readValue } from '../tables/values'
import { withoutRadicals } from './han'
import type { ReadSource } from './problems'
import { joinThousands } from './thousands'
import { blocksOfRows } from './xlsx'

const MAX_ROWS = 5_000
/** A row of a single text that is a heading or a sentence, and no row of a table whose figures are blank. */
const APART = /^[一二三四五六]、(?!本年度?办理结果)|[。；：]|年度报告|^.{26,}$/

/** A formula that keeps a figure as the text that it is: ="12". */
const GUARD = /^="([^"]*)"$/

/** Lines that decide whether a text is a table with commas. */
const PREVIEW = 500
const MIN_ROWS = 3

/** What may hold the cells of a row apart; behind figures also signs that labels have inside. */
const DELIMITERS = [',', ';', '；', '，', '、']

type Cells = string[]
const isFilled = (cell: string) => cell.trim() !== ''

/** Where the label of a row ends: before its figures, also where a short word stands among them. */
function labelEnd(cells: Cells): number {
  const isWord = (cell: string) => isFilled(cell) && !readValue(cell)
  const first = cells.findIndex((cell) => readValue(cell))
  const behind = cells.slice(Math.max(0, first)).filter(isWord)
  const isAmong =
    behind.length * 2 < cells.length - first && behind.every((cell) => /^[^。]{1,6}$/.test(cell))
  return cells
    .slice(0, isAmong && first > 0 ? first : undefined)
    .map(isWord)
    .lastIndexOf(true)
}

/** Rows of a text with one delimiter; Chinese ones part the figures behind a label, and heads of short names. */
function rowsOf(text: string, delimiter: string, preview: number): Cells[] {
  if (/[,;]/.test(delimiter)) return Papa.parse<Cells>(text, { preview, delimiter }).data
  return text
    .split(/\r\n|[\n\r]/)
    .slice(0, preview)
    .map((line) => {
      const cells = line.split(delimiter)
      const label = labelEnd(cells)
      const isHead =
        label === cells.length - 1 && cells.length > 2 && cells.every((cell) => !NO_NAME.test(cell))
      return isHead ? cells : [cells.slice(0, label + 1).join(delimiter), ...cells.slice(label + 1)]
    })
}
const NO_NAME = /[。；：]|^.{13,}$/

/**
 * The delimiter of a text without a name that says so: there are rows of a label and figures, three or more cells each, and
 * no more lines with it that are none.
 */
function delimiterOf(text: string): string | undefined {
  if (/\t/.test(text)) return undefined
  const counts = DELIMITERS.filter((delimiter) => text.includes(delimiter)).map((delimiter) => {
    const rows = rowsOf(text, delimiter, PREVIEW).filter((row) => row.length > 2)
    const ofFigures = rows.filter((row) => {
      const label = row.map((cell) => isFilled(cell) && !readValue(cell)).lastIndexOf(true)
      const behind = row.slice(label + 1)
      return behind.length > 1 && behind.length < row.length && behind.some(isFilled)
    }).length
    return { delimiter, ofFigures, isTable: ofFigures >= MIN_ROWS && ofFigures * 2 >= rows.length }
  })
  return counts.filter(({ isTable }) => isTable).sort((a, b) => b.ofFigures - a.ofFigures)[0]?.delimiter
}

/** Whether a text without a name that says so is a table with commas or semicolons. */
export const isCsv = (text: string): boolean => delimiterOf(text) !== undefined

/** A table as comma-separated text, also with semicolons or tabs: rows of a grid, headings and sentences as lines. */
export function readCsv(text: string, name: string): ReadSource {
  const plain = withoutRadicals(text)
  const delimiter = delimiterOf(plain)
  const data = delimiter
    ? rowsOf(plain, delimiter, MAX_ROWS)
    : Papa.parse<Cells>(plain, { preview: MAX_ROWS }).data
  const texts = data.map((row) => row.map((cell) => cell.trim().replace(GUARD, '$1')))
  const rows =
    delimiter === ',' || !delimiter
      ? joinThousands(texts)
      : texts.map((row) => row.map((cell) => ({ text: cell })))
  return { source: { name, blocks: blocksOfRows(rows, (only) => APART.test(only)) } }
}
