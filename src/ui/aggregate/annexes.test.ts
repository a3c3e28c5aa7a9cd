import { expect, test } from 'vitest'
import type { GivenReason } from '../../aggregate/decisions'
import { receivedOf } from '../../aggregate/received'
import { rosterOfText } from '../../aggregate/roster'
import { type Decision, isSummed, overviewOf } from '../../aggregate/task'
import { enteredCellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { textAt } from '../../report/report'
import { filledReport } from '../../testing/filledReport'
import { sumSource } from '../../testing/sumTask'
import { annexesOf } from './annexes'

test('审核说明 counts what the last look left open over the range, and names who has handed in since then', () => {
  const { range, standings, task } = sumSource(3, 12)
  const [first, second, ...others] = standings.filter(isSummed)
  const codeOf = (one: typeof first) => one?.current?.code ?? ''
  const reports = { [codeOf(first)]: '2/1', ...Object.fromEntries(others.map((one) => [codeOf(one), '0/0'])) }
  const earlier = { kind: 'reviewed' as const, rules: 'AAAA', day: '2025-01-30', reports: {} }
  const decisions = [earlier, { ...earlier, rules: 'BBBB', day: '2025-02-03', reports }]
  const overview = { standings } as Parameters<typeof annexesOf>[0]['overview']
  const open = { task: { ...task, decisions } as Parameters<typeof annexesOf>[0]['task'], overview }
  const [title, words, table] = annexesOf(open, range)
  expect(title).toEqual({ kind: 'attachment', text: '审核说明' })
  expect(words).toMatchObject({
    text: `2025年2月3日按规则版本BBBB审核。参加汇总的${others.length + 2}家中，${others.length}家没有待改、待核实的地方，2家如下。`,
  })
  const rows = table?.kind === 'table' ? table.rows.slice(1) : []
  expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    [first?.unit?.name, '2', '1'],
    [second?.unit?.name, '未审核', '未审核'],
  ])
  expect(annexesOf({ ...open, task: { ...open.task, decisions: [] } }, range)).toEqual([])
})

test('审核说明 gives the reasons of the units, which of them do not count and why, over the range', () => {
  const { range, standings, task } = sumSource(3, 12)
  const [first, second] = standings.filter(isSummed)
  const codeOf = (one: typeof first) => one?.current?.code ?? ''
  const given = (code: string, reason: string, holds = true): GivenReason => ({
    code,
    rule: 'requests.balance',
    cells: ['tables.requests.received.naturalPerson'],
    place: '表三',
    message: '差 3',
    reason,
    holds,
  })
  const reports = Object.fromEntries(standings.filter(isSummed).map((one) => [codeOf(one), '0/0']))
  const reasons = [
    given(codeOf(first), '系统对接'),
    given(codeOf(second), '上年漏报'),
    { ...given(codeOf(second), '另有说明', false), rule: 'fees.sum' },
    given('outside', '不在范围'),
  ]
  const decisions: Decision[] = [
    { kind: 'reviewed', rules: 'BBBB', day: '2025-02-03', reports, reasons },
    {
      kind: 'disputed',
      code: codeOf(second),
      rule: 'requests.balance',
      cells: ['tables.requests.received.naturalPerson'],
      reason: '上年年报没有漏报',
    },
  ]
  const overview = { year: 2024, standings, open: [] }
  const whole = { id: 't', units: [], reports: [], decisions, ...task }
  const [, summary, open, words, table] = annexesOf({ task: whole, overview }, range)
  // What does not count is open.
  expect(summary).toMatchObject({ text: expect.stringMatching(/，1家如下。$/) })
  expect(open?.kind === 'table' && open.rows[1]?.cells.map(({ text }) => text)).toEqual([
    second?.unit?.name,
    '0',
    '1',
  ])
  expect(words).toMatchObject({ text: '单位对核实事项的说明3条，认可1条，不认可或不再有效2条。' })
  const rows = table?.kind === 'table' ? table.rows.slice(1) : []
  expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    [first?.unit?.name, '表三', '差 3', '系统对接', '认可'],
    [second?.unit?.name, '表三', '差 3', '上年漏报', '不认可：上年年报没有漏报'],
    [second?.unit?.name, '表三', '差 3', '另有说明', '数已改动，说明不再有效'],
  ])
})

