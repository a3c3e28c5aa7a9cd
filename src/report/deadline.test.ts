import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { madeUpEdition } from '../testing/madeUpEdition'
import { daysBetween, deadlineOf, statutoryDeadline, yearOf } from './deadline'
import { blankEntries, blankNotes, withTexts } from './report'

const entries = (texts: Record<string, string>, form = edition) =>
  withTexts(blankEntries(form), Object.entries(texts))

const report = (texts: Record<string, string>, base: string | null = null) => ({
  entries: entries(texts),
  notes: { ...blankNotes(), base },
})

test.each([
  ['department', '2024-01-31'],
  ['governmentOffice', '2024-01-31'],
  ['ministry', '2024-01-31'],
  ['countyGovernment', '2024-03-31'],
  ['provincialGovernment', '2024-03-31'],
  ['townshipGovernment', undefined],
  ['subdistrictOffice', undefined],
  ['', undefined],
])('the report of 2023 of a %s is due by %s', (kind, date) => {
  expect(statutoryDeadline(edition, entries({ year: '2023', 'organ.kind': kind }))).toBe(date)
})

test('a local date comes before the statutory one, and stands where the statute names none', () => {
  const local = { year: '2023', deadline: '2024-01-21' }
  expect(deadlineOf(edition, report({ ...local, 'organ.kind': 'department' }))).toBe('2024-01-21')
  expect(deadlineOf(edition, report({ ...local, 'organ.kind': 'townshipGovernment' }))).toBe('2024-01-21')
  expect(deadlineOf(edition, report({ year: '2023', 'organ.kind': 'department' }))).toBe('2024-01-31')
  expect(
    deadlineOf(edition, report({ ...local, 'organ.kind': 'department' }, 'a'.repeat(64))),
  ).toBeUndefined()
})

test('a year is four digits, full-width ones too', () => {
  const years = ['2023', ' ２０２３ ', '23', '2023年', '', '20.3'].map((year) => yearOf(entries({ year })))
  expect(years).toEqual([2023, 2023, undefined, undefined, undefined, undefined])
  expect(
    statutoryDeadline(edition, entries({ year: '二〇二三', 'organ.kind': 'department' })),
  ).toBeUndefined()
})

test('days are counted over months, leap days and the change of clocks', () => {
  expect(daysBetween('2024-01-21', '2024-01-31')).toBe(10)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2024-04-01', '2024-03-31')).toBe(-1)
  expect(daysBetween('2024-01-31', '2024-01-31')).toBe(0)
  expect(daysBetween('2024-01-31', '一月底')).toBeNaN()
})

test('another form has its own dates', () => {
  expect(statutoryDeadline(madeUpEdition, entries({ year: '2003' }, madeUpEdition))).toBe('2004-02-15')
})
