import { render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { catalogue } from '../../checks/catalogue'
import type { Rule } from '../../checks/types'
import { filledReport } from '../../testing/filledReport'
import { oneDraft } from '../../testing/oneDraft'
import { useSessionOf } from '../../testing/session'
import { DraftStoreProvider } from '../drafts/store'
import { SessionProvider } from '../form/session'
import CheckPage from './CheckPage'

const { draft, store } = oneDraft(filledReport(), '2022-01-10T08:00:00Z')

function Page() {
  return (
    <DraftStoreProvider value={store}>
      <SessionProvider value={useSessionOf(draft, store)}>
        <CheckPage />
      </SessionProvider>
    </DraftStoreProvider>
  )
}

test('a rule that throws is named with a backup to download, and the others are run', async () => {
  const [rule] = catalogue as [Rule]
  vi.spyOn(rule, 'check').mockImplementation(() => {
    throw new Error('made up')
  })
  render(<Page />)
  const broken = await screen.findByRole('alert', { name: '没有核对的规则' })
  expect(broken.textContent).toContain(rule.title)
  expect(within(broken).getByRole('button', { name: '下载备份' })).toBeTruthy()
  const verdict = document.getElementById('verdict')?.textContent
  expect(verdict).toContain('1 项规则出错没有核对')
  expect(verdict).not.toContain('未发现问题')
  // What the others found is on the page.
  expect(
    document.querySelectorAll('[data-rule]').length + document.querySelectorAll('details').length,
  ).toBeGreaterThan(3)
})
