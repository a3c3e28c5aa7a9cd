import { contentOf, type Draft, draftText, isNewer, parseDraft, parseNewer } from './draft'
import {
  type Journal,
  type JournalRecord,
  openJournal,
  type Snapshot,
  type SnapshotReason,
  type TrashRecord,
} from './journal'
import { draftIn, parseTrash } from './merge'
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
import { type Entry, type LeftAlone, markGoneOn, takeStock } from './stock'
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
  /** Deletes a draft in the trash for good. */
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
  /** Deletes everything of this program: drafts, trash, snapshots, damaged texts. False when the database refused. */
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

/** Opens both places, takes the newer revision of every draft, and repairs silently what lags behind. */
export async function openDraftStore({
  storage,
  indexedDB,
  now = () => new Date(),
  timers = realTimers,
  onOtherTab,
  patience = 5000,
}: StorePlaces): Promise<DraftStore> {
  const shelf = openShelf(storage)
  const opened = await openJournal(indexedDB, timers, patience)
  const journal = opened?.journal
  const pending = new Set<Promise<unknown>>()
  const listeners = new Set<() => void>()
  let health: Health = { storage: probe(shelf), journal: journal ? 'ok' : 'unavailable' }

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
    if (!journal) return Promise.resolve('unavailable')
    const done = work(journal).then(
      (result) => {
        changeHealth({ journal: 'ok' })
        return result
      },
      () => {
        changeHealth({ journal: 'unavailable' })
        return 'unavailable' as const
      },
    )
    pending.add(done)
    void done.then(() => pending.delete(done))
    return done
  }

  // From here to the repairs nothing waits, so no other tab of this process writes in between.
  const stock = takeStock({ shelf, opened, put, write, now })
  const { entries, trash, leftAlone, locked } = stock
  for (const id of stock.lost) {
    // The last good version, where both places are damaged.
    const kept = await write((open) => open.snapshots(id))
    const good = (kept === 'unavailable' ? [] : kept)
      .map(({ text }) => parseDraft(text))
      .filter((read): read is Draft => !('problem' in read) && read.id === id)
      .at(-1)
    if (!good) continue
    const entry: Entry = { draft: good, text: draftText(good), raw: shelf.get(draftKey(id)) }
    entries.set(id, entry)
    if (!locked.has(id) && put(draftKey(id), entry.text) === 'ok') entry.raw = entry.text
    const damagedRecord = opened?.drafts.find((record) => record.id === id)
    void write((open) => open.put(recordOf(entry), damagedRecord))
  }
  markGoneOn(stock)

  let drafts: Draft[] | undefined
  let trashed: TrashedDraft[] | undefined
  let damaged: DamagedDraft[] | undefined
  function changed() {
    drafts = trashed = damaged = undefined
    for (const listener of listeners) listener()
  }

  function bin(record: TrashRecord) {
    const draft = draftIn(record)
    if (draft) trash.set(record.id, { record, draft })
  }

  /** Takes in what another tab has written since this one looked. */
  function refresh(id: string): void {
    const raw = shelf.get(draftKey(id))
    const entry = entries.get(id)
    if (raw === null || raw === entry?.raw || locked.has(id)) return
    const read = parseDraft(raw)
    if ('problem' in read || read.id !== id) {
      if ('problem' in read && read.problem === 'newer') {
        leftAlone.set(draftKey(id), { id, key: draftKey(id), problem: 'newer', text: raw })
        entries.delete(id)
      }
    } else if (!entry || isNewer(read, entry.draft)) entries.set(id, { draft: read, text: raw, raw })
    else entry.raw = raw
    changed()
  }

  /** A state of a draft from elsewhere than localStorage. */
  function receive(text: string): void {
    const read = parseDraft(text)
    if ('problem' in read) return
    const entry = entries.get(read.id)
    // Without an entry it was deleted here.
    if (!entry || !isNewer(read, entry.draft)) return
    entries.set(read.id, { draft: read, text, raw: shelf.get(draftKey(read.id)) })
    changed()
  }

  const newerDrafts = new Map<string, Draft | undefined>()
  /** One object for one text, as with every other draft. */
  function newer(id: string): Draft | undefined {
    const text = [...leftAlone.values()].find((each) => each.id === id && each.problem === 'newer')?.text
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
    const entry = entries.get(id)
    const present = shelf.get(key) !== null
    if (present && entry) return refresh(id)
    // Deleted there, unless this tab has more than was ever in localStorage.
    if (!present && entry && entry.text === entry.raw) entries.delete(id)
    refresh(id)
    changed()
    void write((open) => open.trash()).then((records) => {
      if (records === 'unavailable') return
      trash.clear()
      for (const record of [...records, ...localTrash()]) bin(record)
      changed()
    })
  })

  return {
    list: () =>
      (drafts ??= [...entries.values()]
        .map(({ draft }) => draft)
        .sort((a, b) => byTime(a.savedAt, b.savedAt))),
    get: (id) => entries.get(id)?.draft ?? newer(id),
    isNewer: (id) => newer(id) !== undefined,
    trash: () =>
      (trashed ??= [...trash.values()]
        .map(({ record, draft }) => ({ draft, deletedAt: record.deletedAt }))
        .sort((a, b) => byTime(a.deletedAt, b.deletedAt))),
    damaged: () => (damaged ??= [...leftAlone.values()]),
    health: () => health,
    now,

    save(draft, before) {
      const { id } = draft
      const text = draftText(draft)
      const unwritten = { journalled: Promise.resolve<Journalled>('unavailable') }
      refresh(id)
      if (leftAlone.get(draftKey(id))?.problem === 'newer')
        return { ok: false, problem: 'stale', ...unwritten }
      const entry = entries.get(id)
      if (entry && entry.text !== text) {
        const isBase =
          !before ||
          (before.revision === entry.draft.revision &&
            contentOf(before.report) === contentOf(entry.draft.report))
        if (!isBase || draft.revision <= entry.draft.revision)
          return contentOf(draft.report) === contentOf(entry.draft.report)
            ? { ok: true, journalled: Promise.resolve('ok') }
            : { ok: false, problem: 'stale', ...unwritten }
      }
      // Its own copy: the form goes on changing the values that it handed over.
      const next: Entry = { draft: structuredClone(draft), text, raw: entry?.raw ?? null }
      entries.set(id, next)
      const written = next.raw === text ? 'ok' : locked.has(id) ? 'full' : put(draftKey(id), text)
      if (written === 'ok') next.raw = text
      const journalled = write((open) => open.put(recordOf(next), entry && recordOf(entry)))
      changed()
      return written === 'ok' ? { ok: true, journalled } : { ok: false, problem: written, journalled }
    },

    async remove(id) {
      const entry = entries.get(id)
      if (!entry) return false
      const record: TrashRecord = {
        id,
        revision: entry.draft.revision,
        deletedAt: now().toISOString(),
        text: entry.text,
      }
      entries.delete(id)
      bin(record)
      changed()
      // The journal first: a crash in between leaves the draft in the trash, never nowhere.
      if ((await write((open) => open.bury(record))) !== 'unavailable') {
        // Only what was deleted: another tab, or a save meanwhile, may have written since.
        if (shelf.get(draftKey(id)) === entry.raw) shelf.delete(draftKey(id))
        return true
      }
      if (entries.has(id) || health.storage === 'unavailable') return true
      // Made room first, because the trash needs as much again.
      shelf.delete(draftKey(id))
      if (put(trashKey(id), JSON.stringify(record)) === 'ok') return true
      if (entry.raw !== null) put(draftKey(id), entry.raw)
      entries.set(id, entry)
      trash.delete(id)
      changed()
      return false
    },

    async restore(id) {
      const gone = trash.get(id)
      if (!gone || entries.has(id)) return false
      const entry: Entry = { draft: gone.draft, text: gone.record.text, raw: null }
      const written = put(draftKey(id), entry.text)
      if (written === 'ok') entry.raw = entry.text
      const journalled = await write((open) => open.unbury(recordOf(entry)))
      if (written === 'full' && journalled === 'unavailable') return false
      // A save meanwhile is newer than what lay in the trash.
      if (!entries.has(id)) entries.set(id, entry)
      trash.delete(id)
      shelf.delete(trashKey(id))
      changed()
      return true
    },

    async purge(id) {
      if (!trash.delete(id)) return false
      changed()
      shelf.delete(trashKey(id))
      return (await write((open) => open.purge(id))) !== 'unavailable' || !journal
    },

    dropDamaged(key) {
      if (!key.startsWith(DAMAGED) || !leftAlone.delete(key)) return
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
      entries.clear()
      trash.clear()
      leftAlone.clear()
      locked.clear()
      for (const key of shelf.all(OURS).keys()) shelf.delete(OURS + key)
      changeHealth({ storage: probe(shelf) })
      changed()
      return (await write((open) => open.clear())) !== 'unavailable' || !journal
    },

    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    async settled() {
      while (pending.size) await Promise.all(pending)
    },
  }
}
