import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { blankReport, type Entries, textAt, withTexts } from '../report/report'
import { handTimers, memoryStorage, settle } from '../testing/fakeBrowser'
import { startAutosave } from './autosave'
import { draftText, newDraft, parseDraft } from './draft'
import type { Journal } from './journal'
import { type DraftStore, openDraftStore } from './store'

/** Everything with `npm run check:drafts`, else every so many-th case. */
const EVERY = process.env.DRAFTS_RUNS ? 1 : 12

const ID = 'x'
const said = (store: DraftStore) => {
  const draft = store.get(ID)
  return draft && textAt(draft.report.entries, 'other')
}

/** What a clerk sees of trouble: the banner, the save state, the list of what could not be read. */
const shown = (store: DraftStore) =>
  store.health().storage !== 'ok' || store.health().journal !== 'ok' || store.damaged().length > 0

interface Faults {
  /** Of the writes into localStorage, from 1: whether this one fails. */
  storage?: (call: number) => boolean
  error?: 'QuotaExceededError' | 'SecurityError'
  /** Of the transactions that write into the database, from 1. */
  journal?: (call: number) => boolean
}

/** A database whose writing transactions can be refused, each at its turn. */
function unreliable(factory: IDBFactory, fails: (call: number) => boolean): IDBFactory {
  let calls = 0
  return {
    open(name: string, version: number) {
      const request = factory.open(name, version)
      request.addEventListener('success', () => {
        const database = request.result
        const transaction = database.transaction.bind(database)
        database.transaction = (names, mode, options) => {
          if (mode === 'readwrite' && fails(++calls)) throw new DOMException('no', 'UnknownError')
          return transaction(names, mode, options)
        }
      })
      return request
    },
  } as unknown as IDBFactory
}

/** A session of work: a new draft, five texts one after the other, left as a page is left. */
async function work({ storage: fails, error = 'QuotaExceededError', journal }: Faults) {
  const disk = memoryStorage()
  const factory = new IDBFactory()
  const clock = handTimers()
  let calls = 0
  const storage = {
    getItem: disk.getItem,
    removeItem: disk.removeItem,
    key: disk.key,
    get length() {
      return disk.length
    },
    setItem(key: string, value: string) {
      if (fails?.(++calls)) throw new DOMException('no', error)
      disk.setItem(key, value)
    },
  }
  const store = await openDraftStore({
    storage,
    indexedDB: journal ? unreliable(factory, journal) : factory,
    now: clock.now,
    timers: clock.timers,
  })
  store.save(newDraft(blankReport(edition), clock.now(), ID))
  const draft = store.get(ID)
  if (!draft) throw new Error('memory has it in any case')
  let entries: Entries = draft.report.entries
  const autosave = startAutosave({
    read: () => ({ ...draft.report, entries }),
    adopt: () => undefined,
    draft,
    store,
    timers: clock.timers,
  })
  let everShown = false
  for (let text = 1; text <= 5; text++) {
    entries = withTexts(entries, [['other', `text ${text}`]])
    autosave.changed()
    await clock.advance(700)
    everShown ||= shown(store) || autosave.status().problem !== undefined
  }
  autosave.flush()
  await settle()
  everShown ||= shown(store) || autosave.status().problem !== undefined
  const again = () =>
    openDraftStore({ storage: disk, indexedDB: factory, now: clock.now, timers: clock.timers })
  return { calls, everShown, again, disk, factory }
}

test('whatever write fails, nothing is lost silently', async () => {
  const { calls } = await work({ storage: () => false })
  let cases = 0
  const kinds: ((n: number) => Faults)[] = (['QuotaExceededError', 'SecurityError'] as const).flatMap(
    (error) => [
      // Only this one, from this one on, up to this one.
      (n: number) => ({ error, storage: (call: number) => call === n }),
      (n: number) => ({ error, storage: (call: number) => call >= n }),
      (n: number) => ({ error, storage: (call: number) => call <= n }),
      // The database too.
      (n: number) => ({
        error,
        storage: (call: number) => call === n,
        journal: (call: number) => call === n,
      }),
      (n: number) => ({ error, storage: (call: number) => call >= n, journal: (call: number) => call >= n }),
      (n: number) => ({ error, journal: (call: number) => call === n }),
      (n: number) => ({ error, journal: (call: number) => call >= n }),
    ],
  )
  for (const [at, kind] of kinds.entries())
    for (let n = 1 + (at % EVERY); n <= calls + 1; n += EVERY) {
      cases++
      const { everShown, again } = await work(kind(n))
      const text = said(await again())
      if (text !== 'text 5') expect({ at, n, text, everShown }).toMatchObject({ everShown: true })
    }
  console.log(`${cases} sessions with failing writes`)
}, 900_000)

