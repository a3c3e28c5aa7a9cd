import type { DiskState } from '../../drafts/diskBackup'
import { createObservable, useObservable } from '../parts/observable'

/** The backup file on the clerk's own disk, as it stands. */
export interface OnDisk {
  fileName: string
  state: DiskState
  /** Whether the browser keeps the choice for the next start. */
  remembered: boolean
}

/** Null where no file has been chosen. All the rest comes when there is one. */
export const onDisk = createObservable<OnDisk | null>(null)
export const useOnDisk = () => useObservable(onDisk)

/** Says in localStorage that a file has been chosen, so that nothing is looked for where none has. */
export const CHOSEN = 'nianbao:backup-file'

/** Whether an earlier visit has chosen one. */
export function wasChosen(): boolean {
  try {
    return localStorage.getItem(CHOSEN) !== null
  } catch {
    return false
  }
}
