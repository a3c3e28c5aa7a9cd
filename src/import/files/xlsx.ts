import type { SourceBlock, SourceCell } from '../source'
import { readValue } from '../tables/values'
import {
  type CellFormat,
  type Font,
  inFont,
  isOn,
  pieceOf,
  plainFont,
  readCellFormats,
  readFont,
} from './cellFormats'
import { commented, commentsOfSheet } from './comments'
import { withSums } from './formulas'
import { markHiddenColumns } from './hiddenColumns'
import { hidesText, shownAs, WHITE } from './numberFormat'
import { asHidden } from './panes'
import { type ReadSource, TOO_LONG, UNREADABLE } from './problems'
import { type Piece, seenText } from './seen'
import { tablesAside } from './sideBySide'
import { parseXml } from './xml'
import { unzipTexts } from './zip'

const MAX_ROWS = 5_000
const MAX_COLUMNS = 260
const PROSE_LENGTH = 60

/**
 * The sheets of a workbook (.xlsx) as grids, hidden ones left out unless they alone have figures: those were not seen, and are
 * in doubt. Formulas count with the value they were saved with.
 */
export function readXlsx(bytes: Uint8Array, name: string): ReadSource {
  const files = unzipTexts(bytes, (path) =>
    /^xl\/(?:workbook|sharedStrings|styles|worksheets\/(?:_rels\/)?sheet\d+|_rels\/workbook|comments.*)\.xml(?:\.rels)?$/.test(
      path,
    ),
  )
  if (files === 'tooBig') return { problem: TOO_LONG }
  if (!files?.has('xl/workbook.xml')) return { problem: UNREADABLE }
  const shared = sharedStrings(files.get('xl/sharedStrings.xml') ?? '')
  const sheets = sheetPaths(files)
  const formats = readCellFormats(files.get('xl/styles.xml') ?? '')
  const blocksOf = (hidden: boolean) =>
    sheets.flatMap(({ path, name: sheet, isHidden = false }) => {
      if (isHidden !== hidden) return []
      const [first, ...rest] = blocksOfSheet(
        files.get(path) ?? '',
        shared,
        formats,
        commentsOfSheet(files, path),
      )
      return first ? [sheets.length > 1 ? { ...first, sheet } : first, ...rest] : []
    })
  const seen = blocksOf(false)
  const unseen = seen.some(hasNumbers) ? [] : blocksOf(true).map(asHidden)
  return { source: { name, blocks: [...seen, ...unseen] } }
}

const hasNumbers = (block: SourceBlock): boolean =>
  block.kind === 'grid' &&
  block.rows.some((row) => row.some(({ text }) => readValue(text)?.kind === 'number'))

interface Sheet {
  path: string
  name: string
  isHidden?: boolean
}
/** Paths and names of the sheets in their order. */
function sheetPaths(files: Map<string, string>): Sheet[] {
  const targets = new Map<string, string>()
  parseXml(files.get('xl/_rels/workbook.xml.rels') ?? '', {
    onopentag(tag, { Id = '', Target = '' }) {
      if (tag === 'Relationship') targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/'))
    },
  })
  const sheets: Sheet[] = []
  parseXml(files.get('xl/workbook.xml') ?? '', {
    onopentag(tag, { state, name = '', 'r:id': id = '' }) {
      const path = targets.get(id)
      if (tag === 'sheet' && path) sheets.push({ path, name, isHidden: /hidden/i.test(state ?? '') })
    },
  })
  const all = [...files.keys()].filter((path) => path.includes('worksheets/'))
  return sheets.length ? sheets : all.map((path) => ({ path, name: '' }))
}

