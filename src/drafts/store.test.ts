import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test, vi } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { blankReport, textAt, withTexts } from '../report/report'
import { memoryStorage } from '../testing/fakeBrowser'
import { type Draft, draftText, newDraft } from './draft'
import { openDraftStore, type StorePlaces, startDraftStore } from './store'

/** One browser; `open` is a tab or a new start of the app. Tabs hear of each other's writes when `tell` is called. */
function browser() {
  const storage = memoryStorage()
  const indexedDB = new IDBFactory()
  let minutes = 0
  const now = () => new Date(Date.UTC(2022, 0, 20, 8, minutes++))
  const open = (places: Partial<StorePlaces> = {}) => openDraftStore({ storage, indexedDB, now, ...places })
  return { storage, indexedDB, now, open }
}

const draftOf = (id: string, text: string, revision = 1, savedAt = '2022-01-20T08:00:00.000Z'): Draft => {
  const report = blankReport(edition)
  const entries = withTexts(report.entries, [['other', text]])
  return { ...newDraft({ ...report, entries }, new Date(savedAt), id), revision }
}
const said = (draft: Draft | undefined) => draft && textAt(draft.report.entries, 'other')
const keyOf = (id: string) => `nianbao:draft:${id}`

/** What stands in a store of the database, read past the app. */
async function inDatabase(factory: IDBFactory, store: string): Promise<{ id?: string; text: string }[]> {
  const request = factory.open('nianbao')
  await new Promise((resolve) => (request.onsuccess = resolve))
  const records = request.result.transaction(store).objectStore(store).getAll()
  await new Promise((resolve) => (records.onsuccess = resolve))
  request.result.close()
  return records.result
}

/** A start with given traces: the database first gets its drafts through an app that has no localStorage. */
async function startWith({ stored, journalled }: { stored?: Draft | string; journalled?: Draft }) {
  const given = browser()
  if (journalled) {
    const before = await given.open({ storage: null })
    before.save(journalled)
    await before.settled()
  }
  if (stored) given.storage.setItem(keyOf('one'), typeof stored === 'string' ? stored : draftText(stored))
  const store = await given.open()
  await store.settled()
  return { ...given, store }
}

describe('before the journal has been looked into', () => {
  const local = draftOf('one', 'local', 4)
  const start = async (journalled?: Draft) => {
    const given = browser()
    if (journalled) {
      const before = await given.open({ storage: null })
      before.save(journalled)
      await before.settled()
    }
    given.storage.setItem(keyOf('one'), draftText(local))
    return { ...given, ...startDraftStore({ ...given }) }
  }

  test('what localStorage has is there at once, and stays the same object', async () => {
    const { store, opened } = await start()
    const shown = store.get('one')
    expect([store.isOpen(), said(shown), store.list()]).toEqual([false, 'local', [shown]])
    await opened
    expect(store.isOpen()).toBe(true)
    expect(store.get('one')).toBe(shown)
  })

  test('a newer state in the journal takes its place, and listeners hear of it', async () => {
    const { store, opened } = await start(draftOf('one', 'journal', 7))
    const heard = vi.fn()
    store.subscribe(heard)
    expect(said(store.get('one'))).toBe('local')
    await opened
    expect(said(store.get('one'))).toBe('journal')
    expect(heard).toHaveBeenCalled()
  })

  test('a draft that only the journal has comes with it', async () => {
    const { store, opened } = await start(draftOf('two', 'journal', 7))
    expect(store.get('two')).toBeUndefined()
    await opened
    expect(said(store.get('two'))).toBe('journal')
  })

  test('a new draft that does not fit into localStorage is kept and journalled', async () => {
    const { storage, indexedDB, now } = browser()
    storage.quota = 100
    const { store, opened } = startDraftStore({ storage, indexedDB, now })
    const saved = store.save(draftOf('new', 'first'))
    expect(saved).toMatchObject({ ok: false, problem: 'full' })
    await opened
    expect(said(store.get('new'))).toBe('first')
    expect(await saved.journalled).toBe('ok')
    expect(await inDatabase(indexedDB, 'journal')).toMatchObject([{ id: 'new' }])
  })

  test('a draft that was deleted is not brought back by a localStorage that lagged behind', async () => {
    const given = browser()
    const before = await given.open()
    before.save(local)
    const raw = given.storage.getItem(keyOf('one')) as string
    await before.remove('one')
    given.storage.setItem(keyOf('one'), raw)
    const { store, opened } = startDraftStore({ ...given })
    expect(said(store.get('one'))).toBe('local')
    await opened
    expect(store.get('one')).toBeUndefined()
    expect(store.trash()).toHaveLength(1)
  })

  test('a removal waits for the journal', async () => {
    const { store } = await start()
    expect(await store.remove('one')).toBe('ok')
    expect([store.get('one'), store.trash().length]).toEqual([undefined, 1])
  })
})

