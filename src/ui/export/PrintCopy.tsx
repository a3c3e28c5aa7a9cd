import { type CSSProperties, useCallback, useEffect, useState } from 'react'
import { Paper } from './Paper'
import styles from './PrintCopy.module.css'
import { useExport } from './useExport'

/**
 * The document for a print from another page than 导出, out of sight: the same pages that 导出 prints, with the same mark.
 * `onReady` is called once they are laid out.
 */
export function PrintCopy({ onReady }: { onReady(): void }) {
  const copy = useExport()
  const [pages, setPages] = useState(0)
  const laidOut = useCallback((count: number) => setPages(count), [])
  useEffect(() => {
    if (pages) onReady()
  }, [pages, onReady])
  if (!copy) return null
  return (
    <div className={styles.copy} style={{ '--scale': 1 } as CSSProperties} aria-hidden="true">
      <Paper document={copy.document} onPages={laidOut} />
    </div>
  )
}
