// @vitest-environment jsdom
import { cleanup, fireEvent, render, renderHook, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { Decision, Task } from '../../aggregate/decisions'
import { receivedOf } from '../../aggregate/received'
import { rosterOf } from '../../aggregate/roster'
import { overviewOf } from '../../aggregate/task'
import { enteredCellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { filledReport } from '../../testing/filledReport'
import { UnitTable } from './UnitTable'
import { useKeptFocus } from './useKeptFocus'
import type { OpenTask } from './useTask'

vi.mock('./judging', () => ({ useJudged: () => () => undefined }))
afterEach(cleanup)

const cells = enteredCellsOf(edition)
const zeros = Object.fromEntries(cells.map(({ address }) => [address, '0']))
const handedIn = (organ: string, more: Record<string, string> = {}) =>
  receivedOf(filledReport({ 'organ.name': organ, year: '2024', ...more }), edition, `${organ}.json`)

/** The list of units of a task, drawn; what is decided on it comes into `said`. */
function drawn(more: Partial<Task> = {}) {
  const said: Decision[] = []
  const names = ['教育局', '审计局', '档案馆', '史志办']
  const task: Task = {
    year: 2024,
    units: rosterOf(names.map((name) => [name])).units,
    reports: [
      handedIn('教育局'),
      handedIn('审计局', { [cells[0]?.address as string]: '' }),
      handedIn('档案馆', zeros),
    ],
    decisions: [],
    ...more,
  }
  const open = {
    task: { id: 'a', name: '汇总', ...task },
    overview: overviewOf(task),
    decide: async (decision: Decision) => said.push(decision) > 0,
  } as unknown as OpenTask
  render(<UnitTable open={open} today="2025-02-01" onKept={() => undefined} />)
  return said
}
const units = () => screen.getAllByRole('row').flatMap((row) => row.getAttribute('data-unit') ?? [])

test('units are counted by what there is to do, and those alone can be looked at', () => {
  drawn()
  const group = within(screen.getByRole('group', { name: '只看' }))
  expect(group.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '全部 4',
    '未报 1',
    '有存疑或缺的数 1',
  ])
  fireEvent.click(group.getByRole('button', { name: '未报 1' }))
  expect(units()).toEqual(['史志办'])
  fireEvent.click(group.getByRole('button', { name: '有存疑或缺的数 1' }))
  expect(units()).toEqual(['审计局'])
  fireEvent.click(group.getByRole('button', { name: '全部 4' }))
  expect(units()).toHaveLength(4)
})

test('a 零报告 is marked with who made sure, how and when; who did it last is there for the next', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2025, 0, 6, 9) })
  const said = drawn()
  fireEvent.click(screen.getByRole('button', { name: '标为零报告：档案馆' }))
  fireEvent.change(screen.getByLabelText('零报告的核实人：档案馆'), { target: { value: '王芳' } })
  fireEvent.change(screen.getByLabelText('标为零报告的原因：档案馆'), { target: { value: '电话核实' } })
  fireEvent.click(screen.getByRole('button', { name: '确定' }))
  vi.useRealTimers()
  expect(said).toMatchObject([{ kind: 'zero', by: '王芳', reason: '电话核实', day: '2025-01-06' }])
  cleanup()
  drawn({ decisions: said })
  expect(document.querySelector('[data-unit="档案馆"]')?.textContent).toContain(
    '王芳核实，2025-01-06，电话核实',
  )
  cleanup()
  const other = { ...(said[0] as Decision), code: 'of another' } as Decision
  drawn({ decisions: [other] })
  fireEvent.click(screen.getByRole('button', { name: '标为零报告：档案馆' }))
  expect(screen.getByLabelText('零报告的核实人：档案馆')).toHaveProperty('value', '王芳')
})

test('a report that is sent back is named with the day and the reason, and that can be taken back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2025, 0, 7, 9) })
  const said = drawn()
  fireEvent.click(screen.getByRole('button', { name: '退回：教育局' }))
  fireEvent.change(screen.getByLabelText('退回的原因：教育局'), { target: { value: '表三不平' } })
  fireEvent.click(screen.getByRole('button', { name: '确定' }))
  vi.useRealTimers()
  cleanup()
  drawn({ decisions: said })
  const line = document.querySelector('[data-unit="教育局"]')
  expect(line?.getAttribute('data-state')).toBe('returned')
  expect(line?.textContent).toContain('“教育局.json”已退回，2025-01-07，表三不平')
  expect(screen.getByRole('button', { name: '取消退回：教育局' })).toBeTruthy()
})

test('what is answered or given up by keyboard leaves the focus where it stood, and not at the top of the page', async () => {
  renderHook(useKeptFocus)
  drawn()
  const asked = () => screen.getByRole('button', { name: '退回：教育局' })
  const open = () => {
    asked().focus()
    fireEvent.click(asked())
    expect(document.activeElement).toBe(screen.getByLabelText('退回的原因：教育局'))
  }
  open()
  fireEvent.keyDown(screen.getByLabelText('退回的原因：教育局'), { key: 'Escape' })
  await vi.waitFor(() => expect(document.activeElement).toBe(asked()))
  open()
  screen.getByRole('button', { name: '确定' }).focus()
  fireEvent.click(screen.getByRole('button', { name: '确定' }))
  await vi.waitFor(() => expect(document.activeElement).toBe(asked()))
})
