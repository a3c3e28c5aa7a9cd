import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { PaperBlock } from '../../export/blocks'
import { type Element, tableElement } from '../../export/elements'
import { breakPages, type MeasuredBlock, type Piece } from '../../export/pages'
import { tableRows } from '../../export/table'

/** Height of the type area: 225 mm (GB/T 9704) in CSS pixels. */
const TYPE_AREA = (225 / 25.4) * 96

/**
 * The pages of the document. Browsers tell nobody where they break pages, so the blocks are laid out once in a hidden
 * column as wide as the type area (`column`), and page breaks are put between its lines and rows.
 */
export function usePages(blocks: PaperBlock[]): {
  /** Present while the blocks are to be laid out in it. */
  column: RefObject<HTMLDivElement> | null
  pages: Element[][] | null
} {
  const column = useRef<HTMLDivElement>(null)
  const [done, setDone] = useState<{ blocks: PaperBlock[]; pages: Element[][] } | null>(null)
  useLayoutEffect(() => {
    if (!column.current) return
    const laidOut = [...column.current.children] as HTMLElement[]
    const measured = blocks.map((block, index) => measure(block, laidOut[index] as HTMLElement))
    const pages = breakPages(measured, TYPE_AREA).map((pieces) =>
      pieces.map((piece) => pieceElement(blocks[piece.block] as PaperBlock, piece, laidOut[piece.block])),
    )
    setDone({ blocks, pages })
  }, [blocks])
  // The old pages stand until the new ones are measured, in the same frame.
  return { column: done?.blocks === blocks ? null : column, pages: done?.pages ?? null }
}

function measure({ kind, startsPage, level }: PaperBlock, node: HTMLElement): MeasuredBlock {
  const { height } = node.getBoundingClientRect()
  if (kind === 'paragraph')
    return { kind, startsPage, height, lines: Math.max(1, Math.round(height / lineHeightOf(node))) }
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
  return { kind, startsPage, level, height }
}

const lineHeightOf = (node: HTMLElement) => Number.parseFloat(getComputedStyle(node).lineHeight)

function pieceElement({ element, table }: PaperBlock, { from, to }: Piece, node?: HTMLElement): Element {
  if (from === undefined || to === undefined || !node) return element
  if (table) return tableElement(tableRows(table, from, to))
  const text = node.textContent ?? ''
  const start = lineStart(node, from)
  const end = lineStart(node, to)
  const names = [
    element.attributes?.class,
    from > 0 && 'paper-continued',
    end < text.length && 'paper-broken',
  ]
  return {
    ...element,
    attributes: { ...element.attributes, class: names.filter(Boolean).join(' ') },
    children: [text.slice(start, end)],
  }
}

/** The position in a laid-out paragraph at which line n (from 0) begins. */
function lineStart(node: HTMLElement, line: number): number {
  const text = node.firstChild
  if (!(text instanceof Text)) return 0
  const top = node.getBoundingClientRect().top
  const pitch = lineHeightOf(node)
  const range = document.createRange()
  const lineAt = (offset: number) => {
    range.setStart(text, offset)
    range.setEnd(text, offset + 1)
    const rect = range.getBoundingClientRect()
    return Math.floor((rect.top + rect.height / 2 - top) / pitch)
  }
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lineAt(middle) < line) low = middle + 1
    else high = middle
  }
  // Never between the two halves of a character beyond the basic plane.
  return /[\udc00-\udfff]/.test(text.data[low] ?? '') ? low - 1 : low
}
