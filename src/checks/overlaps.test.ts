import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOfOverlapping } from './overlaps'

const stretch = fc
  .record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 8 }) })
  .map(({ start, length }) => ({ start, end: start + length }))

test('a stretch stays if none that was given before it and stays overlaps it', () => {
  fc.assert(
    fc.property(fc.array(stretch), (stretches) => {
      const kept: typeof stretches = []
      for (const one of stretches)
        if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one)
      expect(firstOfOverlapping(stretches)).toEqual(kept.sort((a, b) => a.start - b.start))
    }),
  )
})
