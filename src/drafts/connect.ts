/**
 * Opens an IndexedDB database, and makes its stores where there is none yet. Rejects when the browser refuses, and when
 * another tab keeps an older one open.
 */
export function openDatabase(
  factory: IDBFactory,
  name: string,
  version: number,
  make: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version)
    request.onupgradeneeded = () => make(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })
}

/**
 * The database of the drafts. In a file of its own, because it is the first thing the program does: the answer takes as long
 * as fetching and starting all the rest. Object stores: see journal.ts.
 */
export const connect = (factory: IDBFactory): Promise<IDBDatabase> =>
  openDatabase(factory, 'nianbao', 1, (database) => {
    database.createObjectStore('journal', { keyPath: 'id' })
    database.createObjectStore('trash', { keyPath: 'id' })
    database.createObjectStore('snapshots', { autoIncrement: true }).createIndex('draftId', 'draftId')
  })
