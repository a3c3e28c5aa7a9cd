import '../../export/paper.css'
import { memo, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { blocksOf } from '../../export/blocks'
import type { ReportDocument } from '../../export/document'
import type { Element } from '../../export/elements'
import { breath } from '../parts/inSlices'
import { draw } from './draw'
import styles from './Paper.module.css'
import { usePages } from './usePages'

/** Sheets drawn at a time; more than any report has are drawn while the page stays usable. */
const AT_ONCE = 30
const MANY = 60

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
  const { column, pages, tooLong } = usePages(blocks)
  const drawn = useDrawn(pages)
  useSheetSize()
  useLayoutEffect(() => {
    if (pages) onPages(pages.length)
  }, [pages, onPages])
  return (
    <>
      <div ref={column} className={`paper ${styles.column}`} aria-hidden="true" />
      {tooLong !== undefined ? (
        <p role="alert" className={styles.wait}>
          正文共 {Math.round(tooLong / 10_000)}{' '}
          万字，太长了，没有排版，也不能打印。年报一般几千字，请检查是否误贴了别的内容。
        </p>
      ) : (
        !pages && <p className={styles.wait}>正在排版，正文很长，请稍候再打印……</p>
      )}
      {pages?.slice(0, drawn).map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
        <Sheet key={index} page={page} index={index} draft={content.draft} many={pages.length > MANY} />
      ))}
    </>
  )
})

/** How many sheets are drawn by now: all at once, unless there are very many; and all of them for the printer. */
function useDrawn(pages: Element[][] | null): number {
  const [{ of, count }, setDrawn] = useState<{ of: Element[][] | null; count: number }>({
    of: null,
    count: 0,
  })
  const all = pages?.length ?? 0
  const drawn = all <= MANY ? all : of === pages ? count : AT_ONCE
  useEffect(() => {
    if (drawn >= all) return
    let gone = false
    const draw = (count: number) => gone || setDrawn({ of: pages, count })
    void breath().then(() => draw(drawn + AT_ONCE))
    const print = () => flushSync(() => draw(all))
    window.addEventListener('beforeprint', print)
    return () => {
      gone = true
      window.removeEventListener('beforeprint', print)
    }
  }, [pages, drawn, all])
  return drawn
}

const Sheet = memo(function Sheet({
  page,
  index,
  draft,
  many,
}: {
  page: Element[]
  index: number
  draft: boolean
  many: boolean
}) {
  return (
    <div className={styles.slot} data-many={many || undefined}>
      <article className={`paper ${styles.sheet}`} aria-label={`第 ${index + 1} 页`}>
        {draft && <DraftMark />}
        <div className={styles.area}>{page.map((element, at) => draw(element, at))}</div>
        <p className={index % 2 === 0 ? styles.odd : styles.even}>— {index + 1} —</p>
      </article>
    </div>
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
