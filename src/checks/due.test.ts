import { describe, expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import { isDue } from './due'
import type { Due } from './types'

const RECEIVED = 'tables.requests.received.naturalPerson'
const OUTCOME_TOTAL = 'tables.requests.outcomeTotal.naturalPerson'
const GRANTED = 'tables.requests.outcome.granted.naturalPerson'
const ELSEWHERE = 'tables.requests.received.commercialEnterprise'

const due = (kind: Due, focused: Address | null, reviewed = false) =>
  isDue({ due: kind, target: RECEIVED, operands: [RECEIVED, OUTCOME_TOTAL] }, { focused, reviewed, edition })

describe('before 核对 was opened', () => {
  test('the format of a cell shows once the cell is left', () => {
    expect(due('onLeave', RECEIVED)).toBe(false)
    expect(due('onLeave', GRANTED)).toBe(true)
    expect(due('onLeave', null)).toBe(true)
  })
  test('a comparison waits until the focus is outside every cell behind it, parts of totals included', () => {
    expect(due('whenAnswered', RECEIVED)).toBe(false)
    expect(due('whenAnswered', GRANTED)).toBe(false)
    expect(due('whenAnswered', ELSEWHERE)).toBe(true)
    expect(due('whenAnswered', null)).toBe(true)
  })
  test('blanks and texts wait for the review', () => {
    expect(due('atReview', null)).toBe(false)
  })
})

test('once 核对 or 导出 was opened everything shows', () => {
  for (const kind of ['onLeave', 'whenAnswered', 'atReview'] as const)
    expect(due(kind, RECEIVED, true)).toBe(true)
})
