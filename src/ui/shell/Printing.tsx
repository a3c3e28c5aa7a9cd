import { Suspense, useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { Boundary } from '../drafts/Boundary'
import { latePage } from '../parts/latePage'
import styles from './Printing.module.css'

const { Page: PrintCopy } = latePage(async () => (await import('../export/PrintCopy')).PrintCopy)

/** `asked`: Ctrl+P, the document is being prepared; `menu`: the browser prints by itself and takes what is there. */
type State = 'asked' | 'ready' | 'menu' | null

/**
 * Printing from a page that is not the document itself: paper gets the document that 导出 shows, and nothing of the page.
 * `asked` counts the times that Ctrl+P was pressed; `off` on 导出, which is the document.
 */
export function Printing({ asked, off }: { asked: number; off: boolean }) {
  const [state, setState] = useState<State>(null)
  const ready = useCallback(() => setState((now) => (now === 'asked' ? 'ready' : now)), [])
  useEffect(() => {
    if (asked) setState('asked')
  }, [asked])
  useEffect(() => {
    if (state !== 'ready') return
    const frame = requestAnimationFrame(() => window.print())
    return () => cancelAnimationFrame(frame)
  }, [state])
  useEffect(() => {
    if (off) return
    const begin = () => flushSync(() => setState((now) => now ?? 'menu'))
    const end = () => setState(null)
    // Some browsers return from the dialog without a word; the next key or click comes after it.
    const goOn = () => setState((now) => (now === 'ready' ? null : now))
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    window.addEventListener('keydown', goOn)
    window.addEventListener('pointerdown', goOn)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      window.removeEventListener('keydown', goOn)
      window.removeEventListener('pointerdown', goOn)
      setState(null)
    }
  }, [off])
  return (
    <>
      <p aria-live="polite" className={styles.preparing}>
        {state === 'asked' && '正在准备打印……'}
      </p>
      {state && (
        <Boundary what="打印" frame={(line) => <p className={styles.preparing}>{line}</p>}>
          <Suspense fallback={<p className={styles.instead}>请从“导出”打印</p>}>
            <PrintCopy onReady={ready} />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}
