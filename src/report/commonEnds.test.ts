import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonEnds } from './commonEnds'

test('what two texts begin and end alike with never overlaps', () => {
  expect(commonEnds('收到22件', '收到23件')).toEqual({ head: 3, tail: 1 })
  expect(commonEnds('件件', '件')).toEqual({ head: 1, tail: 0 })
  expect(commonEnds('', '件')).toEqual({ head: 0, tail: 0 })
})

test('both ends are equal, and as long as they can be', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { head, tail } = commonEnds(a, b)
      expect(head + tail).toBeLessThanOrEqual(Math.min(a.length, b.length))
      expect(a.slice(0, head)).toBe(b.slice(0, head))
      expect(a.slice(a.length - tail)).toBe(b.slice(b.length - tail))
      if (head + tail < Math.min(a.length, b.length)) {
        expect(a[head]).not.toBe(b[head])
        expect(a[a.length - 1 - tail]).not.toBe(b[b.length - 1 - tail])
      }
    }),
  )
})
