const VERSION = 1

/**
 * Opens the database of the drafts, and makes it where there is none. In a file of its own, because it is the first thing the
 * program does: the answer takes as long as fetching and starting all the rest. Object stores: see journal.ts.
 */
export function connect(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open('nianbao', VERSION)
    request.onupgradeneeded = () => {
      const database = request.result
      database.createObjectStore('journal', { keyPath: 'id' })
      database.createObjectStore('trash', { keyPath: 'id' })
      database.createObjectStore('snapshots', { autoIncrement: true }).createIndex('draftId', 'draftId')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })
}
