import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type ReportSession, SessionProvider } from '../form/session'
import { ReasonForm } from './ReasonForm'

const show = (session: ReportSession, finding = 'a') =>
  render(
    <SessionProvider value={session}>
      <ReasonForm
        finding={finding}
        reasons={['口径不同']}
        onSave={() => undefined}
        onCancel={() => undefined}
      />
    </SessionProvider>,
  )
const own = () => screen.getByLabelText<HTMLInputElement>(/补充说明/)

test('a reason half typed is there after a look at the figures, until it is given up', () => {
  const session = {} as ReportSession
  const first = show(session)
  fireEvent.click(screen.getByLabelText('其他'))
  fireEvent.change(own(), { target: { value: '与上年' } })
  first.unmount()

  const other = show(session, 'b')
  expect(screen.queryByLabelText(/补充说明/)).toBeNull()
  other.unmount()

  const second = show(session)
  expect(own().value).toBe('与上年')
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  second.unmount()

  show(session)
  expect(screen.queryByLabelText(/补充说明/)).toBeNull()
})
