import { expect, test } from 'vitest'
import { isSummed } from '../../aggregate/task'
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
