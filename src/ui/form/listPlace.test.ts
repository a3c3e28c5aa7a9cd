import { expect, test } from 'vitest'
import { keyAt } from './listPlace'

test('the list is entered again at the same finding, or where it was', () => {
  const order = ['a', 'b', 'c', 'd']
  expect(keyAt(order, 'b', ['a', 'b', 'c'])).toBe('b')
  expect(keyAt(order, 'b', ['a', 'c', 'd'])).toBe('c')
  expect(keyAt(order, 'd', ['a', 'c'])).toBe('c')
  expect(keyAt(order, 'b', [])).toBeUndefined()
  expect(keyAt([], 'b', ['b'])).toBeUndefined()
})
