import type { Timers } from './timers'

/** Every database of the program: the drafts, the file on the clerk's disk that follows them, and the reports of 汇总. */
export const DATABASES = ['nianbao', 'nianbao-backup', 'nianbao-sums']

/** How long a database may take before the page says that it did not answer, in milliseconds. */
export const ANSWER_MS = 5000

type Work = (transaction: IDBTransaction, stores: string[]) => void

/**
 * Empties each object store of a database. True only when every one was emptied or there is no such database. It is never
 * deleted: a deletion waits for the other tabs, and takes what was typed in the meantime.
 */
export const emptied = (factory: IDBFactory, name: string, timers: Timers): Promise<boolean> =>
  inDatabase(factory, name, timers, (transaction, stores) => {
    for (const store of stores) transaction.objectStore(store).clear()
  })

/** Takes a deleted draft with its versions out of the drafts' database; true only when nothing of it is left there. */
export const purged = (factory: IDBFactory, id: string, timers: Timers): Promise<boolean> =>
  inDatabase(factory, 'nianbao', timers, (transaction, stores) => {
    if (!stores.length) return
    transaction.objectStore('trash').delete(id)
    const snapshots = transaction.objectStore('snapshots')
    const kept = snapshots.index('draftId').getAllKeys(id)
    kept.onsuccess = () => {
      for (const key of kept.result) snapshots.delete(key)
    }
  })

/**
 * Opens a database as it is, without a version number: that of a later program opens, too. False when the work was not done
 * in time; then it is called off, so that nothing is deleted after the clerk has been told that it was not.
 */
function inDatabase(factory: IDBFactory, name: string, timers: Timers, work: Work): Promise<boolean> {
  return new Promise((resolve) => {
    let over = false
    let transaction: IDBTransaction | undefined
    const end = (done: boolean) => {
      if (over) return
      over = true
      timers.cancel(timer)
      if (!done) attempt(() => transaction?.abort())
      resolve(done)
    }
    const timer = timers.schedule(() => end(false), ANSWER_MS)
    const opening = attempt(() => factory.open(name))
    if (!opening) return end(false)
    let absent = false
    opening.onupgradeneeded = () => {
      // There was none; none is made.
      absent = true
      opening.transaction?.abort()
    }
    opening.onerror = (event) => {
      event.preventDefault()
      end(absent)
    }
    opening.onsuccess = () => {
      const database = opening.result
      // A later program that wants to upgrade is not kept waiting.
      database.onversionchange = () => database.close()
      const stores = [...database.objectStoreNames]
      if (over || !stores.length) {
        database.close()
        return end(true)
      }
      const begun = attempt(() => {
        const own = database.transaction(stores, 'readwrite', { durability: 'strict' })
        transaction = own
        own.oncomplete = () => end(true)
        own.onabort = () => end(false)
        work(own, stores)
        return true
      })
      // Closes when the transaction has ended.
      database.close()
      if (!begun) end(false)
    }
  })
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
