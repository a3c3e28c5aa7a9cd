import { expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import { blankEntries, blankNotes, withTexts } from '../../report/report'
import { deadlineHint, deadlineLine } from './deadlineWords'

const filled = (
  texts: Record<string, string>,
  over = { entries: blankEntries(edition), notes: blankNotes() },
) => ({
  ...over,
  entries: withTexts(over.entries, Object.entries(texts)),
})
const department = filled({ year: '2023', 'organ.kind': 'department' })

test('the statutory date stands in for a blank one, with the days that are left', () => {
  expect(deadlineLine(edition, department, '2024-01-01')).toEqual({
    text: '应于 2024年1月31日前公布，还有 30 天',
    near: false,
  })
  expect(deadlineLine(edition, department, '2024-01-31')?.text).toBe('应于 2024年1月31日前公布，就在今天')
  expect(deadlineLine(edition, department, '2024-02-02')).toEqual({
    text: '应于 2024年1月31日前公布，已过 2 天',
    near: true,
  })
})

test('a date of a local notice and the day of publication come first', () => {
  const local = filled({ deadline: '2024-01-21' }, department)
  expect(deadlineLine(edition, local, '2024-01-20')).toEqual({
    text: '应于 2024年1月21日前公布，还有 1 天',
    near: true,
  })
  const published = filled({ publishedAt: '2024-01-18' }, local)
  expect(deadlineLine(edition, published, '2024-03-01')).toEqual({
    text: '已于 2024年1月18日公布',
    near: false,
  })
})

test('without year or kind no date is invented', () => {
  expect(deadlineLine(edition, filled({ year: '2023' }), '2024-01-01')).toBeUndefined()
  expect(deadlineHint(edition, filled({}))).toContain('选好机关类型')
  expect(deadlineHint(edition, filled({ 'organ.kind': 'department' }))).toContain('次年 1月31日')
  expect(deadlineHint(edition, filled({ 'organ.kind': 'townshipGovernment' }))).toContain('随本地通知')
  expect(deadlineHint(edition, department)).toContain('不填即按 2024年1月31日（条例第四十九条）')
})

test('a 更正版 has no deadline: the one of the first publication is past, and presses nobody', () => {
  const correction = { ...department, notes: { ...blankNotes(), base: 'a'.repeat(64) } }
  expect(deadlineLine(edition, correction, '2024-06-01')).toEqual({
    text: '更正版没有另外的公布期限，改好即公布',
    near: false,
  })
  expect(deadlineHint(edition, correction)).not.toContain('1月31日')
})
