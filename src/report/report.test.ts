import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import {
  addressesOf,
  applyChanges,
  blankEntries,
  blankReport,
  completed,
  isBlank,
  textAt,
  valuesOf,
  withTexts,
} from './report'
import { YUAN } from './value'

test('a blank report has every address, blank but for the default 口径', () => {
  const { entries, edition: key } = blankReport(edition)
  const filled = addressesOf(edition).filter((address) => textAt(entries, address) !== '')
  expect(filled).toEqual(['scope'])
  expect(textAt(entries, 'scope')).toBe('organ')
  expect(key).toBe('2021')
  expect(addressesOf(edition)).toHaveLength(14 + 10 + 9 + 166)
})

test('changes leave the entries they start from as they are', () => {
  const before = blankEntries(edition)
  const change = { address: 'organ.name', before: '', after: '示例局' }
  const after = applyChanges(before, [change])
  expect(textAt(before, 'organ.name')).toBe('')
  expect(textAt(after, 'organ.name')).toBe('示例局')
  expect(applyChanges(after, [{ ...change, before: '示例局', after: '' }])).toEqual(before)
})

test('entries of an older draft get the addresses they do not have, and keep every text', () => {
  const older = withTexts({}, [
    ['organ.name', '示例局'],
    ['tables.requests.received.naturalPerson', '07'],
  ])
  const now = completed(edition, older)
  expect(now).toEqual(
    withTexts(blankEntries(edition), [
      ['organ.name', '示例局'],
      ['tables.requests.received.naturalPerson', '07'],
      ['scope', ''],
    ]),
  )
  expect(textAt(older, 'scope')).toBe('')
  expect(completed(edition, now)).toBe(now)
})

test('a report is blank until something stands in one of its sections', () => {
  const blank = withTexts(blankEntries(edition), [['organ.name', '示例局']])
  expect(isBlank(edition, blank)).toBe(true)
  for (const address of ['overview.introduction', 'other', 'tables.requests.received.naturalPerson'])
    expect(isBlank(edition, withTexts(blank, [[address, '0']]))).toBe(false)
})

test('a path leads to texts of the report only, never to a prototype', () => {
  const entries = withTexts({}, [['__proto__.polluted', '是']])
  expect('polluted' in {}).toBe(false)
  expect(textAt(entries, 'constructor')).toBe('')
  expect(textAt(entries, '__proto__.toString.name')).toBe('')
  expect(textAt(entries, 'organ')).toBe('')
  expect(textAt(blankEntries(edition), 'organ')).toBe('')
})

test('values are read by the unit of their cell', () => {
  const value = valuesOf(
    edition,
    withTexts(blankEntries(edition), [
      ['tables.proactiveDisclosure.administrativeFees.amount', '1.5'],
      ['tables.requests.received.naturalPerson', '1.5'],
    ]),
  )
  expect(value('tables.proactiveDisclosure.administrativeFees.amount')).toEqual({
    kind: 'number',
    amount: 15_000n * YUAN,
  })
  expect(value('tables.requests.received.naturalPerson')).toEqual({ kind: 'malformed', problem: 'decimals' })
})
