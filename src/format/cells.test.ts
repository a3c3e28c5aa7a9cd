import { describe, expect, test } from 'vitest'
import { madeUpEdition } from '../testing/madeUpEdition'
import { cellAt, cellsOf, dependentsOf, enteredCellsOf, identitiesOf, partsOf } from './cells'
import { editions } from './editions'
import type { Edition } from './types'

describe.each([...editions, madeUpEdition])('edition $key', (edition) => {
  test('an address names one figure, in words that a form and a file can nest', () => {
    const addresses = cellsOf(edition).map((cell) => cell.address)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) {
      expect(address).toMatch(/^tables(\.[a-z][A-Za-z]*){2,}$/)
      const inside = addresses.filter((other) => other.startsWith(`${address}.`))
      expect(inside, 'no value is a group of others').toEqual([])
    }
  })

  test('a total is made of entered cells only, each of them once', () => {
    for (const { address, parts } of cellsOf(edition)) {
      if (!parts) continue
      expect(new Set(parts).size, address).toBe(parts.length)
      for (const part of parts) {
        expect(cellAt(edition, part)?.parts, part).toBeUndefined()
        expect(dependentsOf(edition, part)).toContain(address)
      }
    }
  })

  test('a cell feeds exactly the totals that count it', () => {
    for (const { address } of enteredCellsOf(edition)) {
      const totals = cellsOf(edition).filter((cell) => cell.parts?.includes(address))
      expect(new Set(dependentsOf(edition, address))).toEqual(new Set(totals.map((cell) => cell.address)))
      expect(partsOf(edition, address)).toEqual([address])
    }
  })
})

const parts = (edition: Edition, address: string) => partsOf(edition, address).length

test('totals of table 3 go down to the entered cells: a row 6, a column 21, the grand total 126', () => {
  const [edition] = editions as [Edition]
  expect(parts(edition, 'tables.requests.received.total')).toBe(6)
  expect(parts(edition, 'tables.requests.outcomeTotal.naturalPerson')).toBe(21)
  expect(parts(edition, 'tables.requests.outcomeTotal.total')).toBe(126)
  expect(parts(edition, 'tables.reviewAndLitigation.litigationDirect.total')).toBe(4)
})

test('the identity of table 3 stands in each of its seven columns', () => {
  const [edition] = editions as [Edition]
  const columns = identitiesOf(edition)
  expect(columns).toHaveLength(7)
  expect(columns[1]?.left).toEqual([
    'tables.requests.received.commercialEnterprise',
    'tables.requests.carriedOver.commercialEnterprise',
  ])
  expect(columns[1]?.right).toEqual([
    'tables.requests.outcomeTotal.commercialEnterprise',
    'tables.requests.carriedForward.commercialEnterprise',
  ])
})

test('a sum over sums is expanded in a made-up form too, and its identity stays in its own block', () => {
  expect(partsOf(madeUpEdition, 'tables.stock.total.all')).toEqual(
    ['in.bought', 'in.given', 'kept'].flatMap((row) =>
      ['books', 'maps', 'films'].map((column) => `tables.stock.${row}.${column}`),
    ),
  )
  expect(identitiesOf(madeUpEdition).map((identity) => identity.column.path)).toEqual([
    'books',
    'maps',
    'films',
    'all',
    'price',
  ])
})

test('a row or column that a sum names but the form lacks is a mistake in the edition, and said so', () => {
  const broken: Edition = {
    ...madeUpEdition,
    sections: [
      {
        key: 'broken',
        numeral: '一',
        heading: '表',
        table: {
          key: 'broken',
          name: '表',
          blocks: [
            {
              columns: [{ path: 'a', label: '甲' }],
              rows: [
                { path: 'x', label: '一' },
                { path: 'all', label: '计', sum: ['x', 'y'] },
              ],
            },
          ],
        },
      },
    ],
  }
  expect(() => cellsOf(broken)).toThrow('broken: no row or column “y”')
})