function sharedStrings(xml: string): string[] {
  const texts: string[] = []
  let text: Piece[] = []
  let font = plainFont()
  let reading = false
  let phonetic = false
  parseXml(xml, {
    onopentag(tag, attributes) {
      if (tag === 'si') text = []
      else if (tag === 'r') font = plainFont()
      else if (tag === 'rPh') phonetic = true
      else if (tag === 't') reading = !phonetic
      else readFont(font, tag, attributes)
    },
    ontext(part) {
      if (reading) text.push(pieceOf(part, font))
    },
    onclosetag(tag) {
      if (tag === 't') reading = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'r') font = plainFont()
      else if (tag === 'si') texts.push(seenText(text))
    },
  })
  return texts
}

function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.match(/^[A-Z]{1,3}/)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** A number as the sheet shows it with all its digits: 59237.2449, not 59237.244899999998. */
const numberText = (raw: string): string => {
  const number = Number(raw)
  return raw.trim() && Number.isFinite(number) && Math.abs(number) < 1e15
    ? String(Number(number.toPrecision(15)))
    : raw
}

/** A cell that holds a number, as the sheet shows it. */
function numberIn(value: string, format: CellFormat | undefined, zeros: boolean): SheetCell {
  if (!value) return { text: value }
  if (!format) return { ...shownAs(value, 'General', zeros), value }
  const shown = shownAs(value, format.code, zeros)
  const white = format.font.faint && !format.filled
  return { doubt: white ? WHITE : undefined, ...shown, text: inFont(shown.text, format.font), value }
}
/** A truth, as the sheet shows it: no figure. */
const booleanText = (value: string): string => value && (isOn(value) ? 'TRUE' : 'FALSE')
/** A cell that holds a text. */
function textIn(text: string, format: CellFormat | undefined): SheetCell {
  if (!format || !readValue(text)) return { text: inFont(text, format?.font) }
  if (hidesText(format.code)) return { text, unseen: true }
  const white = format.font.faint && !format.filled
  return { text: inFont(text, format.font), ...(white && { doubt: WHITE }) }
}

const isHidden = (value: string | undefined): boolean => value !== undefined && isOn(value)

interface SheetCell extends SourceCell {
  /** The number that it holds, for sums. */
  value?: string
  /** A formula that was saved without its value. */
  formula?: string
}

function blocksOfSheet(
  xml: string,
  shared: string[],
  formats: CellFormat[],
  comments: ReadonlyMap<string, string>,
): SourceBlock[] {
  const rows: SheetCell[][] = []
  const hiddenColumns = new Set<number>()
  /** Row numbers of the sheet by index, for formulas. */
  const numbers: number[] = []
  let hidden = false
  let number = 0
  let formula = ''
  let inFormula = false
  let zeros = true
  let format: CellFormat | undefined
  let runFont: Font | undefined
  const merged: string[] = []
  let row: SheetCell[] = []
  let column = -1
  let comment: string | undefined
  let type = ''
  let pieces: Piece[] = []
  let reading = false
  let phonetic = false
  parseXml(xml, {
    onopentag(tag, attributes) {
      if (tag === 'col' && (isHidden(attributes.hidden) || Number(attributes.width ?? 1) === 0)) {
        const [from, to] = [Number(attributes.min), Math.min(MAX_COLUMNS, Number(attributes.max))]
        for (let each = from; each <= to; each++) hiddenColumns.add(each - 1)
      } else if (tag === 'sheetView') zeros = isOn(attributes.showZeros)
      else if (tag === 'row') {
        row = []
        hidden = isHidden(attributes.hidden) || Number(attributes.ht ?? 1) === 0
        number = Number(attributes.r) || number + 1
      } else if (tag === 'c') {
        formula = ''
        format = formats[Number(attributes.s ?? 0)]
        runFont = undefined
        column = attributes.r ? columnOf(attributes.r) : column + 1
        comment = comments.get(attributes.r ?? '')
        type = attributes.t ?? ''
        pieces = []
      } else if (tag === 'f') inFormula = true
      else if (tag === 'r') runFont = plainFont()
      else if (tag === 'rPh') phonetic = true
      else if (tag === 'v' || tag === 't') reading = !phonetic
      else if (runFont && !reading) readFont(runFont, tag, attributes)
      else if (tag === 'mergeCell' && attributes.ref) merged.push(attributes.ref)
    },
    ontext(part) {
      if (reading) pieces.push(pieceOf(part, runFont))
      else if (inFormula) formula += part
    },
    onclosetag(tag) {
      if (tag === 'v' || tag === 't') reading = false
      else if (tag === 'f') inFormula = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'r') runFont = undefined
      else if (tag === 'c' && column >= 0 && column < MAX_COLUMNS) {
        const value = seenText(pieces)
        while (row.length < column) row.push({ text: '' })
        row[column] = {
          ...(type === '' || type === 'n'
            ? numberIn(numberText(value).trim(), format, zeros)
            : textIn(
                (type === 's'
                  ? (shared[Number(value)] ?? '')
                  : type === 'b'
                    ? booleanText(value)
                    : value
                ).trim(),
                format,
              )),
          ...(hidden ? { hidden: true as const } : {}),
          ...(formula && !value ? { formula } : {}),
          ...(comment && { doubt: commented(comment) }),
        }
      } else if (tag === 'row') {
        column = -1
        if (rows.length < MAX_ROWS) {
          rows.push(row)
          numbers.push(number)
        }
      }
    },
  })
  withSums(rows, numbers)
  for (const range of merged.slice(0, MAX_ROWS)) cover(rows, numbers, range)
  markHiddenColumns(rows, hiddenColumns)
  // A sheet leaves out the empty cells at the end of a row: unlike those of a web page they are there.
  const width = Math.max(0, ...rows.map((each) => each.length))
  for (const each of rows) while (each.length && each.length < width) each.push({ text: '' })
  return tablesAside(rows).flatMap((each) => blocksOfRows(each))
}