test('whatever is damaged at rest, the text is repaired and the damage shown', async () => {
  const clock = handTimers()
  const report = blankReport(edition)
  const draft = {
    ...newDraft({ ...report, entries: withTexts(report.entries, [['other', 'text 5']]) }, clock.now(), ID),
    revision: 6,
  }
  const text = draftText(draft)
  const key = `nianbao:draft:${ID}`
  /** Opens with one text in localStorage and one in the journal. */
  async function openedWith(local: string, journalled: string) {
    const storage = memoryStorage()
    storage.setItem(key, local)
    const factory = new IDBFactory()
    const first = await openDraftStore({ storage: memoryStorage(), indexedDB: factory, timers: clock.timers })
    first.save(draft)
    await first.settled()
    if (journalled !== text) await overwrite(factory, journalled)
    const store = await openDraftStore({ storage, indexedDB: factory, now: clock.now, timers: clock.timers })
    await store.settled()
    return { store, storage, factory }
  }
  let cases = 0
  const step = Math.ceil(text.length / 300) * EVERY
  for (let at = 0; at < text.length; at += step)
    for (const damaged of [
      text.slice(0, at),
      `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ (1 << (at % 7)))}${text.slice(at + 1)}`,
    ]) {
      for (const [local, journalled] of [
        [damaged, text],
        [text, damaged],
      ] as const) {
        cases++
        const { store, storage } = await openedWith(local, journalled)
        expect([at, said(store)]).toEqual([at, 'text 5'])
        expect([at, store.damaged().length]).toEqual([at, 1])
        // Repaired on the disk, too.
        expect(parseDraft(storage.getItem(key) ?? '')).toEqual(draft)
      }
    }
  console.log(`${cases} damaged texts`)
  if (EVERY === 1) expect(cases).toBeGreaterThanOrEqual(1000)
}, 900_000)

test('where both places are damaged, the last good version is gone on with, and this is shown', async () => {
  const clock = handTimers()
  const storage = memoryStorage()
  const factory = new IDBFactory()
  const open = () => openDraftStore({ storage, indexedDB: factory, now: clock.now, timers: clock.timers })
  const first = await open()
  const report = blankReport(edition)
  const draft = newDraft(
    { ...report, entries: withTexts(report.entries, [['other', 'good']]) },
    clock.now(),
    ID,
  )
  first.save(draft)
  await first.keep(draft, 'time')
  await first.settled()
  await overwrite(factory, 'rubbish')
  storage.setItem(`nianbao:draft:${ID}`, 'rubbish')
  const store = await open()
  await store.settled()
  expect(said(store)).toBe('good')
  expect(store.damaged()).toMatchObject([{ problem: 'damaged', goneOnWith: draft.savedAt }])
  expect(said(await open())).toBe('good')
})

test('a full disk takes the oldest snapshots, and the draft is written', async () => {
  const factory = new IDBFactory()
  let full = false
  const tight = {
    open(name: string, version: number) {
      const request = factory.open(name, version)
      request.addEventListener('success', () => {
        const database = request.result
        const transaction = database.transaction.bind(database)
        database.transaction = (names, mode, options) => {
          const writes = mode === 'readwrite' && [names].flat().includes('journal')
          if (writes && full) {
            full = false
            throw new DOMException('full', 'QuotaExceededError')
          }
          return transaction(names, mode, options)
        }
      })
      return request
    },
  } as unknown as IDBFactory
  const store = await openDraftStore({ storage: memoryStorage(), indexedDB: tight })
  const draft = newDraft(blankReport(edition), new Date('2022-01-20T08:00:00Z'), ID)
  store.save(draft)
  for (let revision = 2; revision <= 13; revision++) await store.keep({ ...draft, revision }, 'time')
  full = true
  await expect(store.save({ ...draft, revision: 14 }).journalled).resolves.toBe('ok')
  expect((await store.snapshots(ID)).map(({ revision }) => revision)).toEqual([12, 13])
  expect(store.health()).toEqual({ storage: 'ok', journal: 'ok' })
})

test('of a draft at most 30 snapshots stay, those by time go first', async () => {
  const store = await openDraftStore({ storage: memoryStorage(), indexedDB: new IDBFactory() })
  const draft = newDraft(blankReport(edition), new Date('2022-01-20T08:00:00Z'), ID)
  await store.keep({ ...draft, revision: 1 }, 'step')
  for (let revision = 2; revision <= 40; revision++) await store.keep({ ...draft, revision }, 'time')
  await store.keep({ ...draft, revision: 40 }, 'time')
  const kept = await store.snapshots(ID)
  expect(kept).toHaveLength(30)
  expect(kept[0]).toMatchObject({ revision: 1, reason: 'step' })
  expect(kept.at(-1)).toMatchObject({ revision: 40 })
})

/** Damages what the journal has of the draft, past the app. */
async function overwrite(factory: IDBFactory, text: string) {
  const request = factory.open('nianbao')
  await new Promise((resolve) => {
    request.onsuccess = resolve
  })
  const record: Awaited<ReturnType<Journal['drafts']>>[number] = {
    id: ID,
    revision: 6,
    savedAt: '2022-01-20T08:00:00.000Z',
    text,
  }
  const transaction = request.result.transaction('journal', 'readwrite')
  transaction.objectStore('journal').put(record)
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  request.result.close()
}
