import { draftText, hasSameContent, isNewer } from './draft'
import type { DraftStore } from './draftStore'
import { DATABASES, emptied, purged } from './emptying'
import type { JournalRecord, TrashRecord } from './journal'
import type { JournalQueue } from './journalQueue'
import { isDraft, readAs } from './merge'
import { draftKey, OURS, type Shelf, trashKey, type Written, waitingKey } from './shelf'
import { type Entry, markJournalled, type Stock, wasStored } from './stock'
import type { Timers } from './timers'

/** What a writer needs that changes drafts without having them open: storage, database, clock. */
export interface Ground {
  opened(): Promise<void>
  stock(): Stock
  /** Drops everything in memory. */
  forgetAll(): void
  shelf: Shelf
  put(key: string, text: string): Written
  storage(): Written
  write: JournalQueue['write']
  settledInTime(): Promise<void>
  indexedDB: IDBFactory | null | undefined
  timers: Timers
  now(): Date
  refresh(id: string): void
  bin(record: TrashRecord): void
  changed(): void
  save: DraftStore['save']
}

export type Outside = Pick<DraftStore, 'place' | 'remove' | 'restore' | 'purge' | 'clear'>

export const recordOf = ({ draft, text }: Pick<Entry, 'draft' | 'text'>): JournalRecord => ({
  id: draft.id,
  revision: draft.revision,
  savedAt: draft.savedAt,
  text,
})

/**
 * Everything that writes drafts without having them open. Each looks into both places first, and says what came of it by
 * what it finds there afterwards.
 */
