import { expect, test } from 'vitest'
import { EXAMPLE_TODAY } from '../../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import { currentEdition as edition } from '../../format/editions'
import { lastYearCopy, type Report } from '../../report/report'
import { filledReport } from '../../testing/filledReport'
import { operandsShown } from './operands'

function shown(report: Report, rule: string) {
  const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY }))
  const finding = findingsOf(outcomes, [], edition, report).find((known) => known.rule === rule)
  return (
    finding && operandsShown(finding, edition, report).map(({ number, name, value }) => [number, name, value])
  )
}

test('a figure of the prose stands beside the figures of the tables', () => {
  const report = filledReport({ 'overview.onRequest': '全年累计答复政府信息公开申请22件。' })
  expect(shown(report, 'narrative.claim')?.[0]).toEqual([1, '正文（二）', '22'])
  expect(shown(report, 'narrative.claim')).toContainEqual([2, '表三·（七）总计·总计', '23'])
})

test('last year’s figure follows without a number: it has no place to be outlined', () => {
  const report = filledReport()
  const carried = 'tables.requests.carriedForward.naturalPerson'
  report.notes.lastYear = lastYearCopy(filledReport({ year: '2020', [carried]: '5' }))
  const operands = shown(report, 'requests.carried-over-vs-last-year')
  expect(operands?.at(-1)?.[0]).toBeUndefined()
  expect(operands?.map(([, , value]) => value)).toContain('5')
})

test('one operand alone is no comparison', () => {
  expect(
    shown(filledReport({ 'tables.requests.received.naturalPerson': '12a' }), 'cell.not-integer'),
  ).toEqual([])
})
