import { useEffect, useState } from 'react'
import { useDraftStore } from './store'

/** Now, looked at again when the page is shown again: computers in offices stay on overnight. */
export function useNow(): Date {
  const store = useDraftStore()
  const [now, setNow] = useState(store.now)
  useEffect(() => {
    const shown = () => document.visibilityState === 'visible' && setNow(store.now())
    document.addEventListener('visibilitychange', shown)
    return () => document.removeEventListener('visibilitychange', shown)
  }, [store])
  return now
}
