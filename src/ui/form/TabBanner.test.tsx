import { act, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { AutosaveStatus } from '../../drafts/autosave'
import { newDraft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import { filledReport } from '../../testing/filledReport'
import { DraftStoreProvider } from '../drafts/store'
import { createObservable } from '../parts/observable'
import { type ReportSession, SessionProvider } from './session'
import { TabBanner } from './TabBanner'

const draft = newDraft(filledReport(), new Date('2022-01-10T08:00:00Z'), 'mine')

/** The banner of an open report whose state is set from outside. */
function banner(id = draft.id) {
  const status = createObservable<AutosaveStatus>({})
  const saved = { ...draft, id }
  const autosave = { subscribe: status.subscribe, status: status.get, saved: () => saved }
  const session = { autosave, draft, report: () => draft.report } as unknown as ReportSession
  render(
    <DraftStoreProvider value={{ now: () => new Date() } as DraftStore}>
      <SessionProvider value={session}>
        <TabBanner access="writer" takeOver={() => undefined} />
      </SessionProvider>
    </DraftStoreProvider>,
  )
  return (next: AutosaveStatus) => {
    act(() => status.set(next))
    return screen.queryByRole('alert')?.textContent ?? ''
  }
}

test('what another tab has changed at the same time is called a version only once it is one', () => {
  const say = banner()
  expect(say({})).toBe('')
  const waiting = say({ conflict: { waiting: true, unkept: [] } })
  expect(waiting).toContain('正在')
  expect(screen.queryByRole('link', { name: '历史版本' })).toBeNull()
  expect(say({ conflict: { waiting: false, unkept: [draft] } })).toContain('没能存为历史版本')
  expect(screen.getByRole('button', { name: '下载那边的内容' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: '历史版本' })).toBeNull()
  expect(say({ conflict: { waiting: false, unkept: [] } })).toContain('存为一个历史版本')
  expect(screen.getByRole('link', { name: '历史版本' })).toBeTruthy()
})

test('what is typed beside a draft that was restored elsewhere is called saved only where it is', () => {
  const say = banner('own')
  expect(say({ problem: 'full' })).toContain('还没有存下')
  expect(screen.queryByRole('link', { name: '重新打开' })).toBeNull()
  expect(say({ problem: 'full', savedAt: '2022-01-10T08:00:01.000Z' })).toContain('存为单独的一份')
  expect(screen.getByRole('link', { name: '重新打开' })).toBeTruthy()
})
