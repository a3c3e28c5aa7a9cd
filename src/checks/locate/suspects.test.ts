import { describe, expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import type { Address } from '../../format/types'
import { findingsOnValidReports, rankings, unnoticedErrors } from '../../testing/mutations'
import { EXAMPLE_TODAY, neutralReport } from '../rules/neutralReport'
import { givenOf } from '../run'
import { suspectsFor, suspectsOf } from './suspects'

const T3 = 'tables.requests.'

const given = (entries: Record<Address, string>, sourceTotals: Record<Address, string> = {}) => {
  const report = neutralReport(edition, entries)
  return givenOf({
    edition,
    report: { ...report, notes: { ...report.notes, sourceTotals } },
    today: EXAMPLE_TODAY,
  })
}

/** 64 received, 60 closed in three rows, 4 carried forward. */
const BALANCED = {
  [`${T3}received.naturalPerson`]: '64',
  [`${T3}outcome.granted.naturalPerson`]: '38',
  [`${T3}outcome.partiallyGranted.naturalPerson`]: '12',
  [`${T3}outcome.unavailable.notHeld.naturalPerson`]: '10',
  [`${T3}carriedForward.naturalPerson`]: '4',
}

describe('where the error may be', () => {
  test('nowhere while everything holds, or while a cell is blank', () => {
    expect(suspectsOf(given(BALANCED))).toEqual([])
    expect(suspectsOf(given({ ...BALANCED, [`${T3}received.naturalPerson`]: '' }))).toEqual([])
  })

  test.each<[string, Record<Address, string>, Address, RegExp]>([
    [
      '两位写颠倒',
      { [`${T3}outcome.granted.naturalPerson`]: '83' },
      `${T3}outcome.granted.naturalPerson`,
      /写颠倒/,
    ],
    ['漏了一位', { [`${T3}received.naturalPerson`]: '6' }, `${T3}received.naturalPerson`, /漏了一位/],
    [
      '填错一列',
      { [`${T3}carriedForward.naturalPerson`]: '0', [`${T3}carriedForward.commercialEnterprise`]: '4' },
      `${T3}carriedForward.commercialEnterprise`,
      /应填在“自然人”一列/,
    ],
    [
      '总计填进一格',
      { [`${T3}received.otherOrganization`]: '64' },
      `${T3}received.otherOrganization`,
      /把总计填进了这一格/,
    ],
  ])('%s', (_, changes, cell, reason) => {
    const [first] = suspectsOf(given({ ...BALANCED, ...changes }))
    expect(first?.cells[0]).toBe(cell)
    expect(first?.reason).toMatch(reason)
  })

  test('来文总计 point at the crossing of a row and a column', () => {
    const totals = {
      [`${T3}outcome.partiallyGranted.total`]: '12',
      [`${T3}outcomeTotal.naturalPerson`]: '60',
    }
    const [first] = suspectsOf(
      given({ ...BALANCED, [`${T3}outcome.partiallyGranted.naturalPerson`]: '15' }, totals),
    )
    expect(first).toMatchObject({ cells: [`${T3}outcome.partiallyGranted.naturalPerson`], mends: 3 })
  })

  test('for one finding only cells behind its operands are named', () => {
    const two = given({
      ...BALANCED,
      [`${T3}outcome.granted.naturalPerson`]: '83',
      [`${T3}received.commercialEnterprise`]: '1',
    })
    const operands = [`${T3}received.commercialEnterprise`, `${T3}outcomeTotal.commercialEnterprise`]
    for (const { cells } of suspectsFor(two, operands))
      expect(cells.some((cell) => cell.endsWith('.commercialEnterprise'))).toBe(true)
  })
})

/** A sample of what `npm run check:diagnosis` does at length. */
describe('random reports', () => {
  test('valid ones have no finding', () => {
    expect(findingsOnValidReports(60, 1)).toEqual([])
  })
  test('a wrong cell that breaks a sum is noticed', () => {
    expect(unnoticedErrors(80, 2)).toEqual([])
  })
  test('with 来文总计 the true cell comes first, without them among the first three', () => {
    const known = rankings(80, 3, true).all
    expect(known.first / known.injected).toBeGreaterThanOrEqual(0.95)
    const unknown = rankings(120, 4, false).all
    expect(unknown.firstThree / unknown.injected).toBeGreaterThanOrEqual(0.7)
  })
}, 30_000)