test('审核说明 says which 汇总 of nodes agree with their units, whether or not anything was looked at', () => {
  const { units } = rosterOfText('名称,上级\n北城区,\n教育局,北城区\n南城区,\n审计局,南城区')
  const person = 'tables.requests.received.naturalPerson'
  const received = (name: string, more: Record<string, string> = {}) =>
    receivedOf(filledReport({ 'organ.name': name, year: '2024', [person]: '5', ...more }), edition, name)
  const doubled = Object.fromEntries(
    enteredCellsOf(edition).map(({ address }) => {
      const { entries } = filledReport({ [person]: '5' })
      return [address, String(2 * Number(textAt(entries, address)))]
    }),
  )
  const reports = [
    ...['北城区', '教育局', '南城区', '审计局'].map((name) => received(name)),
    received('北城区', { ...doubled, scope: 'all' }),
    received('南城区', { ...doubled, scope: 'all', [person]: '11' }),
  ]
  const overview = overviewOf({ year: 2024, units, reports, decisions: [] })
  const task = { id: 't', name: '临江区', year: 2024, units, reports, decisions: [] }
  const [title, words, table] = annexesOf({ task, overview }, { kind: 'all' })
  expect(title).toEqual({ kind: 'attachment', text: '审核说明' })
  expect(words).toMatchObject({ text: '节点检查：对照报来的汇总2份，1份与各单位之和不符。' })
  const rows = table?.kind === 'table' ? table.rows.slice(1) : []
  expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['北城区', '全辖汇总', '相符'],
    ['南城区', '全辖汇总', expect.stringMatching(/^[1-9]\d?处不符$/)],
  ])
  const south = units.find(({ name }) => name === '审计局')?.id ?? ''
  expect(annexesOf({ task, overview }, { kind: 'chosen', units: new Set([south]) })).toEqual([])
})

test('户数变动表 follows with what became of each unit and why; a range has that of its own units', () => {
  const list = (text: string) => {
    const { units } = rosterOfText(text)
    return { units, overview: overviewOf({ year: 2024, units, reports: [], decisions: [] }) }
  }
  const before = list('名称,上级\n北城区,\n教育局,北城区\n招商局,北城区\n南城区,\n审计局,南城区')
  const now = list('名称,上级\n北城区,\n教育局,北城区\n南城区,\n审计局,南城区\n数据局,南城区')
  const [gone] = before.units.filter(({ name }) => name === '招商局')
  const decisions = [{ kind: 'unitChange' as const, before: gone?.id ?? '', now: '', reason: '机构改革' }]
  const task = { id: 't', name: '临江区', year: 2024, units: now.units, reports: [], decisions }
  const last = {
    head: { id: 'l', name: '临江区', year: 2023, units: before.units, decisions: [] },
    overview: before.overview,
  }
  const annex = (range: Parameters<typeof annexesOf>[1]) => {
    const [title, words, table] = annexesOf({ task, overview: now.overview }, range, last)
    const rows = table?.kind === 'table' ? table.rows.slice(1) : []
    return { title, words, rows: rows.map(({ cells }) => cells.map(({ text }) => text)) }
  }
  const all = annex({ kind: 'all' })
  expect(all.title).toEqual({ kind: 'attachment', text: '户数变动表' })
  expect(all.words).toMatchObject({
    text: '2023 年度 5 家，2024 年度 5 家：新增 1，更名 0，合并 0，减少 1。',
  })
  expect(all.rows).toEqual([
    ['1', '减少', '招商局', '', '机构改革'],
    ['2', '新增', '', '数据局', ''],
  ])
  const south = now.units.find(({ name }) => name === '南城区')?.id ?? ''
  const node = annex({ kind: 'whole', node: south })
  expect(node.words).toMatchObject({ text: expect.stringContaining('2023 年度 2 家，2024 年度 3 家') })
  expect(node.rows).toEqual([['1', '新增', '', '数据局', '']])
  expect(annexesOf({ task, overview: now.overview }, { kind: 'all' })).toEqual([])
})
