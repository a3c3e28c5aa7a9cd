import type { StorePlaces } from '../drafts/store'

/** What the store gets of this browser. Merely naming `localStorage` throws where storage is switched off. */
export function browserPlaces(): StorePlaces {
  return {
    storage: attempt(() => window.localStorage),
    indexedDB: attempt(() => window.indexedDB),
    onOtherTab: (listener) =>
      window.addEventListener('storage', ({ key, newValue }) => listener(key, newValue)),
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
