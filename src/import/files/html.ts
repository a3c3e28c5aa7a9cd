import { Parser } from 'htmlparser2'
import type { SourceBlock, SourceDocument } from '../source'
import { blocksHeldBack, RAW } from './heldBack'
import { asHidden, type Pane, withOwnPanes } from './panes'
import { readPlain } from './plain'
import { raised } from './raised'
import { isFaint, type Look, lookOf, type Piece, plainLook, seenText } from './seen'
import { type Node, nodeOf, sheetsIn, styling } from './styleSheet'
import { AUTOMATIC, blocksOfTable, type OpenCell, withRowsJoined } from './tableBlocks'

/** Nothing a reader of the page would take for the report; struck text no longer belongs to it. */
const SKIPPED = new Set(
  's strike del rt rp script style head title button datalist progress meter iframe object embed svg canvas audio video nav footer map'.split(
    ' ',
  ),
)
/** Fields of a form: part of a table where they stand in a cell, else of the page around the report. */
const FIELDS = new Set(['select', 'textarea'])
/** What shows something that is no text. */
const PICTURES = new Set('img svg object embed canvas iframe'.split(' '))
/** Fields that show no text of their own. */
const WORDLESS = /^(?:hidden|checkbox|radio|button|submit|reset|image|file|color|range|password)$/i
const BLOCKS = new Set(
  'p div section article main header aside ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre center form fieldset figure figcaption caption hr address'.split(
    ' ',
  ),
)
/** What a page may hold back until it is asked for. */
const PANES = new Set('div section article main ul ol li dl dd table dialog template noscript'.split(' '))
/** Tables inside tables lay a page out; deeper than this nobody builds a page. */
const MAX_TABLE_DEPTH = 12
const MAX_SPAN = 60
/** The parser keeps open elements in a list whose head moves: a hostile page nests them without end. */
const MAX_DEPTH = 400
const CHUNK = 16_384

/** Lines with tabs, one below the other. */
const TABLE_LINES = /\t.*\n.*\t/

interface Sink {
  blocks: SourceBlock[]
  text: Piece[]
}
interface OpenTable {
  rows: OpenCell[][]
  columns: number
  hiddenColumns: Set<number>
  cell?: Sink & { open: OpenCell }
}

/** An element whose end has not come. */
interface Open {
  node: Node
  look: Look
  children: number
  /** The number of the last item of a list, or that of an item with the blocks that stood before it. */
  number?: number
  before?: number
  /** A list, or an item, that shows no numbers. */
  plain?: boolean
}
interface Field {
  options: { text: string; chosen: boolean }[]
  /** Several options may be chosen, or none. */
  several: boolean
}

/**
 * The text of a web page or of `text/html` from the clipboard, without a DOM: no script runs, nothing is loaded. Tables
 * that only lay the page out are taken apart; merged cells are expanded. `sheets` are style sheets that came beside it.
 */
export function readHtml(html: string, name: string, sheets: string[] = []): SourceDocument {
  const all = [...sheets, ...sheetsIn(html)]
  const blocks = blocksOfPage(html, all)
  if (!all.length || blocks.some(hasFigures)) return { name, blocks }
  // A page that hides all its tables until a script shows them was not seen so by anybody.
  const shown = blocksOfPage(html, [])
  return { name, blocks: shown.some(hasFigures) ? shown.map(asHidden) : blocks }
}

const hasFigures = (block: SourceBlock): boolean =>
  block.kind === 'grid' && block.rows.some((row) => row.some(({ text }) => /\d/.test(text)))

/** A page within another, as a frame or a script has it, is read without those in it. */
const blocksWithin = (html: string): SourceBlock[] => blocksOfPage(html, [], true)

