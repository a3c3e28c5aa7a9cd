import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { EXAMPLE_TODAY, neutralReport } from './rules/neutralReport'
import { givenOf, runChecks } from './run'
import { tallyOf } from './verdict'

const look = (entries: Record<string, string>) =>
  tallyOf(runChecks(givenOf({ edition, report: neutralReport(edition, entries), today: EXAMPLE_TODAY })))
const balance = (entries: Record<string, string>) =>
  look(entries).find(({ rule }) => rule === 'requests.balance')

test('what agreed, what failed and what could not be assessed is counted for each rule', () => {
  expect(balance({})).toMatchObject({ holds: 7, fails: 0, open: [] })
  const one = balance({
    'tables.requests.received.naturalPerson': '1',
    'tables.requests.received.otherOrganization': '',
  })
  expect(one).toMatchObject({ holds: 4, fails: 1 })
  expect(one?.open.map(({ target }) => target)).toEqual([
    'tables.requests.received.otherOrganization',
    'tables.requests.received.total',
  ])
})
