import { type Draft, draftText, hasSameContent, isNewer, isOlder, parseDraft, parseNewer } from './draft'
import { ANSWER_MS, DATABASES, emptied, purged } from './emptying'
import {
  type Journal,
  type JournalRecord,
  openJournal,
  type Snapshot,
  type SnapshotReason,
  type TrashRecord,
} from './journal'
import { draftIn, isDraft, parseTrash, readAs } from './merge'
import {
  DAMAGED,
  DRAFTS,
  draftKey,
  OURS,
  openShelf,
  type Places,
  probe,
  trashKey,
  type Written,
} from './shelf'
import { type Entry, emptyStock, type LeftAlone, markGoneOn, takeStock } from './stock'
import { realTimers, type Timers } from './timers'

/** `storage` is localStorage, `journal` the database; `full` means that the newest state is not in localStorage. */
export interface Health {
  storage: Written
  journal: 'ok' | 'unavailable'
}
export type SaveProblem = 'full' | 'unavailable' | 'stale'
/** `unavailable`: the journal does not have it. `conflict`: another tab wrote too; the older state is kept as a snapshot. */
export type Journalled = 'ok' | 'conflict' | 'unavailable'
export type SaveResult = ({ ok: true } | { ok: false; problem: SaveProblem }) & {
  journalled: Promise<Journalled>
}

export interface TrashedDraft {
  draft: Draft
  deletedAt: string
}
/** A stored text that is no draft for this version. It is never changed; `key` names it in localStorage. */
export type DamagedDraft = LeftAlone

/**
 * All drafts of this browser. Functions need no `this`; lists are the same array until something in them changes. Nothing
 * throws: what fails is returned, and `health` says what is missing.
 */
export interface DraftStore {
  /**
   * Whether the journal has been looked into. Before, what localStorage has is shown, which is nearly always the newest;
   * where it is not, `subscribe` tells of it.
   */
  isOpen(): boolean
  /** The latest saved first. */
  list(): Draft[]
  /** Also a draft of a later version of the program, as far as it can be read: see `isNewer`. */
  get(id: string): Draft | undefined
  /** Whether a draft belongs to a later version of the program: it can be looked at, and is never written. */
  isNewer(id: string): boolean
  /**
   * Keeps a draft: at once in memory and localStorage, then in the journal. `before` is the state that the new one was made
   * from. `stale`: another tab has saved something else since (or, without `before`, the revision is not above the one that
   * is there); nothing is written. With `full` and `unavailable` memory has it, and the journal too where that works.
   */
  save(draft: Draft, before?: Draft): SaveResult
  /** Moves a draft to the trash. False when that could not be stored: the draft stays. */
  remove(id: string): Promise<boolean>
  /** The latest deleted first. */
  trash(): TrashedDraft[]
  /** Moves a draft back. False when it is not in the trash, a draft with its id is there, or it could not be stored. */
  restore(id: string): Promise<boolean>
  /** Deletes a draft in the trash for good, with its versions. False when the database did not do it: it stays in the trash. */
  purge(id: string): Promise<boolean>
  damaged(): DamagedDraft[]
  /** Drops a damaged text that the clerk has seen or saved elsewhere. */
  dropDamaged(key: string): void
  /** Takes in a draft that another tab has handed over, if it is newer than what is known here. */
  receive(text: string): void
  /** Looks for a newer state of a draft in both places. */
  reread(id: string): Promise<void>
  /** Keeps a state of a draft as a snapshot. False without a journal. */
  keep(draft: Draft, reason: SnapshotReason): Promise<boolean>
  /** States of a draft that lost a conflict, oldest first; empty without a journal. */
  snapshots(id: string): Promise<Snapshot[]>
  health(): Health
  /** What the drafts of this browser take of localStorage, in characters (it holds about 5.2 million). */
  usage(): number
  /**
   * Deletes everything of this program: drafts, trash, snapshots, damaged texts, the choice of a file on disk. True only when
   * nothing is left; false also when the database has not answered after five seconds.
   */
  clear(): Promise<boolean>
  subscribe(listener: () => void): () => void
  /** The clock handed in. */
  now(): Date
  /** Resolves when every write begun so far has ended. */
  settled(): Promise<void>
}

export interface StorePlaces {
  /** Null where reading `window.localStorage` throws. */
  storage: Places | null
  indexedDB: IDBFactory | null | undefined
  /** The first connection to the journal, where it has been asked for already. */
  connection?: Promise<IDBDatabase>
  now?: () => Date
  timers?: Timers
  /** Subscribes to the `storage` event of the page: key and new value, both null when all was cleared. */
  onOtherTab?: (listener: (key: string | null, newValue: string | null) => void) => void
  /** Milliseconds to wait for the database. */
  patience?: number
}

