import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import type { ReadBack } from './compare'

/** A Word file as its texts in order: paragraphs, and tables as grids in which a merged cell stands once, at its first square. */
export function readDocx(file: Uint8Array): ReadBack {
  const xml = unzipSync(file, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']
  const read: ReadBack = { paragraphs: [], tables: [] }
  if (!xml) return read
  let grid: ReadBack['tables'][number] | undefined
  let row = -1
  let column = 0
  let span = 1
  let continued = false
  let text = ''
  let inText = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:tbl') {
          grid = []
          row = -1
          read.tables.push(grid)
        } else if (name === 'w:tr') {
          row++
          column = 0
        } else if (name === 'w:tc') {
          span = 1
          continued = false
          text = ''
        } else if (name === 'w:gridSpan') span = Number(attributes['w:val'])
        else if (name === 'w:vMerge') continued = attributes['w:val'] !== 'restart'
        else if (name === 'w:p' && !grid) text = ''
        else if (name === 'w:t') inText = true
        // A label of a table is broken where its column is narrow; LibreOffice ends the page behind the text before it.
        else if (name === 'w:br' && attributes['w:type'] !== 'page' && text && !grid) text += '\n'
      },
      ontext(piece) {
        if (inText) text += piece
      },
      onclosetag(name) {
        if (name === 'w:t') inText = false
        else if (name === 'w:tc') {
          if (grid && !continued) grid.push({ row, column, text })
          column += span
        } else if (name === 'w:tbl') grid = undefined
        else if (name === 'w:p' && !grid && text) read.paragraphs.push(text)
      },
    },
    { xmlMode: true },
  )
  parser.end(strFromU8(xml))
  return read
}
