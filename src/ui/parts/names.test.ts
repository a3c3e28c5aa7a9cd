import { expect, test } from 'vitest'
import { newDraft } from '../../drafts/draft'
import { currentEdition } from '../../format/editions'
import { blankReport, withTexts } from '../../report/report'
import { backupName, dateWords, dayWords, titleOf } from './names'

const now = new Date(2022, 0, 20, 15, 10)
const at = (...date: [number, number, number, number, number]) =>
  dayWords(new Date(...date).toISOString(), now)

test('a time is told as a clerk says it', () => {
  expect(at(2022, 0, 20, 14, 2)).toBe('今天 14:02')
  expect(at(2022, 0, 19, 23, 59)).toBe('昨天 23:59')
  expect(at(2022, 0, 18, 9, 0)).toBe('1 月 18 日')
  expect(at(2021, 11, 31, 9, 0)).toBe('2021 年 12 月 31 日')
  expect(dateWords('三月底', 2022)).toBe('三月底')
})

test('a report is called by its organ and year, a blank one has a name too', () => {
  const report = blankReport(currentEdition)
  const named = withTexts(report.entries, [
    ['organ.name', '鼓楼区司法局'],
    ['year', '2021'],
  ])
  expect(titleOf(report.entries)).toBe('未命名机关')
  expect(titleOf(named)).toBe('鼓楼区司法局 2021 年度')
  const draft = newDraft({ ...report, entries: named }, now, 'a')
  expect(backupName([draft], now)).toBe('鼓楼区司法局_2021年_备份.json')
  expect(backupName([draft, draft], now)).toBe('年报通_全部备份_2022-01-20.json')
})