function blocksOfPage(html: string, sheets: string[], isWithin = false): SourceBlock[] {
  const styleOf = styling(sheets)
  const root: Sink = { blocks: [], text: [] }
  const tables: OpenTable[] = []
  let skipped = 0
  /** The open elements, the innermost last. */
  const open: Open[] = []
  /** Their nodes: no list is made for each of thousands of elements within one another. */
  const path: Node[] = []
  const page: Open = { node: nodeOf('', {}, 1), look: plainLook, children: 0 }
  let field: Field | undefined
  /** Paragraphs in the colour of the page. */
  const faint = new WeakSet<SourceBlock>()
  /** What is not laid out, and the element whose end the last of it waits for. */
  const panes: Pane[] = []
  let pane: Node | undefined
  /** The text of an element that may hold a table besides what is laid out. */
  let raw: string | undefined
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
  /** Text that keeps its tabs and lines is read as a text file is. */
  const asWritten = (into: Sink) => {
    const text = seenText(into.text)
    if (!TABLE_LINES.test(text)) return
    into.blocks.push(...readPlain(text, '').blocks)
    into.text = []
  }
  const write = ({ white, ground, shifted, aside, raised: up }: Look, text: string) =>
    sink().text.push({ text: up ? raised(text) : text, faint: white && !ground, shifted, aside })
  const closeCell = (table: OpenTable) => {
    if (!table.cell) return
    flush(table.cell)
    const { blocks, open: cell } = table.cell
    const seen = blocks.filter((block) => !faint.has(block))
    cell.blocks = seen.length ? seen : blocks
    cell.faint = !seen.length && blocks.length > 0
    table.cell = undefined
  }
  const closeTable = () => {
    const table = tables.pop()
    if (!table) return
    closeCell(table)
    sink().blocks.push(...blocksOfTable(table.rows, table.hiddenColumns))
  }
  const holdBack = (blocks: SourceBlock[], isSeen: boolean) => {
    if (tables.length || pane) return
    flush(root)
    panes.push({ from: root.blocks.length, to: root.blocks.length + blocks.length, isSeen })
    root.blocks.push(...blocks)
  }
  const span = (value: string | undefined) =>
    Math.min(MAX_SPAN, Math.max(1, Number.parseInt(value ?? '', 10) || 1))

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++depth > MAX_DEPTH) tooDeep = true
        if (skipped) {
          if (!VOID.has(tag)) skipped++
          return
        }
        const outer = open.at(-1) ?? page
        const node = nodeOf(tag, attributes, ++outer.children)
        path.push(node)
        const style = styleOf(path)
        // The second and third part of such a formula stand above or below the first.
        const isScript = node.order > 1 && /^m(?:sup|sub|subsup)$/.test(outer.node.tag)
        const table = tables.at(-1)
        const laidOut = lookOf(isScript ? 'sup' : tag, attributes, style, outer.look)
        const isPane = laidOut.gone && !pane && !table && PANES.has(tag)
        const look = isPane ? { ...laidOut, gone: false } : laidOut
        if (isPane) {
          flush(root)
          pane = node
          panes.push({ from: root.blocks.length, to: Number.POSITIVE_INFINITY })
        }
        if (tag === 'col' && table && !ignoredTables)
          for (let left = span(attributes.span); left > 0; left--, table.columns++)
            if (look.gone || look.unseen.visibility) table.hiddenColumns.add(table.columns)
        if (table?.cell && PICTURES.has(tag) && isPicture(attributes, look)) table.cell.open.picture = true
        if (tag === 'iframe' && attributes.srcdoc && !look.gone && !isWithin)
          holdBack(blocksWithin(attributes.srcdoc), true)
        if (RAW.has(tag) && !table?.cell && !isWithin) raw = ''
        if (SKIPPED.has(tag) || (FIELDS.has(tag) && !table?.cell) || look.gone) {
          path.pop()
          if (!VOID.has(tag)) skipped++
          return
        }
        const plain = /none/.test(`${style.get('list-style')} ${style.get('list-style-type')}`)
        if (VOID.has(tag)) path.pop()
        else open.push({ node, look, children: 0, plain })
        const numbered = tag === 'li' && outer.node.tag === 'ol' && !plain && !outer.plain
        if (tag === 'table') {
          if (tables.length >= MAX_TABLE_DEPTH) ignoredTables++
          else {
            flush(sink())
            tables.push({ rows: [], columns: 0, hiddenColumns: new Set() })
          }
        } else if (tag === 'tr' && table && !ignoredTables) {
          closeCell(table)
          table.rows.push([])
        } else if ((tag === 'td' || tag === 'th') && table && !ignoredTables) {
          closeCell(table)
          const cell: OpenCell = {
            blocks: [],
            columns: span(attributes.colspan),
            rows: span(attributes.rowspan),
          }
          if (!table.rows.length) table.rows.push([])
          table.rows.at(-1)?.push(cell)
          table.cell = { blocks: [], text: [], open: cell }
        } else if (BLOCKS.has(tag) || tag === 'br') {
          flush(sink(), tag === 'br')
          const own = open.at(-1)
          if (numbered && own && table?.cell) {
            const first = Number.parseInt(outer.node.attributes.start ?? '', 10) || 1
            outer.number = Number.parseInt(attributes.value ?? '', 10) || (outer.number ?? first - 1) + 1
            Object.assign(own, { number: outer.number, before: sink().blocks.length })
            table.cell.open.doubt = AUTOMATIC
          }
        } else if (tag === 'input' && table?.cell && !WORDLESS.test(attributes.type ?? '') && isSeen(look))
          write(look, ` ${attributes.value ?? ''} `)
        else if (tag === 'textarea') write(look, ' ')
        else if (tag === 'select') field = { options: [], several: 'multiple' in attributes }
        else if (tag === 'option')
          field?.options.push({ text: attributes.label ?? '', chosen: 'selected' in attributes })
      },
      ontext(text) {
        const { look, node } = open.at(-1) ?? page
        if (raw !== undefined) raw += text
        if (skipped || !isSeen(look)) return
        const option = field?.options.at(-1)
        if (field && option && node.tag === 'option' && !node.attributes.label) option.text += text
        else if (!field) write(look, text)
      },
      onclosetag(tag) {
        depth--
        if (skipped) {
          if (!VOID.has(tag)) skipped--
          if (raw !== undefined && !skipped)
            holdBack(blocksHeldBack(tag, raw, blocksWithin), tag === 'textarea')
          raw = skipped ? raw : undefined
          return
        }
        const closed = VOID.has(tag) ? undefined : open.pop()
        if (closed) path.pop()
        if (closed && FIELDS.has(tag)) {
          if (field && isSeen(closed.look)) write(closed.look, ` ${chosenOf(field)} `)
          else write(closed.look, ' ')
          field = undefined
        }
        if (closed && closed.node === pane) {
          if (tag === 'table') closeTable()
          flush(root)
          Object.assign(panes.at(-1) ?? {}, { to: root.blocks.length })
          pane = undefined
        }
        const table = tables.at(-1)
        if (tag === 'table') {
          if (ignoredTables) ignoredTables--
          else closeTable()
        } else if ((tag === 'td' || tag === 'th' || tag === 'tr') && table && !ignoredTables) closeCell(table)
        else if (BLOCKS.has(tag)) {
          if (tag === 'pre') asWritten(sink())
          flush(sink())
          // The number of an item that holds nothing is all that shows.
          if (closed?.before === sink().blocks.length) {
            write(closed.look, String(closed.number))
            flush(sink())
          }
        }
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
  return withRowsJoined(withOwnPanes(root.blocks, panes))
}

/** A picture that shows: points of a few pixels only hold cells open. */
const isPicture = ({ width = '', height = '' }: Record<string, string>, look: Look): boolean =>
  !look.gone &&
  isSeen(look) &&
  ![width, height].some((size) => /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) < 4)

const VOID = new Set('br hr img input link meta area base col embed source track wbr param'.split(' '))
const isSeen = ({ blank, unseen }: Look) => !blank && !unseen.size && !unseen.visibility && !unseen.colour
/** What a list to choose from shows: its first option where none is chosen. */
const chosenOf = ({ options, several }: Field): string => {
  const chosen = options.filter((option) => option.chosen)
  if (several) return chosen.map(({ text }) => text).join(' ')
  return (chosen.at(-1) ?? options[0])?.text ?? ''
}
