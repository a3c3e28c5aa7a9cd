import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuOf } from '../testing/cpuOf'
import { duplicateKey, keysIn, shapeOf, unlikeReport } from './jsonShape'

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

test('a key that stands twice in one object is named with the keys above it, however it is written', () => {
  expect(duplicateKey('{"a":1,"b":{"a":2},"c":[{"a":"a"},{"a":":"}]}')).toBeUndefined()
  expect(duplicateKey('{"a":{"x":"}\\"","x":2}}')).toBe('a.x')
  expect(duplicateKey('{"list":[{},{"x":1, "x" :2}]}')).toBe('list.x')
  expect(duplicateKey('{"year":1,"y\\u0065ar":2}')).toBe('year')
  expect(duplicateKey('{"__proto__":1,"__proto__":2}')).toBe('__proto__')
  expect(duplicateKey(`{"${'长'.repeat(500)}":1,"${'长'.repeat(500)}":2}`)).toHaveLength(61)
})

test('no text that was written from a value has a key twice, one to which a key is added once more has', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), fc.string(), (value, key) => {
      const name = JSON.stringify(key)
      const once = JSON.stringify(value)
      const twice = `{${name}:${once},${name}:0}`
      expect(duplicateKey(once)).toBeUndefined()
      expect(duplicateKey(twice)).toBe(key.length > 60 ? `${key.slice(0, 60)}…` : key)
      // What is written and what is read have as many keys where none is written twice, and only there.
      expect(keysIn(JSON.parse(once))).toBe(shapeOf(once).keys)
      expect(keysIn(JSON.parse(twice))).toBeLessThan(shapeOf(twice).keys)
    }),
  )
})

test('ten million characters are looked through at once, whatever stands in them', () => {
  const ms = (json: string) => cpuOf(() => expect(duplicateKey(json)).toBeUndefined())
  for (const text of ['a', '\\', '"', ':{},', '长']) {
    const json = JSON.stringify({ text: text.repeat(10_000_000 / JSON.stringify(text).length) })
    expect(ms(json), text).toBeLessThan(2000)
  }
  const keys = `[${'{"one":1,"two":{"\\u0061":2}},'.repeat(10_000_000 / 29)}0]`
  expect(ms(keys)).toBeLessThan(2000)
})
