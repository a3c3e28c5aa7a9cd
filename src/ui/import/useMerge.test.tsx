import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { neutralReport } from '../../checks/rules/neutralReport'
import { newDraft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import { currentEdition as edition } from '../../format/editions'
import { differencesOf } from '../../import/apply'
import { carriedInto } from '../../report/carry/carry'
import { waitingIn } from '../../report/carry/waiting'
import { applyChanges, blankReport, type Report, textAt } from '../../report/report'
import { fakeBrowser } from '../../testing/fakeBrowser'
import { filledReport } from '../../testing/filledReport'
import { sessionOf } from '../../testing/session'
import { staleLinks } from '../../writing/links'
import { DraftStoreProvider, TabsProvider } from '../drafts/store'
import { keptWaiting } from '../drafts/waiting'
import { useMerge } from './useMerge'

test('a merge that fails says so and can be tried again: it neither waits for ever nor calls itself done', async () => {
  const locks = { request: () => Promise.reject(new Error('no locks here')) }
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TabsProvider value={{ locks, channel: null }}>
      <DraftStoreProvider value={{} as DraftStore}>{children}</DraftStoreProvider>
    </TabsProvider>
  )
  const { result } = renderHook(() => useMerge(), { wrapper })
  const draft = newDraft(filledReport(), new Date('2022-01-10T08:00:00Z'), 'one')
  await act(() => result.current.asLastYear(draft, draft.report).catch(() => undefined))
  expect(result.current.busy).toBe(false)
  expect(result.current.outcome).toMatchObject({
    state: 'refused',
    words: expect.stringContaining('不知道写入了没有'),
  })
})

describe('a report imported over carried prose', () => {
  const TEXT = 'overview.onRequest'
  const [CELL, TOTAL] = ['tables.requests.received.naturalPerson', 'tables.requests.received.total']
  const sourceOf = (year: number) =>
    neutralReport(edition, { [TEXT]: '全年新收申请25件，培训3次。', [CELL]: '25' }, year)

  async function merged(source: Report) {
    const store = await fakeBrowser().openStore()
    const last = neutralReport(edition, { [TEXT]: '2022年收到申请25件。', problems: '举办培训3次。' }, 2022)
    const { changes, notes } = carriedInto(blankReport(edition), edition, last)
    const link = { text: TEXT, cell: TOTAL, phrase: '收到申请25件', value: 25 }
    const report = { ...blankReport(edition), entries: applyChanges(blankReport(edition).entries, changes) }
    const draft = newDraft({ ...report, notes: { ...notes, links: [link] } }, store.now(), 'one')
    store.create(draft)
    const wrapper = ({ children }: { children: ReactNode }) => (
      <TabsProvider value={{ locks: null, channel: null }}>
        <DraftStoreProvider value={store}>{children}</DraftStoreProvider>
      </TabsProvider>
    )
    const { result } = renderHook(() => useMerge(), { wrapper })
    const taken = differencesOf(draft.report, source, edition).filter(({ address }) =>
      [TEXT, CELL].includes(address),
    )
    const now = () => store.get('one')?.report as Report
    const waits = (address: string) => {
      const own = now()
      const text = (other: string) => textAt(own.entries, other)
      return waitingIn(own.notes, address, text).map(({ start, end }) => text(address).slice(start, end))
    }
    await act(() => result.current.merge(draft, taken, source))
    return { result, now, waits }
  }

  test('is this year’s own: no mark stays on what it says, all others stay, and an undo brings them back', async () => {
    const { result, now, waits } = await merged(sourceOf(2023))
    expect(textAt(now().entries, TEXT)).toBe('全年新收申请25件，培训3次。')
    expect(waits(TEXT)).toEqual([])
    expect(waits('problems')).toEqual(['3'])
    expect(now().notes.lastYear).toBeDefined()
    expect(staleLinks(edition, now().entries, now().notes, TEXT), 'its phrase is gone').toEqual([])
    const { outcome } = result.current
    await act(async () => outcome?.state === 'done' && (await result.current.undo(outcome.made)))
    expect(textAt(now().entries, TEXT)).toBe('2022年收到申请25件。')
    expect(waits(TEXT)).toEqual(['2022年', '25'])
  })

  test('of another year still waits where it says what was carried', async () => {
    expect((await merged(sourceOf(2022))).waits(TEXT)).toEqual(['25'])
  })
})

test('what was to be merged into a published report waits until it is open, and nothing else takes its place', async () => {
  const store = await fakeBrowser().openStore()
  const [CELL, at] = ['tables.requests.received.naturalPerson', '2022-01-20']
  const draft = newDraft(filledReport({ publishedAt: at }), store.now(), 'one')
  store.create(draft)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TabsProvider value={{ locks: null, channel: null }}>
      <DraftStoreProvider value={store}>{children}</DraftStoreProvider>
    </TabsProvider>
  )
  const { result, unmount } = renderHook(() => useMerge(), { wrapper })
  const merge = (texts: Record<string, string>) => {
    const source = filledReport({ publishedAt: at, ...texts })
    const changes = differencesOf(draft.report, source, edition)
    return act(() => result.current.merge(draft, changes, source))
  }
  await merge({ [CELL]: '25', problems: '来文。' })
  expect(result.current.outcome).toMatchObject({
    state: 'waits',
    words: expect.stringContaining('还没有写入'),
  })
  await merge({ other: '又一次' })
  expect(result.current.outcome).toMatchObject({ state: 'waits', words: expect.stringContaining('先前') })
  unmount()
  expect(store.get('one')).toEqual(draft)

  const session = sessionOf(draft, store)
  session.resume(keptWaiting('one') ?? { changes: [] })
  expect(session.report()).toEqual(draft.report)
  session.reopen()
  session.asked.get()?.go()
  const text = (address: string) => textAt(session.entries(), address)
  expect([text(CELL), text('problems')]).toEqual(['25', '来文。'])
  expect(text('other')).toBe(textAt(draft.report.entries, 'other'))
})
