import { startTransition, useEffect, useMemo, useState } from 'react'
import { breath } from '../parts/inSlices'
import { batchesOf } from './batches'

/** Lines drawn at a time: three thousand must not hold up the page. */
const AT_ONCE = 100

/**
 * As much of a long list as is drawn by now, in pieces that stay the same while the list does. All of it is in the page in the end,
 * where the browser's search, a screen reader and the keyboard find it.
 */
export function useDrawnPieces<T>(all: readonly T[], atOnce = AT_ONCE): T[][] {
  const [drawn, setDrawn] = useState(1)
  const pieces = useMemo(() => [...batchesOf(all, { most: atOnce })], [all, atOnce])
  // What was drawn of a long list is no measure once a short one stood in its place: all of it would come back at one go.
  const most = Math.max(1, pieces.length)
  if (drawn > most) setDrawn(most)
  useEffect(() => {
    if (drawn >= pieces.length) return
    let gone = false
    void breath().then(() => gone || startTransition(() => setDrawn((before) => before + 1)))
    return () => {
      gone = true
    }
  }, [drawn, pieces])
  return pieces.slice(0, drawn)
}

/** The same as one list. */
export const useDrawn = <T>(all: readonly T[], atOnce = AT_ONCE): T[] => useDrawnPieces(all, atOnce).flat()
