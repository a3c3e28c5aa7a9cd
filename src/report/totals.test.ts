import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, type Cell, cellsOf, enteredCellsOf, partsOf } from '../format/cells'
import { currentEdition, editions } from '../format/editions'
import type { Address, Edition } from '../format/types'
import { filledEntries, noFigures } from '../testing/arbitraries'
import { madeUpEdition } from '../testing/madeUpEdition'
import { blankEntries, valuesOf, withTexts } from './report'
import { sumOf, totalOf, totalText } from './totals'
import type { CellValue } from './value'

/** The sum as the form words it, total by total: `undefined` where something under it is no figure. */
function printedSum(
  edition: Edition,
  cell: Cell,
  value: (address: Address) => CellValue,
): bigint | undefined {
  const at = (row = cell.row.path, column = cell.column.path) =>
    cellsOf(edition).find(
      (other) => other.block === cell.block && other.row.path === row && other.column.path === column,
    )
  const summands = cell.row.sum
    ? cell.row.sum.map((row) => at(row))
    : cell.column.sum?.map((column) => at(undefined, column))
  if (!summands) {
    const own = value(cell.address)
    return own.kind === 'number' ? own.amount : undefined
  }
  return summands.reduce<bigint | undefined>((sum, summand) => {
    const part = summand && printedSum(edition, summand, value)
    return sum === undefined || part === undefined ? undefined : sum + part
  }, 0n)
}

describe.each([...editions, madeUpEdition])('edition $key', (edition) => {
  test('every total is the sum of what stands over or beside it, or open while a part is no figure', () => {
    fc.assert(
      fc.property(filledEntries(edition), (entries) => {
        const value = valuesOf(edition, entries)
        for (const cell of cellsOf(edition)) {
          const total = totalOf(edition, cell.address, value)
          expect('value' in total ? total.value : undefined).toBe(printedSum(edition, cell, value))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a total of totals is the same down and across', () => {
    const crossing = cellsOf(edition).filter((cell) => cell.row.sum && cell.column.sum)
    expect(crossing.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), (figures) => {
        const entries = withTexts(
          blankEntries(edition),
          enteredCellsOf(edition).map(({ address }, i) => [address, String(figures[i])]),
        )
        const value = valuesOf(edition, entries)
        const shown = (address: Address) => totalText(edition, address, totalOf(edition, address, value))
        for (const { table, row, column, address, block } of crossing) {
          const inBlock = cellsOf(edition).filter((cell) => cell.block === block)
          const across = (column.sum ?? []).map((path) =>
            inBlock.find((cell) => cell.row === row && cell.column.path === path),
          )
          expect(shown(address), addressOf(table, row, column)).toBe(
            String(across.reduce((sum, cell) => sum + BigInt(cell ? shown(cell.address) : 0), 0n)),
          )
        }
      }),
      { numRuns: 20 },
    )
  })

  test.each(noFigures)('one part of %j leaves its totals open and counted, never 0', (text) => {
    for (const { address, parts } of cellsOf(edition)) {
      const [part] = parts ?? []
      if (!parts || part === undefined) continue
      const entries = withTexts(blankEntries(edition), [
        ...parts.map((other): [Address, string] => [other, '1']),
        [part, text],
      ])
      const total = totalOf(edition, address, valuesOf(edition, entries))
      expect(total).toEqual({ missing: 1 })
      expect(totalText(edition, address, total)).toBe('—')
    }
  })
})

test('the published figures of 鼓楼区 2021 give the published totals', () => {
  const filled: Record<string, string> = {
    'received.naturalPerson': '22',
    'carriedOver.naturalPerson': '1',
    'outcome.granted.naturalPerson': '12',
    'outcome.partiallyGranted.naturalPerson': '2',
    'outcome.denied.thirdPartyRights.naturalPerson': '3',
    'outcome.unavailable.notHeld.naturalPerson': '5',
    'outcome.notProcessed.repeated.naturalPerson': '1',
  }
  const entries = withTexts(
    blankEntries(currentEdition),
    enteredCellsOf(currentEdition).map(({ address }) => [
      address,
      filled[address.replace('tables.requests.', '')] ?? '0',
    ]),
  )
  const value = valuesOf(currentEdition, entries)
  const total = (address: Address) =>
    totalText(currentEdition, address, totalOf(currentEdition, address, value))
  expect(total('tables.requests.received.total')).toBe('22')
  expect(total('tables.requests.outcomeTotal.naturalPerson')).toBe('23')
  expect(total('tables.requests.outcomeTotal.total')).toBe('23')
  expect(total('tables.requests.carriedForward.total')).toBe('0')
})

test('amounts add up to the last 元: 0.1 and 0.2 万元 are 0.3, and 126 cells of 15 digits stay exact', () => {
  const price = 'tables.stock.total.price'
  const entries = withTexts(blankEntries(madeUpEdition), [
    ['tables.stock.in.bought.price', '0.1'],
    ['tables.stock.in.given.price', '0.2'],
    ['tables.stock.kept.price', '0'],
  ])
  const total = totalOf(madeUpEdition, price, valuesOf(madeUpEdition, entries))
  expect(totalText(madeUpEdition, price, total)).toBe('0.3')

  const grand = 'tables.requests.outcomeTotal.total'
  const large = withTexts(
    blankEntries(currentEdition),
    partsOf(currentEdition, grand).map((address) => [address, '999999999999999']),
  )
  expect(totalOf(currentEdition, grand, valuesOf(currentEdition, large))).toEqual({
    value: 126n * 999_999_999_999_999n,
  })
})

test('the order of the parts makes no difference', () => {
  const part = fc.oneof(
    fc.bigInt(0n, 99n).map((amount): CellValue => ({ kind: 'number', amount })),
    fc.constantFrom<CellValue>({ kind: 'blank' }, { kind: 'slash' }),
  )
  fc.assert(
    fc.property(
      fc
        .array(part)
        .chain((parts) =>
          fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
        ),
      ([parts, shuffled]) => {
        expect(sumOf(shuffled)).toEqual(sumOf(parts))
      },
    ),
  )
})