describe('at start', () => {
  test.each([
    ['localStorage', draftOf('one', 'local', 5), draftOf('one', 'journal', 4), 'local'],
    ['the journal', draftOf('one', 'local', 4), draftOf('one', 'journal', 5), 'journal'],
    [
      'localStorage, by its time',
      draftOf('one', 'local', 4, '2022-02-02T00:00:00Z'),
      draftOf('one', 'journal', 4),
      'local',
    ],
    [
      'the journal, by its time',
      draftOf('one', 'local', 4),
      draftOf('one', 'journal', 4, '2022-02-02T00:00:00Z'),
      'journal',
    ],
    ['localStorage alone', draftOf('one', 'local'), undefined, 'local'],
    ['the journal alone', undefined, draftOf('one', 'journal'), 'journal'],
  ])('the newer revision wins: %s; both places have it afterwards', async (_, stored, journalled, winner) => {
    const { store, storage, indexedDB } = await startWith({ stored, journalled })
    expect(store.list().map(said)).toEqual([winner])
    expect(storage.getItem(keyOf('one'))).toBe(draftText(store.list()[0] as Draft))
    expect((await inDatabase(indexedDB, 'journal')).map(({ text }) => text)).toEqual([
      storage.getItem(keyOf('one')),
    ])
    expect(store.health()).toEqual({ storage: 'ok', journal: 'ok' })
  })

  test.each([
    ['2022-02-02T00:00:00Z', 'journal'],
    ['2022-01-01T00:00:00Z', 'local'],
  ])('of two states with one revision the loser is kept as a snapshot', async (savedAt, loser) => {
    const { store } = await startWith({
      stored: draftOf('one', 'local', 4, savedAt),
      journalled: draftOf('one', 'journal', 4),
    })
    expect((await store.snapshots('one')).map(({ text }) => said(JSON.parse(text)))).toEqual([loser])
  })

  test('starting again and again changes nothing', async () => {
    const { storage, indexedDB, open } = await startWith({
      stored: draftOf('one', 'local', 5),
      journalled: draftOf('one', 'journal', 4),
    })
    const before = [
      new Map(storage.items),
      await inDatabase(indexedDB, 'journal'),
      await inDatabase(indexedDB, 'snapshots'),
    ]
    for (let start = 0; start < 20; start++) await (await open()).settled()
    expect([
      new Map(storage.items),
      await inDatabase(indexedDB, 'journal'),
      await inDatabase(indexedDB, 'snapshots'),
    ]).toEqual(before)
  })

  test('a damaged text is repaired from the journal and kept aside', async () => {
    const { store, storage, open } = await startWith({
      stored: '{"version":1,"id":"o',
      journalled: draftOf('one', 'journal', 4),
    })
    expect(store.list().map(said)).toEqual(['journal'])
    expect(JSON.parse(storage.getItem(keyOf('one')) ?? '')).toMatchObject({ revision: 4 })
    expect(store.damaged()).toMatchObject([{ id: 'one', problem: 'damaged', text: '{"version":1,"id":"o' }])
    const again = await open()
    expect(again.damaged()).toEqual(store.damaged())
    expect(again.damaged()[0]?.key).toMatch(/^nianbao:damaged:one:\d+$/)
    again.dropDamaged(again.damaged()[0]?.key as string)
    expect(again.damaged()).toEqual([])
    expect((await open()).damaged()).toEqual([])
  })

  test('a damaged text without a journal is kept too, and is no draft', async () => {
    const { store, storage } = await startWith({ stored: draftText(draftOf('two', 'x')) })
    expect(store.list()).toEqual([])
    expect(store.damaged()).toHaveLength(1)
    expect([...storage.items.keys()]).toEqual([store.damaged()[0]?.key])
  })

  test('a damaged text that finds no room is left where it is, and typing goes on in the journal', async () => {
    const given = await startWith({ journalled: draftOf('one', 'journal', 4) })
    given.storage.items.set(keyOf('one'), 'x'.repeat(100))
    given.storage.quota = 120
    const store = await given.open()
    expect(store.save(draftOf('one', 'more', 5), store.get('one'))).toMatchObject({
      ok: false,
      problem: 'full',
    })
    await store.settled()
    expect(given.storage.getItem(keyOf('one'))).toBe('x'.repeat(100))
    given.storage.quota = 1e6
    expect((await given.open()).list().map(said)).toEqual(['more'])
  })

  test('a draft of a later version of the program is listed apart, and neither changed nor written over', async () => {
    const text = JSON.stringify({ version: 9, id: 'one', pages: [] })
    const { store, storage } = await startWith({ stored: text, journalled: draftOf('one', 'journal', 4) })
    expect(store.list()).toEqual([])
    expect(store.damaged()).toMatchObject([{ id: 'one', problem: 'newer' }])
    expect(store.save(draftOf('one', 'x', 9))).toMatchObject({ ok: false, problem: 'stale' })
    expect(storage.getItem(keyOf('one'))).toBe(text)
  })

  test('keys of other programs are left alone', async () => {
    const given = browser()
    given.storage.setItem('theme', 'dark')
    const store = await given.open()
    await store.remove('theme')
    expect(given.storage.getItem('theme')).toBe('dark')
  })
})

