import { type BackupFile, type DiskBackup, keepOnDisk } from '../../drafts/diskBackup'
import type { DraftStore } from '../../drafts/store'
import { CHOSEN, onDisk } from '../drafts/onDisk'
import { localDate } from '../parts/localDate'
import { forgetFile, recallFile, rememberFile } from './handles'

interface Picker {
  showSaveFilePicker(how: {
    suggestedName: string
    types: { description: string; accept: Record<string, string[]> }[]
  }): Promise<BackupFile>
}
const picker: Partial<Picker> = window as Partial<Picker>

/** Chromium on https, localhost and from a file; elsewhere it is not offered. */
export const canKeepOnDisk = picker.showSaveFilePicker !== undefined

/** The one of this page. */
let kept: DiskBackup | undefined
let waking: Promise<void> | undefined

/** Goes on with the file that was chosen earlier, if there is one. */
export function wake(store: DraftStore): Promise<void> {
  waking ??= (async () => {
    if (!canKeepOnDisk || kept) return
    const file = await recallFile().catch(() => undefined)
    if (file && !kept) begin(file, store, true)
  })()
  return waking
}

/** Lets the clerk choose a file and begins with it. Nothing changes when the choice is called off. */
export async function chooseFile(store: DraftStore): Promise<void> {
  let file: BackupFile | undefined
  try {
    file = await picker.showSaveFilePicker?.({
      // The day keeps it apart from an earlier file: one that is chosen again is emptied by the browser.
      suggestedName: `年报通_自动备份_${localDate(store.now())}.json`,
      types: [{ description: '年报通备份', accept: { 'application/json': ['.json'] } }],
    })
  } catch {
    return
  }
  if (!file) return
  kept?.stop()
  begin(file, store, await rememberFile(file))
}

export const resume = (): Promise<void> | undefined => kept?.resume()

/** Ends it, here and in other tabs; the file stays as it is. False when the browser still knows the file. */
export async function stopKeeping(): Promise<boolean> {
  kept?.stop()
  return !canKeepOnDisk || forgetFile()
}

function begin(file: BackupFile, store: DraftStore, remembered: boolean) {
  const own = keepOnDisk({ file, store, wanted: async () => !remembered || isChosen(file) })
  kept = own
  markChosen(remembered)
  const publish = () => {
    if (kept !== own) return
    const state = own.state()
    if (state.step !== 'off') return onDisk.set({ fileName: own.fileName, state, remembered })
    kept = waking = undefined
    markChosen(false)
    onDisk.set(null)
    // Another tab may have chosen another file.
    void wake(store)
  }
  own.subscribe(publish)
  publish()
}

/** Whether it still is the file that the clerk wants, as far as the browser can tell. */
async function isChosen(file: BackupFile): Promise<boolean> {
  try {
    const chosen = await recallFile()
    return chosen !== undefined && ((await file.isSameEntry?.(chosen)) ?? true)
  } catch {
    return true
  }
}

function markChosen(chosen: boolean) {
  try {
    if (chosen) localStorage.setItem(CHOSEN, '1')
    else localStorage.removeItem(CHOSEN)
  } catch {
    // Without it the file is looked for when 我的年报 is opened.
  }
}

document.addEventListener(
  'visibilitychange',
  () => void kept?.setShown(document.visibilityState === 'visible'),
)
window.addEventListener('pagehide', () => void kept?.setShown(false))
