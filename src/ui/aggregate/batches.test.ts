import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf } from './batches'

test('every piece travels once, in its order, a large one alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), fc.integer({ min: 1, max: 8 }), (sizes, most) => {
      const batches = [...batchesOf(sizes, { most, size: 20 }, (size) => size)]
      expect(batches.flat()).toEqual(sizes)
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0)
        expect(batch.length).toBeLessThanOrEqual(most)
        if (batch.length > 1) expect(batch.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(20)
      }
    }),
  )
})

test('no file is looked at before its batch is due', () => {
  let asked = 0
  const batches = batchesOf(Array.from({ length: 3000 }), { most: 16 }, () => ++asked && 0)
  expect(asked).toBe(0)
  expect(batches.next().value).toHaveLength(16)
  expect(asked).toBe(17)
})