describe('when something is missing', () => {
  const broken = {
    open: () => {
      throw new DOMException('no', 'SecurityError')
    },
  } as unknown as IDBFactory
  const mute = { open: () => ({}) } as unknown as IDBFactory

  test.each([
    ['no IndexedDB', null],
    ['one that throws', broken],
    ['one that never answers', mute],
  ])('%s: localStorage has it', async (_, indexedDB) => {
    const { open } = browser()
    const store = await open({ indexedDB, patience: 10 })
    expect(store.health()).toEqual({ storage: 'ok', journal: 'unavailable' })
    expect(store.save(draftOf('one', 'a'))).toMatchObject({ ok: true })
    await store.remove('one')
    store.save(draftOf('two', 'b'))
    const again = await open({ indexedDB, patience: 10 })
    expect(again.list().map(said)).toEqual(['b'])
    expect(again.trash().map(({ draft }) => said(draft))).toEqual(['a'])
    expect(await again.restore('one')).toBe('ok')
    expect((await open({ indexedDB, patience: 10 })).list().map(said).sort()).toEqual(['a', 'b'])
  })

  test('an IndexedDB that is back finds what was deleted without it', async () => {
    const { open } = await startWith({ journalled: draftOf('one', 'a') })
    await (await open({ indexedDB: null })).remove('one')
    const store = await open()
    expect(store.list()).toEqual([])
    expect(store.trash().map(({ draft }) => said(draft))).toEqual(['a'])
  })

  test('an IndexedDB of a later version of the program is left alone', async () => {
    const { open, indexedDB } = browser()
    const request = indexedDB.open('nianbao', 9)
    await new Promise((resolve) => (request.onsuccess = resolve))
    request.result.close()
    expect((await open()).health().journal).toBe('unavailable')
  })

  test('a connection closed under us is opened anew', async () => {
    const { open, indexedDB } = browser()
    const opened: IDBDatabase[] = []
    const spy = {
      open: (name: string, version: number) => {
        const request = indexedDB.open(name, version)
        request.addEventListener('success', () => opened.push(request.result))
        return request
      },
    } as unknown as IDBFactory
    const store = await open({ indexedDB: spy })
    opened[0]?.close()
    await expect(store.save(draftOf('one', 'a')).journalled).resolves.toBe('ok')
    expect(opened).toHaveLength(2)
  })

  test('full storage: memory and journal have it, and it is said until there is room again', async () => {
    const given = browser()
    const store = await given.open()
    store.save(draftOf('one', 'a'))
    const heard = vi.fn()
    store.subscribe(heard)
    given.storage.quota = 10
    const result = store.save(draftOf('one', 'ab', 2))
    expect(result).toMatchObject({ ok: false, problem: 'full' })
    await expect(result.journalled).resolves.toBe('ok')
    expect(said(store.get('one'))).toBe('ab')
    expect(store.health().storage).toBe('full')
    expect(heard).toHaveBeenCalled()
    expect((await given.open()).list().map(said)).toEqual(['ab'])
    given.storage.quota = 1e6
    expect(store.save(draftOf('one', 'ab', 2))).toMatchObject({ ok: true })
    expect(store.health()).toEqual({ storage: 'ok', journal: 'ok' })
    expect(said(JSON.parse(given.storage.getItem(keyOf('one')) ?? ''))).toBe('ab')
  })

  test('without both, everything is in memory only, and says so', async () => {
    const store = await openDraftStore({ storage: null, indexedDB: null })
    expect(store.health()).toEqual({ storage: 'unavailable', journal: 'unavailable' })
    expect(store.save(draftOf('one', 'a'))).toMatchObject({ ok: false, problem: 'unavailable' })
    expect(store.list().map(said)).toEqual(['a'])
    expect(await store.remove('one')).toBe('ok')
    expect(await store.restore('one')).toBe('ok')
    expect(store.list().map(said)).toEqual(['a'])
  })

  test('a storage whose every call throws is unavailable', async () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const storage = {
      getItem: refuse,
      setItem: refuse,
      removeItem: refuse,
      key: refuse,
      get length(): number {
        return refuse()
      },
    }
    const store = await openDraftStore({ storage, indexedDB: new IDBFactory() })
    await expect(store.save(draftOf('one', 'a')).journalled).resolves.toBe('ok')
    expect(store.health()).toEqual({ storage: 'unavailable', journal: 'ok' })
  })
})

