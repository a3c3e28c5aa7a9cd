import { openDatabase } from '../storage/openDatabase'

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
