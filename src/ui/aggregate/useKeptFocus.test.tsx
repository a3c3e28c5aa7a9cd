// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useKeptFocus } from './useKeptFocus'

afterEach(cleanup)

function Shown({ title, off }: { title: string; off?: boolean }) {
  useKeptFocus()
  return (
    <main>
      <h1>{title}</h1>
      <button type="button" disabled={off}>
        打印汇总
      </button>
    </main>
  )
}

test('what is switched off while its work is done has the focus again when it can be used', async () => {
  const { rerender } = render(<Shown title="输出" />)
  const button = screen.getByRole('button', { name: '打印汇总' })
  button.focus()
  // So does a browser with what cannot have the focus any more.
  button.blur()
  rerender(<Shown title="输出" off />)
  expect(document.activeElement).toBe(document.body)
  rerender(<Shown title="输出" />)
  await vi.waitFor(() => expect(document.activeElement).toBe(button))
})

function Line({ asked }: { asked: boolean }) {
  useKeptFocus()
  return (
    <li>
      <p>
        <a href="#one">临江区汇总</a>
      </p>
      {asked ? (
        <fieldset>
          <button type="button">不清除</button>
        </fieldset>
      ) : (
        <button type="button">清除</button>
      )}
    </li>
  )
}

test('what comes in the place of a question has the focus, and not what stands before it', async () => {
  const { rerender } = render(<Line asked />)
  screen.getByRole('button', { name: '不清除' }).focus()
  rerender(<Line asked={false} />)
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '清除' })))
})

test('a page that comes in the place of another one has the focus at its heading', async () => {
  const before = render(<Shown title="汇总" />)
  screen.getByRole('button').focus()
  before.unmount()
  expect(document.activeElement).toBe(document.body)
  render(<Shown title="临江区汇总" />)
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')))
})

test('a page that is opened by its address leaves the focus to the browser', async () => {
  vi.resetModules()
  const { useKeptFocus: useFresh } = await import('./useKeptFocus')
  const First = () => {
    useFresh()
    return <h1>汇总</h1>
  }
  render(<First />)
  expect(document.activeElement).toBe(document.body)
})
