import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { PaperBlock } from '../../export/blocks'
import { type Element, tableElement, textOf, textPieces } from '../../export/elements'
import { breakPages, type MeasuredBlock, type Piece } from '../../export/pages'
import { type DocumentTable, tableRows } from '../../export/table'
import { inSlices } from '../parts/inSlices'
import { built, lineCount, lineHeightOf, lineStart, lineStartsOf } from './lines'

/** Height of the type area: 225 mm (GB/T 9704) in CSS pixels. */
const TYPE_AREA = (225 / 25.4) * 96

/** More characters than this are laid out in slices, so that the page stays usable meanwhile. */
const LONG = 15_000
/** A paragraph of more is laid out in portions. */
const LONG_PARAGRAPH = 4_000
/** More rows of texts than this are laid out in portions, and in slices. */
const LONG_TABLE = 100
/** Some 600 pages. */
const MOST = 400_000

/**
 * The pages of the document. Browsers tell nobody where they break pages, so the blocks are laid out once in a hidden
 * column as wide as the type area (`column`), and page breaks are put between its lines and rows.
 */
export function usePages(blocks: PaperBlock[]): {
  /** Always there; the blocks are laid out in it by this hook. */
  column: RefObject<HTMLDivElement>
  pages: Element[][] | null
  /** The characters of a document that is too long to be laid out at all. */
  tooLong?: number
} {
  const column = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<Element[][] | null>(null)
  const length = charactersOf(blocks)
  useLayoutEffect(() => {
    const node = column.current
    if (!node || length > MOST) return
    const long = length > LONG
    const work = laidOut(blocks, node, long)
    const clear = () => node.replaceChildren()
    // The old pages stand until the new ones are measured, in the same frame.
    if (!long && !blocks.some(isLongTable)) {
      let step = work.next()
      while (!step.done) step = work.next()
      setPages(step.value)
      clear()
      return
    }
    setPages(null)
    const slices = inSlices(work)
    void slices.done.then((found) => {
      setPages(found)
      clear()
    })
    return () => {
      slices.stop()
      clear()
    }
  }, [blocks, length])
  return { column, pages: length > MOST ? null : pages, tooLong: length > MOST ? length : undefined }
}

const charactersOf = (blocks: PaperBlock[]): number =>
  blocks.reduce((sum, { table, element }) => sum + (table ? 0 : textOf(element).length), 0)

const isLongTable = ({ table }: PaperBlock): boolean => !!table?.plain && table.rows.length > LONG_TABLE

/** Blocks laid out at a time. */
const AT_ONCE = 40

/**
 * Lays out the blocks in the column and breaks them into pages; may be stopped at each `yield`. Of a long document every
 * line is looked up at once, so that the column stays short; of others only those at which a page ends.
 */
function* laidOut(blocks: PaperBlock[], column: HTMLElement, long: boolean): Generator<void, Element[][]> {
  const measured: MeasuredBlock[] = []
  const nodes = new Map<number, HTMLElement>()
  const lines = new Map<number, number[]>()
  for (let at = 0; at < blocks.length; ) {
    const batch: [number, HTMLElement][] = []
    let characters = 0
    for (; at + batch.length < blocks.length && batch.length < AT_ONCE && characters < LONG_PARAGRAPH; ) {
      const index = at + batch.length
      const block = blocks[index] as PaperBlock
      if (isLongTable(block)) break
      const { kind, element } = block
      const length = kind === 'paragraph' ? textOf(element).length : 0
      if (length > LONG_PARAGRAPH) break
      characters += length
      batch.push([index, built(element)])
    }
    if (batch.length) {
      column.append(...batch.map(([, node]) => node))
      for (const [index, node] of batch) {
        const block = measure(blocks[index] as PaperBlock, node)
        measured.push(block)
        if (block.kind !== 'paragraph' || block.lines === 1) continue
        if (long)
          lines.set(
            index,
            Array.from({ length: block.lines ?? 0 }, (_, line) => lineStart(node, line)),
          )
        else nodes.set(index, node)
      }
      if (long) column.replaceChildren()
      at += batch.length
    } else {
      const block = blocks[at] as PaperBlock
      if (block.table && isLongTable(block)) {
        measured.push(yield* longTable(block, block.table, column))
        at++
        continue
      }
      const starts = yield* lineStartsOf(block.element, column)
      lines.set(at, starts)
      const first = column.appendChild(built({ ...block.element, children: ['一'] }))
      measured.push({
        kind: block.kind,
        startsPage: block.startsPage,
        height: starts.length * lineHeightOf(first),
        lines: starts.length,
      })
      first.remove()
      at++
    }
    yield
  }
  const pages: Element[][] = []
  for (const pieces of breakPages(measured, TYPE_AREA)) {
    pages.push(
      pieces.map((piece) =>
        pieceElement(blocks[piece.block] as PaperBlock, piece, (line) => {
          const known = lines.get(piece.block)
          const node = nodes.get(piece.block)
          return known ? (known[line] ?? Number.POSITIVE_INFINITY) : node ? lineStart(node, line) : 0
        }),
      ),
    )
    yield
  }
  return pages
}

/** The heights of the rows of a table, portion by portion: its columns are fixed, so none depends on the others. */
function* longTable(
  block: PaperBlock,
  table: DocumentTable,
  column: HTMLElement,
): Generator<void, MeasuredBlock> {
  const whole: MeasuredBlock = { kind: block.kind, startsPage: block.startsPage, height: 0, rows: [] }
  for (let from = 0; from < table.rows.length; from += LONG_TABLE) {
    const portion = tableElement(tableRows(table, from, from + LONG_TABLE))
    const node = column.appendChild(built(portion))
    const part = measure({ ...block, element: portion }, node)
    const heads = from ? (part.headRows ?? 0) : 0
    whole.rows?.push(...(part.rows ?? []).slice(heads))
    whole.headRows = part.headRows
    whole.marginAfter = part.marginAfter
    node.remove()
    yield
  }
  whole.height = whole.rows?.reduce((sum, row) => sum + row, 0) ?? 0
  return whole
}

function measure({ kind, startsPage, level, closes }: PaperBlock, node: HTMLElement): MeasuredBlock {
  const { height } = node.getBoundingClientRect()
  if (kind === 'paragraph') return { kind, startsPage, height, lines: lineCount(node) }
  if (node instanceof HTMLTableElement) {
    const { marginTop, marginBottom } = getComputedStyle(node)
    return {
      kind,
      startsPage,
      height: height + Number.parseFloat(marginTop),
      marginAfter: Number.parseFloat(marginBottom),
      rows: [...node.rows].map((row) => row.getBoundingClientRect().height),
      headRows: node.tHead?.rows.length ?? 0,
    }
  }
  return { kind, startsPage, level, closes, height }
}

function pieceElement(
  { element, table }: PaperBlock,
  { from, to }: Piece,
  startOf: (line: number) => number,
): Element {
  if (from === undefined || to === undefined) return element
  if (table) return tableElement(tableRows(table, from, to))
  const text = textOf(element)
  const start = from > 0 ? startOf(from) : 0
  const end = Math.min(startOf(to), text.length)
  const names = [
    element.attributes?.class,
    from > 0 && 'paper-continued',
    end < text.length && 'paper-broken',
  ]
  return {
    ...element,
    attributes: { ...element.attributes, class: names.filter(Boolean).join(' ') },
    children: textPieces(text.slice(start, end)),
  }
}
