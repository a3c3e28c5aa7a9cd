import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { blankReport, type Report, textAt, withTexts } from '../report/report'
import { fakeBrowser, handTimers, memoryStorage, neverAnswering, settle } from '../testing/fakeBrowser'
import { alter } from './alter'
import { type Draft, newDraft } from './draft'
import { openJournal } from './journal'
import { inTurn, restoreDrafts } from './restoring'
import { type DraftStore, openDraftStore } from './store'

const noon = new Date('2022-01-20T04:00:00.000Z')
const reportWith = (texts: Record<string, string>): Report => {
  const report = blankReport(edition)
  return { ...report, entries: withTexts(report.entries, Object.entries(texts)) }
}
const draftOf = (id: string, texts: Record<string, string>): Draft => newDraft(reportWith(texts), noon, id)
const changed = (draft: Draft, texts: Record<string, string>): Report => ({
  ...draft.report,
  entries: withTexts(draft.report.entries, Object.entries(texts)),
})
const text = (store: DraftStore, address: string, id = 'x') =>
  textAt(store.get(id)?.report.entries ?? {}, address)
let ids = 0
const newId = () => `copy-${++ids}`

/** A tab that imports beside one in which the draft is open. */
async function importing(texts: Record<string, string>) {
  const given = fakeBrowser()
  const store = await given.openStore()
  store.create(draftOf('x', texts))
  await settle()
  const tab = await given.open('x')
  await given.advance(500)
  return { ...given, store, tab, seen: store.get('x') as Draft }
}

test('撤销 after 合并 takes back only its own, and what was there before is a version', async () => {
  const { store, tab, seen, advance } = await importing({ other: '原文' })
  const merged = await alter(store, seen, changed(seen, { other: '合并的', problems: '也合并' }))
  if (!merged.ok) throw new Error(merged.problem)
  expect(merged.written.sort()).toEqual(['other', 'problems'])
  await advance(500)
  // Typed in the other tab since: beside the merge, and over one of its values.
  tab.type('organ.name', '青禾县水务局')
  tab.type('problems', '后来写的')
  await advance(1000)
  const undone = await alter(store, merged.after, merged.before.report)
  await advance(1000)
  expect(undone).toMatchObject({ ok: true, written: ['other'], left: ['problems'] })
  for (const entries of [tab.entries(), store.get('x')?.report.entries ?? {}])
    expect(['other', 'problems', 'organ.name'].map((address) => textAt(entries, address))).toEqual([
      '原文',
      '后来写的',
      '青禾县水务局',
    ])
  const kept = (await store.snapshots('x')).map((each) =>
    textAt(JSON.parse(each.text).report.entries, 'other'),
  )
  expect(kept).toContain('合并的')
})

test('合并 on a preview that is out of date leaves what was typed since', async () => {
  const { store, tab, seen, advance } = await importing({ other: '原文' })
  tab.type('other', '31415')
  await advance(1000)
  const merged = await alter(store, seen, changed(seen, { other: '合并的', problems: '也合并' }))
  expect(merged).toMatchObject({ ok: true, written: ['problems'], left: ['other'] })
  expect([text(store, 'other'), text(store, 'problems')]).toEqual(['31415', '也合并'])
})

test('合并 into a draft that is gone writes nothing and says so', async () => {
  const { store, seen } = await importing({})
  expect(await store.remove('x')).toBe('ok')
  expect(await alter(store, seen, changed(seen, { other: 'a' }))).toEqual({ ok: false, problem: 'gone' })
})

/** A browser whose localStorage is full and that has no database. */
async function full(draft: Draft) {
  const storage = memoryStorage()
  const store = await openDraftStore({ storage, indexedDB: null })
  store.create(draft)
  storage.quota = [...storage.items].reduce((sum, [key, value]) => sum + key.length + value.length, 0) + 20
  return { store, reopened: () => openDraftStore({ storage, indexedDB: null }) }
}

test('合并 that finds no room says so, and nothing shows it as done', async () => {
  const { store, reopened } = await full(draftOf('x', { other: 'a' }))
  const seen = store.get('x') as Draft
  const wanted = changed(seen, { other: 'b'.repeat(100) })
  expect(await alter(store, seen, wanted)).toEqual({ ok: false, problem: 'full' })
  for (const each of [store, await reopened()]) expect(text(each, 'other')).toBe('a')
})

test('恢复 decides when it is confirmed: what was typed since the preview stays', async () => {
  const { openStore, advance } = fakeBrowser()
  const [first, second] = [await openStore(), await openStore()]
  const old = { ...draftOf('x', { other: '旧' }), revision: 90 }
  // The preview saw no draft; another tab has made one since.
  expect(second.get('x')).toBeUndefined()
  first.create(draftOf('x', { other: '31415' }))
  await advance(0)
  const { drafts, noRoom } = await restoreDrafts(second, [old], newId)
  expect([noRoom, text(second, 'other')]).toEqual([[], '31415'])
  expect(drafts.map(({ id, report }) => [id, textAt(report.entries, 'other')])).toEqual([
    [`copy-${ids}`, '旧'],
  ])
})

