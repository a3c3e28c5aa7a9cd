import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsOf } from './edits'

const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
/** How many items two lists have in common, in one order. */
const common = (a: string[], b: string[]): number =>
  a.reduce<number[]>(
    (row, x) => {
      const next = [0]
      b.forEach((y, i) => {
        next.push(x === y ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0))
      })
      return next
    },
    Array.from({ length: b.length + 1 }, () => 0),
  )[b.length] ?? 0

test('the stretches make both lists, in the fewest edits', () => {
  fc.assert(
    fc.property(lists, lists, (a, b) => {
      const found = editsOf(a, b, 100) ?? []
      expect(found.filter(({ added }) => !added).flatMap(({ value }) => value)).toEqual(a)
      expect(found.filter(({ removed }) => !removed).flatMap(({ value }) => value)).toEqual(b)
      const edits = found.filter(({ added, removed }) => added || removed).flatMap(({ value }) => value)
      expect(edits).toHaveLength(a.length + b.length - 2 * common(a, b))
    }),
  )
})

test('more edits than are asked for are none', () => {
  expect(editsOf(['a', 'b'], ['c', 'd'], 3)).toBeUndefined()
  expect(editsOf(['a', 'b'], ['c', 'd'], 4)).toHaveLength(2)
})
