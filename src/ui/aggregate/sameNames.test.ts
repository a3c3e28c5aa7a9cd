import { expect, test } from 'vitest'
import { lastRange, sumMoves } from '../../aggregate/beside'
import { rangeWords } from '../../aggregate/range'
import { receivedOf } from '../../aggregate/received'
import { reviewRows, unitFindingOf } from '../../aggregate/review'
import { rosterOfText } from '../../aggregate/roster'
import { type Decision, overviewOf } from '../../aggregate/task'
import { unitNames } from '../../aggregate/unitNames'
import { reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import { currentEdition as edition } from '../../format/editions'
import { finished } from '../../report/finished'
import { filledReport } from '../../testing/filledReport'
import { annexesOf } from './annexes'
import { listPageOf, publishedFiles } from './listPage'
import { remarkLists, reviewList } from './remarkLists'

// Two districts with an office of one name each: no paper may leave open which of the two it means.

const person = 'tables.requests.received.naturalPerson'
const NORTH = '财政局（北城区）'
const SOUTH = '财政局（南城区）'
const LIST = '代码,名称,上级\nA1,北城区,\nA2,南城区,\nB1,财政局,北城区\nB2,财政局,南城区'
const reportOf = (code: string, year = 2024) =>
  filledReport({ 'organ.name': '财政局', 'organ.code': code, year: String(year), [person]: '31' })
function taskOf(list: string, codes: readonly string[], decisions: Decision[] = [], year = 2024) {
  const { units } = rosterOfText(list)
  const reports = codes.map((code) => receivedOf(reportOf(code, year), edition, `${code}.json`))
  const task = { id: `t${year}`, name: '临江市', year, units, reports, decisions }
  return { task, overview: overviewOf(task) }
}
const rowsOf = (part: ReturnType<typeof annexesOf>[number] | undefined) =>
  part?.kind === 'table' ? part.rows.slice(1).map(({ cells }) => cells.map(({ text }) => text)) : []

test('核对意见, 审核结果表 and 审核说明 say which of two units of one name they speak of', () => {
  const { task, overview } = taskOf(LIST, ['B1', 'B2'])
  const names = unitNames(overview.standings)
  const name = (id: string) => names.get(id) ?? id
  const reviews = ['B1', 'B2'].map((unit) => {
    const report = reportOf(unit)
    const { findings } = reviewOf(
      runChecks(givenOf({ edition, report, today: '2025-01-20' })),
      edition,
      report,
    )
    return { unit, code: unit, findings: findings.map(unitFindingOf) }
  })
  const rows = reviewRows(reviews, [])
  const reply = { until: '', contact: '' }
  const lists = finished(remarkLists({ rows, checks: [], name, current: () => undefined, year: 2024, reply }))
  expect(lists.map(({ sheet, lines }) => [sheet, lines[0]])).toEqual([
    [NORTH, `${NORTH}：`],
    [SOUTH, `${SOUTH}：`],
  ])
  const table = finished(reviewList(rows, new Map(), () => undefined, name, '审核结果表', '2025-01-20'))
  expect(new Set(table.rows.map(([unit]) => unit))).toEqual(new Set([NORTH, SOUTH]))

  const codes = overview.standings.flatMap(({ current }) => current?.code ?? [])
  const reason = { rule: 'a', cells: [], place: '表三', message: '差 3', reason: '已核实', holds: true }
  const reviewed: Decision = {
    kind: 'reviewed',
    rules: 'AAAA',
    day: '2025-02-03',
    reports: Object.fromEntries(codes.map((code) => [code, '1/0'])),
    reasons: codes.map((code) => ({ ...reason, code })),
  }
  const parts = annexesOf({ task: { ...task, decisions: [reviewed] }, overview }, { kind: 'all' })
  const tables = parts.map(rowsOf).filter(({ length }) => length)
  expect(tables.map((table) => table.map(([unit]) => unit))).toEqual([
    [NORTH, SOUTH],
    [NORTH, SOUTH],
  ])
})

test('户数变动表 and what changed since last year say which of two units of one name is gone, or lacks a figure', () => {
  const before = taskOf(`${LIST}\nC1,档案馆,北城区\nC2,档案馆,南城区`, ['B1'], [], 2023)
  const now = taskOf(LIST, ['B1', 'B2'])
  const last = { head: before.task, overview: before.overview }
  const parts = annexesOf(now, { kind: 'all' }, last)
  expect(parts.flatMap(rowsOf).map(([, kind, unit]) => [kind, unit])).toEqual([
    ['减少', '档案馆（北城区）'],
    ['减少', '档案馆（南城区）'],
  ])
  const range = lastRange({ kind: 'all' }, now.overview, before.overview, [])
  if (!range) throw new Error('no last year')
  const names = unitNames(now.overview.standings)
  expect(sumMoves(edition, person, now.overview.standings, names, range).untold).toEqual([
    SOUTH,
    '北城区',
    '南城区',
    '档案馆（北城区）',
    '档案馆（南城区）',
  ])
})

test('列表页 and its files tell two units of one name apart, and so does a range of one of two such nodes', () => {
  const { task, overview } = taskOf(`${LIST}\nD1,国库科,B1\nD2,国库科,B2`, ['B1', 'B2'])
  const names = unitNames(overview.standings)
  const source = {
    task,
    range: { kind: 'all' as const },
    standings: overview.standings,
    names,
    today: '2025-02-01',
    annexes: [],
  }
  const page = listPageOf(source, { withLacking: true })
  expect(page.groups.flatMap(({ reports }) => reports.map(({ unit, title }) => [unit, title]))).toEqual(
    [NORTH, SOUTH].map((unit) => [unit, `${unit}2024年政府信息公开工作年度报告`]),
  )
  expect(page.lacking).toEqual(['北城区', '南城区', '国库科（D1）', '国库科（D2）'])
  expect([...publishedFiles(source).values()]).toEqual([
    `年报/1_${NORTH}_2024年政府信息公开工作年度报告.html`,
    `年报/2_${SOUTH}_2024年政府信息公开工作年度报告.html`,
  ])
  expect(rangeWords({ kind: 'whole', node: 'B2' }, names)).toBe(`${SOUTH}全辖`)
})
