import { expect, test } from 'vitest'
import { rosterOfText } from '../../aggregate/roster'
import { isSummed, overviewOf } from '../../aggregate/task'
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
    text: `2025-02-03按规则版本BBBB审核。参加汇总的${others.length + 2}家中，${others.length}家没有待改、待核实的地方，2家如下。`,
  })
  const rows = table?.kind === 'table' ? table.rows.slice(1) : []
  expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    [first?.unit?.name, '2', '1'],
    [second?.unit?.name, '未审核', '未审核'],
  ])
  expect(annexesOf({ ...open, task: { ...open.task, decisions: [] } }, range)).toEqual([])
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
