// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { breath } from '../parts/inSlices'
import { useDrawn } from './useDrawn'

afterEach(cleanup)

test('a list that comes back after a short one comes back a hundred at a time, as it came first', async () => {
  const long = Array.from({ length: 1000 }, (_, n) => n)
  const lengths: number[] = []
  const list = renderHook(
    ({ all }) => {
      const drawn = useDrawn(all)
      lengths.push(drawn.length)
      return drawn
    },
    { initialProps: { all: long } },
  )
  const whole = async () => {
    while (list.result.current.length < long.length) await act(breath)
    expect(list.result.current).toEqual(long)
  }
  await whole()
  list.rerender({ all: long.slice(0, 7) })
  expect(list.result.current).toHaveLength(7)
  lengths.length = 0
  list.rerender({ all: long })
  await whole()
  const steps = lengths.map((length, n) => length - (lengths[n - 1] ?? 0))
  expect(Math.max(...steps)).toBe(100)
})
