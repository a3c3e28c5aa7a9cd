import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import type { ReadCell } from './compare'

/** A sheet: its cells with content. A figure reads as it is shown, with the decimals of its format. */
export interface ReadSheet {
  cells: ReadCell[]
  /** Formulas by the name of their cell, e.g. J4. */
  formulas: Record<string, string>
}

/** The sheets of a workbook in order, also of one that another program has saved again. */
export function readXlsx(file: Uint8Array): ReadSheet[] {
  const files = unzipSync(file, {
    filter: ({ name }) => /^xl\/(styles|sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name),
  })
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const decimals = decimalsOf(xml('xl/styles.xml'))
  const shared = sharedTexts(xml('xl/sharedStrings.xml'))
  return Object.keys(files)
    .filter((name) => name.includes('/sheet'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readSheet(xml(name), decimals, shared))
}

/** The list of texts that cells of type `s` refer to. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let inText = false
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'si') texts.push('')
        else if (name === 't') inText = true
      },
      ontext(piece) {
        if (inText) texts[texts.length - 1] += piece
      },
      onclosetag(name) {
        if (name === 't') inText = false
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return texts
}

/** Decimals of each cell format, in the order of `cellXfs`. */
function decimalsOf(styles: string): number[] {
  const byFormat = new Map<string, number>()
  const decimals: number[] = []
  let inFormats = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { numFmtId = '', formatCode = '' } = attributes
        if (name === 'numFmt') byFormat.set(numFmtId, formatCode.split('.')[1]?.length ?? 0)
        else if (name === 'cellXfs') inFormats = true
        else if (name === 'xf' && inFormats) decimals.push(byFormat.get(numFmtId) ?? 0)
      },
      onclosetag(name) {
        if (name === 'cellXfs') inFormats = false
      },
    },
    { xmlMode: true },
  )
  parser.end(styles)
  return decimals
}

function readSheet(xml: string, decimals: number[], shared: string[]): ReadSheet {
  const sheet: ReadSheet = { cells: [], formulas: {} }
  let cell: { name: string; type: string; style: number; text: string } | undefined
  let reading: 'text' | 'formula' | undefined
  const parser = new Parser(
    {
      onopentag(name, { r = '', t = 'n', s = '0' }) {
        if (name === 'c') cell = { name: r, type: t, style: Number(s), text: '' }
        else if (name === 'v' || name === 't') reading = 'text'
        else if (name === 'f') reading = 'formula'
      },
      ontext(piece) {
        if (!cell || !reading) return
        if (reading === 'text') cell.text += piece
        else sheet.formulas[cell.name] = (sheet.formulas[cell.name] ?? '') + piece
      },
      onclosetag(name) {
        if (name === 'v' || name === 't' || name === 'f') reading = undefined
        if (name !== 'c' || !cell) return
        const { type, style } = cell
        const text = type === 's' ? (shared[Number(cell.text)] ?? '') : cell.text
        const places = decimals[style] ?? 0
        const shown = type === 'n' && text && places ? Number(text).toFixed(places) : text
        if (text) sheet.cells.push({ ...squareOf(cell.name), text: shown })
        cell = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return sheet
}

/** B3 → row 2, column 1. */
function squareOf(name: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}
