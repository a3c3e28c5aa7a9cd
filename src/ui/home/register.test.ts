import { expect, test } from 'vitest'
import type { Verdict } from '../../checks/types'
import { newDraft } from '../../drafts/draft'
import { currentEdition } from '../../format/editions'
import { blankReport, withTexts } from '../../report/report'
import { dueOf, filledOf, firstLines, registerOf, rowOf, standingOf, summaryOf } from './register'

const TODAY = '2022-01-20'
const row = (
  name: string,
  year: string,
  kind: string,
  extra: Record<string, string> = {},
  savedAt = TODAY,
) => {
  const report = blankReport(currentEdition)
  const texts = Object.entries({ 'organ.name': name, year, 'organ.kind': kind, ...extra })
  return rowOf(newDraft({ ...report, entries: withTexts(report.entries, texts) }, new Date(savedAt), name))
}

test('the newest year comes first, just begun reports before it; the nearest deadline first', () => {
  const groups = registerOf([
    row('县', '2021', 'countyGovernment'),
    row('旧局', '2021', 'department', {}, '2022-01-01'),
    row('新局', '2021', 'department', {}, '2022-01-02'),
    row('镇', '2021', 'townshipGovernment'),
    row('早', '2021', 'countyGovernment', { deadline: '2022-01-26' }),
    row('空白', '', ''),
    row('上年', '2020', 'department'),
  ])
  expect(groups.map(({ year, rows }) => [year, rows.map(({ draft }) => draft.id).join(' ')])).toEqual([
    [undefined, '空白'],
    [2021, '早 新局 旧局 县 镇'],
    [2020, '上年'],
  ])
  expect(summaryOf(groups, TODAY, ({ draft }) => draft.id === '县')).toBe(
    '2021 年度 5 份，1 份可以定稿；最近的期限是 1 月 26 日，还有 6 天',
  )
})

test('the first lines keep their groups, whose count is that of all', () => {
  const groups = registerOf([
    row('甲', '2021', ''),
    row('乙', '2021', ''),
    row('丙', '2020', ''),
    row('丁', '2020', ''),
  ])
  const first = (most: number) =>
    firstLines(groups, most).map(({ group, rows }) => [group.rows.length, rows.length])
  expect(first(3)).toEqual([
    [2, 2],
    [2, 1],
  ])
  expect(first(2)).toEqual([[2, 2]])
  expect(first(Number.POSITIVE_INFINITY)).toEqual([
    [2, 2],
    [2, 2],
  ])
})

test('the next page is the first with something left to fill', () => {
  expect(filledOf(row('局', '2021', 'department')).next).toBe('overview')
  expect(filledOf(row('局', '', '')).next).toBe('basic')
  expect(filledOf(row('局', '2021', 'department')).sections.map(({ filled }) => filled)).toEqual([
    0, 0, 0, 0, 0, 0,
  ])
})

test('a deadline is bold within two weeks and after it, until the report is final', () => {
  const department = row('局', '2021', 'department')
  expect(dueOf(department, TODAY, false)).toEqual({ words: '1 月 31 日', detail: '还有 11 天', near: true })
  expect(dueOf(department, TODAY, true).near).toBe(false)
  expect(dueOf(department, '2022-01-16', false).near).toBe(false)
  expect(dueOf(department, '2022-01-31', false).detail).toBe('今天到期')
  expect(dueOf(department, '2022-02-02', false)).toMatchObject({ detail: '已过 2 天', near: true })
  expect(dueOf(department, '2021-12-31', false).words).toBe('2022 年 1 月 31 日')
  expect(dueOf(row('', '', ''), TODAY, false).detail).toBe('填写年度和机关类型后显示')
  expect(dueOf(row('镇', '2021', 'townshipGovernment'), TODAY, false).detail).toContain('随本地通知')
})

test('a published report is on time or names its day', () => {
  const published = (day: string) =>
    dueOf(row('局', '2021', 'department', { publishedAt: day }), '2022-03-01', true)
  expect(published('2022-01-31')).toEqual({ words: '1 月 31 日', detail: '按期公布', near: false })
  expect(published('2022-02-03').detail).toBe('2 月 3 日公布')
})

test('the most pressing comes first, and blanks never look like errors', () => {
  const verdict = (part: Partial<Verdict>) =>
    standingOf({ block: 0, verify: 0, note: 0, blank: 0, rules: 86, notAssessable: 0, ...part }, [
      { key: 'overview', filled: part.blank ? 1 : 5, total: 5 },
    ])
  expect(verdict({ block: 2, verify: 1, blank: 4, note: 1 })).toMatchObject({
    icon: 'block',
    words: '阻断 2',
    detail: '未填 4 项，待核实 1，提示 1',
  })
  expect(verdict({ verify: 2, blank: 46 })).toMatchObject({
    icon: 'verify',
    words: '待核实 2',
    detail: '未填 46 项',
  })
  expect(verdict({ blank: 4, note: 2 })).toMatchObject({
    icon: 'half',
    words: '填写中',
    detail: '未填 4 项，提示 2',
  })
  expect(verdict({ verify: 1, note: 3 })).toMatchObject({
    icon: 'verify',
    words: '可以定稿',
    detail: '待核实 1，提示 3',
  })
  expect(verdict({})).toMatchObject({ words: '可以定稿', detail: '已核对 86 条规则，未发现问题' })
})

test('a 更正版 stands in no list of dates to keep, and is never late', () => {
  const own = row('局', '2021', 'department')
  const { draft } = own
  const correction = rowOf({
    ...draft,
    report: { ...draft.report, notes: { ...draft.report.notes, base: 'a'.repeat(64) } },
  })
  expect(dueOf(correction, '2022-06-01', false)).toEqual({
    words: '—',
    detail: '更正版，改好即公布',
    near: false,
  })
  expect(summaryOf(registerOf([correction]), TODAY, () => false)).toBe('2021 年度 1 份')
  const out = rowOf({
    ...correction.draft,
    report: {
      ...correction.draft.report,
      entries: withTexts(correction.draft.report.entries, [['publishedAt', '2022-03-01']]),
    },
  })
  expect(dueOf(out, '2022-06-01', true).detail).toBe('3 月 1 日公布')
})
