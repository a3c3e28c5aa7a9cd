import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textAt, withTexts } from '../report/report'
import { fakeBrowser, handTimers, neverAnswering, settle, type Tab } from '../testing/fakeBrowser'
import type { Draft } from './draft'
import { holdDraft } from './tabGuard'
import { whileFree } from './whileFree'

/** With and without Web Locks; together 500 in `npm run check:drafts`. */
const RUNS = Number(process.env.DRAFTS_RUNS ?? 80) / 2
const ADDRESSES = ['other', 'problems', 'tables.requests.received.naturalPerson']

test('a second tab reads, takes over, and gives back', async () => {
  const { open, advance } = fakeBrowser()
  const first = await open('x')
  await advance(300)
  const second = await open('x')
  await advance(300)
  expect([first.hold.role(), second.hold.role()]).toEqual(['writer', 'reader'])
  expect(first.type('other', 'a')).toBe(true)
  expect(second.type('other', 'b')).toBe(false)
  // Not yet saved when the other tab asks.
  void second.hold.takeOver()
  await advance(0)
  expect([first.hold.role(), second.hold.role()]).toEqual(['reader', 'writer'])
  expect(textAt(second.entries(), 'other')).toBe('a')
  second.type('other', 'ab')
  second.close()
  await advance(10)
  expect(first.hold.role()).toBe('writer')
  expect(textAt(first.entries(), 'other')).toBe('ab')
})

test.each([true, false])(
  'a page without the report writes into a draft only while no tab has it open (Web Locks: %s)',
  async (webLocks) => {
    const { open, openIdle, advance } = fakeBrowser({ webLocks })
    const tab = await open('x')
    await advance(1000)
    expect(tab.hold.role()).toBe('writer')
    const idle = await openIdle()
    const written: string[] = []
    const write = async (what: string) => {
      const answer = whileFree(idle.locks, 'x', idle.timers, () => written.push(what))
      await settle()
      await advance(4000)
      return answer
    }
    expect(await write('under a form')).toBe('held')
    await advance(5000)
    tab.close()
    await advance(5000)
    expect(await write('alone')).toBe(1)
    expect(written).toEqual(['alone'])
    // And it has let go again.
    const next = await open('x')
    await advance(1000)
    expect(next.hold.role()).toBe('writer')
  },
)

test('what another tab has saved of the same value is called a version only when the database has it, else it is handed out', async () => {
  const silent = neverAnswering(new IDBFactory())
  silent.answers = true
  const { open, openStore, advance } = fakeBrowser({ factory: silent })
  const tab = await open('x')
  const elsewhere = await openStore()
  const clash = async (mine: string, theirs: string) => {
    tab.type('other', mine)
    const seen = elsewhere.get('x') as Draft
    const entries = withTexts(seen.report.entries, [['other', theirs]])
    elsewhere.save({ ...seen, revision: seen.revision + 1, report: { ...seen.report, entries } }, seen)
    await settle(2)
  }
  const versions = async () =>
    (await elsewhere.snapshots('x')).map(({ text }) => JSON.parse(text).report.entries.other)

  await clash('a', '甲')
  await settle()
  expect(tab.autosave.status().conflict).toEqual({ waiting: false, unkept: [] })
  expect(await versions()).toContain('甲')
  await advance(1000)

  silent.answers = false
  await clash('ab', '乙')
  expect(tab.autosave.status().conflict).toEqual({ waiting: true, unkept: [] })
  await advance(10_000)
  expect(tab.autosave.status().conflict).toMatchObject({
    waiting: false,
    unkept: [{ id: 'x', report: { entries: { other: '乙' } } }],
  })
  expect(textAt(tab.entries(), 'other')).toBe('ab')

  // When it answers again, what was left over is kept with the next save.
  silent.answers = true
  tab.type('other', 'abc')
  await advance(1000)
  expect(tab.autosave.status().conflict).toEqual({ waiting: false, unkept: [] })
  expect(await versions()).toContain('乙')
})

type Step =
  | { kind: 'type'; tab: number; at: number }
  | { kind: 'takeOver'; tab: number }
  | { kind: 'reload'; tab: number }
  | { kind: 'wait'; milliseconds: number }
const tab = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), tab, at: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('takeOver' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), tab }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(0, 50, 250, 700, 2500),
    }),
  },
)

for (const webLocks of [true, false])
  test(`random edits, takeovers and reloads in three tabs, ${webLocks ? 'with' : 'without'} Web Locks: every accepted edit is there`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const { open, advance } = fakeBrowser({ webLocks })
        const tabs: Tab[] = [await open('x'), await open('x'), await open('x')]
        const accepted = new Map<string, string>()
        let count = 0
        for (const each of steps) {
          if (each.kind === 'wait') await advance(each.milliseconds)
          else {
            const chosen = tabs[each.tab] as Tab
            if (each.kind === 'takeOver') void chosen.hold.takeOver()
            else if (each.kind === 'reload') {
              chosen.close()
              await settle()
              tabs[each.tab] = await open('x')
            } else {
              const address = ADDRESSES[each.at] as string
              const text = String(++count)
              if (chosen.type(address, text)) accepted.set(address, text)
            }
          }
          await settle(1)
        }
        await advance(5000)
        for (const each of tabs)
          expect(each.hold.role() === 'writer').toBe(each === tabs.find((t) => t.hold.role() === 'writer'))
        for (const each of tabs) each.close()
        await advance(100)
        const last = await open('x')
        const kept = await last.store.snapshots('x')
        for (const [address, text] of accepted) {
          const inSnapshot = kept.some(
            (snapshot) => textAt(JSON.parse(snapshot.text).report.entries, address) === text,
          )
          // Typed at the same moment in two tabs: one is in the report, the other among the versions.
          if (!inSnapshot) expect(textAt(last.entries(), address)).toBe(text)
        }
        last.close()
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  }, 600_000)

test.each([
  ['nobody waits for it: it is ours, and we have not heard of it yet', [], 'writer'],
  ['we wait for it ourselves: another tab has it', [{ name: 'nianbao:draft:x' }], 'reader'],
])('where the answer about the lock takes long, %s', async (_, pending, role) => {
  const { timers, advance } = handTimers()
  const { store, autosave } = await fakeBrowser().open('x')
  const hold = holdDraft({
    draft: { id: 'x' },
    tabs: {
      channel: null,
      locks: { request: () => new Promise(() => undefined), query: () => Promise.resolve({ pending }) },
    },
    store,
    autosave,
    timers,
  })
  await advance(1000)
  await settle()
  expect(hold.role()).toBe(role)
})
