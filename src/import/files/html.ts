import { Parser } from 'htmlparser2'
import type { SourceBlock, SourceCell, SourceDocument } from '../source'
import { readValue } from '../tables/values'
import { raised } from './raised'
import { isFaint, type Look, lookOf, type Piece, plainLook, seenText } from './seen'

/** Nothing a reader of the page would take for the report; struck text no longer belongs to it. */
const SKIPPED = new Set(
  's strike del rt rp script style noscript template head title select button textarea iframe object embed svg canvas audio video nav footer map'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'p div section article main header aside ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre center form fieldset figure figcaption caption hr address'.split(
    ' ',
  ),
)
/** Tables inside tables lay a page out; deeper than this nobody builds a page. */
const MAX_TABLE_DEPTH = 12
const MAX_SPAN = 60
/** The parser keeps open elements in a list whose head moves: a hostile page nests them without end. */
const MAX_DEPTH = 400
const CHUNK = 16_384
const MAX_CELLS = 100_000
/** A row with one text of this length is prose that stands in a table. */
const PROSE_LENGTH = 60

interface Sink {
  blocks: SourceBlock[]
  text: Piece[]
}
export interface OpenCell {
  blocks: SourceBlock[]
  /** All its text has the colour of the page, as far as the page itself says. */
  faint?: boolean
  columns: number
  rows: number
}
interface OpenTable {
  rows: OpenCell[][]
  cell?: Sink & { open: OpenCell }
}

/**
 * The text of a web page or of `text/html` from the clipboard, without a DOM: no script runs, nothing is loaded. Tables
 * that only lay the page out are taken apart; merged cells are expanded.
 */
export function readHtml(html: string, name: string): SourceDocument {
  const root: Sink = { blocks: [], text: [] }
  const tables: OpenTable[] = []
  let skipped = 0
  /** Looks of the open elements, the innermost last. */
  const looks: Look[] = []
  /** Paragraphs in the colour of the page. */
  const faint = new WeakSet<SourceBlock>()
  let ignoredTables = 0
  let depth = 0
  let tooDeep = false
  const sink = (): Sink => tables.at(-1)?.cell ?? tables.filter(({ cell }) => cell).at(-1)?.cell ?? root

  let goesOn = false
  const flush = (into: Sink, broken = false) => {
    const text = seenText(into.text)
      .replace(/[ \t\r\n\f]+/g, ' ')
      .trim()
    const isText = text.replace(/[\u00a0\u3000\u200b\ufeff]/g, '') !== ''
    const block = { kind: 'paragraph' as const, text, ...(goesOn && { goesOn: true as const }) }
    if (isText) into.blocks.push(block)
    if (isFaint(into.text)) faint.add(block)
    into.text = []
    goesOn = broken && isText
  }
  const closeCell = (table: OpenTable) => {
    if (!table.cell) return
    flush(table.cell)
    const { blocks, open } = table.cell
    const seen = blocks.filter((block) => !faint.has(block))
    open.blocks = seen.length ? seen : blocks
    open.faint = !seen.length && blocks.length > 0
    table.cell = undefined
  }
  const closeTable = () => {
    const table = tables.pop()
    if (!table) return
    closeCell(table)
    sink().blocks.push(...blocksOfTable(table.rows))
  }
  const span = (value: string | undefined) =>
    Math.min(MAX_SPAN, Math.max(1, Number.parseInt(value ?? '', 10) || 1))

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++depth > MAX_DEPTH) tooDeep = true
        const look = skipped ? plainLook : lookOf(tag, attributes, looks.at(-1) ?? plainLook)
        if (skipped || SKIPPED.has(tag) || look.gone) {
          if (!VOID.has(tag)) skipped++
          return
        }
        if (!VOID.has(tag)) looks.push(look)
        const table = tables.at(-1)
        if (tag === 'table') {
          if (tables.length >= MAX_TABLE_DEPTH) ignoredTables++
          else {
            flush(sink())
            tables.push({ rows: [] })
          }
        } else if (tag === 'tr' && table && !ignoredTables) {
          closeCell(table)
          table.rows.push([])
        } else if ((tag === 'td' || tag === 'th') && table && !ignoredTables) {
          closeCell(table)
          const open: OpenCell = {
            blocks: [],
            columns: span(attributes.colspan),
            rows: span(attributes.rowspan),
          }
          if (!table.rows.length) table.rows.push([])
          table.rows.at(-1)?.push(open)
          table.cell = { blocks: [], text: [], open }
        } else if (BLOCKS.has(tag) || tag === 'br') flush(sink(), tag === 'br')
        else if (tag === 'input' && table?.cell && isFilled(attributes) && isSeen(look))
          table.cell.text.push({ text: ` ${attributes.value} ` })
      },
      ontext(text) {
        const look = looks.at(-1) ?? plainLook
        if (skipped || !isSeen(look)) return
        const { white, ground, shifted } = look
        sink().text.push({ text: look.raised ? raised(text) : text, faint: white && !ground, shifted })
      },
      onclosetag(tag) {
        depth--
        if (skipped) {
          if (!VOID.has(tag)) skipped--
          return
        }
        if (!VOID.has(tag)) looks.pop()
        const table = tables.at(-1)
        if (tag === 'table') {
          if (ignoredTables) ignoredTables--
          else closeTable()
        } else if ((tag === 'td' || tag === 'th' || tag === 'tr') && table && !ignoredTables) closeCell(table)
        else if (BLOCKS.has(tag)) flush(sink())
      },
    },
    { decodeEntities: true },
  )
  let read = 0
  for (; read < html.length && !tooDeep; read += CHUNK) parser.write(html.slice(read, read + CHUNK))
  if (!tooDeep) parser.end()
  else {
    skipped = 0
    sink().text.push({ text: html.slice(read).replace(/<[^<>]*>/g, ' ') })
  }
  while (tables.length) closeTable()
  flush(root)
  return { name, blocks: root.blocks }
}

