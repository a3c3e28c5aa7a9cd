import { expect, test, vi } from 'vitest'
import { remembered } from './remembered'

test('what is asked again is answered from memory, and answers like the function itself, however many texts there are', () => {
  const length = (text: string) => (text === '' ? undefined : text.length)
  const read = vi.fn(length)
  const known = remembered(read)
  expect([known('表二'), known('表二'), known(''), known('')]).toEqual([2, 2, undefined, undefined])
  expect(read).toHaveBeenCalledTimes(2)
  for (let at = 0; at < 9_000; at++) expect(known(`${at}件`)).toBe(length(`${at}件`))
})
