import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { newDraft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import { filledReport } from '../../testing/filledReport'
import { DraftStoreProvider, TabsProvider } from '../drafts/store'
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
