import { expect, test } from 'vitest'
import { scoreStructures, sumOf } from '../../testing/structures/score'

test('sentences of known structures: true ones are silent, one changed number is found, and no other', () => {
  const scores = scoreStructures(2, 7)
  expect(scores.filter(({ drawn }) => drawn > 0).length).toBeGreaterThanOrEqual(64)
  expect(scores.flatMap(({ accused, examples }) => (accused ? examples : []))).toEqual([])
  expect(sumOf(scores, 'found') / sumOf(scores, 'twins')).toBeGreaterThan(0.95)
  expect(sumOf(scores, 'wrongBlame')).toBeLessThanOrEqual(1)
}, 60_000)
