import { expect, test } from 'vitest'
import { reminderOf } from '../ui/aggregate/words'
import { rosterOfText } from './roster'
import { overviewOf } from './task'
import { unitNames } from './unitNames'

const of = (list: string) =>
  overviewOf({ year: 2024, units: rosterOfText(list).units, reports: [], decisions: [] })

test('units of one name are told apart by the unit above, and by their code where that does not', () => {
  const head = '代码\t名称\t上级\n'
  const labels = (list: string) => [...unitNames(of(head + list).standings).values()]
  expect(labels('A1\t东区\nA2\t西区\nB1\t财政局\t东区\nB2\t财政局\t西区\nB3\t教育局\t东区')).toEqual([
    '东区',
    '西区',
    '财政局（东区）',
    '财政局（西区）',
    '教育局',
  ])
  expect(labels('B1\t财政局\nB2\t财政局\nB3\t教育局')).toEqual(['财政局（B1）', '财政局（B2）', '教育局'])
  expect(labels('A1\t东区\nB1\t财政局\t东区\nB2\t财政局\t东区')).toEqual([
    '东区',
    '财政局（B1）',
    '财政局（B2）',
  ])
})

test('催报 says which of two units of one name is lacking', () => {
  expect(reminderOf(of('代码\t名称\nB1\t财政局\nB2\t财政局'), '2025-02-01')).toBe(
    '请以下 2 家单位尽快报送2024年政府信息公开工作年度报告：\n1. 财政局（B1）\n2. 财政局（B2）',
  )
})