test('drafts of a backup for which there is no room are named, the others are there afterwards', async () => {
  const storage = memoryStorage(12_000)
  const backup = [
    draftOf('one', { other: 'a' }),
    draftOf('two', { other: 'b'.repeat(20_000) }),
    draftOf('three', { other: 'c' }),
  ]
  const store = await openDraftStore({ storage, indexedDB: null })
  const { drafts, noRoom } = await restoreDrafts(store, backup, newId)
  expect([drafts, noRoom].map((list) => list.map(({ id }) => id))).toEqual([['one', 'three'], ['two']])
  const again = await openDraftStore({ storage, indexedDB: null })
  expect(
    again
      .list()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(
    store
      .list()
      .map(({ id }) => id)
      .sort(),
  )
  expect(again.list()).toHaveLength(2)
})

test('with a database that has fallen silent, what localStorage takes is restored, and nothing waits for ever', async () => {
  const clock = handTimers()
  const silent = neverAnswering(new IDBFactory())
  silent.answers = true
  const store = await openDraftStore({ storage: memoryStorage(), indexedDB: silent, timers: clock.timers })
  silent.answers = false
  let ids: string[] | undefined
  void restoreDrafts(store, [draftOf('one', {})], newId).then(({ drafts }) => {
    ids = drafts.map(({ id }) => id)
  })
  for (let second = 0; second < 30; second++) await clock.advance(1000)
  expect(ids).toEqual(['one'])
})

test('a draft deleted in another tab while it is typed into is in one list, with all that was typed', async () => {
  const { store, tab, advance } = await importing({ other: 'a' })
  tab.type('other', 'ab')
  expect(await store.remove('x')).toBe('ok')
  await advance(1000)
  for (const each of [store, tab.store]) {
    expect(each.list().map(({ id }) => id)).toEqual(['x'])
    expect(each.trash()).toEqual([])
  }
  expect(text(store, 'other')).toBe('ab')
  expect(await store.restore('x')).toBe('there')
})

test('a deletion takes no text that the clerk has not seen', async () => {
  const { store, seen, tab, advance } = await importing({ other: 'a' })
  tab.type('other', 'typed since')
  await advance(1000)
  expect(await store.remove('x', seen)).toBe('changed')
  expect(text(store, 'other')).toBe('typed since')
})

test('what was restored and deleted anew in another tab is not replaced by an older text of it', async () => {
  const { openStore, advance } = fakeBrowser()
  const [first, second] = [await openStore(), await openStore()]
  first.create(draftOf('x', { other: 'a' }))
  await advance(0)
  await first.remove('x')
  await advance(0)
  expect(second.trash()).toHaveLength(1)
  expect(await first.restore('x')).toBe('ok')
  const there = first.get('x') as Draft
  await alter(first, there, changed(there, { other: 'ab' }))
  await first.remove('x')
  expect(await second.restore('x')).toBe('ok')
  expect(text(second, 'other')).toBe('ab')
})

test('a draft cleared, and restored as it once was, in another tab: both that one and what is typed here are kept', async () => {
  const { store, tab, seen, advance, open } = await importing({ other: '原文' })
  for (const typed of ['一', '二', '三']) {
    tab.type('other', typed)
    await advance(1000)
  }
  const cleared = store.clear()
  await advance(6000)
  expect(await cleared).toBe(true)
  await restoreDrafts(store, [seen], newId)
  await advance(1000)
  for (const typed of ['四', '五']) {
    tab.type('other', typed)
    await advance(1000)
  }
  expect(tab.autosave.status().problem).toBeUndefined()
  const own = tab.autosave.saved().id
  expect(own).not.toBe('x')
  const later = await open(own)
  expect(text(later.store, 'other', own)).toBe('五')
  expect(text(later.store, 'other')).toBe('原文')
  expect(later.store.list()).toHaveLength(2)
})

test('what is restored from the trash beside a silent database is still there at the next start', async () => {
  const factory = new IDBFactory()
  const silent = neverAnswering(factory)
  silent.answers = true
  const { openStore, advance } = fakeBrowser({ factory: silent })
  const store = await openStore()
  store.create(draftOf('x', { other: '原文' }))
  await advance(1000)
  expect(await store.remove('x')).toBe('ok')
  silent.answers = false
  const restored = store.restore('x')
  // Each thing that is asked of it waits five seconds for an answer.
  for (let second = 0; second < 30; second++) await advance(1000)
  expect(await restored).toBe('ok')
  silent.answers = true
  const next = await openStore()
  expect(text(next, 'other')).toBe('原文')
  expect(next.trash()).toEqual([])
})

test('a draft that only the database had room for is not taken for being there once another tab has cleared it', async () => {
  const clock = handTimers()
  const places = { storage: memoryStorage(1000), indexedDB: new IDBFactory(), timers: clock.timers }
  const first = await openDraftStore(places)
  first.create(draftOf('x', { other: 'a'.repeat(1000) }))
  await settle()
  const second = await openDraftStore(places)
  const seen = second.get('x') as Draft
  expect(await first.clear()).toBe(true)
  expect(await alter(second, seen, changed(seen, { other: 'b' }))).toEqual({ ok: false, problem: 'gone' })
  expect(await second.restore('x')).toBe('gone')
  expect(second.list()).toEqual([])
  expect((await openDraftStore(places)).list()).toEqual([])
})

test('what was typed over a merge while a silent database was waited for is not said to be merged', async () => {
  const silent = neverAnswering(new IDBFactory())
  silent.answers = true
  const { open, advance } = fakeBrowser({ factory: silent })
  const tab = await open('x')
  await advance(500)
  const seen = tab.store.get('x') as Draft
  silent.answers = false
  const merging = alter(tab.store, seen, changed(seen, { other: '合并的', problems: '也合并' }))
  // Looking, keeping a version, looking again: each waits five seconds for the database, then localStorage has the merge.
  while (text(tab.store, 'other') !== '合并的') await advance(1000)
  tab.type('other', '31415')
  for (let second = 0; second < 30; second++) await advance(1000)
  expect(await merging).toMatchObject({ ok: true, written: ['problems'], left: ['other'] })
  expect([text(tab.store, 'other'), text(tab.store, 'problems')]).toEqual(['31415', '也合并'])
})

test('a save on top of one that loses against another tab stays in the database, and the other tab’s text is a version', async () => {
  const { timers } = handTimers()
  const opened = await openJournal(new IDBFactory(), timers, 5000)
  if (!opened) throw new Error('no database')
  const { journal } = opened
  const record = (revision: number, minute: number, text: string) => ({
    id: 'x',
    revision,
    savedAt: new Date(noon.getTime() + minute * 60_000).toISOString(),
    text,
  })
  const [base, theirs, mine] = [record(1, 0, '原文'), record(2, 2, '那边的'), record(2, 1, '这边的')]
  const next = record(3, 3, '这边接着写的')
  await journal.put(base)
  await journal.put(theirs, base)
  // The second of them is placed before the first has heard that it is not alone.
  const results = await Promise.all([journal.put(mine, base), journal.put(next, mine)])
  expect(results).toEqual(['conflict', 'ok'])
  expect((await journal.draft('x'))?.text).toBe('这边接着写的')
  expect((await journal.snapshots('x')).map(({ text }) => text)).toEqual(['那边的'])
})

test.each([
  ['older', 1],
  ['as new', 4],
  ['newer', 90],
])(
  'cleared in another tab and restored there from a backup that is %s: what was typed here before and after is kept',
  async (_, revision) => {
    const { store, tab, seen, advance, openStore } = await importing({ other: '原文' })
    for (const typed of ['一', '二', '三']) {
      tab.type('other', typed)
      await advance(1000)
    }
    tab.type('problems', '清除以前')
    await advance(1000)
    const cleared = store.clear()
    await settle(60)
    expect(await cleared).toBe(true)
    await restoreDrafts(store, [{ ...seen, revision }], newId)
    await advance(1000)
    tab.type('organ.name', '恢复以后')
    await advance(1000)
    // The page says so by this.
    expect(tab.autosave.saved().id).not.toBe('x')
    tab.close()
    await advance(1000)
    const later = await openStore()
    const kept = [
      ...later.list().map(({ report }) => report),
      ...(await Promise.all(later.list().map(({ id }) => later.snapshots(id))))
        .flat()
        .map((each) => JSON.parse(each.text).report as Report),
    ]
    for (const [address, typed] of [
      ['other', '三'],
      ['problems', '清除以前'],
      ['organ.name', '恢复以后'],
    ] as const)
      expect(
        kept.map((report) => textAt(report.entries, address)),
        address,
      ).toContain(typed)
  },
)

test('backups come back one tab after the other, and a tab that holds its turn for ever keeps nobody', async () => {
  const { locks, timers, advance } = fakeBrowser()
  const done: string[] = []
  let end: () => void = () => undefined
  void inTurn(locks, timers, () => new Promise<void>((resolve) => (end = resolve)))
  await settle()
  const second = inTurn(locks, timers, async () => done.push('second'))
  await settle()
  expect(done).toEqual([])
  end()
  await second
  expect(done).toEqual(['second'])
  void inTurn(locks, timers, () => new Promise<void>(() => undefined))
  await settle()
  const third = inTurn(locks, timers, async () => done.push('third'))
  await advance(30_000)
  await third
  expect(done).toEqual(['second', 'third'])
})
