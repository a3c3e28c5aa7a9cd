/** The part of `Storage` that is used here. */
export type Places = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
export type Written = 'ok' | 'full' | 'unavailable'

/** localStorage behind a door that never throws: reading gives null, writing says what happened. */
export interface Shelf {
  get(key: string): string | null
  set(key: string, value: string): Written
  delete(key: string): void
  /** Everything whose key starts so, by the rest of the key. */
  all(prefix: string): Map<string, string>
}

/** Every key of this program starts so. */
export const OURS = 'nianbao:'
export const draftKey = (id: string) => `nianbao:draft:${id}`
export const DRAFTS = draftKey('')
/** Deleted drafts, only where there is no IndexedDB. */
export const trashKey = (id: string) => `nianbao:trash:${id}`
/** What waits for the clerk's word on a published report: see `ui/drafts/waiting.ts`. */
export const waitingKey = (id: string) => `nianbao:waiting:${id}`
/** Texts that could not be read, `<id>:<milliseconds>`, kept until the clerk drops them. */
export const DAMAGED = 'nianbao:damaged:'

const isFull = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')

export function openShelf(storage: Places | null | undefined): Shelf {
  const attempt = <T>(action: (storage: Places) => T, otherwise: T): T => {
    try {
      return storage ? action(storage) : otherwise
    } catch {
      return otherwise
    }
  }
  return {
    get: (key) => attempt((places) => places.getItem(key), null),
    set(key, value) {
      if (!storage) return 'unavailable'
      try {
        storage.setItem(key, value)
        return 'ok'
      } catch (error) {
        return isFull(error) ? 'full' : 'unavailable'
      }
    },
    delete: (key) => attempt((places) => places.removeItem(key), undefined),
    all: (prefix) =>
      attempt((places) => {
        const found = new Map<string, string>()
        for (let index = 0; index < places.length; index++) {
          const key = places.key(index)
          const value = key?.startsWith(prefix) ? places.getItem(key) : null
          if (key !== null && value !== null) found.set(key.slice(prefix.length), value)
        }
        return found
      }, new Map<string, string>()),
  }
}

/** Whether it takes anything at all; leaves nothing behind. */
export function probe(shelf: Shelf): Written {
  const written = shelf.set('nianbao:probe', '1')
  shelf.delete('nianbao:probe')
  return written
}
