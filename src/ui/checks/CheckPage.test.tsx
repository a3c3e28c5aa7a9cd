// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { afterEach, expect, test, vi } from 'vitest'
import type { Rule } from '../../checks/types'
import { currentEdition as edition } from '../../format/editions'
import type { Entries } from '../../report/report'
import { filledReport } from '../../testing/filledReport'
import { oneDraft } from '../../testing/oneDraft'
import { DraftStoreProvider } from '../drafts/store'
import { createSession } from '../form/createSession'
import { SessionProvider } from '../form/session'
import CheckPage from './CheckPage'

vi.mock('../../checks/catalogue', async (original) => {
  const { catalogue } = await original<typeof import('../../checks/catalogue')>()
  const [some] = catalogue as [Rule]
  const broken: Rule = {
    ...some,
    id: 'text.made-up',
    title: '编出来的规则',
    check: () => {
      throw new Error('made up')
    },
  }
  return { catalogue: [broken, ...catalogue] }
})

afterEach(cleanup)
// What jsdom lacks.
Element.prototype.scrollIntoView = () => undefined

const { draft, store } = oneDraft(filledReport(), '2022-01-10T08:00:00Z')

function Page() {
  const form = useForm<Entries>({ defaultValues: structuredClone(draft.report.entries) })
  const [session] = useState(() => createSession(draft, edition, form, store))
  return (
    <DraftStoreProvider value={store}>
      <SessionProvider value={session}>
        <CheckPage />
      </SessionProvider>
    </DraftStoreProvider>
  )
}

test('a rule that throws is named with a backup to download, and the others are run', async () => {
  render(<Page />)
  const broken = await screen.findByRole('alert', { name: '没有核对的规则' })
  expect(broken.textContent).toContain('编出来的规则')
  expect(within(broken).getByRole('button', { name: '下载备份' })).toBeTruthy()
  const verdict = document.getElementById('verdict')?.textContent
  expect(verdict).toContain('1 项规则出错没有核对')
  expect(verdict).not.toContain('未发现问题')
  // What the others found is on the page.
  expect(
    document.querySelectorAll('[data-rule]').length + document.querySelectorAll('details').length,
  ).toBeGreaterThan(3)
})
