import { type Draft, draftText, isOlder } from './draft'
import type { Journal, JournalRecord, OpenedJournal, TrashRecord } from './journal'
import { draftIn, parseTrash, type readAs, startOf } from './merge'
import { DAMAGED, DRAFTS, draftKey, type Shelf, trashKey, type Written } from './shelf'

/** One draft in memory with its text, and the text that was last seen in localStorage (null: none). */
export interface Entry {
  draft: Draft
  text: string
  raw: string | null
  /** Whether one of the two places is known to have had this text. */
  stored?: boolean
}

/** Whether it has been in one of the two places: found in neither, it was cleared or deleted. Any other is in memory only. */
export const wasStored = ({ text, raw, stored }: Entry): boolean => text === raw || stored === true

/** Remembers that the journal has this text. */
export function markJournalled(
  { entries }: Pick<Stock, 'entries'>,
  { id, text }: { id: string; text: string },
) {
  const entry = entries.get(id)
  if (entry?.text === text) entry.stored = true
}

/**
 * A text that is no draft for this version, left as it is. Without `key` it stands in the journal only. Of a damaged one
 * `goneOnWith` is when the good state was saved that took its place, absent where there is none.
 */
export interface LeftAlone {
  id: string
  key?: string
  problem: 'damaged' | 'newer'
  text: string
  goneOnWith?: string
}

export interface Stock {
  entries: Map<string, Entry>
  trash: Map<string, { record: TrashRecord; draft: Draft }>
  /** By key in localStorage, or id where there is none. */
  leftAlone: Map<string, LeftAlone>
  /** Drafts whose place in localStorage holds a damaged text that could not be moved away: it must not be overwritten. */
  locked: Set<string>
  /** Drafts without a readable text anywhere but, perhaps, among their snapshots. */
  lost: string[]
}

export const emptyStock = (): Stock => ({
  entries: new Map(),
  trash: new Map(),
  leftAlone: new Map(),
  locked: new Set(),
  lost: [],
})

/** Everything that is there when the app starts. What lags behind in one of the places is repaired on the way. */
export function takeStock({
  shelf,
  opened,
  put,
  write,
  now,
  read,
}: {
  shelf: Shelf
  opened: OpenedJournal | null
  put: (key: string, text: string) => Written
  write: <T>(work: (journal: Journal) => Promise<T>) => Promise<T | 'unavailable'>
  now: () => Date
  read: typeof readAs
}): Stock {
  const stock = emptyStock()
  const stored = shelf.all(DRAFTS)
  const journalled = new Map(opened?.drafts.map((record) => [record.id, record]))
  const buried = new Map(opened?.trash.map((record) => [record.id, record]))
  const buriedLocally = new Map<string, TrashRecord>()
  for (const [id, text] of shelf.all(trashKey(''))) {
    const record = parseTrash(text)
    if (record && draftIn(record)) buriedLocally.set(record.id, record)
    else stock.leftAlone.set(trashKey(id), { id, key: trashKey(id), problem: 'damaged', text })
  }
  for (const [rest, text] of shelf.all(DAMAGED)) {
    const id = rest.slice(0, rest.lastIndexOf(':'))
    stock.leftAlone.set(DAMAGED + rest, { id, key: DAMAGED + rest, problem: 'damaged', text })
  }
  for (const record of [...buried.values(), ...buriedLocally.values()]) {
    const draft = draftIn(record)
    const known = stock.trash.get(record.id)
    if (!draft) stock.leftAlone.set(record.id, { id: record.id, problem: 'damaged', text: record.text })
    if (draft && !(known && known.record.deletedAt > record.deletedAt))
      stock.trash.set(record.id, { record, draft })
  }

  /** Keeps a damaged text under a key of its own; false when there is no room for it. */
  function setAside(id: string, text: string): boolean {
    for (const known of stock.leftAlone.values()) if (known.id === id && known.text === text) return true
    let time = now().getTime()
    while (stock.leftAlone.has(`${DAMAGED}${id}:${time}`)) time++
    const key = `${DAMAGED}${id}:${time}`
    const kept = put(key, text) === 'ok'
    stock.leftAlone.set(kept ? key : id, { id, key: kept ? key : undefined, problem: 'damaged', text })
    return kept
  }
  /** Moves a damaged text to a key of its own. It is deleted first, since localStorage may not have room for it twice. */
  function moveAside(id: string, text: string) {
    shelf.delete(draftKey(id))
    if (setAside(id, text)) return
    put(draftKey(id), text)
    stock.locked.add(id)
  }

  for (const id of new Set([...stored.keys(), ...journalled.keys()])) {
    const raw = stored.get(id)
    const record = journalled.get(id)
    const start = startOf(
      {
        id,
        stored: raw,
        journalled: record,
        buried: buried.get(id),
        buriedLocally: buriedLocally.get(id),
      },
      read,
    )
    if (start.state === 'newer') {
      stock.leftAlone.set(draftKey(id), {
        id,
        key: raw === undefined ? undefined : draftKey(id),
        problem: 'newer',
        text: start.text,
      })
      continue
    }
    if (start.state === 'deleted') {
      const local = buriedLocally.get(id)
      if (record && local) void write((journal) => journal.bury(local))
      shelf.delete(draftKey(id))
      continue
    }
    for (const text of start.damaged) {
      if (text === raw) moveAside(id, text)
      else setAside(id, text)
    }
    if (start.state === 'lost') {
      stock.lost.push(id)
      continue
    }
    const { draft } = start
    const older = isOlder(start.text)
    const text = older ? draftText(draft) : start.text
    const entry: Entry = { draft, text, raw: raw ?? null, stored: text === record?.text }
    stock.entries.set(id, entry)
    if ((!start.stored || older) && !stock.locked.has(id) && put(draftKey(id), text) === 'ok')
      entry.raw = text
    const own: JournalRecord = { id, revision: draft.revision, savedAt: draft.savedAt, text }
    if (older) {
      const { revision, savedAt } = draft
      const original = { draftId: id, revision, savedAt, reason: 'migration' as const, text: start.text }
      void write((journal) => journal.keep(original).then(() => journal.put(own, record)))
    } else if (start.journal === 'lacks') void write((journal) => journal.repair(own))
    // A damaged record is written over. Where the two places hold different texts of one revision, the journal takes the
    // text of localStorage, and the one that lost is kept as a version there.
    else if (start.journal === 'damaged') void write((journal) => journal.put(own, record))
    else if (start.journal === 'forked')
      void write((journal) => journal.put(start.stored ? own : forkOf(own, raw as string)))
  }
  markGoneOn(stock)
  return stock
}

/** Says of each damaged text which good state took its place. */
export function markGoneOn({ leftAlone, entries }: Pick<Stock, 'leftAlone' | 'entries'>) {
  for (const [key, each] of leftAlone)
    if (each.problem === 'damaged')
      leftAlone.set(key, { ...each, goneOnWith: each.goneOnWith ?? entries.get(each.id)?.draft.savedAt })
}

const forkOf = (winner: JournalRecord, text: string): JournalRecord => ({
  ...winner,
  savedAt: JSON.parse(text).savedAt,
  text,
})
