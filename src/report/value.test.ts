import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../format/types'
import { noFigures, writtenFigure } from '../testing/arbitraries'
import { type CellValue, formatAmount, MAX_DIGITS, printedCell, readCell, WAN, YUAN } from './value'

const units: Unit[] = ['件', '万元']
const shown = (value: CellValue): string =>
  value.kind === 'number' ? String(value.amount) : value.kind === 'malformed' ? value.problem : value.kind

describe.each(units)('in %s', (unit) => {
  test('reading what was printed gives the value back', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999_999_999n), (figure) => {
        // Not more than fifteen digits, wherever the point is.
        const amount = unit === '万元' ? figure * (WAN / 1_000_000n) : figure
        expect(readCell(formatAmount(amount, unit), unit)).toEqual({ kind: 'number', amount })
      }),
    )
  })

  test('full-width digits, separators, spaces and decimals are read as what they mean', () => {
    fc.assert(
      fc.property(writtenFigure(unit), ({ text, amount }) => {
        expect(readCell(text, unit)).toEqual({ kind: 'number', amount })
        expect(readCell(printedCell(text, unit), unit)).toEqual({ kind: 'number', amount })
      }),
    )
  })

  test('no text is read as a negative or unsafe figure, and reading never fails', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789.,-/ ０９，。－'), maxLength: 20 })
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const value = readCell(text, unit)
        if (value.kind === 'number') expect(value.amount >= 0n).toBe(true)
        if (value.kind !== 'number') expect(printedCell(text, unit)).toBe(text.trim())
      }),
    )
  })

  test.each(noFigures)('%j is no figure', (text) => {
    expect(readCell(text, unit).kind).not.toBe('number')
  })
})

const cases: [Unit, string, string][] = [
  ['件', '', 'blank'],
  ['件', ' \u3000', 'blank'],
  ['件', '0', '0'],
  ['件', '/', 'slash'],
  ['件', ' ／ ', 'slash'],
  ['件', '882', '882'],
  ['件', '1,230', '1230'],
  ['件', '１，２３０', '1230'],
  ['件', '1 230', '1230'],
  ['件', '0022', '22'],
  ['件', '12a', 'notNumber'],
  ['件', '1,23', 'notNumber'],
  ['件', '12,3456', 'notNumber'],
  ['件', '二十', 'notNumber'],
  ['件', '38①', 'notNumber'],
  ['件', '151¹', 'notNumber'],
  ['件', '⑤', 'notNumber'],
  ['件', '1e3', 'notNumber'],
  ['件', '+1', 'notNumber'],
  ['件', '-', 'notNumber'],
  ['件', '-1', 'negative'],
  ['件', '－1', 'negative'],
  ['件', '−1', 'negative'],
  ['件', '-1,230', 'negative'],
  ['件', '1.5', 'decimals'],
  ['件', '882.', 'decimals'],
  ['件', '123456789012345', '123456789012345'],
  ['件', '1234567890123456', 'tooLong'],
  ['件', '0000000000000001', '1'],
  ['万元', '882', '88200000000000000'],
  ['万元', '882.', '88200000000000000'],
  ['万元', '882.0000', '88200000000000000'],
  ['万元', '８８２.0', '88200000000000000'],
  ['万元', '0.0001', '10000000000'],
  ['万元', '59,237.2449', '5923724490000000000'],
  ['万元', '4166.241619', '416624161900000000'],
  ['万元', '0.00010', '10000000000'],
  ['万元', '0.08824', '8824000000000'],
  ['万元', '.5', 'notNumber'],
  ['万元', '1.2.3', 'notNumber'],
  ['万元', '882元', 'notNumber'],
  ['万元', '-0.5', 'negative'],
  ['万元', '123456789012.3456', 'tooLong'],
]
test.each(cases)('in %s %j is %s', (unit, text, meaning) => {
  expect(shown(readCell(text, unit))).toBe(meaning)
})

test.each([
  ['件', '８８２', '882'],
  ['件', '1,230', '1230'],
  ['件', '0022', '22'],
  ['件', '0', '0'],
  ['件', '/', '/'],
  ['件', ' 12a ', '12a'],
  ['件', '-1', '-1'],
  ['件', '1.5', '1.5'],
  ['件', '', ''],
  ['万元', '882', '882'],
  ['万元', '882.0000', '882.0000'],
  ['万元', '８８２.0', '882.0'],
  ['万元', '882.', '882'],
  ['万元', '0.0001', '0.0001'],
] as [Unit, string, string][])(
  'in %s %j prints as %j: nothing is padded or dropped',
  (unit, text, printed) => {
    expect(printedCell(text, unit)).toBe(printed)
  },
)

test('an amount of 万元 is written without trailing zeros, exact to the 分 and finer', () => {
  const written = [8_820_000n, 1n, 10n, 0n, 592_372_449n, -5_000n].map((yuan) =>
    formatAmount(yuan * YUAN, '万元'),
  )
  expect(written).toEqual(['882', '0.0001', '0.001', '0', '59237.2449', '-0.5'])
  expect(formatAmount(YUAN / 100n, '万元')).toBe('0.000001')
  expect(MAX_DIGITS).toBe(15)
})
