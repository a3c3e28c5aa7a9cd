import { describe, expect, test } from 'vitest'
import { enteredCellsOf } from '../../../format/cells'
import { currentEdition as edition } from '../../../format/editions'
import type { Address } from '../../../format/types'
import { blankReport } from '../../../report/report'
import { madeUpEdition } from '../../../testing/madeUpEdition'
import { findingsOf, givenOf, runChecks } from '../../run'
import { EXAMPLE_TODAY, neutralReport } from '../neutralReport'

const FEE = 'tables.proactiveDisclosure.administrativeFees.amount'
const CELL = 'tables.requests.received.naturalPerson'

const findingsAt = (address: Address, text: string) => {
  const report = neutralReport(edition, { [address]: text })
  const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY }))
  return findingsOf(outcomes, [], edition, report).filter(
    (finding) => finding.target === address && /^cell|^fee\.(malformed|decimals)/.test(finding.rule),
  )
}
const rulesAt = (address: Address, text: string) => findingsAt(address, text).map((finding) => finding.rule)

describe('a cell for whole numbers', () => {
  test.each([
    ['12a', 'cell.not-integer'],
    ['1.5', 'cell.not-integer'],
    ['/', 'cell.not-integer'],
    ['无', 'cell.not-integer'],
    ['－', 'cell.not-integer'],
    ['12 34', 'cell.not-integer'],
    ['38①', 'cell.not-integer'],
    ['151¹', 'cell.not-integer'],
    ['-1', 'cell.negative'],
    ['−1', 'cell.negative'],
    ['-1.5', 'cell.negative'],
    ['９９９９９９９９９９９９９９９９', 'cell.not-integer'],
    ['', 'cell.blank'],
    ['  ', 'cell.blank'],
  ])('%j is reported once, by %s', (text, rule) => {
    expect(rulesAt(CELL, text)).toEqual([rule])
  })

  test.each(['0', '23', '８８２', '1,230', '1，230', ' 7 '])('%j is a figure', (text) => {
    expect(rulesAt(CELL, text)).toEqual([])
  })

  test.each(['-', '/', '无', '—', '－', '没有'])('%j offers a 0', (text) => {
    expect(findingsAt(CELL, text)[0]?.fixes).toEqual([
      { label: '填 0', changes: [{ address: CELL, after: '0' }] },
    ])
  })

  test('“12a” offers nothing: only the clerk knows what was meant', () => {
    expect(findingsAt(CELL, '12a')[0]?.fixes).toEqual([])
  })
})

describe('the fee cell', () => {
  test.each(['882', '882.', '882.0000', '0.0001', '８８２', '1,230', '８８２．５'])(
    '%j is an amount',
    (text) => {
      expect(rulesAt(FEE, text)).toEqual([])
    },
  )

  test.each([
    ['0.0000001', 'fee.decimals'],
    ['882元', 'fee.malformed'],
    ['/', 'fee.malformed'],
    ['无', 'fee.malformed'],
    ['.5', 'fee.malformed'],
    ['1.2.3', 'fee.malformed'],
    ['-0.5', 'cell.negative'],
    ['999999999999.9999', 'fee.malformed'],
    ['', 'cell.blank'],
  ])('%j is reported once, by %s', (text, rule) => {
    expect(rulesAt(FEE, text)).toEqual([rule])
  })

  test.each(['4166.241619', '5949.088667', '0.08824', '0.000001', '882.00000'])(
    '%s, exact to the 分, stands as published: nothing offers to round it',
    (text) => {
      expect(findingsAt(FEE, text).filter(({ rule }) => rule.startsWith('fee.decimals'))).toEqual([])
    },
  )

  test('what is less than one 分 is asked about and can be accepted', () => {
    const [finding] = findingsAt(FEE, '4166.2416194')
    expect(finding).toMatchObject({ severity: 'verify', fixes: [] })
    expect(finding?.message).toBe('行政事业性收费：4166.2416194 有 7 位小数，已不足 1 分，请核对。')
  })
})

test('an empty form has one blank per entered cell, and no error', () => {
  const report = blankReport(edition)
  const findings = findingsOf(
    runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY })),
    [],
    edition,
    report,
  )
  expect(
    findings.filter((finding) => finding.rule === 'cell.blank').map((finding) => finding.target),
  ).toEqual(enteredCellsOf(edition).map((cell) => cell.address))
  expect(findings.filter((finding) => finding.severity === 'block')).toEqual([])
})

test('in another form the unit of a cell decides which rules it falls under', () => {
  const report = neutralReport(madeUpEdition, {
    'tables.stock.in.bought.price': '0.0000001',
    'tables.stock.out.price': '3元',
    'tables.stock.in.bought.books': '1.5',
    'tables.stock.in.bought.maps': '',
  })
  const outcomes = runChecks(givenOf({ edition: madeUpEdition, report, today: EXAMPLE_TODAY }))
  const found = findingsOf(outcomes, [], madeUpEdition, report)
  expect(found.map(({ rule, target }) => `${rule} ${target}`)).toEqual([
    'year.range year',
    'cell.not-integer tables.stock.in.bought.books',
    'fee.malformed tables.stock.out.price',
    'fee.decimals tables.stock.in.bought.price',
    'fee.small tables.stock.in.bought.price',
    'cell.blank tables.stock.in.bought.maps',
  ])
  expect(found[0]?.message).toBe('年度“2023”不在 1999 年至 2010 年之间。')
})
