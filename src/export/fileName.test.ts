import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { fileStem } from './fileName'

test('the file of a correction is told by its name from what it corrects, and from an earlier correction', () => {
  const report = filledReport({ 'correction.date': '2022-03-01' })
  const stem = '示例区人民政府_2021年政府信息公开工作年度报告'
  expect(fileStem(report, currentEdition, false)).toBe(stem)
  const correction = { ...report, notes: { ...report.notes, base: 'a'.repeat(64) } }
  expect(fileStem(correction, currentEdition, false)).toBe(`${stem}_更正版2022-03-01`)
  expect(fileStem(correction, currentEdition, true)).toBe(`${stem}_更正版2022-03-01_草稿`)
})
