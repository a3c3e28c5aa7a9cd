import { startTransition, useEffect, useState } from 'react'

/**
 * False in the first picture, true in a later one, whose drawing gives way to whatever the clerk does.
 * @param already what it is from the start
 */
export function useAfterwards(already = false): boolean {
  const [after, setAfter] = useState(already)
  useEffect(() => startTransition(() => setAfter(true)), [])
  return after
}
