import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftStore } from '../../drafts/store'
import { createObservable } from '../parts/observable'
import { noteError } from './diagnosis'

/**
 * Files of the program that are gone, because a new version was put in its place or the network is: the one test, the one
 * sentence, and the way out of it.
 */

/** What the browsers say of a part that could not be fetched, or came as something else than a script. */
const FETCHED_IN_VAIN =
  /dynamically imported module|importing a module script|unable to preload css|valid javascript mime type/i

/** A part that came half, while the new version was being copied, is no script either. */
export const isMissingFile = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && FETCHED_IN_VAIN.test(error.message))

export const MISSING = '程序的文件可能已更新，或者网络断了。'
export const MISSING_HERE = `没有完成：${MISSING}重新打开页面后再做一次。`

/** Why a piece of work came to nothing, in a sentence; `otherwise` where the program itself is at fault. */
export function troubleWords(error: unknown, otherwise: string): string {
  noteError(error)
  return isMissingFile(error) ? MISSING_HERE : otherwise
}

/** Whether a part of the program was fetched in vain since the page was opened, whoever asked for it. */
export const missing = createObservable(false)
/** How many places of the page offer 重新打开 themselves. */
export const offered = createObservable(0)

/** Hears of each `import()` that failed, also of those that nobody waits for. */
export function watchMissing() {
  window.addEventListener('vite:preloadError', (event) => {
    if (isMissingFile((event as Event & { payload?: unknown }).payload)) missing.set(true)
  })
}

type Save = () => boolean
const savers = new Set<Save>()

/** Has something saved before the page is opened again; `save` is false where that failed. */
export function useSavedOnReopen(save: Save) {
  useEffect(() => {
    savers.add(save)
    return () => void savers.delete(save)
  }, [save])
}

/** Undefined where the browser refuses: merely naming `sessionStorage` may throw. */
function session<T>(use: (kept: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage)
  } catch {
    return undefined
  }
}

const KEPT = 'nianbao:reopened:'
const keptKey = (name: string) => KEPT + name

/** Leaves nothing of the texts that wait for 重新打开. */
export const dropKeptTexts = () =>
  session((kept) => {
    for (const key of Object.keys(kept)) if (key.startsWith(KEPT)) kept.removeItem(key)
  })

/** A text that is no part of a report and stands in no draft: 重新打开 brings it back, once. */
export function useKeptText(name: string, initial = ''): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(() => session((kept) => kept.getItem(keptKey(name))) ?? initial)
  useEffect(() => {
    session((kept) => kept.removeItem(keptKey(name)))
  }, [name])
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  })
  useSavedOnReopen(
    useCallback(
      () =>
        latest.current === '' ||
        session((kept) => {
          kept.setItem(keptKey(name), latest.current)
          return true
        }) === true,
      [name],
    ),
  )
  return [text, setText]
}

/** Longer than a database takes that answers at all, ms. */
const PATIENCE = 3000

/** Saves all that was typed and opens the page again, in its new version. False where not all could be saved: it stays. */
export async function reopen(store: DraftStore, anyhow = false): Promise<boolean> {
  const saved = [...savers].map((save) => save()).every(Boolean)
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE))
  const written = await Promise.race([store.settled(), late])
  const { storage, journal } = store.health()
  // One of the two places is enough.
  const kept = storage === 'ok' || (journal === 'ok' && written !== 'late')
  if (!anyhow && !(saved && kept)) return false
  window.location.reload()
  return true
}