export function outsideWriters(ground: Ground): Outside {
  const { shelf, stock, write, changed, opened, indexedDB, timers } = ground
  /**
   * Whether another text stands where this one was stored, which is no newer: two tabs made one revision of it, and the other's was
   * found to win. A text that a silent database may still have counts as there, unless it would be older.
   */
  function isDisplaced(id: string, record: JournalRecord | 'unavailable' | undefined): boolean {
    const entry = stock().entries.get(id)
    const raw = shelf.get(draftKey(id))
    if (!entry || !wasStored(entry) || raw === null || raw === entry.text) return false
    if (record !== 'unavailable') return record?.text !== entry.text
    const there = readAs(id, raw)
    return isDraft(there) && there.revision >= entry.draft.revision
  }

  /** Takes in what both places have of a draft by now. */
  async function look(id: string): Promise<Entry | undefined> {
    ground.refresh(id)
    const record = await write((open) => open.draft(id))
    if (isDisplaced(id, record)) {
      stock().entries.delete(id)
      ground.refresh(id)
    }
    const draft = record && record !== 'unavailable' ? readAs(id, record.text) : undefined
    const entry = stock().entries.get(id)
    if (record && record !== 'unavailable' && isDraft(draft) && !(entry && !isNewer(draft, entry.draft))) {
      stock().entries.set(id, { draft, text: record.text, raw: shelf.get(draftKey(id)) })
      changed()
    }
    if (record && record !== 'unavailable') markJournalled(stock(), record)
    // In neither place any more: cleared or deleted in another tab. The news is not here yet, or there is none, as
    // where localStorage had no room for it.
    if (record === undefined && entry && wasStored(entry) && shelf.get(draftKey(id)) === null) {
      stock().entries.delete(id)
      changed()
    }
    return stock().entries.get(id)
  }

  /**
   * Why a draft is not deleted that has become another one. What was saved may be on its way to the database, and another
   * tab's deletion may have taken it out of localStorage meanwhile: said when it is there.
   */
  const changedOrGone = async (id: string) => ((await look(id)) ? 'changed' : 'gone')

  /** Reads back what has been written: whether one of the two places has it, or what was made from it. */
  async function isStored({ draft: { id, revision }, text }: Entry): Promise<boolean> {
    const raw = shelf.get(draftKey(id))
    if (raw === text) return true
    const record = await write((open) => open.draft(id))
    if (record && record !== 'unavailable') return record.text === text || record.revision > revision
    const read = raw === null ? undefined : readAs(id, raw)
    return isDraft(read) && read.revision > revision
  }

  return {
    async place(draft, seen) {
      await opened()
      const { id } = draft
      const entry = await look(id)
      const alone = !entry && !stock().leftAlone.get(draftKey(id)) && !stock().trash.has(id)
      const asSeen =
        entry?.draft.revision === seen?.revision &&
        entry &&
        seen &&
        hasSameContent(entry.draft.report, seen.report)
      if (seen ? !asSeen : !alone) return { ok: false, problem: 'changed' }
      const result = ground.save(draft, seen && entry?.draft)
      if (!result.ok && result.problem === 'stale') return { ok: false, problem: 'changed' }
      const own = stock().entries.get(id)
      const journalled = await result.journalled
      if (own && (await isStored(own))) return { ok: true, draft, stored: true }
      // The other tab's state stands, and ours is among the versions; also where it came just after ours had been written.
      if (journalled === 'conflict' || (own && wasStored(own))) {
        if (stock().entries.get(id) === own) stock().entries.delete(id)
        await look(id)
        return { ok: false, problem: 'changed' }
      }
      if (ground.storage() === 'unavailable') return { ok: true, draft, stored: false }
      if (stock().entries.get(id) === own) {
        if (entry) stock().entries.set(id, entry)
        else stock().entries.delete(id)
        changed()
      }
      return { ok: false, problem: 'full' }
    },

    async remove(id, shown = stock().entries.get(id)?.draft) {
      await opened()
      const seen = shown ?? stock().entries.get(id)?.draft
      const entry = await look(id)
      if (!entry || !seen) return 'gone'
      if (!hasSameContent(seen.report, entry.draft.report)) return changedOrGone(id)
      const record: TrashRecord = {
        id,
        revision: entry.draft.revision,
        deletedAt: ground.now().toISOString(),
        text: entry.text,
      }
      // The journal first: a crash in between leaves the draft in the trash, never nowhere.
      const buried = await write((open) => open.bury(record))
      // Another tab has saved in the meantime.
      if (buried === false) return changedOrGone(id)
      // A save meanwhile is newer than what was deleted.
      const savedSince = () => stock().entries.get(id) !== entry && stock().entries.has(id)
      const forget = async () => {
        if (savedSince()) return changedOrGone(id)
        stock().entries.delete(id)
        ground.bin(record)
        changed()
        return 'ok'
      }
      if (buried !== 'unavailable') {
        // Only what was deleted: another tab, or a save meanwhile, may have written since.
        if (shelf.get(draftKey(id)) === entry.raw) shelf.delete(draftKey(id))
        return forget()
      }
      ground.refresh(id)
      if (savedSince()) return 'changed'
      if (ground.storage() === 'unavailable') return forget()
      // Made room first, because the trash needs as much again.
      shelf.delete(draftKey(id))
      if (ground.put(trashKey(id), JSON.stringify(record)) === 'ok') return forget()
      if (entry.raw !== null) ground.put(draftKey(id), entry.raw)
      return 'failed'
    },

    async restore(id) {
      await opened()
      const live = await look(id)
      const found = await write((open) => open.buried(id))
      if (found && found !== 'unavailable') ground.bin(found)
      // Deleted in another tab just now: the news is not here yet.
      const deleted = found && found !== 'unavailable' && live && live.draft.revision <= found.revision
      if (live && !deleted) return 'there'
      if (live && stock().entries.get(id) === live) stock().entries.delete(id)
      const gone = stock().trash.get(id)
      if (!gone || (found === undefined && shelf.get(trashKey(id)) === null)) {
        if (stock().trash.delete(id)) changed()
        return 'gone'
      }
      const entry: Entry = { draft: gone.draft, text: gone.record.text, raw: null }
      const back = await write((open) => open.unbury(recordOf(entry)))
      entry.stored = back === true
      // Restored, or deleted anew, in another tab meanwhile.
      if (back === false) return (await look(id)) ? 'there' : 'failed'
      // Saved in another tab while the database was waited for.
      ground.refresh(id)
      if (stock().entries.has(id)) return 'there'
      if (back === 'unavailable') {
        // The database still has it in its trash: by its revision it is known, at the next start, to have come back since.
        entry.draft = { ...gone.draft, revision: gone.draft.revision + 1 }
        entry.text = draftText(entry.draft)
      }
      const written = ground.put(draftKey(id), entry.text)
      if (written === 'ok') entry.raw = entry.text
      if (written !== 'ok' && back === 'unavailable' && ground.storage() !== 'unavailable') return 'failed'
      stock().entries.set(id, entry)
      stock().trash.delete(id)
      shelf.delete(trashKey(id))
      changed()
      return 'ok'
    },

    async purge(id) {
      await opened()
      await ground.settledInTime()
      if (await look(id)) return 'there'
      if (!stock().trash.has(id)) return 'gone'
      if (indexedDB && !(await purged(indexedDB, id, timers))) return 'failed'
      shelf.delete(trashKey(id))
      shelf.delete(waitingKey(id))
      if (shelf.get(trashKey(id)) !== null) return 'failed'
      stock().trash.delete(id)
      changed()
      return 'ok'
    },

    async clear() {
      await opened()
      // What is saved from here on was typed after the clerk had decided.
      const there = shelf.all(OURS)
      const known = new Set(stock().entries.values())
      // What was on its way would arrive afterwards.
      await ground.settledInTime()
      const databases = indexedDB
        ? await Promise.all(DATABASES.map((name) => emptied(indexedDB, name, timers)))
        : []
      for (const [key, text] of there) if (shelf.get(OURS + key) === text) shelf.delete(OURS + key)
      const since = [...stock().entries].filter(([, entry]) => !known.has(entry))
      ground.forgetAll()
      for (const [id, entry] of since) stock().entries.set(id, entry)
      changed()
      return databases.every(Boolean) && [...there].every(([key, text]) => shelf.get(OURS + key) !== text)
    },
  }
}
