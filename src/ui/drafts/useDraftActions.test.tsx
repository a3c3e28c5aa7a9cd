import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { newDraft } from '../../drafts/draft'
import { fakeBrowser } from '../../testing/fakeBrowser'
import { filledReport } from '../../testing/filledReport'
import { sessionOf } from '../../testing/session'
import { useCorrection } from '../form/publication'
import { SessionProvider } from '../form/session'
import { DraftStoreProvider } from './store'
import { useDraftActions } from './useDraftActions'

async function opened() {
  const store = await fakeBrowser().openStore()
  const draft = newDraft(filledReport({ publishedAt: '2022-01-20' }), store.now(), 'x')
  store.create(draft)
  const session = sessionOf(draft, store)
  session.findings.stop()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DraftStoreProvider value={store}>
      <SessionProvider value={session}>{children}</SessionProvider>
    </DraftStoreProvider>
  )
  return { store, session, wrapper }
}

test('新建年报 and 载入示例 pressed twice make one draft', async () => {
  const { store, wrapper } = await opened()
  const blank = renderHook(useDraftActions, { wrapper }).result.current
  blank.createBlank()
  blank.createBlank()
  expect(store.list()).toHaveLength(2)
  const example = renderHook(useDraftActions, { wrapper }).result.current
  await Promise.all([example.createExample(), example.createExample()])
  expect(store.list()).toHaveLength(3)
})

test('复制为更正版 pressed twice makes one copy, with what is typed and not yet saved', async () => {
  const { store, session, wrapper } = await opened()
  const start = renderHook(useCorrection, { wrapper }).result.current
  const address = 'tables.requests.received.naturalPerson'
  session.apply([{ address, after: '23' }])
  session.note((notes) => ({ ...notes, exceptions: [{ rule: 'x', cells: {}, reason: '已核对', at: '' }] }))
  await Promise.all([start(), start()])
  const copies = store.list().filter(({ id }) => id !== 'x')
  expect(copies).toHaveLength(1)
  expect(copies[0]?.report).toMatchObject({
    entries: { publishedAt: '', tables: { requests: { received: { naturalPerson: '23' } } } },
    notes: { exceptions: [{ reason: '已核对' }], corrected: expect.anything() },
  })
  expect(session.asked.get()).toBeNull()
  expect(store.get('x')?.report.entries).toMatchObject(filledReport({ publishedAt: '2022-01-20' }).entries)
})
