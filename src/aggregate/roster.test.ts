import { expect, test } from 'vitest'
import { rosterOf, rosterOfText, rosterOfYear } from './roster'
import { updatedList } from './rosterUpdate'

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

const { units: reformed, problems } = rosterOf([
  ['代码', '名称', '上级', '设立日期', '撤销日期', '并入或更名为'],
  ['', '临江区人民政府', '', '', '', ''],
  ['114100000000000011', '扶贫开发办公室', '临江区人民政府', '', '2024-06-30', '乡村振兴局'],
  ['', '乡村振兴局', '临江区人民政府', '', '2024年12月31日', '农业农村局'],
  ['', '农业农村局', '临江区人民政府', '', '', ''],
  ['', '数据局', '临江区人民政府', '2025-02-01', '', ''],
  ['', '外事办', '临江区人民政府', '', '2024-03-01', ''],
])

test('who has gone by the end of a year need not report for it, nor who is not there yet; each says why', () => {
  expect(problems).toEqual([])
  const reasons = (year: number) =>
    Object.fromEntries(
      rosterOfYear(reformed, year).units.flatMap(({ name, exempt }) => (exempt ? [[name, exempt]] : [])),
    )
  expect(reasons(2024)).toEqual({
    扶贫开发办公室: '2024年6月30日已并入或更名为“农业农村局”',
    乡村振兴局: '2024年12月31日已并入或更名为“农业农村局”',
    数据局: '2025年2月1日才设立',
    外事办: '2024年3月1日已撤销',
  })
  expect(reasons(2023)).toEqual({ 数据局: '2025年2月1日才设立' })
  expect(Object.keys(reasons(2025))).not.toContain('数据局')
})
test('the report of a unit that has gone is its successor’s, over several steps; two that have become one are no question', () => {
  const { heirOf } = rosterOfYear(reformed, 2024)
  const id = (name: string) => reformed.find((unit) => unit.name === name)?.id ?? ''
  expect(heirOf('114100000000000011')).toBe(id('农业农村局'))
  expect(heirOf(id('外事办'))).toBe(id('外事办'))
  expect(rosterOfYear(reformed, 2023).heirOf('114100000000000011')).toBe('114100000000000011')
})
test('a successor that is not listed, and units that succeed each other in a ring, are said', () => {
  const { units, problems } = rosterOf([
    ['名称', '并入或更名为'],
    ['甲局', '乙局'],
    ['乙局', '甲局'],
    ['丙局', '丁局'],
  ])
  expect(problems).toHaveLength(2)
  expect(problems.join()).toContain('绕了一圈')
  expect(problems.join()).toContain('“丁局”不在名单里')
  const { heirOf } = rosterOfYear(units, 2024)
  expect(['甲局', '乙局', '丙局'].map(heirOf)).toContain('丙局')
})

const twins = [
  ['名称', '上级'],
  ['临江区人民政府', ''],
  ['北城区人民政府', ''],
  ['财政局', '临江区人民政府'],
  ['财政局', '北城区人民政府'],
]
test('units of one name are called by the unit above them, whatever the order of the rows', () => {
  const ids = (rows: string[][]) =>
    rosterOf(rows)
      .units.map(({ id }) => id)
      .sort()
  expect(ids(twins)).toContain('财政局（临江区人民政府）')
  expect(ids(twins)).toContain('财政局（北城区人民政府）')
  const [head = [], ...rows] = twins
  expect(ids([head, ...rows.reverse()])).toEqual(ids(twins))
})
test('a new list keeps, for the units that stay, 不需报 with its reason, due date, aliases and answers, and says who is gone', () => {
  const before = rosterOf([
    ['名称', '别名', '不需报', '期限'],
    ['教育局', '教体局', '', '2025-01-31'],
    ['审计局', '', '合署', ''],
    ['招商局', '', '', ''],
  ]).units
  const next = rosterOf([
    ['代码', '名称'],
    ['11A', '教育局'],
    ['', '审计局'],
  ]).units
  const answer = (organ: string, unit: string) => ({ kind: 'belongs' as const, organ, unit })
  const { units, decisions, dropped } = updatedList(before, next, [
    answer('||教育体育局', '教育局'),
    answer('||投促局', '招商局'),
  ])
  expect(units).toMatchObject([
    { id: '11A', aliases: ['教体局'], due: '2025-01-31', exempt: '' },
    { id: '审计局', exempt: '合署' },
  ])
  expect(decisions.at(-1)).toEqual(answer('||教育体育局', '11A'))
  expect(dropped).toEqual([
    '名单里不再有 1 家：招商局。它们交来的年报仍在，不计入汇总。',
    '归到这些单位的 1 处回答不再有效。',
  ])
  const other = [{ ...before[0], code: '11B', id: '11B' } as (typeof before)[0]]
  expect(updatedList(other, next, []).units[0]?.aliases).toEqual([])
})

test('a list pasted without a head may be numbered and have codes beside the names', () => {
  const read = (text: string) => rosterOfText(text).units.map(({ code, name }) => [code, name])
  expect(read('1\t教育局\n2\t财政局')).toEqual([
    ['', '教育局'],
    ['', '财政局'],
  ])
  expect(read('1. 教育局\n（2）财政局\n3、12345热线中心\n315指挥部')).toEqual([
    ['', '教育局'],
    ['', '财政局'],
    ['', '12345热线中心'],
    ['', '315指挥部'],
  ])
  expect(read('1\t1133 0000 0000 0000 1A\t教育局\n2\t11330000000000002B\t财政局')).toEqual([
    ['11330000000000001A', '教育局'],
    ['11330000000000002B', '财政局'],
  ])
})
test('no in the column 不需报 is no reason, however it is written', () => {
  const rows = ['否', '不', '×', 'N', 'n', 'No', '—', '与党史办合署'].map((exempt, n) => [`第${n}局`, exempt])
  const { units } = rosterOf([['名称', '不需报'], ...rows])
  expect(units.filter(({ exempt }) => exempt).map(({ name }) => name)).toEqual(['第7局'])
})
test('where several units bear the name of the unit above, none of them is taken, and it is said', () => {
  const { units, problems } = rosterOf([
    ['代码', '名称', '上级'],
    ['A1', '管理委员会', ''],
    ['A2', '管理委员会', ''],
    ['B1', '财政局', '管理委员会'],
    ['B2', '教育局', 'A2'],
  ])
  expect(units.slice(2).map(({ parent }) => parent)).toEqual(['', 'A2'])
  expect(problems).toEqual(['“财政局”的上级“管理委员会”在名单里有几家，请改写它的代码。'])
})
