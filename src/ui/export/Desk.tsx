import { type CSSProperties, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ReportDocument } from '../../export/document'
import { Button } from '../parts/Button'
import styles from './Desk.module.css'
import { Paper } from './Paper'

/** A4 in CSS pixels. */
const SHEET_WIDTH = (210 / 25.4) * 96
const GAP = 14
const STEP = 0.1
/** There two sheets beside each other cannot be read. */
const NARROW = '(max-width: 900px)'
const limited = (scale: number) => Math.min(1.5, Math.max(0.25, scale))

/** The preview: sheets on a desk, one or two beside each other, as large as the desk allows unless zoomed. */
export function Desk({
  document: content,
  onLaidOut,
}: {
  document: ReportDocument
  /** Each time the sheets of a document stand. */
  onLaidOut(): void
}) {
  const sheets = useRef<HTMLElement>(null)
  const [pages, setPages] = useState(0)
  const [across, setAcross] = useState(() => (window.matchMedia(NARROW).matches ? 1 : 2))
  const [width, setWidth] = useState(0)
  const [zoom, setZoom] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = sheets.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const fitting = limited((width - 48 - GAP * (across - 1)) / across / SHEET_WIDTH)
  const scale = zoom ?? fitting
  const laidOut = useCallback(
    (count: number) => {
      setPages(count)
      onLaidOut()
    },
    [onLaidOut],
  )
  const arrange = (count: number) => {
    setAcross(count)
    setZoom(null)
  }
  return (
    <div className={styles.desk}>
      <div className={styles.tools}>
        <b>打印预览</b>
        <span>A4 · 共 {pages} 页</span>
        <span className={styles.grow} />
        <Button small aria-pressed={across === 1} onClick={() => arrange(1)}>
          单页
        </Button>
        <Button small aria-pressed={across === 2} onClick={() => arrange(2)}>
          双页
        </Button>
        <Button small aria-label="缩小" onClick={() => setZoom(limited(scale - STEP))}>
          －
        </Button>
        <span className={styles.scale}>{Math.round(scale * 100)}%</span>
        <Button small aria-label="放大" onClick={() => setZoom(limited(scale + STEP))}>
          ＋
        </Button>
      </div>
      <section
        ref={sheets}
        className={styles.sheets}
        style={{ '--scale': scale } as CSSProperties}
        data-across={across}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="打印预览"
      >
        <Paper document={content} onPages={laidOut} />
      </section>
    </div>
  )
}
