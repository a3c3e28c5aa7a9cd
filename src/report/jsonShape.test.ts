import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unlikeReport } from './jsonShape'

test('texts and keys may hold brackets, commas, quotation marks and strokes: only the shape counts', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
      expect(unlikeReport(JSON.stringify(value))).toBeUndefined()
    }),
  )
  expect(unlikeReport(JSON.stringify({ text: '\\"[{,'.repeat(30_000) }))).toBeUndefined()
})

test('the limits hold to one level and one value', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  expect(unlikeReport(nested(100))).toBeUndefined()
  expect(unlikeReport(nested(101))).toContain('100 层')
  const list = (values: number) => `[${'0,'.repeat(values - 1)}0]`
  expect(unlikeReport(list(19_999))).toBeUndefined()
  expect(unlikeReport(list(20_000))).toContain('2 万项')
})
