import { Parser } from 'htmlparser2'
import type { ReadBack, ReadCell } from './compare'

const PARAGRAPHS = new Set(['h1', 'h2', 'h3', 'p'])
const PAGE = new Set(['dt', 'dd'])

/** What stands in the `main` of a web page: paragraphs, and tables as grids in which a merged cell stands once. */
export function readHtml(file: string): ReadBack {
  const page: string[] = []
  const read: ReadBack = { paragraphs: [], tables: [], page }
  let inMain = false
  let text: string | undefined
  let table: { cells: ReadCell[]; row: number; taken: Set<string> } | undefined
  let cell: ReadCell | undefined
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'main') inMain = true
      else if (!inMain) return
      else if (name === 'table') {
        table = { cells: [], row: -1, taken: new Set() }
        read.tables.push(table.cells)
      } else if (name === 'tr' && table) table.row++
      else if ((name === 'td' || name === 'th') && table) {
        let column = 0
        while (table.taken.has(`${table.row}:${column}`)) column++
        const { colspan = '1', rowspan = '1' } = attributes
        for (let down = 0; down < Number(rowspan); down++)
          for (let right = 0; right < Number(colspan); right++)
            table.taken.add(`${table.row + down}:${column + right}`)
        cell = { row: table.row, column, text: '' }
        table.cells.push(cell)
      } else if (PARAGRAPHS.has(name) || PAGE.has(name)) text = ''
      else if (name === 'br' && text !== undefined) text += '\n'
    },
    ontext(piece) {
      if (cell) cell.text += piece
      else if (text !== undefined) text += piece
    },
    onclosetag(name) {
      if (name === 'main') inMain = false
      else if (name === 'table') table = undefined
      else if (name === 'td' || name === 'th') cell = undefined
      else if (text !== undefined && (PARAGRAPHS.has(name) || PAGE.has(name))) {
        if (PAGE.has(name)) page.push(text)
        else read.paragraphs.push(text)
        text = undefined
      }
    },
  })
  parser.end(file)
  return read
}