/** Marks what a merged cell covers, by the numbers of the rows: blank ones are left out of the file. */
function cover(rows: SourceCell[][], numbers: number[], range: string) {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(range)
  if (!match) return
  const [left, right] = [columnOf(match[1] ?? ''), Math.min(MAX_COLUMNS, columnOf(match[3] ?? ''))]
  const [from, to] = [Number(match[2]), Number(match[4])]
  const top = numbers.findIndex((number) => number >= from)
  const bottom = numbers.reduce((last, number, at) => (number <= to ? at : last), -1)
  const first = rows[top]?.[left]
  if (first && right > left) first.columns = right - left + 1
  if (first && bottom > top) first.rows = bottom - top + 1
  for (let line = top; line <= bottom; line++) {
    const row = rows[line]
    for (let column = left; row && column <= right; column++)
      if ((line !== top || column !== left) && !row[column]?.text) {
        while (row.length < column) row.push({ text: '' })
        row[column] = { text: '', covered: true }
      }
  }
}

const isProse = (text: string): boolean => text.length > PROSE_LENGTH && /[。；]/.test(text)

/** Blank rows and rows of prose divide a sheet; `apart` says which single text of a row stands outside of the table. */
export function blocksOfRows(
  rows: SourceCell[][],
  apart: (only: string) => boolean = isProse,
): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let grid: SourceCell[][] = []
  const end = () => {
    // Empty columns behind the last that holds anything are no part of the table.
    const width = grid.reduce(
      (widest, row) =>
        row.reduce((end, { text, covered }, at) => (text || covered ? Math.max(end, at + 1) : end), widest),
      0,
    )
    if (grid.length) blocks.push({ kind: 'grid', rows: grid.map((row) => row.slice(0, width)) })
    grid = []
  }
  for (const row of rows) {
    const filled = row.filter(({ text, concealed }) => text && !concealed)
    const [only] = filled
    if (!filled.length) {
      end()
      if (row.some(({ concealed }) => concealed)) blocks.push({ kind: 'grid', rows: [row] })
    } else if (filled.length === 1 && only && apart(only.text)) {
      end()
      for (const text of only.text.split(/\n+/)) if (text.trim()) blocks.push({ kind: 'paragraph', text })
    } else grid.push(row)
  }
  end()
  return blocks
}
