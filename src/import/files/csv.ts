import Papa from 'papaparse'
import { readValue } from '../tables/values'
import { withoutRadicals } from './han'
import type { ReadSource } from './problems'
import { blocksOfRows } from './xlsx'

const MAX_ROWS = 5_000
/** A row of a single text that is a heading or a sentence, and no row of a table whose figures are blank. */
const APART = /^[一二三四五六]、|[。；：]|年度报告|^.{26,}$/

/** Lines that decide whether a text is a table with commas. */
const PREVIEW = 500
const MIN_ROWS = 3

/**
 * Whether a text without a name that says so is a table with commas: rows of a label and figures, three or more cells
 * each, and no more lines with commas that are none.
 */
export function isCsv(text: string): boolean {
  if (/\t/.test(text)) return false
  const rows = Papa.parse<string[]>(text, { preview: PREVIEW, delimiter: ',' }).data.filter(
    (row) => row.length > 2,
  )
  const ofFigures = rows.filter((row) => {
    const label = row.map((cell) => cell.trim() !== '' && !readValue(cell)).lastIndexOf(true)
    const behind = row.slice(label + 1)
    return behind.length > 1 && behind.length < row.length && behind.some((cell) => cell.trim())
  })
  return ofFigures.length >= MIN_ROWS && ofFigures.length * 2 >= rows.length
}

/** A table as comma-separated text, also with semicolons or tabs: rows of a grid, headings and sentences as lines. */
export function readCsv(text: string, name: string): ReadSource {
  const { data } = Papa.parse<string[]>(withoutRadicals(text), { preview: MAX_ROWS })
  const rows = data.map((row) => row.map((cell) => ({ text: cell.trim() })))
  return { source: { name, blocks: blocksOfRows(rows, (only) => APART.test(only)) } }
}
