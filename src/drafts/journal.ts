import { connect } from './connect'
import { isNewer } from './draft'
import type { Timers } from './timers'

/**
 * The IndexedDB database `nianbao`. Browsers write localStorage to disk up to half a minute late, IndexedDB at once: after a
 * crash the newest state of a draft is here. Object stores:
 * - `journal`, by draft id: the newest revision of each draft;
 * - `trash`, by draft id: deleted drafts;
 * - `snapshots`, by running number, with the index `draftId`: states worth keeping, see `SnapshotReason`.
 * Everything is a plain record with the draft as text. Each method rejects when the database refuses.
 */
export interface Journal {
  drafts(): Promise<JournalRecord[]>
  draft(id: string): Promise<JournalRecord | undefined>
  trash(): Promise<TrashRecord[]>
  /**
   * Writes a draft. `base` is the state that it was made from: where something else stands in the journal by then (another
   * tab), that is a `conflict`; the newer of the two stands in the journal, the other one becomes a snapshot. Out of the trash
   * it is gone then: it was typed into after it had been deleted.
   */
  put(record: JournalRecord, base?: JournalRecord): Promise<'ok' | 'conflict'>
  /** Writes a draft unless the journal has the same or a newer one. */
  repair(record: JournalRecord): Promise<void>
  /** Takes a draft out of the journal into the trash, in one transaction. False when the journal has a newer state by then. */
  bury(record: TrashRecord): Promise<boolean>
  buried(id: string): Promise<TrashRecord | undefined>
  /**
   * Takes a draft out of the trash into the journal, in one transaction. False when the journal has one by then, or another
   * text lies in the trash.
   */
  unbury(record: JournalRecord): Promise<boolean>
  /** Oldest first. */
  snapshots(draftId: string): Promise<Snapshot[]>
  /**
   * Adds a snapshot unless it equals the newest one; beyond `MOST_SNAPSHOTS` the oldest go, those by time first, never what
   * was published.
   */
  keep(snapshot: Snapshot): Promise<void>
}

export interface JournalRecord {
  id: string
  revision: number
  savedAt: string
  text: string
}
export interface TrashRecord {
  id: string
  revision: number
  deletedAt: string
  text: string
}
/**
 * Why a state was kept: it lost against another tab's; one step (a paste, a fill) or a restored version came next and changed
 * much of it; an earlier version of the program wrote it; it left the program as a file; it was published; the clerk asked
 * for it; or time had passed.
 */
export type SnapshotReason =
  | 'conflict'
  | 'step'
  | 'restore'
  | 'migration'
  | 'export'
  | 'published'
  | 'manual'
  | 'time'
export interface Snapshot {
  draftId: string
  revision: number
  savedAt: string
  reason: SnapshotReason
  text: string
}

const MOST_SNAPSHOTS = 30
/** When the disk is full: how many of the oldest snapshots of all drafts make room at once. */
const MAKE_ROOM = 10

export interface OpenedJournal {
  journal: Journal
  drafts: JournalRecord[]
  trash: TrashRecord[]
}

/**
 * The journal with what is in it; `connection` is the first one, where it has been asked for already. Null where there is no IndexedDB, where it refuses, belongs to a later version of the
 * program, or does not answer in `patience` milliseconds.
 */
export function openJournal(
  factory: IDBFactory | null | undefined,
  timers: Timers,
  patience: number,
  connection?: Promise<IDBDatabase>,
): Promise<OpenedJournal | null> {
  if (!factory) return Promise.resolve(null)
  const open = async () => {
    const journal = journalIn(await (connection ?? connect(factory)), () => connect(factory))
    const [drafts, trash] = await Promise.all([journal.drafts(), journal.trash()])
    return { journal, drafts, trash }
  }
  return new Promise((resolve) => {
    // Some profiles never answer (a failing disk, a stuck browser process): the app must start all the same.
    const timer = timers.schedule(() => resolve(null), patience)
    open()
      .then(resolve, () => resolve(null))
      .finally(() => timers.cancel(timer))
  })
}

