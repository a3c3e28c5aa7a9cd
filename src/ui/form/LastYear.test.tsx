import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { neutralReport } from '../../checks/rules/neutralReport'
import { newDraft } from '../../drafts/draft'

import { currentEdition as edition } from '../../format/editions'
import { withProposal } from '../../report/proposed'
import { blankReport, type Report, textAt } from '../../report/report'
import { oneDraft } from '../../testing/oneDraft'
import { useSessionOf } from '../../testing/session'
import { DraftStoreProvider } from '../drafts/store'
import { LastYear } from './LastYear'
import { type ReportSession, SessionProvider } from './session'

const now = new Date('2026-01-10T08:00:00Z')
const last = newDraft(
  neutralReport(edition, { 'tables.requests.carriedForward.naturalPerson': '3' }, 2022),
  now,
  'lastyear0001',
)
let session: ReportSession

function opened(report: Report) {
  const { draft, store } = oneDraft(report, now.toISOString(), [last])
  function Page() {
    const own = useSessionOf(draft, store)
    session = own
    return (
      <DraftStoreProvider value={store}>
        <SessionProvider value={own}>
          <LastYear />
        </SessionProvider>
      </DraftStoreProvider>
    )
  }
  render(<Page />)
}

const region = (name: string) => screen.queryByRole('region', { name })
const at = (address: string) => textAt(session.entries(), address)

test('a new report takes over from a draft of any year what stays, as one step that can be taken back', async () => {
  opened(withProposal(blankReport(edition), 'year', '2025'))
  expect(region('沿用上年')).not.toBeNull()
  expect((await screen.findByLabelText<HTMLSelectElement>('上年年报')).value).toBe('lastyear0001')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '沿用' })))
  await waitFor(() => expect(at('year')).toBe('2023'))
  expect([at('organ.name'), at('tables.requests.carriedOver.naturalPerson')]).toEqual(['示例局', '3'])
  expect(at('overview.introduction')).toContain('2023年1月1日')
  expect(session.notes.get().pending?.map(({ text }) => text)).toContain('overview.introduction')
  expect(session.notes.get().proposed).toBeUndefined()
  expect(session.said.get()?.words).toMatch(/^已沿用正文 8 段/)
  await waitFor(() => expect(region('上年年报')).not.toBeNull())
  act(() => void session.undo())
  expect([at('year'), at('overview.introduction')]).toEqual(['2025', ''])
  const { lastYear, pending, proposed } = session.notes.get()
  expect([lastYear, pending, proposed], 'all of it').toEqual([undefined, undefined, { year: '2025' }])
  await waitFor(() => expect(region('沿用上年')).not.toBeNull())
  act(() => void session.redo())
  expect(session.notes.get().lastYear).toBeDefined()
  expect(session.notes.get().pending?.map(({ text }) => text)).toContain('overview.introduction')
  expect(session.notes.get().proposed).toBeUndefined()
})

test('it can be skipped, and is not offered where prose is written: then last year is only compared with', async () => {
  opened(withProposal(blankReport(edition), 'year', '2023'))
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '跳过' })))
  expect([region('沿用上年'), region('上年年报')?.tagName]).toEqual([null, 'SECTION'])
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^载入/ })))
  expect(at('overview.introduction')).toBe('')
  expect(session.notes.get().lastYear).toBeDefined()
})

test('while a file is read no other can be chosen', async () => {
  opened(withProposal(blankReport(edition), 'year', '2023'))
  const input = () => screen.getByLabelText<HTMLInputElement>('选择上年文件')
  const choose = () => fireEvent.change(input(), { target: { files: [new File(['?'], '上年.docx')] } })
  act(() => void choose())
  expect(input().disabled).toBe(true)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '跳过' }).disabled).toBe(true)
  await screen.findByRole('alert', {}, { timeout: 8000 })
  expect(input().disabled).toBe(false)
})
