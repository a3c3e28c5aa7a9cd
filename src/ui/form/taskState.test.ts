import { expect, test } from 'vitest'
import { EXAMPLE_TODAY, neutralReport } from '../../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import { tallyOf, verdictOf } from '../../checks/verdict'
import { currentEdition as edition } from '../../format/editions'
import { progressOf } from '../../report/progress'
import { completedOf, reviewState } from './taskState'

/** What a look at a report finds, before 核对 was ever opened: nothing is due yet. */
function looked(entries: Record<string, string>, done = true) {
  const report = neutralReport(edition, entries)
  const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY }))
  const findings = findingsOf(outcomes, [], edition, report)
  const verdict = verdictOf(outcomes, findings)
  const review = {
    findings: done ? findings : [],
    due: [],
    tally: tallyOf(outcomes),
    progress: progressOf(edition, report.entries),
    organ: '示例局',
    year: '2023',
    ...(done && { verdict }),
  }
  return { states: reviewState(edition, review), verdict }
}

test('the parts together have the problems that 核对 counts, whether or not it was opened', () => {
  const { states, verdict } = looked({
    other: '【待补充】',
    problems: '下一步将加强培训。',
    'tables.requests.received.naturalPerson': '1',
  })
  expect(verdict).toMatchObject({ block: 2, verify: 2 })
  const sum = (severity: 'block' | 'verify') =>
    states.reduce((total, { problems }) => total + problems[severity], 0)
  expect({ block: sum('block'), verify: sum('verify') }).toEqual({ block: 2, verify: 2 })
  expect(states.find(({ key }) => key === 'other')?.status).toBe('problems')
})

test('a part is done once the rules have looked, not as soon as it is filled', () => {
  expect(looked({}, false).states.map(({ status }) => status)).toEqual(Array(7).fill('filled'))
  expect(looked({}).states.map(({ status }) => status)).toEqual(Array(7).fill('complete'))
  expect(looked({ other: '' }).states.at(-1)?.status).toBe('untouched')
})

test('已完成 counts the parts with the tick, neither those only filled nor 基本信息', () => {
  expect(completedOf(looked({}, false).states)).toEqual([])
  expect(completedOf(looked({}).states)).toHaveLength(6)
  expect(completedOf(looked({ other: '【待补充】', problems: '' }).states)).toEqual([
    'overview',
    'proactive',
    'requests',
    'review',
  ])
})