type StoreName = 'journal' | 'trash' | 'snapshots'

function journalIn(opened: IDBDatabase, reconnect: () => Promise<IDBDatabase>): Journal {
  let database: IDBDatabase | undefined
  const use = (next: IDBDatabase) => {
    database = next
    // A later version of the program in another tab wants to upgrade; ours would only block it.
    next.onversionchange = () => next.close()
    // The browser closes it, for one, when site data is cleared.
    next.onclose = () => {
      if (database === next) database = undefined
    }
    return next
  }
  use(opened)

  /**
   * One transaction; resolves when it is on the disk, with what `work` gave. With a connection it starts within the call:
   * a page that is going away gets no second turn.
   */
  async function transact<T>(
    names: StoreName[],
    mode: IDBTransactionMode,
    work: (stores: (name: StoreName) => IDBObjectStore) => () => T,
  ): Promise<T> {
    for (;;)
      try {
        return await begin(names, mode, work)
      } catch (error) {
        const full = error instanceof Error && error.name === 'QuotaExceededError'
        if (!full || !(await dropOldest())) throw error
      }
  }
  /** False when there was no snapshot left to drop. What was published goes only where there is nothing else. */
  const dropOldest = () =>
    begin(['snapshots'], 'readwrite', (stores) => {
      const oldest: IDBValidKey[] = []
      const published: IDBValidKey[] = []
      const walk = stores('snapshots').openCursor()
      walk.onsuccess = () => {
        const at = walk.result
        if (at && oldest.length < MAKE_ROOM) {
          const { reason } = at.value as Snapshot
          ;(reason === 'published' ? published : oldest).push(at.primaryKey)
          return at.continue()
        }
        if (!oldest.length) oldest.push(...published.slice(0, MAKE_ROOM))
        for (const key of oldest) stores('snapshots').delete(key)
      }
      return () => oldest.length > 0
    })
  function begin<T>(
    names: StoreName[],
    mode: IDBTransactionMode,
    work: (stores: (name: StoreName) => IDBObjectStore) => () => T,
  ): Promise<T> {
    const attempt = (connection: IDBDatabase) =>
      new Promise<T>((resolve, reject) => {
        const transaction = connection.transaction(names, mode, { durability: 'strict' })
        const result = work((name) => transaction.objectStore(name))
        transaction.oncomplete = () => resolve(result())
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
      })
    if (!database) return reconnect().then((next) => attempt(use(next)))
    const connection = database
    return attempt(connection).catch((error: unknown) => {
      // Closed under us, which no event announced: once more with a fresh connection.
      if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error
      return reconnect().then((next) => attempt(use(next)))
    })
  }

  const all = <T>(name: StoreName) =>
    transact([name], 'readonly', (stores) => {
      const found = stores(name).getAll() as IDBRequest<T[]>
      return () => found.result
    })
  const snapshotOf = ({ id, revision, savedAt, text }: JournalRecord): Snapshot => ({
    draftId: id,
    revision,
    savedAt,
    reason: 'conflict',
    text,
  })

  return {
    drafts: () => all<JournalRecord>('journal'),
    draft: (id) =>
      transact(['journal'], 'readonly', (stores) => {
        const found = stores('journal').get(id) as IDBRequest<JournalRecord | undefined>
        return () => found.result
      }),
    trash: () => all<TrashRecord>('trash'),

    async put(record, base) {
      // All requests are placed at once and committed: waiting for the answer of the first would lose the others
      // when the page is closing. What was there is looked at afterwards.
      const { before, deleted } = await transact(['journal', 'trash'], 'readwrite', (stores) => {
        const journal = stores('journal')
        const trash = stores('trash')
        const found = journal.get(record.id) as IDBRequest<JournalRecord | undefined>
        const gone = trash.get(record.id) as IDBRequest<TrashRecord | undefined>
        trash.delete(record.id)
        journal.put(record).transaction?.commit()
        return () => ({ before: found.result, deleted: gone.result })
      })
      const known = [record.text, base?.text]
      if (deleted && !known.includes(deleted.text)) {
        const { id, revision, deletedAt, text } = deleted
        const snapshot: Snapshot = { draftId: id, revision, savedAt: deletedAt, reason: 'conflict', text }
        await transact(['snapshots'], 'readwrite', (stores) => {
          stores('snapshots').add(snapshot)
          return () => undefined
        })
      }
      if (!before || known.includes(before.text)) return 'ok'
      if (base && before.revision < base.revision) return 'ok' // an ancestor: a write in between had failed
      await transact(['journal', 'snapshots'], 'readwrite', (stores) => {
        const journal = stores('journal')
        const found = journal.get(record.id) as IDBRequest<JournalRecord | undefined>
        found.onsuccess = () => {
          // What has gone on from this record since stands, also over the one that would have won against it.
          const beforeWins = found.result?.text === record.text && isNewer(before, record)
          if (beforeWins) journal.put(before)
          stores('snapshots').add(snapshotOf(beforeWins ? record : before))
        }
        return () => undefined
      })
      return 'conflict'
    },

    repair: (record) =>
      transact(['journal'], 'readwrite', (stores) => {
        const journal = stores('journal')
        const found = journal.get(record.id) as IDBRequest<JournalRecord | undefined>
        found.onsuccess = () => {
          if (!found.result || isNewer(record, found.result)) journal.put(record)
        }
        return () => undefined
      }),

    bury: (record) =>
      transact(['journal', 'trash'], 'readwrite', (stores) => {
        const journal = stores('journal')
        const found = journal.get(record.id) as IDBRequest<JournalRecord | undefined>
        let done = true
        found.onsuccess = () => {
          const there = found.result
          // Another text of the same revision is another tab's, and not what was to be deleted.
          done = !there || there.text === record.text || there.revision < record.revision
          if (!done) return
          stores('trash').put(record)
          journal.delete(record.id)
        }
        return () => done
      }),

    buried: (id) =>
      transact(['trash'], 'readonly', (stores) => {
        const found = stores('trash').get(id) as IDBRequest<TrashRecord | undefined>
        return () => found.result
      }),

    unbury: (record) =>
      transact(['journal', 'trash'], 'readwrite', (stores) => {
        const there = stores('journal').get(record.id) as IDBRequest<JournalRecord | undefined>
        const gone = stores('trash').get(record.id) as IDBRequest<TrashRecord | undefined>
        let done = false
        gone.onsuccess = () => {
          done = !there.result && (!gone.result || gone.result.text === record.text)
          if (!done) return
          stores('journal').put(record)
          stores('trash').delete(record.id)
        }
        return () => done
      }),

    snapshots: (draftId) =>
      transact(['snapshots'], 'readonly', (stores) => {
        const found = stores('snapshots').index('draftId').getAll(draftId) as IDBRequest<Snapshot[]>
        return () => found.result
      }),

    keep: (snapshot) =>
      transact(['snapshots'], 'readwrite', (stores) => {
        const store = stores('snapshots')
        const index = store.index('draftId')
        const keys = index.getAllKeys(snapshot.draftId)
        const found = index.getAll(snapshot.draftId) as IDBRequest<Snapshot[]>
        found.onsuccess = () => {
          const kept = found.result.map((each, at) => ({ key: keys.result[at], reason: each.reason }))
          const newest = found.result.at(-1)
          const isMarked = snapshot.reason !== 'published' || newest?.reason === 'published'
          if (newest?.text === snapshot.text && isMarked) return
          store.add(snapshot)
          const inOrder = [
            ...kept.filter(({ reason }) => reason === 'time'),
            ...kept.filter(({ reason }) => reason !== 'time' && reason !== 'published'),
          ]
          for (const { key } of inOrder.slice(0, Math.max(0, kept.length + 1 - MOST_SNAPSHOTS)))
            if (key !== undefined) store.delete(key)
        }
        return () => undefined
      }),
  }
}
