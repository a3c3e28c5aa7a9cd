import Papa from 'papaparse'
import { withoutRadicals } from './han'
import type { ReadSource } from './problems'
import { blocksOfRows } from './xlsx'

const MAX_ROWS = 5_000
/** A row of a single text that is a heading or a sentence, and no row of a table whose figures are blank. */
const APART = /^[一二三四五六]、|[。；：]|年度报告|^.{26,}$/

/** A table as comma-separated text, also with semicolons or tabs: rows of a grid, headings and sentences as lines. */
export function readCsv(text: string, name: string): ReadSource {
  const { data } = Papa.parse<string[]>(withoutRadicals(text), { preview: MAX_ROWS })
  const rows = data.map((row) => row.map((cell) => ({ text: cell.trim() })))
  return { source: { name, blocks: blocksOfRows(rows, (only) => APART.test(only)) } }
}
