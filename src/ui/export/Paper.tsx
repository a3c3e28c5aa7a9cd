import '../../export/paper.css'
import { memo, useLayoutEffect, useMemo } from 'react'
import { blocksOf } from '../../export/blocks'
import type { ReportDocument } from '../../export/document'
import { draw } from './draw'
import styles from './Paper.module.css'
import { usePages } from './usePages'

/**
 * The document as sheets, on the desk and on paper alike. Each sheet is a whole A4 page with its own margins and number,
 * so that the printed pages are these pages on every browser. Around it `--scale` says how large they are shown.
 */
export const Paper = memo(function Paper({
  document: content,
  onPages,
}: {
  document: ReportDocument
  onPages(count: number): void
}) {
  const blocks = useMemo(() => blocksOf(content), [content])
  const { column, pages } = usePages(blocks)
  useSheetSize()
  useLayoutEffect(() => {
    if (pages) onPages(pages.length)
  }, [pages, onPages])
  return (
    <>
      {column && (
        <div ref={column} className={`paper ${styles.column}`} aria-hidden="true">
          {blocks.map((block, index) => draw(block.element, index))}
        </div>
      )}
      {pages?.map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
        <div key={index} className={styles.slot}>
          <article className={`paper ${styles.sheet}`} aria-label={`第 ${index + 1} 页`}>
            {content.draft && <DraftMark />}
            <div className={styles.area}>{page.map((element, at) => draw(element, at))}</div>
            <p className={index % 2 === 0 ? styles.odd : styles.even}>— {index + 1} —</p>
          </article>
        </div>
      ))}
    </>
  )
})

/**
 * A boxed word, and a grey one behind the text that survives a black-and-white printer. The grey one is drawn by the style:
 * as a text it would be read twice, and measured for contrast.
 */
const DraftMark = () => (
  <>
    <p className={styles.mark}>草稿</p>
    <div className={styles.behind} data-word="草稿" aria-hidden="true" />
  </>
)

/** Paper size and margins hold for the whole window, so they are set only while the document is shown. */
function useSheetSize() {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@page { size: A4; margin: 0 }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [])
}