const recordOf = ({ draft, text }: Entry): JournalRecord => ({
  id: draft.id,
  revision: draft.revision,
  savedAt: draft.savedAt,
  text,
})
const byTime = (a: string, b: string) => Date.parse(b) - Date.parse(a)

/** The store once both places have been looked into. */
export async function openDraftStore(places: StorePlaces): Promise<DraftStore> {
  const { store, opened } = startDraftStore(places)
  await opened
  return store
}

/**
 * Opens both places, takes the newer revision of every draft, and repairs silently what lags behind. What localStorage has
 * can be shown at once: the database takes a tenth of a second, and sometimes never answers.
 */
export function startDraftStore({
  storage,
  indexedDB,
  connection,
  now = () => new Date(),
  timers = realTimers,
  onOtherTab,
  patience = 5000,
}: StorePlaces): { store: DraftStore; opened: Promise<void> } {
  const shelf = openShelf(storage)
  const opening = openJournal(indexedDB, timers, patience, connection)
  /** Undefined until it has been opened, null where there is none. */
  let journal: Journal | null | undefined
  let isOpen = false
  let stock = emptyStock()
  /** Drafts that were saved before the journal was open. */
  const savedEarly = new Set<string>()
  const pending = new Set<Promise<unknown>>()
  const listeners = new Set<() => void>()
  let health: Health = { storage: probe(shelf), journal: 'ok' }

  function changeHealth(part: Partial<Health>) {
    const next = { ...health, ...part }
    if (next.storage === health.storage && next.journal === health.journal) return
    health = next
    for (const listener of listeners) listener()
  }
  function put(key: string, text: string): Written {
    const written = shelf.set(key, text)
    changeHealth({ storage: written })
    return written
  }
  function write<T>(work: (journal: Journal) => Promise<T>): Promise<T | 'unavailable'> {
    const begin = async (there: Journal | null): Promise<T | 'unavailable'> => {
      if (!there) return 'unavailable'
      const failed = () => {
        changeHealth({ journal: 'unavailable' })
        return 'unavailable' as const
      }
      const working = work(there).then((result) => {
        changeHealth({ journal: 'ok' })
        return result
      }, failed)
      // Nothing waits for ever: what comes later than this is taken in silently.
      return new Promise((resolve) => {
        const timer = timers.schedule(() => resolve(failed()), ANSWER_MS)
        void working.then((result) => {
          timers.cancel(timer)
          resolve(result)
        })
      })
    }
    const done =
      journal === undefined ? opening.then((found) => begin(found?.journal ?? null)) : begin(journal)
    pending.add(done)
    void done.then(() => pending.delete(done))
    return done
  }

  async function settled() {
    while (pending.size) await Promise.all(pending)
  }
  /** Waits no longer than a database may take to answer. */
  const inTime = (work: Promise<unknown>) =>
    new Promise<void>((resolve) => {
      const timer = timers.schedule(resolve, ANSWER_MS)
      void work.then(() => {
        timers.cancel(timer)
        resolve()
      })
    })

  const opened = opening.then(async (found) => {
    journal = found?.journal ?? null
    if (!journal) changeHealth({ journal: 'unavailable' })
    const early = stock.entries
    const read: typeof readAs = (id, text) => {
      const known = early.get(id)
      return known && known.raw === text ? known.draft : readAs(id, text)
    }
    // From here to the repairs nothing waits, so no other tab of this process writes in between.
    stock = takeStock({ shelf, opened: found, put, write, now, read })
    const { entries, locked, lost } = stock
    for (const id of savedEarly) {
      // It may be nowhere but in memory yet.
      const [own, other] = [early.get(id), entries.get(id)]
      if (own && !(other && !isNewer(own.draft, other.draft))) entries.set(id, own)
    }
    for (const id of lost) {
      // The last good version, where both places are damaged.
      const kept = await write((there) => there.snapshots(id))
      const good = (kept === 'unavailable' ? [] : kept)
        .map(({ text }) => parseDraft(text))
        .filter((each): each is Draft => !('problem' in each) && each.id === id)
        .at(-1)
      if (!good) continue
      const entry: Entry = { draft: good, text: draftText(good), raw: shelf.get(draftKey(id)) }
      entries.set(id, entry)
      if (!locked.has(id) && put(draftKey(id), entry.text) === 'ok') entry.raw = entry.text
      const damagedRecord = found?.drafts.find((record) => record.id === id)
      void write((there) => there.put(recordOf(entry), damagedRecord))
    }
    markGoneOn(stock)
    isOpen = true
    changed()
  })

  /** Looks for a draft in localStorage alone; what is not quite right there waits for the journal. */
  function glance(id: string) {
    if (isOpen || stock.entries.has(id)) return
    const raw = shelf.get(draftKey(id))
    const draft = raw === null ? undefined : readAs(id, raw)
    if (raw !== null && isDraft(draft) && !isOlder(raw)) stock.entries.set(id, { draft, text: raw, raw })
  }

  let drafts: Draft[] | undefined
  let trashed: TrashedDraft[] | undefined
  let damaged: DamagedDraft[] | undefined
  function changed() {
    drafts = trashed = damaged = undefined
    for (const listener of listeners) listener()
  }

  function bin(record: TrashRecord) {
    const draft = draftIn(record)
    if (draft) stock.trash.set(record.id, { record, draft })
  }

  /** Takes in what another tab has written since this one looked. */
  function refresh(id: string): void {
    const raw = shelf.get(draftKey(id))
    const entry = stock.entries.get(id)
    if (raw === null || raw === entry?.raw || stock.locked.has(id)) return
    const read = parseDraft(raw)
    if ('problem' in read || read.id !== id) {
      if ('problem' in read && read.problem === 'newer') {
        stock.leftAlone.set(draftKey(id), { id, key: draftKey(id), problem: 'newer', text: raw })
        stock.entries.delete(id)
      }
    } else if (!entry || isNewer(read, entry.draft)) stock.entries.set(id, { draft: read, text: raw, raw })
    else entry.raw = raw
    changed()
  }

  /** A state of a draft from elsewhere than localStorage. */
  function receive(text: string): void {
    const read = parseDraft(text)
    if ('problem' in read) return
    const entry = stock.entries.get(read.id)
    // Without an entry it was deleted here.
    if (!entry || !isNewer(read, entry.draft)) return
    stock.entries.set(read.id, { draft: read, text, raw: shelf.get(draftKey(read.id)) })
    changed()
  }

  const newerDrafts = new Map<string, Draft | undefined>()
  /** One object for one text, as with every other draft. */
  function newer(id: string): Draft | undefined {
    const text = [...stock.leftAlone.values()].find(
      (each) => each.id === id && each.problem === 'newer',
    )?.text
    if (text === undefined) return undefined
    if (!newerDrafts.has(text)) newerDrafts.set(text, parseNewer(text))
    return newerDrafts.get(text)
  }

  const localTrash = () =>
    [...shelf.all(trashKey('')).values()].map(parseTrash).filter((record) => record !== undefined)

  onOtherTab?.((key) => {
    // Everything cleared at once is not a clerk deleting drafts: the next save writes them again.
    if (!key?.startsWith(DRAFTS)) return
    const id = key.slice(DRAFTS.length)
    const entry = stock.entries.get(id)
    const present = shelf.get(key) !== null
    if (present && entry) return refresh(id)
    // Deleted there, unless this tab has more than was ever in localStorage.
    if (!present && entry && entry.text === entry.raw) stock.entries.delete(id)
    refresh(id)
    changed()
    void write((open) => open.trash()).then((records) => {
      if (records === 'unavailable') return
      stock.trash.clear()
      for (const record of [...records, ...localTrash()]) bin(record)
      changed()
    })
  })

  const store: DraftStore = {
    isOpen: () => isOpen,
    list() {
      if (!drafts && !isOpen) for (const id of shelf.all(DRAFTS).keys()) glance(id)
      drafts ??= [...stock.entries.values()]
        .map(({ draft }) => draft)
        .sort((a, b) => byTime(a.savedAt, b.savedAt))
      return drafts
    },
    get(id) {
      glance(id)
      return stock.entries.get(id)?.draft ?? newer(id)
    },
    isNewer: (id) => newer(id) !== undefined,
    trash: () =>
      (trashed ??= [...stock.trash.values()]
        .map(({ record, draft }) => ({ draft, deletedAt: record.deletedAt }))
        .sort((a, b) => byTime(a.deletedAt, b.deletedAt))),
    damaged: () => (damaged ??= [...stock.leftAlone.values()]),
    health: () => health,
    now,

    save(draft, before) {
      const { id } = draft
      const text = draftText(draft)
      const unwritten = { journalled: Promise.resolve<Journalled>('unavailable') }
      refresh(id)
      if (stock.leftAlone.get(draftKey(id))?.problem === 'newer')
        return { ok: false, problem: 'stale', ...unwritten }
      const entry = stock.entries.get(id)
      if (entry && entry.text !== text) {
        const isBase =
          !before ||
          (before.revision === entry.draft.revision && hasSameContent(before.report, entry.draft.report))
        if (!isBase || draft.revision <= entry.draft.revision)
          return hasSameContent(draft.report, entry.draft.report)
            ? { ok: true, journalled: Promise.resolve('ok') }
            : { ok: false, problem: 'stale', ...unwritten }
      }
      // Its own copy: the form goes on changing the values that it handed over.
      const next: Entry = { draft: structuredClone(draft), text, raw: entry?.raw ?? null }
      stock.entries.set(id, next)
      if (!isOpen) savedEarly.add(id)
      const written = next.raw === text ? 'ok' : stock.locked.has(id) ? 'full' : put(draftKey(id), text)
      if (written === 'ok') next.raw = text
      const journalled = write((open) => open.put(recordOf(next), entry && recordOf(entry)))
      changed()
      return written === 'ok' ? { ok: true, journalled } : { ok: false, problem: written, journalled }
    },

    async remove(id) {
      if (!isOpen) await opened
      const entry = stock.entries.get(id)
      if (!entry) return false
      const record: TrashRecord = {
        id,
        revision: entry.draft.revision,
        deletedAt: now().toISOString(),
        text: entry.text,
      }
      stock.entries.delete(id)
      bin(record)
      changed()
      // The journal first: a crash in between leaves the draft in the trash, never nowhere.
      if ((await write((open) => open.bury(record))) !== 'unavailable') {
        // Only what was deleted: another tab, or a save meanwhile, may have written since.
        if (shelf.get(draftKey(id)) === entry.raw) shelf.delete(draftKey(id))
        return true
      }
      if (stock.entries.has(id) || health.storage === 'unavailable') return true
      // Made room first, because the trash needs as much again.
      shelf.delete(draftKey(id))
      if (put(trashKey(id), JSON.stringify(record)) === 'ok') return true
      if (entry.raw !== null) put(draftKey(id), entry.raw)
      stock.entries.set(id, entry)
      stock.trash.delete(id)
      changed()
      return false
    },

    async restore(id) {
      if (!isOpen) await opened
      const gone = stock.trash.get(id)
      if (!gone || stock.entries.has(id)) return false
      const entry: Entry = { draft: gone.draft, text: gone.record.text, raw: null }
      const written = put(draftKey(id), entry.text)
      if (written === 'ok') entry.raw = entry.text
      const journalled = await write((open) => open.unbury(recordOf(entry)))
      if (written === 'full' && journalled === 'unavailable') return false
      // A save meanwhile is newer than what lay in the trash.
      if (!stock.entries.has(id)) stock.entries.set(id, entry)
      stock.trash.delete(id)
      shelf.delete(trashKey(id))
      changed()
      return true
    },

    async purge(id) {
      if (!isOpen) await opened
      if (!stock.trash.has(id)) return false
      await inTime(settled())
      if (indexedDB && !(await purged(indexedDB, id, timers))) return false
      shelf.delete(trashKey(id))
      stock.trash.delete(id)
      changed()
      return shelf.get(trashKey(id)) === null
    },

    dropDamaged(key) {
      if (!key.startsWith(DAMAGED) || !stock.leftAlone.delete(key)) return
      shelf.delete(key)
      changed()
    },

    receive,

    async reread(id) {
      refresh(id)
      const record = await write((open) => open.draft(id))
      if (record && record !== 'unavailable') receive(record.text)
    },

    async keep({ id, ...draft }, reason) {
      const snapshot = {
        draftId: id,
        revision: draft.revision,
        savedAt: draft.savedAt,
        reason,
        text: draftText({ ...draft, id }),
      }
      return (await write((open) => open.keep(snapshot))) !== 'unavailable'
    },

    async snapshots(id) {
      const found = await write((open) => open.snapshots(id))
      return found === 'unavailable' ? [] : found
    },

    usage() {
      let used = 0
      for (const [key, text] of shelf.all(OURS)) used += OURS.length + key.length + text.length
      return used
    },

    async clear() {
      if (!isOpen) await opened
      // What was on its way would arrive afterwards.
      await inTime(settled())
      const databases = indexedDB
        ? await Promise.all(DATABASES.map((name) => emptied(indexedDB, name, timers)))
        : []
      stock = emptyStock()
      for (const key of shelf.all(OURS).keys()) shelf.delete(OURS + key)
      changeHealth({ storage: probe(shelf) })
      changed()
      return databases.every(Boolean) && shelf.all(OURS).size === 0
    },

    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    settled,
  }
  return { store, opened }
}
