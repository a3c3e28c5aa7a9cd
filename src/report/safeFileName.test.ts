import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './safeFileName'

test('what file systems refuse becomes “_”, and a long name keeps its ending', () => {
  expect(safeFileName('各局/水务:局*?.json')).toBe('各局_水务_局__.json')
  expect(safeFileName('‮evil.xlsx')).toBe('_evil.xlsx')
  expect(safeFileName(`${'长'.repeat(300)}.xlsx`)).toBe(`${'长'.repeat(175)}.xlsx`)
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.integer({ min: 20, max: 200 }),
      (name, n) => {
        const safe = safeFileName(`名${name}.ndjson`, n)
        expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u)
        expect(safe.length).toBeLessThanOrEqual(n)
        expect(safe).toMatch(/\.ndjson$/)
      },
    ),
  )
})
