import { cleanup, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Verdict } from '../../checks/types'
import { currentEdition as edition } from '../../format/editions'
import { progressOf } from '../../report/progress'
import { filledReport } from '../../testing/filledReport'
import { type ReportSession, SessionProvider } from '../form/session'
import { TaskList } from './TaskList'

const clean: Verdict = { block: 0, verify: 0, note: 0, blank: 0, accepted: 0, rules: 80, notAssessable: 0 }

function show(verdict?: Verdict, entries = {}) {
  const review = {
    ...{ findings: [], due: [], tally: [], organ: '示例局', year: '2023' },
    progress: progressOf(edition, filledReport(entries).entries),
    ...(verdict && { verdict }),
  }
  const session = {
    edition,
    draft: { id: 'one' },
    findings: { review: () => review, subscribe: () => () => undefined },
  } as unknown as ReportSession
  const { container } = render(
    <SessionProvider value={session}>
      <TaskList current="basic" />
    </SessionProvider>,
  )
  return container
}
const full = (container: Element) => container.querySelectorAll('[data-amount="all"]').length

test('as many segments are full as parts are 已完成: none before the rules have looked', () => {
  const before = show()
  expect(before.textContent).toContain('已完成 0/6')
  expect(full(before)).toBe(0)
  cleanup()
  const after = show(clean, { problems: '' })
  expect(after.textContent).toContain('已完成 5/6')
  expect(full(after)).toBe(5)
})

test('核对 says all that is open, 提示 too, to the eye and to a screen reader', () => {
  show({ ...clean, block: 2, blank: 3, note: 1 })
  const check = () => screen.getByRole('link', { name: /^核对/ })
  expect(check().textContent).toContain('2 项阻断，3 项未填，1 项提示')
  expect(check().getAttribute('aria-label')).toBe('核对 2 项阻断，3 项未填，1 项提示')
  cleanup()
  show({ ...clean, note: 1 })
  expect(check().textContent).toBe('核对1 项提示')
  cleanup()
  show(clean)
  expect(check().textContent).toBe('核对没有问题')
  cleanup()
  show({ ...clean, broken: 2 })
  expect(check().textContent).toBe('核对2 项规则出错没有核对')
})