describe('deleting', () => {
  test('one draft leaves the others as they are', async () => {
    const { open, storage, indexedDB } = browser()
    const store = await open()
    for (const id of ['one', 'two', 'three']) store.save(draftOf(id, id))
    const others = [storage.getItem(keyOf('two')), storage.getItem(keyOf('three'))]
    expect(await store.remove('two')).toBe('ok')
    expect(
      store
        .list()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['one', 'three'])
    expect(storage.getItem(keyOf('two'))).toBeNull()
    expect([storage.getItem(keyOf('three'))]).toEqual(others.slice(1))
    expect((await inDatabase(indexedDB, 'journal')).map(({ id }) => id).sort()).toEqual(['one', 'three'])
    const again = await open()
    expect(
      again
        .list()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['one', 'three'])
    expect(again.trash().map(({ draft }) => said(draft))).toEqual(['two'])
  })

  test('a deleted draft comes back whole, or goes for good', async () => {
    const { open } = browser()
    const store = await open()
    const [one, two] = [draftOf('one', 'a', 7), draftOf('two', 'b')]
    store.save(one)
    store.save(two)
    await store.remove('one')
    await store.remove('two')
    expect(store.trash().map(({ draft }) => draft.id)).toEqual(['two', 'one'])
    expect(await store.restore('one')).toBe('ok')
    expect(await store.purge('two')).toBe('ok')
    expect(await store.restore('two')).toBe('gone')
    const again = await open()
    expect(again.list()).toEqual([one])
    expect(again.trash()).toEqual([])
  })

  test('a deletion whose localStorage half was lost in a crash stays a deletion', async () => {
    const { open, storage } = browser()
    const store = await open()
    store.save(draftOf('one', 'a', 3))
    await store.settled()
    await store.remove('one')
    storage.setItem(keyOf('one'), draftText(draftOf('one', 'older', 2)))
    const again = await open()
    expect(again.list()).toEqual([])
    expect(again.trash().map(({ draft }) => said(draft))).toEqual(['a'])
  })

  test('a draft brought back from a backup while it lies in the trash stays', async () => {
    const { open } = browser()
    const store = await open()
    store.save(draftOf('one', 'a', 3))
    await store.remove('one')
    store.save(draftOf('one', 'backup', 2))
    await store.settled()
    const again = await open()
    expect(again.list().map(said)).toEqual(['backup'])
    expect(await again.restore('one')).toBe('there')
    expect((await again.snapshots('one')).map(({ text }) => said(JSON.parse(text)))).toEqual(['a'])
  })

  test('what is typed elsewhere while a deletion is under way is kept', async () => {
    const { open } = browser()
    const store = await open()
    store.save(draftOf('one', 'a'))
    const removed = store.remove('one')
    store.save(draftOf('one', 'ab', 2))
    expect(await removed).toBe('changed')
    await store.settled()
    expect((await open()).list().map(said)).toEqual(['ab'])
  })
})

