import { useEffect } from 'react'
import type { DraftStore } from '../../drafts/store'
import { wasChosen } from '../drafts/onDisk'

/** After the first drawing. */
const LATER = 1500

/** Goes on with the file that was chosen in an earlier visit, whatever page is opened. */
export function useKeepOnDisk(store: DraftStore) {
  useEffect(() => {
    if (!wasChosen()) return
    const timer = setTimeout(() => void import('./disk').then(({ wake }) => wake(store)), LATER)
    return () => clearTimeout(timer)
  }, [store])
}
