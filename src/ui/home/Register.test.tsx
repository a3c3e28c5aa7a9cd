import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { newDraft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import { currentEdition as edition } from '../../format/editions'
import { blankReport, withTexts } from '../../report/report'
import { filledReport } from '../../testing/filledReport'
import { DraftStoreProvider } from '../drafts/store'
import type { DraftActions } from '../drafts/useDraftActions'
import { Register } from './Register'
import { type Looked, type Row, rowOf } from './register'

const none: never[] = []
const now = new Date('2022-01-10T08:00:00Z')
function rowNamed(name: string): Row {
  const report = blankReport(edition)
  report.entries = withTexts(report.entries, [
    ['organ.name', name],
    ['year', '2021'],
  ])
  return rowOf(newDraft(report, now, name))
}

test('a report that cannot be shown in the list says so in its line, and the others are there', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  // React hands the error to the window first, which would print it.
  window.addEventListener('error', (event) => event.preventDefault(), { once: true })
  const broken = {
    ...rowNamed('b'),
    get publishedAt(): string {
      throw new Error('made up')
    },
  }
  render(
    <DraftStoreProvider
      value={{ list: () => none, subscribe: () => () => undefined } as unknown as DraftStore}
    >
      <Register
        groups={[{ year: 2021, rows: [rowNamed('a'), broken, rowNamed('c')] }]}
        now={now}
        verdictOf={() => undefined}
        actions={{} as DraftActions}
        onCopied={() => undefined}
        onRemoved={() => undefined}
      />
    </DraftStoreProvider>,
  )
  expect(screen.getByRole('alert').textContent).toContain('这份年报出了错')
  expect(screen.getByRole('button', { name: '下载备份' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'a' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'c' })).toBeTruthy()
})

test('as many segments are full as parts are 已完成, not as are filled', () => {
  const looked: Looked = {
    ...{ block: 1, verify: 0, note: 0, blank: 0, accepted: 0, rules: 80, notAssessable: 0 },
    complete: ['overview', 'proactive', 'review', 'problems'],
  }
  const { container } = render(
    <DraftStoreProvider
      value={{ list: () => none, subscribe: () => () => undefined } as unknown as DraftStore}
    >
      <Register
        groups={[{ year: 2023, rows: [rowOf(newDraft(filledReport(), now, 'filled'))] }]}
        now={now}
        verdictOf={() => looked}
        actions={{} as DraftActions}
        onCopied={() => undefined}
        onRemoved={() => undefined}
      />
    </DraftStoreProvider>,
  )
  expect(container.textContent).toContain('已完成 4/6')
  expect(container.querySelectorAll('[data-amount="all"]')).toHaveLength(4)
})
