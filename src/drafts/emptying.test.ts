import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { blankReport } from '../report/report'
import { handTimers, memoryStorage, neverAnswering, settle } from '../testing/fakeBrowser'
import { type Draft, newDraft } from './draft'
import { type DraftStore, openDraftStore } from './store'

const draftOf = (id: string): Draft =>
  newDraft(blankReport(edition), new Date('2022-01-20T08:00:00.000Z'), id)

function opened(factory: IDBFactory, version?: number, upgrade?: (database: IDBDatabase) => void) {
  const request = factory.open('nianbao', version)
  request.onupgradeneeded = () => upgrade?.(request.result)
  return new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result)
  })
}
async function countIn(factory: IDBFactory): Promise<number> {
  const database = await opened(factory)
  const names = [...database.objectStoreNames]
  const counts = names.map(
    (name) =>
      new Promise<number>((resolve) => {
        const count = database.transaction(name).objectStore(name).count()
        count.onsuccess = () => resolve(count.result)
      }),
  )
  database.close()
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

/** A draft, a deleted one, and a version of each, in a database that a later program has then taken over. */
async function takenOver() {
  const storage = memoryStorage()
  const indexedDB = new IDBFactory()
  const before = await openDraftStore({ storage, indexedDB })
  for (const id of ['one', 'two']) {
    before.save(draftOf(id))
    await before.keep(draftOf(id), 'manual')
  }
  await before.remove('two')
  await before.settled()
  ;(await opened(indexedDB, 2, (database) => void database.createObjectStore('later'))).close()
  return { storage, indexedDB, store: await openDraftStore({ storage, indexedDB }) }
}

test('清除 empties also the database of a later program', async () => {
  const { storage, indexedDB, store } = await takenOver()
  expect(await countIn(indexedDB)).toBe(4)
  expect(await store.clear()).toBe(true)
  expect([await countIn(indexedDB), storage.items.size]).toEqual([0, 0])
})

test('清除 makes no database where there was none', async () => {
  const indexedDB = new IDBFactory()
  const store = await openDraftStore({ storage: memoryStorage(), indexedDB })
  expect(await store.clear()).toBe(true)
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['nianbao'])
})

/** What becomes of a question when the database does not answer: undefined while the page still waits. */
async function answerOf(ask: (store: DraftStore) => Promise<boolean>) {
  const clock = handTimers()
  const indexedDB = new IDBFactory()
  const storage = memoryStorage()
  const first = await openDraftStore({ storage, indexedDB })
  first.save(draftOf('one'))
  first.save(draftOf('two'))
  await first.remove('two')
  await first.settled()
  const silent = neverAnswering(indexedDB)
  silent.answers = true
  const store = await openDraftStore({ storage, indexedDB: silent, timers: clock.timers, now: clock.now })
  await store.settled()
  silent.answers = false
  let answer: boolean | undefined
  void ask(store).then((given) => {
    answer = given
  })
  await settle()
  const early = answer
  for (let second = 0; second < 11; second++) await clock.advance(1000)
  return { early, answer, store, indexedDB, silent }
}

test('清除 says that it is not done when the database does not answer, and takes nothing later', async () => {
  const { early, answer, indexedDB, silent } = await answerOf((store) => store.clear())
  expect([early, answer]).toEqual([undefined, false])
  silent.answers = true
  silent.wake()
  await settle()
  expect(await countIn(indexedDB)).toBe(2)
})

test('a deleted draft stays in 回收站 when the database does not answer, and says so', async () => {
  const { early, answer, store, indexedDB, silent } = await answerOf(
    async (each) => (await each.purge('two')) === 'ok',
  )
  expect([early, answer]).toEqual([undefined, false])
  expect(store.trash().map(({ draft }) => draft.id)).toEqual(['two'])
  silent.wake()
  await settle()
  expect(await countIn(indexedDB)).toBe(2)
})

test('a draft of which a later program holds versions is purged with them', async () => {
  const { indexedDB, store } = await takenOver()
  // Without the journal this program deletes into localStorage.
  await store.remove('one')
  expect(await store.purge('one')).toBe('ok')
  const database = await opened(indexedDB)
  const kept = database.transaction('snapshots').objectStore('snapshots').index('draftId').getAllKeys('one')
  database.close()
  await new Promise((resolve) => {
    kept.onsuccess = resolve
  })
  expect(kept.result).toEqual([])
})

test('a save does not wait for ever for a database that has fallen silent', async () => {
  const { early, answer } = await answerOf(
    async (store) => (await store.save({ ...draftOf('one'), revision: 2 }).journalled) === 'unavailable',
  )
  expect([early, answer]).toEqual([undefined, true])
})
