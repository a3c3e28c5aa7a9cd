import { Parser } from 'htmlparser2'
import type { SourceBlock } from '../source'
import { commented, commentsOfWord } from './comments'
import { type NumberedAs, type Numbering, readNumbering } from './numbering'
import { type ReadSource, TOO_LONG, UNREADABLE } from './problems'
import { raised } from './raised'
import { plainRun, readRunStyles, withProperty } from './runStyles'
import { type Piece, seenText } from './seen'
import { AUTOMATIC, blocksOfTable, type OpenCell } from './tableBlocks'
import { unzipTexts } from './zip'

/** Word nests tables in cells rarely, a hostile file without end. */
const MAX_DEPTH = 300
const MAIN = /^word\/document\d*\.xml$/
/** What stands in the line of text and is none; a picture that floats belongs to no cell. */
const PICTURES = new Set(['wp:inline', 'w:object', 'v:imagedata', 'm:oMath', 'w:sym'])
/** Fonts whose digits and letters print as signs. */
const SIGNS = /wingdings|webdings/i
/** Fields that print nothing: entries of an index or a table of contents, values for others. */
const SILENT_FIELD = /^\s*(?:XE|TC|TA|RD|SET|ASK|NEXT)\b/i
const BESIDE = /^word\/(?:numbering|styles|comments)\.xml$/

interface WordCell extends OpenCell {
  /** Goes on from the cell above. */
  continues: boolean
  text: string
}
interface WordTable {
  rows: WordCell[][]
}

/** The text of a Word document (.docx): paragraphs and tables of its main part, merged cells expanded. */
export function readDocx(bytes: Uint8Array, name: string): ReadSource {
  const files = unzipTexts(bytes, (path) => MAIN.test(path) || BESIDE.test(path))
  if (files === 'tooBig') return { problem: TOO_LONG }
  const [, xml] = [...(files ?? [])].find(([path]) => MAIN.test(path)) ?? []
  if (xml === undefined) return { problem: UNREADABLE }
  const numbering = readNumbering(files?.get('word/numbering.xml'), files?.get('word/styles.xml'))
  const styles = readRunStyles(files?.get('word/styles.xml'))
  return {
    source: {
      name,
      blocks: blocksOfWord(xml, numbering, styles, commentsOfWord(files?.get('word/comments.xml'))),
    },
  }
}

