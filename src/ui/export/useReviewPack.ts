import { useCallback, useRef } from 'react'
import type { CopySettings, Export } from './useExport'

/**
 * 送审包: the copy for review with 审签单, with 数据审核说明 where reasons were given and 修改对照 where there is an earlier
 * copy, in one print. What is printed is what the next 修改对照 starts from.
 */
export function useReviewPack(copy: Export): { printForReview(): void; laidOut(): void } {
  const waiting = useRef(false)
  const latest = useRef(copy)
  latest.current = copy
  const print = useCallback(
    () =>
      requestAnimationFrame(() => {
        window.print()
        latest.current.rememberExport()
      }),
    [],
  )
  /** The dialog takes the sheets that stand, so it waits for those of the pack. */
  const laidOut = useCallback(() => {
    if (!waiting.current) return
    waiting.current = false
    print()
  }, [print])
  function printForReview() {
    const pack: Partial<CopySettings> = {
      forReview: true,
      approval: true,
      reviewNotes: copy.explained > 0,
      changes: copy.exported !== undefined,
    }
    const settings: Partial<CopySettings> = copy.settings
    const stands = Object.entries(pack).every(([key, on]) => settings[key as keyof CopySettings] === on)
    if (stands) return void print()
    waiting.current = true
    copy.set(pack)
  }
  return { printForReview, laidOut }
}
