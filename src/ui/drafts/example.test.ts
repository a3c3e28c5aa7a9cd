import { expect, test } from 'vitest'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import { isFinal, verdictOf } from '../../checks/verdict'
import { cellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { progressOf } from '../../report/progress'
import { blankReport, valuesOf } from '../../report/report'
import { totalOf, totalText } from '../../report/totals'
import { exampleEntries } from './example'

const entries = exampleEntries()
const report = { ...blankReport(edition), entries }

test('the example fits the final copy, with nothing to correct or to explain', () => {
  const outcomes = runChecks(givenOf({ edition, report, today: '2025-03-01' }))
  const findings = findingsOf(outcomes, [], edition, report)
  expect(findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([])
  expect(isFinal(verdictOf(outcomes, findings))).toBe(true)
})

test('every part of the example is filled', () => {
  expect(progressOf(edition, entries).filter((part) => part.filled < part.total)).toEqual([])
})

test('the figures that its prose names are those of its tables', () => {
  const value = valuesOf(edition, entries)
  const total = (address: string) => Number(totalText(edition, address, totalOf(edition, address, value)))
  expect(total('tables.requests.received.total')).toBe(74)
  expect(total('tables.requests.carriedOver.total')).toBe(4)
  expect(total('tables.requests.outcomeTotal.total')).toBe(75)
  expect(total('tables.requests.carriedForward.total')).toBe(3)
  expect(total('tables.reviewAndLitigation.administrativeReview.total')).toBe(8)
  expect(cellsOf(edition).filter(({ address }) => Number.isNaN(total(address)))).toEqual([])
})
