import { expect, test } from 'vitest'
import { exampleGiven } from '../../checks/rules/neutralReport'
import { requestsBalance } from '../../checks/rules/requests/balance'
import { currentEdition as edition } from '../../format/editions'
import { cellsOfFinding, operandNames, whereOf, withoutPlace } from './place'

const [example] = requestsBalance.examples
const failing = requestsBalance
  .check(exampleGiven(edition, example ?? { title: '', entries: {}, messages: [] }))
  .find((outcome) => outcome.state === 'fails')

test('a column’s finding stands at the column, and its operands are called by their rows', () => {
  if (failing?.state !== 'fails') throw new Error('the example does not fail')
  const where = whereOf(edition, failing)
  expect(where).toBe('表三·商业企业')
  expect(withoutPlace(where, failing.message)).toMatch(/^第一项＋第二项＝12/)
  expect(operandNames(edition, failing.operands)).toEqual([
    '本年新收',
    '上年结转',
    '（七）总计',
    '结转下年度',
  ])
})

test('operands of several places keep their full names', () => {
  const operands = ['overview.onRequest', 'tables.requests.received.total']
  expect(operandNames(edition, operands)).toEqual(['正文（二）', '表三·本年新收·总计'])
})

test('the address a finding leads to comes first, once', () => {
  expect(cellsOfFinding({ target: 'b', operands: ['a', 'b', 'c'] })).toBe('b a c')
})
