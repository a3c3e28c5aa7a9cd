import { expect, test } from 'vitest'
import { type Draft, newDraft } from '../../drafts/draft'
import { currentEdition } from '../../format/editions'
import { blankReport, withTexts } from '../../report/report'
import { archiveName, asArchived } from './archive'

const draft = (id: string, year: string): Draft => {
  const report = blankReport(currentEdition)
  return newDraft({ ...report, entries: withTexts(report.entries, [['year', year]]) }, new Date(0), id)
}

test('the file is named by its years', () => {
  const name = (...years: string[]) =>
    archiveName(
      years.map((year) => draft('a', year)),
      '2026-11-24',
    )
  expect(name('2021', '2019', '')).toBe('年报通_归档_2019-2021年度_2026-11-24.json')
  expect(name('2021', '２０２１')).toBe('年报通_归档_2021年度_2026-11-24.json')
  expect(name('')).toBe('年报通_归档_2026-11-24.json')
})

test('what was changed or deleted after the download is not moved', () => {
  const [same, changed, gone] = [draft('same', '2021'), draft('changed', '2021'), draft('gone', '2021')]
  const now = new Map([
    ['same', same],
    ['changed', { ...changed, revision: 2 }],
  ])
  expect(asArchived([same, changed, gone], (id) => now.get(id))).toEqual([same])
})
