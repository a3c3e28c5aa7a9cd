import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { decided, madeAnew, withdrawals } from './inForce'
import { receivedOf } from './received'
import { rosterOf } from './roster'
import type { TaskHead } from './store'
import { type Decision, overviewOf } from './task'
import { readTaskFile, taskFileOf, united } from './taskFile'

const { units } = rosterOf([
  ['名称', '不需报'],
  ['教育局', ''],
  ['审计局', '合署'],
])
const report = (name: string, person: string) =>
  receivedOf(
    filledReport({
      'organ.name': name,
      year: '2024',
      'tables.requests.received.naturalPerson': person,
    }),
    edition,
    `${person}.json`,
  )
const [one, other, odd] = [report('教育局', '22'), report('教育局', '25'), report('水务局', '22')]
const standings = (decisions: Decision[]) =>
  overviewOf({ year: 2024, units, reports: [one, other, odd], decisions }).standings

test('what was decided can be taken back, and decided again, whatever the order in which two copies are united', () => {
  const decisions: Decision[] = [
    { kind: 'choose', chosen: one.code, over: [other.code] },
    { kind: 'belongs', organ: '||水务局', unit: '审计局' },
  ]
  const states = (made: Decision[]) => standings(made).map(({ state }) => state)
  expect(states(decisions)).toEqual(['received', 'exempt'])
  const [education, audit] = standings(decisions)
  expect(education?.decided).toEqual([decisions[0]])
  expect(audit?.decided).toEqual([decisions[1], { kind: 'exempt', unit: '审计局', reason: '合署' }])
  const back = withdrawals([...(education?.decided ?? []), ...(audit?.decided ?? [])])
  expect(states([...decisions, ...back])).toEqual(['conflict', 'missing', 'outside'])
  expect(states([...back, ...decisions])).toEqual(['conflict', 'missing', 'outside'])
  expect(standings([...decisions, ...back]).flatMap(({ decided = [] }) => decided)).toEqual([])
  const exempt = madeAnew({ kind: 'exempt', unit: '审计局', reason: '合署' }, back)
  const again = [...back, exempt, ...decisions, madeAnew(decisions[0] as Decision, back)]
  expect(states(again)).toEqual(['received', 'exempt', 'outside'])
  const read = readTaskFile(taskFileOf({ id: 'x', name: 'x', year: 2024, units, decisions: again }, []))
  expect('head' in read && read.head.decisions).toEqual(again)
})

test('two copies of a task unite to the same in either direction: aliases, due dates and reasons are kept, answers that contradict are asked again', () => {
  const head = (more: Partial<TaskHead>): TaskHead => ({
    id: 'x',
    name: 'x',
    year: 2024,
    units: rosterOf([['教育局'], ['审计局']]).units,
    decisions: [],
    ...more,
  })
  const answer = (unit: string): Decision => ({ kind: 'belongs', organ: '||水务局', unit })
  const mine = head({ decisions: [answer('教育局')] })
  const theirs = head({
    units: rosterOf([
      ['名称', '不需报', '别名', '期限'],
      ['教育局', '合署', '教体局', '2025-01-31'],
      ['审计局', '', '', ''],
    ]).units,
    decisions: [answer('审计局')],
  })
  const [ab, ba] = [united(mine, theirs), united(theirs, mine)]
  expect(ab.units).toEqual(ba.units)
  expect(ab.units[0]).toMatchObject({ aliases: ['教体局'], due: '2025-01-31', exempt: '合署' })
  const open = (both: TaskHead) => overviewOf({ ...both, reports: [odd] })
  expect(open(ab)).toEqual(open(ba))
  expect(open(ab).open).toEqual([{ report: odd, ask: ['审计局', '教育局'] }])
  const again = { ...ab, decisions: [...ab.decisions, ...decided(answer('审计局'), ab.decisions)] }
  expect(open(again).standings.map(({ reports }) => reports.length)).toEqual([0, 1])
})
