import { type CSSProperties, useCallback, useEffect, useState } from 'react'
import { Paper } from '../export/Paper'
import copy from '../export/PrintCopy.module.css'
import styles from './Output.module.css'
import { useSumDocument } from './useSumDocument'
import type { ChosenSource } from './useSumSource'

/** The print job of a 汇总, out of sight, for a page that does not show it; prints once it is laid out. */
export function SumPrint({ source, onDone }: { source: ChosenSource; onDone(): void }) {
  const { document, current } = useSumDocument(source)
  const [pages, setPages] = useState(0)
  const laidOut = useCallback((count: number) => setPages(count), [])
  const ready = current && pages > 0
  useEffect(() => {
    if (!ready) return
    const frame = requestAnimationFrame(() => window.print())
    // Some browsers return from the dialog without a word; the next key or click comes after it.
    const ends = ['afterprint', 'keydown', 'pointerdown'] as const
    for (const end of ends) window.addEventListener(end, onDone)
    return () => {
      cancelAnimationFrame(frame)
      for (const end of ends) window.removeEventListener(end, onDone)
    }
  }, [ready, onDone])
  if (!document) return null
  return (
    <div
      className={`${copy.copy} ${styles.printed}`}
      style={{ '--scale': 1 } as CSSProperties}
      aria-hidden="true"
    >
      <Paper document={document} onPages={laidOut} />
    </div>
  )
}
