import { expect, test } from 'vitest'
import type { Finding, Severity } from '../../checks/types'
import { currentEdition as edition } from '../../format/editions'
import { findingAfter, openInOrder, stepAt } from './findingSteps'

const RECEIVED = 'tables.requests.received.naturalPerson'
const CARRIED_OVER = 'tables.requests.carriedOver.naturalPerson'
const UPHELD = 'tables.reviewAndLitigation.administrativeReview.upheld'

const finding = (
  rule: string,
  target: string,
  severity: Severity = 'verify',
  status: Finding['status'] = 'open',
): Finding => ({
  rule,
  key: `${rule}:${target}`,
  severity,
  status,
  due: 'atReview',
  target,
  operands: [target],
  message: '',
  fixes: [],
})

/** As the rules list them: 阻断 first, each in printed order. */
const found = [
  finding('a', UPHELD, 'block'),
  finding('b', 'year'),
  finding('c', 'overview.platform'),
  finding('d', RECEIVED),
  finding('e', RECEIVED),
  finding('said', RECEIVED, 'verify', 'accepted'),
  finding('blank', 'other', 'blank'),
]
const step = (at: Parameters<typeof findingAfter>[2], by: 1 | -1 = 1, list = found) =>
  findingAfter(edition, list, at, by)?.rule

test('the way leads through all open findings in printed order, whatever their severity, and round', () => {
  const rules: (string | undefined)[] = []
  let at: Parameters<typeof findingAfter>[2] = null
  for (let n = 0; n < 6; n++) {
    const next = findingAfter(edition, found, at, 1)
    rules.push(next?.rule)
    if (next) at = { address: next.target, key: next.key }
  }
  expect(rules).toEqual(['b', 'c', 'd', 'e', 'a', 'b'])
  expect(step(null, -1)).toBe('a')
  expect(openInOrder(edition, found).map(({ rule }) => rule)).toEqual(['b', 'c', 'd', 'e', 'a'])
  expect(stepAt(openInOrder(edition, found), at)).toBe(0)
})

test('from a field the next one is the one after it, not the one after what was followed last', () => {
  expect(step({ address: 'organ.address' })).toBe('c')
  expect(step({ address: CARRIED_OVER })).toBe('a')
  expect(step({ address: CARRIED_OVER }, -1)).toBe('e')
  expect(step({ address: 'other' })).toBe('b')
  expect(step({ address: 'year' }, -1)).toBe('a')
})

test('a text with findings is not passed over, and a cell that was set right shows what else is said of it', () => {
  expect(step({ address: 'overview.platform' })).toBe('c')
  expect(step({ address: 'overview.platform', key: 'c:overview.platform' })).toBe('d')
  expect(step({ address: RECEIVED, key: 'gone' })).toBe('d')
  expect(step({ address: RECEIVED })).toBe('a')
  expect(step({ address: RECEIVED, key: 'gone' }, -1)).toBe('e')
  expect(step({ address: RECEIVED }, -1)).toBe('c')
})

test('with no finding left the blanks are led through', () => {
  const blanks = [finding('blank', 'problems', 'blank'), finding('blank', 'other', 'blank')]
  expect(findingAfter(edition, blanks, { address: 'problems' }, 1)?.target).toBe('problems')
  expect(findingAfter(edition, blanks, { address: 'problems', key: 'blank:problems' }, 1)?.target).toBe(
    'other',
  )
  expect(step(null, 1, [])).toBeUndefined()
})
