import { expect, test, vi } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { blankReport, type Report, withTexts } from '../report/report'
import { startAutosave } from './autosave'
import { type Draft, newDraft } from './draft'
import type { Journalled, SaveResult } from './store'

/** A store that remembers what it was given, a clock that is moved by hand, and a form with one typed text. */
function setUp(answer: Partial<{ ok: boolean; problem: string; journalled: Journalled }> = {}) {
  vi.useFakeTimers({ now: new Date('2022-01-20T12:00:00Z') })
  const draft = newDraft(blankReport(edition), new Date(), 'one')
  const saves: { draft: Draft; before?: Draft; at: number }[] = []
  const given = { ok: true, journalled: 'ok' as Journalled, ...answer }
  const open = { now: true }
  let typed = ''
  const read = vi.fn(
    (): Report => ({
      ...draft.report,
      entries: typed ? withTexts(draft.report.entries, [['other', typed]]) : draft.report.entries,
    }),
  )
  const start = Date.now()
  const autosave = startAutosave({
    read,
    adopt: () => undefined,
    draft,
    store: {
      get: () => undefined,
      keep: () => Promise.resolve(true),
      isOpen: () => open.now,
      now: () => new Date(),
      save: (next, before) => {
        saves.push({ draft: next, before, at: Date.now() - start })
        return { ...given, journalled: Promise.resolve(given.journalled) } as SaveResult
      },
    },
  })
  const type = (text: string) => {
    typed = text
    autosave.changed()
  }
  return { draft, autosave, saves, type, read, given, open }
}
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('a pause in typing saves once, one revision up', async () => {
  const { autosave, saves, type, draft } = setUp()
  type('a')
  await after(200)
  type('ab')
  await after(299)
  expect(saves).toHaveLength(0)
  await after(1)
  expect(saves).toHaveLength(1)
  expect(saves[0]).toMatchObject({
    before: draft,
    draft: { revision: 2, createdAt: draft.createdAt, report: { entries: { other: 'ab' } } },
  })
  expect(autosave.status()).toEqual({ savedAt: '2022-01-20T12:00:00.500Z' })
})

test('a field that was left is saved then, not between the keys of the next one', async () => {
  const { autosave, saves, type } = setUp()
  autosave.rested()
  expect(saves).toHaveLength(0)
  type('a')
  await after(100)
  autosave.rested()
  expect(saves.map(({ at }) => at)).toEqual([100])
  type('ab')
  await after(250)
  expect(saves).toHaveLength(1)
  await after(1000)
  expect(saves.map(({ at }) => at)).toEqual([100, 400])
})

test('typing without a pause is saved every 0.6 s', async () => {
  const { saves, type } = setUp()
  for (let key = 1; key <= 30; key++) {
    type('x'.repeat(key))
    await after(100)
  }
  expect(saves.map(({ at }) => at)).toEqual([600, 1200, 1800, 2400, 3000])
  expect(saves.map(({ draft }) => draft.revision)).toEqual([2, 3, 4, 5, 6])
})

test('nothing is saved before the journal has been looked into, but by a page that is closed', async () => {
  const { autosave, saves, type, open } = setUp()
  open.now = false
  type('a')
  await after(1000)
  expect(saves).toHaveLength(0)
  open.now = true
  await after(300)
  expect(saves.map(({ draft }) => draft.report.entries.other)).toEqual(['a'])
  open.now = false
  type('ab')
  autosave.flush()
  expect(saves.map(({ draft }) => draft.report.entries.other)).toEqual(['a', 'ab'])
})

test('a key reads nothing', () => {
  const { type, read } = setUp()
  for (let key = 0; key < 100; key++) type(`${key}`)
  expect(read).not.toHaveBeenCalled()
})

test('no write without a change: not on opening, not after typing back, not twice', async () => {
  const { autosave, saves, type } = setUp()
  autosave.flush()
  type('')
  await after(1000)
  expect(saves).toHaveLength(0)
  type('a')
  autosave.flush()
  autosave.flush()
  await after(1000)
  expect(saves).toHaveLength(1)
})

test('hiding the page saves at once', () => {
  const { autosave, saves, type } = setUp()
  type('a')
  expect(autosave.flush()).toEqual({ savedAt: '2022-01-20T12:00:00.000Z' })
  expect(saves).toHaveLength(1)
})

test('stopping writes what is pending; typing after it is not missed', async () => {
  const { autosave, saves, type } = setUp()
  autosave.stop()
  type('a')
  autosave.stop()
  await after(1000)
  expect(saves).toHaveLength(1)
  type('ab')
  await after(1000)
  expect(saves).toHaveLength(2)
})

test('full storage is shown while the journal has it, and tried again without a new revision', async () => {
  const { autosave, saves, type, given } = setUp({ ok: false, problem: 'full' })
  const heard = vi.fn()
  autosave.subscribe(heard)
  type('a')
  await after(1000)
  expect(autosave.status()).toEqual({ savedAt: '2022-01-20T12:00:00.300Z', problem: 'full' })
  given.ok = true
  autosave.flush()
  expect(saves.map(({ draft }) => draft.revision)).toEqual([2, 2])
  expect(autosave.status().problem).toBeUndefined()
  expect(heard).toHaveBeenCalled()
})

test('nothing is called saved when neither place has it', async () => {
  const { autosave, type } = setUp({ ok: false, problem: 'unavailable', journalled: 'unavailable' })
  type('a')
  await after(1000)
  expect(autosave.status()).toEqual({ problem: 'unavailable', savedAt: undefined })
})

test('what may not be written, not even beside the draft of another tab, is not called saved', async () => {
  const { autosave, saves, type, draft, given } = setUp({
    ok: false,
    problem: 'stale',
    journalled: 'unavailable',
  })
  type('a')
  await after(1000)
  expect(autosave.status()).toEqual({ problem: 'stale' })
  type('ab')
  await after(1000)
  // Each time over what was opened, then beside it.
  expect(saves.map(({ before }) => before)).toEqual([draft, undefined, draft, undefined])
  expect(saves.filter(({ before }) => !before).every((save) => save.draft.id !== draft.id)).toBe(true)
  Object.assign(given, { ok: true, journalled: 'conflict' })
  type('abc')
  await after(1000)
  expect(autosave.status().conflict).toEqual({ waiting: false, unkept: [] })
})
