import type { SourceBlock } from '../source'

/** Headings and names that the form alone prints. */
const OF_FORM =
  /^[一二三四五六]、.*(?:总体情况|主动公开|申请|复议|问题|其他需要)|^(?:规章|行政许可|行政处罚|结果维持|.*予以公开|.*新收政府信息公开申请.*)$/

const textsOf = (block: SourceBlock): string[] =>
  (block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text)).map((text) =>
    text.replace(/\s/g, ''),
  )

/** A block none of whose figures were seen by a reader. */
export const asHidden = (block: SourceBlock): SourceBlock =>
  block.kind === 'paragraph'
    ? block
    : { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, hidden: true as const }))) }

/** What one element that is not laid out holds: from one block of the page to before another. */
export interface Pane {
  from: number
  to: number
  /** It shows in a field or a frame of its own. */
  isSeen?: boolean
}

/**
 * The blocks of a page without what it does not lay out, but with the parts of the report that stand nowhere else: panes
 * that wait for a click on their tab. What is also to be seen counts as it is seen.
 */
export function withOwnPanes(blocks: SourceBlock[], panes: Pane[]): SourceBlock[] {
  const paneOf = (at: number) => panes.find(({ from, to }) => at >= from && at < to)
  const seen = new Set(blocks.flatMap((block, at) => (paneOf(at) ? [] : textsOf(block))))
  const kept = new Set(
    panes.filter(({ from, to }) => {
      const ofForm = blocks
        .slice(from, to)
        .flatMap(textsOf)
        .filter((text) => OF_FORM.test(text))
      return ofForm.length > 0 && !ofForm.some((text) => seen.has(text))
    }),
  )
  return blocks.flatMap((block, at) => {
    const pane = paneOf(at)
    return !pane ? [block] : kept.has(pane) ? [pane.isSeen ? block : asHidden(block)] : []
  })
}
