import { connect } from '../drafts/connect'

function begin(): Promise<IDBDatabase> | undefined {
  try {
    const connection = connect(window.indexedDB)
    // Whoever waits for it hears of a failure.
    connection.catch(() => undefined)
    return connection
  } catch {
    // Naming it throws where storage is switched off.
    return undefined
  }
}

/** The connection to the drafts' database, asked for before anything else is there. */
export const connection = begin()
