import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import own from './Second.module.css'

/** Attributes of a row by which it is measured, counted and kept. */
export interface RowPlace {
  ref(row: HTMLTableRowElement | null): void
  'data-index': number
  'aria-rowindex': number
  onFocus(): void
}
/** Rows drawn beyond the edges: who goes through them by Tab always has a next one. */
const BEYOND = 12

/**
 * A table of thousands of lines in a window of its own, which has the focus when it comes: only the lines in sight are in the page, and
 * the one with the focus. A screen reader hears of all by their numbers.
 */
export function RowsWindow({
  label,
  count,
  height,
  columns,
  head,
  row,
  className,
}: {
  label: string
  count: number
  /** Height of most lines, px; each is measured when it is drawn. */
  height: number
  columns: number
  /** colgroup and thead. */
  head: ReactNode
  row(n: number, place: RowPlace): ReactNode
  className: string | undefined
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const focused = useRef<number>()
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: BEYOND,
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      const kept = focused.current
      return kept === undefined || kept >= count || shown.includes(kept)
        ? shown
        : [...shown, kept].sort((a, b) => a - b)
    },
  })
  let end = 0
  const lines: ReactNode[] = []
  const space = (to: number) => {
    if (to > end)
      lines.push(
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
        <tr key={`space ${end}`} aria-hidden="true">
          <td colSpan={columns} className={own.space} style={{ height: to - end }} />
        </tr>,
      )
  }
  for (const item of virtual.getVirtualItems()) {
    space(item.start)
    end = item.end
    const { index } = item
    lines.push(
      row(index, {
        ref: virtual.measureElement,
        'data-index': index,
        // The head is the first row.
        'aria-rowindex': index + 2,
        onFocus: () => {
          focused.current = index
        },
      }),
    )
  }
  space(virtual.getTotalSize())
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      className={own.window}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      ref={box}
      // The browser goes to where the end is thought to be; lines on the way there turn out higher.
      onKeyDown={(event) => {
        if (event.target !== box.current || (event.key !== 'End' && event.key !== 'Home')) return
        event.preventDefault()
        const isEnd = event.key === 'End'
        virtual.scrollToIndex(isEnd ? count - 1 : 0, { align: isEnd ? 'end' : 'start' })
      }}
    >
      <table className={className} data-columns="own" aria-rowcount={count + 1}>
        {head}
        <tbody>{lines}</tbody>
      </table>
    </div>
  )
}
