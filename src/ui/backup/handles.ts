import type { BackupFile } from '../../drafts/diskBackup'
import { emptied } from '../../drafts/emptying'
import { realTimers } from '../../drafts/timers'
import { openDatabase } from '../../storage/openDatabase'

/** A database of its own: whatever happens to it, the drafts' journal is not touched. */
const NAME = 'nianbao-backup'
const STORE = 'file'
const KEY = 'chosen'

const open = () => openDatabase(indexedDB, NAME, 1, (database) => void database.createObjectStore(STORE))

async function transact<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Keeps the chosen file for the next start; false where the browser cannot. */
export const rememberFile = (file: BackupFile): Promise<boolean> =>
  transact('readwrite', (store) => store.put(file, KEY)).then(
    () => true,
    () => false,
  )

/** The file that was chosen; undefined where there is none. Rejects when the database refuses. */
export const recallFile = (): Promise<BackupFile | undefined> =>
  transact<BackupFile | undefined>('readonly', (store) => store.get(KEY))

/** False when the database did not do it: then the file is found again at the next start. */
export const forgetFile = (): Promise<boolean> => emptied(indexedDB, NAME, realTimers)