const VOID = new Set('br hr img input link meta area base col embed source track wbr param'.split(' '))
const isSeen = ({ unseen }: Look) => !unseen.size && !unseen.visibility && !unseen.colour
/** A field of a form with a figure in it: a reader of the page sees it in its cell. */
const isFilled = ({ type = 'text', value = '' }: Record<string, string>) =>
  /^(?:text|number|tel)$/i.test(type) && readValue(value) !== undefined

const cellText = (cell: OpenCell): string =>
  cell.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')

/**
 * A table as a grid with its merged cells expanded. Rows that hold other tables or a single text of prose stand as what is
 * in them, and divide the grid.
 */
export function blocksOfTable(rows: OpenCell[][]): SourceBlock[] {
  if (rows.every((row) => row.length <= 1 && row.every((cell) => cell.rows === 1)))
    return rows.flatMap((row) => row.flatMap((cell) => cell.blocks))
  const blocks: SourceBlock[] = []
  let grid: SourceCell[][] = []
  /** Column → rows for which a merged cell above still covers it. */
  const covered: number[] = []
  let cells = 0
  const endGrid = () => {
    if (grid.length) blocks.push({ kind: 'grid', rows: grid })
    grid = []
  }
  for (const row of rows) {
    const line: SourceCell[] = []
    const cover = (below: number) => {
      covered[line.length] = below
      line.push({ text: '', covered: true })
    }
    const fromAbove = () => {
      for (let left = covered[line.length] ?? 0; left > 0; left = covered[line.length] ?? 0) cover(left - 1)
    }
    const filled = row.filter((cell) => cell.blocks.length)
    const laidOut = row.some((cell) => cell.blocks.some((block) => block.kind === 'grid'))
    const [only] = filled
    const prose =
      filled.length === 1 && only && cellText(only).length > PROSE_LENGTH && /[。；]/.test(cellText(only))
    for (const cell of row) {
      fromAbove()
      if (cells > MAX_CELLS) break
      covered[line.length] = cell.rows - 1
      const text = laidOut || prose ? '' : cellText(cell)
      // White figures of which nobody knows what is behind them count like those of a hidden row.
      line.push({ text, ...(cell.faint && /\d/.test(text) && { hidden: true as const }) })
      for (let i = 1; i < cell.columns; i++) cover(cell.rows - 1)
      cells += cell.columns
    }
    fromAbove()
    if (laidOut || prose) {
      endGrid()
      for (const cell of row) blocks.push(...cell.blocks)
    } else if (line.length) grid.push(line)
  }
  endGrid()
  return blocks
}
