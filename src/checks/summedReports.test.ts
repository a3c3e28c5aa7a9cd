import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { findingsOf, givenOf, runChecks } from './run'

// A 汇总 report counts many organs; one of them may speak of itself in it, and had a report of its own last year.

const received = 'tables.requests.received.naturalPerson'
const granted = 'tables.requests.outcome.granted.naturalPerson'

function found(more: Record<string, string>, lastYear?: Record<string, string>): string[] {
  const report = filledReport({ [received]: '222', [granted]: '212', ...more })
  const last = lastYear && { lastYear: filledReport({ year: '2020', ...lastYear }) }
  const outcomes = runChecks(givenOf({ edition, report, today: '2022-01-20', ...last }))
  return findingsOf(outcomes, [], edition, report).map(({ rule }) => rule)
}
const claims = (scope: string, sentence: string) =>
  found({ scope, 'overview.onRequest': sentence }).filter((rule) => rule.startsWith('narrative'))

test('what an organ says of itself in the sum of many is not held against the summed tables', () => {
  for (const sentence of [
    '本机关收到政府信息公开申请5件。',
    '全区共收到政府信息公开申请222件，上年结转1件。区政府本机关新收申请5件，均已答复。',
    '本机关本年新收政府信息公开申请5件，上年结转0件，结转下年度0件。',
    '本机关制发行政规范性文件2件。',
  ]) {
    expect(claims('all', sentence), sentence).toEqual([])
    expect(claims('level', sentence), sentence).toEqual([])
  }
})

test('what is said of all of them still is, and so is what a single organ says of itself', () => {
  expect(claims('all', '全区新收政府信息公开申请223件。')).toEqual(['narrative.claim'])
  expect(claims('level', '全年新收政府信息公开申请5件。')).toEqual(['narrative.claim'])
  expect(claims('organ', '本机关收到政府信息公开申请5件。')).toEqual(['narrative.claim'])
})

test('the report of one organ is not the last year of a sum over many', () => {
  const small = { [received]: '3', 'tables.proactiveDisclosure.normativeDocuments.inForce': '5' }
  const compared = ['proactive.in-force-vs-last-year', 'requests.carried-over-vs-last-year', 'year.jump']
  const ofYears = (rules: string[]) => compared.filter((rule) => rules.includes(rule))
  expect(ofYears(found({ scope: 'all' }, { ...small, scope: 'all' }))).toEqual(compared)
  expect(ofYears(found({ scope: 'all' }, { ...small, scope: 'organ' }))).toEqual([])
  expect(ofYears(found({ scope: 'organ' }, { ...small, scope: 'all' }))).toEqual([])
})