describe('two tabs', () => {
  async function twoTabs() {
    const given = browser()
    const tell: ((key: string | null, value: string | null) => void)[] = []
    const onOtherTab = (listener: (typeof tell)[number]) => void tell.push(listener)
    const first = await given.open({ onOtherTab })
    first.save(draftOf('one', 'a'))
    await first.settled()
    const second = await given.open({ onOtherTab })
    const hear = (tab: number, id: string) => tell[tab]?.(keyOf(id), given.storage.getItem(keyOf(id)))
    return { ...given, first, second, hear }
  }

  test('a write of the other tab appears, also a new draft and a deletion', async () => {
    const { first, second, hear } = await twoTabs()
    const list = second.list()
    expect(second.list()).toBe(list)
    first.save(draftOf('one', 'ab', 2))
    first.save(draftOf('two', 'b'))
    hear(1, 'one')
    hear(1, 'two')
    expect(second.list()).not.toBe(list)
    expect(second.list().map(said).sort()).toEqual(['ab', 'b'])
    await first.remove('one')
    hear(1, 'one')
    expect(second.list().map(said)).toEqual(['b'])
    await second.settled()
    await vi.waitFor(() => expect(second.trash().map(({ draft }) => said(draft))).toEqual(['ab']))
  })

  test('storage cleared from outside takes nothing from an open tab', async () => {
    const { first, storage, open } = await twoTabs()
    storage.items.clear()
    first.save(draftOf('one', 'ab', 2), first.get('one'))
    expect((await open()).list().map(said)).toEqual(['ab'])
  })

  test.each(['heard', 'not heard'])(
    'a tab that knows an older state does not write over a newer one (%s)',
    async (event) => {
      const { first, second, hear, storage } = await twoTabs()
      const opened = second.get('one')
      first.save(draftOf('one', 'first', 2), first.get('one'))
      if (event === 'heard') hear(1, 'one')
      expect(second.save(draftOf('one', 'second', 2), opened)).toMatchObject({ ok: false, problem: 'stale' })
      expect(second.save(draftOf('one', 'second', 3), opened)).toMatchObject({ ok: false, problem: 'stale' })
      expect(second.save(draftOf('one', 'second', 2))).toMatchObject({ ok: false, problem: 'stale' })
      expect(said(JSON.parse(storage.getItem(keyOf('one')) ?? ''))).toBe('first')
      expect(said(second.get('one'))).toBe('first')
      expect(second.save(draftOf('one', 'second', 3), second.get('one'))).toMatchObject({ ok: true })
    },
  )

  test('where only the journal works, the state that loses is kept as a snapshot', async () => {
    const { indexedDB } = browser()
    const tab = () => openDraftStore({ storage: null, indexedDB })
    const start = await tab()
    start.save(draftOf('one', 'a'))
    await start.settled()
    const [first, second] = [await tab(), await tab()]
    await expect(first.save(draftOf('one', 'first', 2), first.get('one')).journalled).resolves.toBe('ok')
    await expect(first.save(draftOf('one', 'first!', 3), first.get('one')).journalled).resolves.toBe('ok')
    await expect(second.save(draftOf('one', 'second', 2), second.get('one')).journalled).resolves.toBe(
      'conflict',
    )
    expect((await tab()).list().map(said)).toEqual(['first!'])
    expect((await first.snapshots('one')).map(({ text }) => said(JSON.parse(text)))).toEqual(['second'])
  })
})

test('what the store holds does not change with the form that handed it over', async () => {
  const store = await browser().open()
  const draft = draftOf('one', 'a')
  store.save(draft)
  draft.report.entries.other = 'changed'
  expect(said(store.get('one'))).toBe('a')
})

test('the latest saved draft comes first', async () => {
  const store = await browser().open()
  store.save(draftOf('one', 'a', 1, '2022-01-01T00:00:00Z'))
  store.save(draftOf('two', 'b', 1, '2022-03-01T00:00:00Z'))
  store.save(draftOf('three', 'c', 1, '2022-02-01T00:00:00Z'))
  expect(store.list().map(said)).toEqual(['b', 'c', 'a'])
})
