import { localDate } from '../report/localDate'
import { publishedOf } from '../report/publication'
import { type Draft, draftText, hasSameContent, isNewer, isOlder, parseDraft, parseNewer } from './draft'
import type { DamagedDraft, DraftStore, Health, Journalled, StorePlaces, TrashedDraft } from './draftStore'
import { ANSWER_MS } from './emptying'
import { type Journal, openJournal, type TrashRecord } from './journal'
import { journalQueue } from './journalQueue'
import { draftIn, isDraft, parseTrash, readAs } from './merge'
import { outsideWriters, recordOf } from './outside'
import { DAMAGED, DRAFTS, draftKey, OURS, openShelf, probe, trashKey, type Written } from './shelf'
import { type Entry, emptyStock, markGoneOn, markJournalled, takeStock, wasStored } from './stock'
import { realTimers } from './timers'

export type * from './draftStore'

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
  const { write, settled } = journalQueue({
    journal: () => (journal === undefined ? opening.then((found) => found?.journal ?? null) : journal),
    timers,
    tell: (state) => changeHealth({ journal: state }),
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
    else {
      // Another tab's text of the same revision took the place of this one.
      entry.stored = wasStored(entry)
      entry.raw = raw
    }
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

  /** Whether a draft was saved after it had been deleted, in a tab that was still typing. */
  const outlived = (record: TrashRecord) =>
    (stock.entries.get(record.id)?.draft.revision ?? -1) > record.revision

  /** Whoever writes: what was published is among the snapshots before long, and stays when the report is changed or dated otherwise. */
  function keepPublications(before: Draft, draft: Draft) {
    const states = publishedOf(before, draft, localDate(now()))
    if (!states.length) return
    const keeping = import('./published').then(async ({ keepPublished }) => {
      for (const state of states) await keepPublished(store, state)
    })
    // Files of the program that are gone are told of where they are asked for (`vite:preloadError`).
    keeping.catch(() => undefined)
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

  /** Waits no longer than a database may take to answer. */
  const settledInTime = () =>
    new Promise<void>((resolve) => {
      const timer = timers.schedule(resolve, ANSWER_MS)
      void settled().then(() => {
        timers.cancel(timer)
        resolve()
      })
    })
  const writers = outsideWriters({
    opened: async () => {
      if (!isOpen) await opened
    },
    stock: () => stock,
    forgetAll() {
      stock = emptyStock()
      changeHealth({ storage: probe(shelf) })
    },
    shelf,
    put,
    storage: () => health.storage,
    write,
    settledInTime,
    indexedDB,
    timers,
    now,
    refresh,
    bin,
    changed,
    save: (draft, before) => store.save(draft, before),
  })
  const store: DraftStore = {
    ...writers,
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
        .filter(({ record }) => !outlived(record))
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
      const gone = stock.trash.get(id)
      // Deleted in another tab while this one was typing: it comes back, as it was deleted.
      if (gone && before && !stock.entries.has(id))
        stock.entries.set(id, { draft: gone.draft, text: gone.record.text, raw: null })
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
      if (entry) keepPublications(entry.draft, next.draft)
      const base = entry ? recordOf(entry) : before && recordOf({ draft: before, text: draftText(before) })
      const journalled = write((open) => open.put(recordOf(next), base))
      void journalled.then((done) => {
        if (done === 'ok') next.stored = true
      })
      // In the journal, what lay in the trash with other content becomes a snapshot; elsewhere it has to stay.
      if (gone && (journal || gone.record.text === base?.text)) {
        stock.trash.delete(id)
        shelf.delete(trashKey(id))
      }
      changed()
      return written === 'ok' ? { ok: true, journalled } : { ok: false, problem: written, journalled }
    },

    create(draft) {
      const { problem } = { problem: undefined, ...store.save(draft) }
      if (problem === 'stale') throw new Error('a new draft has an id of its own')
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
      if (!record || record === 'unavailable') return
      receive(record.text)
      markJournalled(stock, record)
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

    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    settled,
  }
  return { store, opened }
}
