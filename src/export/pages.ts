import type { PaperBlock } from './blocks'

/** A block as it was measured in the width of the type area. All lengths in one unit, e.g. CSS pixels. */
export interface MeasuredBlock {
  kind: PaperBlock['kind']
  /** Headings: 1 is the highest. */
  level?: number
  startsPage?: boolean
  /** Never on a page without the end of the text before it. */
  closes?: boolean
  height: number
  /** Space below that may fall over the edge of the page. */
  marginAfter?: number
  /** Paragraphs: number of lines. */
  lines?: number
  /** Tables: height of each row, and how many of the first ones are repeated on another page. */
  rows?: number[]
  headRows?: number
}

/** What stands on one page: a whole block, or the lines or rows `from` to `to` (not included) of one. */
export interface Piece {
  block: number
  from?: number
  to?: number
}

/** Neither the first nor the last line of a paragraph stands alone. */
const FEWEST_LINES = 2
/** Lengths are measured in fractions of pixels; so much more than the page still fits. */
const TOLERANCE = 0.5

/**
 * Where the pages break: a heading stays with what follows it, a table that fits a page is never cut, a longer one is cut
 * between rows with its head repeated, a paragraph between lines.
 */
export function breakPages(blocks: MeasuredBlock[], pageHeight: number): Piece[][] {
  const pages: Piece[][] = [[]]
  let used = 0
  const room = () => pageHeight - used + TOLERANCE
  const newPage = () => {
    if (pages[pages.length - 1]?.length === 0) return
    pages.push([])
    used = 0
  }
  const place = (piece: Piece, height: number) => {
    pages[pages.length - 1]?.push(piece)
    used += height
  }
  blocks.forEach((block, index) => {
    if (block.startsPage) newPage()
    const { height, lines, rows, marginAfter = 0 } = block
    if (block.kind === 'paragraph' && lines) placeLines(index, lines, height / lines)
    else if (block.kind === 'table' && rows && height > pageHeight + TOLERANCE) {
      placeRows(index, rows, block.headRows ?? 0)
      used += marginAfter
    } else {
      if (leastHeight(blocks, index, pageHeight) > room()) newPage()
      place({ block: index }, height + marginAfter)
    }
  })
  return pages

  function placeLines(index: number, lines: number, pitch: number) {
    let from = 0
    while (from < lines) {
      const fitting = Math.floor(room() / pitch)
      const left = lines - from
      // What closes the text takes the last lines of it along.
      const closing = closingHeight(blocks, index, pageHeight)
      const divided = used > 0 || left >= 2 * FEWEST_LINES
      if (fitting >= left && (!closing || !divided || left * pitch + closing <= room())) {
        place(from === 0 ? { block: index } : { block: index, from, to: lines }, left * pitch)
        return
      }
      const taken =
        fitting >= left ? left - FEWEST_LINES : Math.min(fitting, Math.max(left - FEWEST_LINES, 1))
      if (taken >= Math.min(FEWEST_LINES, lines - 1)) {
        place({ block: index, from, to: from + taken }, taken * pitch)
        from += taken
      } else if (used === 0) return void place({ block: index, from, to: lines }, left * pitch)
      newPage()
    }
  }

  function placeRows(index: number, rows: number[], headRows: number) {
    const head = rows.slice(0, headRows).reduce((sum, row) => sum + row, 0)
    let from = 0
    while (from < rows.length) {
      let height = from === 0 ? 0 : head
      let to = from
      while (to < rows.length && height + (rows[to] ?? 0) <= room()) {
        height += rows[to] ?? 0
        to++
      }
      if (to <= (from === 0 ? headRows : from)) {
        if (used > 0) {
          newPage()
          continue
        }
        // A single row higher than a page: it overflows rather than being lost.
        to = Math.max(to, from) + 1
      }
      place({ block: index, from, to }, height)
      from = to
      if (from < rows.length) newPage()
    }
  }
}

/**
 * What must fit below the current position for a block to begin there: a heading or title takes along the start of
 * what is under it, until `endsChain` says that nothing more has to stay together.
 */
function leastHeight(blocks: MeasuredBlock[], index: number, pageHeight: number): number {
  let height = 0
  for (let at = index; at < blocks.length; at++) {
    const block = blocks[at] as MeasuredBlock
    if (at > index && (block.startsPage || endsChain(blocks[at - 1], block))) return height
    if (block.kind === 'heading' || block.kind === 'title') {
      height += block.height
      continue
    }
    if (block.kind === 'paragraph' && block.lines) {
      const closing = block.lines < 2 * FEWEST_LINES ? closingHeight(blocks, at, pageHeight) : 0
      if (closing) return height + block.height + closing
      return height + Math.min(block.lines, FEWEST_LINES) * (block.height / block.lines)
    }
    if (block.height + height <= pageHeight + TOLERANCE || at === index) return height + block.height
    // A table that needs a page for itself: its heading goes with the head and the first rows.
    const rows = block.rows ?? []
    return (
      height +
      rows.slice(0, (block.headRows ?? 0) + FEWEST_LINES).reduce((sum, rowHeight) => sum + rowHeight, 0)
    )
  }
  return height
}

/** What must fit under the end of a text because it closes it; 0 where nothing does. */
const closingHeight = (blocks: MeasuredBlock[], index: number, pageHeight: number): number =>
  blocks[index + 1]?.closes ? leastHeight(blocks, index + 1, pageHeight) : 0

/** Nothing is under a heading that is followed by one of the same level or a higher one. */
const endsChain = (before: MeasuredBlock | undefined, block: MeasuredBlock): boolean =>
  block.kind === 'heading' && before?.kind === 'heading' && (block.level ?? 1) <= (before.level ?? 1)
