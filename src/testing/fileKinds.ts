import { zipSync } from 'fflate'
import { readCsv } from '../import/files/csv'
import { readPlain } from '../import/files/plain'
import type { ReadSource } from '../import/files/problems'
import { readXlsx } from '../import/files/xlsx'
import type { SourceDocument } from '../import/source'
import { pageOf } from './drawnTables'

/** A line, or the rows of a table. */
export type Part = string | string[][]

const bytes = (text: string) => new TextEncoder().encode(text)
const sourceOf = (read: ReadSource): SourceDocument => {
  if ('problem' in read) throw new Error(read.problem)
  return read.source
}
const rowsOf = (parts: Part[]) => parts.flatMap((part) => (typeof part === 'string' ? [[part]] : part))
const text = (parts: Part[], table: (rows: string[][]) => string) =>
  parts.map((part) => (typeof part === 'string' ? part : table(part))).join('\n')

/** A workbook of one sheet: blank cells are left out of it, numbers are numbers. */
/** A … Z, AA … ZZ. */
const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

function workbookOf(parts: Part[]): Uint8Array {
  const rows = rowsOf(parts).map((cells) => {
    const drawn = cells.map((cell, at) => {
      const place = `r="${columnName(at)}`
      if (!cell) return ''
      return /^\d+(\.\d+)?$/.test(cell)
        ? `<c ${place}"><v>${cell}</v></c>`
        : `<c ${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    return `<row>${drawn.join('')}</row>`
  })
  return zipSync({
    'xl/workbook.xml': bytes('<workbook><sheets/></workbook>'),
    'xl/worksheets/sheet1.xml': bytes(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`),
  })
}

/** Lines and tables as each kind of file has them, read as a source. */
export const fileKinds: Record<string, (parts: Part[]) => SourceDocument> = {
  page: (parts) =>
    pageOf(
      parts.map((part) =>
        typeof part === 'string' ? part : part.map((row) => row.map((cell) => ({ text: cell }))),
      ),
    ),
  workbook: (parts) => sourceOf(readXlsx(workbookOf(parts), 'a.xlsx')),
  csv: (parts) =>
    sourceOf(
      readCsv(
        rowsOf(parts)
          .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
          .join('\n'),
        'a.csv',
      ),
    ),
  markdown: (parts) =>
    readPlain(
      text(parts, (rows) =>
        rows
          .flatMap((row, at) => [
            `| ${row.join(' | ')} |`,
            ...(at ? [] : [`|${row.map(() => '---|').join('')}`]),
          ])
          .concat('')
          .join('\n'),
      ),
      '',
    ),
  tabs: (parts) =>
    readPlain(
      text(parts, (rows) => rows.map((row) => row.join('\t')).join('\n')),
      '',
    ),
  spaces: (parts) =>
    readPlain(
      text(parts, (rows) => rows.map((row) => row.filter(Boolean).join(' ')).join('\n')),
      '',
    ),
  'one cell a line': (parts) =>
    readPlain(
      text(parts, (rows) => rows.map((row) => row.filter(Boolean).join('\n')).join('\n')),
      '',
    ),
}
/** The kinds that tell the cells of a table apart. */
export const gridKinds = ['page', 'workbook', 'csv', 'markdown', 'tabs'] as const
