import { Parser } from 'htmlparser2'
import type { SourceBlock, SourceCell, SourceDocument } from '../source'
import { raised } from './raised'

/** Nothing a reader of the page would take for the report; struck text no longer belongs to it. */
const SKIPPED = new Set(
  's strike del script style noscript template head title select button textarea iframe object embed svg canvas audio video nav footer map'.split(
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
  text: string[]
}
export interface OpenCell {
  blocks: SourceBlock[]
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
  /** Open elements inside raised text, itself included. */
  let raisedDepth = 0
  let ignoredTables = 0
  let depth = 0
  let tooDeep = false
  const sink = (): Sink => tables.at(-1)?.cell ?? tables.filter(({ cell }) => cell).at(-1)?.cell ?? root

  let goesOn = false
  const flush = (into: Sink, broken = false) => {
    const text = into.text
      .join('')
      .replace(/[ \t\r\n\f]+/g, ' ')
      .trim()
    into.text = []
    const isText = text.replace(/[\u00a0\u3000\u200b\ufeff]/g, '') !== ''
    if (isText) into.blocks.push({ kind: 'paragraph', text, ...(goesOn && { goesOn: true as const }) })
    goesOn = broken && isText
  }
  const closeCell = (table: OpenTable) => {
    if (!table.cell) return
    flush(table.cell)
    table.cell.open.blocks = table.cell.blocks
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
        if (skipped || SKIPPED.has(tag) || hidden(attributes)) {
          if (!VOID.has(tag)) skipped++
          return
        }
        if (!VOID.has(tag) && (raisedDepth || isRaised(tag, attributes))) raisedDepth++
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
      },
      ontext(text) {
        if (!skipped) sink().text.push(raisedDepth ? raised(text) : text)
      },
      onclosetag(tag) {
        depth--
        if (skipped) {
          if (!VOID.has(tag)) skipped--
          return
        }
        if (raisedDepth && !VOID.has(tag)) raisedDepth--
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
    sink().text.push(html.slice(read).replace(/<[^<>]*>/g, ' '))
  }
  while (tables.length) closeTable()
  flush(root)
  return { name, blocks: root.blocks }
}

const VOID = new Set('br hr img input link meta area base col embed source track wbr param'.split(' '))
/** What a reader of the page does not see, or sees struck out: it no longer belongs to the text. */
const hidden = (attributes: Record<string, string>) =>
  'hidden' in attributes ||
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration[^;]*line-through/i.test(
    attributes.style ?? '',
  )
const isRaised = (tag: string, { style = '' }: Record<string, string>) =>
  tag === 'sup' || tag === 'sub' || /vertical-align\s*:\s*(?:super|sub)\b/i.test(style)

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
      line.push({ text: laidOut || prose ? '' : cellText(cell) })
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
