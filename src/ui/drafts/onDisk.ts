import { useEffect } from 'react'
import type { DiskState } from '../../drafts/diskBackup'
import type { DraftStore } from '../../drafts/store'
import { createCell, useCell } from '../form/session'

/** The backup file on the clerk's own disk, as it stands. */
export interface OnDisk {
  fileName: string
  state: DiskState
  /** Whether the browser keeps the choice for the next start. */
  remembered: boolean
}

/** Null where no file has been chosen. All the rest comes when there is one. */
export const onDisk = createCell<OnDisk | null>(null)
export const useOnDisk = () => useCell(onDisk)

/** Says in localStorage that a file has been chosen, so that nothing is looked for where none has. */
export const CHOSEN = 'nianbao:backup-file'

/** After the first drawing. */
const LATER = 1500

/** Goes on with the file that was chosen in an earlier visit, whatever page is opened. */
export function useKeepOnDisk(store: DraftStore) {
  useEffect(() => {
    if (!wasChosen()) return
    const timer = setTimeout(() => void import('../backup/disk').then(({ wake }) => wake(store)), LATER)
    return () => clearTimeout(timer)
  }, [store])
}

function wasChosen(): boolean {
  try {
    return localStorage.getItem(CHOSEN) !== null
  } catch {
    return false
  }
}
