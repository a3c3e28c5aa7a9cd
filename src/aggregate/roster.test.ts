import { expect, test } from 'vitest'
import { rosterOf } from './roster'

test('a sheet may have a title over its head, and keeps dates as numbers of days', () => {
  const { units, problems } = rosterOf([
    ['单位名单'],
    ['代码', '名称', '期限'],
    ['11330000000000001A', '教育局', '45688'],
  ])
  expect(problems).toEqual([])
  expect(units).toMatchObject([{ code: '11330000000000001A', name: '教育局', due: '2025-01-31' }])
})
test('a code that a sheet has rounded is named, and is not taken for a code', () => {
  const { units, problems } = rosterOf([
    ['代码', '名称'],
    ['1.23457E+17', '教育局'],
    ['1.23457E+17', '审计局'],
  ])
  expect(units.map(({ id, code }) => [id, code])).toEqual([
    ['教育局', ''],
    ['审计局', ''],
  ])
  expect(problems).toHaveLength(2)
})