function blocksOfWord(
  xml: string,
  numbering: Numbering,
  lookOf: ReturnType<typeof readRunStyles>,
  comments: ReadonlyMap<string, string>,
): SourceBlock[] {
  const blocks: SourceBlock[] = []
  const tables: { table: WordTable; cell?: WordCell }[] = []
  let text: Piece[] = []
  let reading = false
  /** How the open run is set: deleted or hidden text is left out, raised digits are note marks. */
  let run = plainRun
  let ofParagraph = plainRun
  let inRunProperties = false
  let skipped = 0
  let depth = 0
  let deepest = false
  /** How the open paragraph says that it is numbered. */
  let style: string | undefined
  let numbered: NumberedAs = {}
  let number = ''
  /** The open fields with what they say to print and whether they have printed anything, the innermost last. */
  const fields: { code: string; printed: boolean }[] = []
  let inCode = false
  /** The open content controls: whether each shows only what it asks for. */
  const controls: { asking: boolean }[] = []
  /** What was open where a text box is anchored, the innermost last. */
  const anchors: { text: Piece[]; run: typeof run; number: string; goesOn: boolean; tables: number }[] = []
  /** Text of boxes that are anchored in a table: it stands somewhere above it, so it is of no cell. */
  let floating: SourceBlock[] = []
  const inBox = () => anchors.length > 0 && anchors.at(-1)?.tables === tables.length
  const into = () => (inBox() ? floating : (tables.filter(({ cell }) => cell).at(-1)?.cell?.blocks ?? blocks))
  let goesOn = false
  const land = () => {
    if (tables.length || anchors.length) return
    blocks.push(...floating)
    floating = []
  }
  const endParagraph = (broken = false) => {
    const whole = seenText(text).replace(/[ \t\r\n]+$/, '')
    text = []
    const cell = inBox() ? undefined : tables.at(-1)?.cell
    // The labels of a table are known without their numbers; where a number is all there is, or stands before a figure, it counts.
    const alone = cell && !whole.trim() && number.trim()
    if (cell && number && (alone || /^\s*\d/.test(whole))) cell.doubt = AUTOMATIC
    const shown = alone || (cell ? '' : number) + whole
    if (alone || whole.trim())
      into().push({ kind: 'paragraph', text: shown, ...(goesOn && { goesOn: true as const }) })
    goesOn = broken && whole.trim() !== ''
    number = ''
  }
  const closeField = () => {
    const field = fields.pop()
    const cell = tables.at(-1)?.cell
    if (field && !field.printed && cell && !SILENT_FIELD.test(field.code)) cell.picture = true
  }
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++depth > MAX_DEPTH) deepest = true
        // The same text once more for older versions; text that was deleted or moved away; small text above other text.
        // How a paragraph was set before a change says nothing of it now.
        if (
          skipped ||
          tag === 'mc:Fallback' ||
          tag === 'w:del' ||
          tag === 'w:moveFrom' ||
          tag === 'w:rt' ||
          tag === 'w:pPrChange'
        ) {
          skipped++
          return
        }
        const open = tables.at(-1)
        if (tag === 'w:tbl') {
          endParagraph()
          tables.push({ table: { rows: [] } })
        } else if (tag === 'w:tr') open?.table.rows.push([])
        else if (tag === 'w:tc' && open) {
          open.cell = { blocks: [], columns: 1, rows: 1, continues: false, text: '' }
          open.table.rows.at(-1)?.push(open.cell)
        } else if (tag === 'w:gridBefore' && open)
          open.table.rows.at(-1)?.push({
            blocks: [],
            columns: Math.min(60, Number(attributes['w:val']) || 1),
            rows: 1,
            continues: false,
            text: '',
          })
        else if (tag === 'w:gridSpan' && open?.cell)
          open.cell.columns = Math.min(60, Math.max(1, Number(attributes['w:val']) || 1))
        else if (tag === 'w:vMerge' && open?.cell) open.cell.continues = attributes['w:val'] !== 'restart'
        else if (tag === 'w:txbxContent') {
          // A box of text is no picture, wherever it is anchored.
          if (open?.cell) open.cell.picture = false
          anchors.push({ text, run, number, goesOn, tables: tables.length })
          text = []
          number = ''
          goesOn = false
        } else if (tag === 'w:p') ofParagraph = plainRun
        else if (tag === 'w:pStyle') {
          style = attributes['w:val']
          ofParagraph = lookOf(style)
        } else if (tag === 'w:numId') numbered.list = attributes['w:val']
        else if (tag === 'w:ilvl') numbered.level = Number(attributes['w:val']) || 0
        else if (tag === 'w:r') run = ofParagraph
        else if (tag === 'w:rPr') inRunProperties = true
        else if (tag === 'w:rFonts') {
          if (open?.cell && SIGNS.test(attributes['w:ascii'] ?? '')) open.cell.picture = true
        } else if (inRunProperties && tag === 'w:rStyle') run = lookOf(attributes['w:val'], run)
        else if (inRunProperties) run = withProperty(run, tag, attributes['w:val'])
        else if (tag === 'w:t') reading = true
        else if (tag === 'w:tab') text.push({ text: '\t' })
        else if (tag === 'w:br' || tag === 'w:cr') endParagraph(true)
        else if (tag === 'w:noBreakHyphen') text.push({ text: '-' })
        else if (/^w:(?:foot|end)noteReference$/.test(tag) && tables.length)
          text.push({ text: raised(attributes['w:id'] ?? '') })
        else if (/^w:comment(?:RangeStart|Reference)$/.test(tag)) {
          const comment = comments.get(attributes['w:id'] ?? '')
          if (comment && open?.cell) open.cell.doubt = commented(comment)
        } else if (tag === 'w:instrText') inCode = true
        else if (tag === 'w:fldSimple') fields.push({ code: attributes['w:instr'] ?? '', printed: false })
        else if (tag === 'w:fldChar' && attributes['w:fldCharType'] === 'begin')
          fields.push({ code: '', printed: false })
        else if (tag === 'w:fldChar' && attributes['w:fldCharType'] === 'end') closeField()
        else if (tag === 'w:sdt') controls.push({ asking: false })
        else if (tag === 'w:showingPlcHdr') {
          const control = controls.at(-1)
          if (control) control.asking = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '')
        } else if (PICTURES.has(tag)) {
          if (open?.cell) open.cell.picture = true
          if (tag === 'w:sym') text.push({ text: ' ' })
        }
      },
      ontext(part) {
        const { gone, faint, shifted } = run
        const field = fields.at(-1)
        if (inCode && field) field.code += part
        if (!reading || skipped || gone.size) return
        for (const each of fields) each.printed ||= part.trim() !== ''
        const asked = tables.length && controls.some(({ asking }) => asking) && /\d/.test(part)
        const written = asked ? `占位文字“${part}”` : part
        text.push({ text: run.raised ? raised(written) : written, faint, shifted })
      },
      onclosetag(tag) {
        depth--
        if (skipped) {
          skipped--
          return
        }
        if (tag === 'w:pPr') {
          number = numbering.next(style, numbered)
          style = undefined
          numbered = {}
        } else if (tag === 'w:t') reading = false
        else if (tag === 'w:instrText') inCode = false
        else if (tag === 'w:fldSimple') closeField()
        else if (tag === 'w:sdt') controls.pop()
        else if (tag === 'w:rPr') inRunProperties = false
        else if (tag === 'w:p') endParagraph()
        else if (tag === 'w:tc') {
          endParagraph()
          const open = tables.at(-1)
          if (open) open.cell = undefined
        } else if (tag === 'w:tbl') {
          const closed = tables.pop()
          if (closed) into().push(...blocksOfTable(withSpans(closed.table.rows)))
          land()
        } else if (tag === 'w:txbxContent') {
          endParagraph()
          const anchor = anchors.pop()
          if (anchor) ({ text, run, number, goesOn } = anchor)
          ofParagraph = run
          land()
        }
      },
    },
    { xmlMode: true },
  )
  for (let at = 0; at < xml.length && !deepest; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  if (!deepest) parser.end()
  while (tables.length) {
    const closed = tables.pop()
    if (closed) into().push(...blocksOfTable(withSpans(closed.table.rows)))
  }
  return blocks.flatMap(splitTabs)
}

/** Word keeps a merged cell in every row; here it is one cell over several rows. */
function withSpans(rows: WordCell[][]): OpenCell[][] {
  const above = new Map<number, WordCell>()
  return rows.map((row) => {
    let column = 0
    return row.filter((cell) => {
      const start = above.get(column)
      const goesOn = cell.continues && start !== undefined
      if (goesOn) start.rows++
      else above.set(column, cell)
      column += cell.columns
      return !goesOn
    })
  })
}

/** Columns set with tabs instead of a table. */
function splitTabs(block: SourceBlock): SourceBlock {
  if (block.kind !== 'paragraph' || !block.text.trim().includes('\t')) return block
  const cells = block.text.trim().split('\t')
  return cells.length > 2
    ? { kind: 'grid', rows: [cells.map((cell) => ({ text: cell.trim() }))] }
    : { kind: 'paragraph', text: block.text.replaceAll('\t', ' ') }
}
