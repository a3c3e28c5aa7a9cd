import { startTransition, useEffect, useState } from 'react'
import { breath } from '../parts/inSlices'

/** Lines drawn at a time: three thousand must not hold up the page. */
const AT_ONCE = 100

/**
 * As much of a long list as is drawn by now. All of it is in the page in the end, where the browser's search, a
 * screen reader and the keyboard find it.
 */
export function useDrawn<T>(all: readonly T[], atOnce = AT_ONCE): T[] {
  const [drawn, setDrawn] = useState(1)
  const parts = Math.ceil(all.length / atOnce)
  // What was drawn of a long list is no measure once a short one stood in its place: all of it would come back at one go.
  if (drawn > Math.max(1, parts)) setDrawn(Math.max(1, parts))
  useEffect(() => {
    if (drawn >= parts) return
    let gone = false
    void breath().then(() => gone || startTransition(() => setDrawn((before) => before + 1)))
    return () => {
      gone = true
    }
  }, [drawn, parts])
  return all.slice(0, drawn * atOnce)
}
