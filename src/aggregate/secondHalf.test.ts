import { expect, test } from 'vitest'
import { reviewOf } from '../checks/review'
import { givenOf, runChecks } from '../checks/run'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import { filledReport } from '../testing/filledReport'
import { jumpsOf, unitChanges } from './changes'
import { decided, withdrawals } from './inForce'
import { correctionsOf, outputRecord, recordOutput, staleOutputs } from './late'
import { type Received, receivedOf } from './received'
import { remarkSheets } from './remarks'
import {
  dispute,
  disputesAgainst,
  filtered,
  groupedByRule,
  isOpen,
  reviewRows,
  ruleBookCode,
  type UnitReview,
  unitFindingOf,
} from './review'
import { rosterOfText } from './roster'
import { type Decision, overviewOf, type Task } from './task'
import { readTaskFile, taskFileOf } from './taskFile'

const person = 'tables.requests.received.naturalPerson'
const report = (organ: string, more: Record<Address, string> = {}) =>
  filledReport({ 'organ.name': organ, year: '2024', ...more })
const received = (
  organ: string,
  more: Record<Address, string> = {},
  base: string | null = null,
): Received => {
  const one = report(organ, more)
  one.notes.base = base
  return receivedOf(one, edition, `${organ}.json`)
}
const reviewed = (organ: string, more: Record<Address, string> = {}): UnitReview => {
  const one = report(organ, more)
  const { findings } = reviewOf(
    runChecks(givenOf({ edition, report: one, today: '2025-01-20' })),
    edition,
    one,
  )
  return { unit: organ, code: organ, findings: findings.map(unitFindingOf) }
}

test('one mistake that a template spreads to all units is one group with the number of units', () => {
  const rows = reviewRows(
    ['教育局', '审计局', '水务局'].map((organ) => reviewed(organ, { [person]: '9' })),
    [],
  )
  const balance = groupedByRule(rows).find(({ rule }) => rule === 'requests.balance')
  expect(balance).toMatchObject({ severity: 'block', units: 3 })
  expect(filtered(rows, edition, { unit: '审计局', severity: 'block', place: 'requests' })).toHaveLength(
    (balance?.rows.length ?? 0) / 3,
  )
  expect(
    filtered(rows, edition, { place: 'basic' }).every(({ finding }) => finding.rule !== 'requests.balance'),
  ).toBe(true)
})

test('a reason that a unit gave closes a finding until the reviewer does not accept it', () => {
  const review = reviewed('教育局', { [person]: '9' })
  const finding = {
    ...(review.findings?.[0] as never as object),
    severity: 'verify',
    accepted: true,
    reason: '已核实',
  }
  const one = { ...review, findings: [finding] } as UnitReview
  const [row] = reviewRows([one], [])
  expect(row && isOpen(row)).toBe(false)
  expect(remarkSheets(row ? [row] : [], edition)).toEqual([])
  const decision = row && dispute(row, '没有台账')
  const [again] = reviewRows([one], decision ? [decision] : [])
  expect(again && isOpen(again)).toBe(true)
  expect(remarkSheets(again ? [again] : [], edition)[0]?.remarks[0]?.todo).toContain('没有认可：没有台账')
})

test('不认可 can be taken back and said again, and the file of the task keeps both', () => {
  const review = reviewed('教育局', { [person]: '9' })
  const finding = { ...review.findings?.[0], severity: 'verify', accepted: true, reason: '已核实' }
  const one = { ...review, findings: [finding] } as UnitReview
  const openAfter = (decisions: Decision[]) => {
    const file = readTaskFile(taskFileOf({ id: 'x', name: 'x', year: 2024, units: [], decisions }, []))
    const [row] = reviewRows([one], 'head' in file ? file.head.decisions : [])
    if (!row) throw new Error('no finding')
    return { row, open: isOpen(row) }
  }
  const { row } = openAfter([])
  const said = decided(dispute(row, '没有台账'), [])
  expect(openAfter(said).open).toBe(true)
  const back = [...said, ...withdrawals(disputesAgainst(row, said))]
  expect(openAfter(back).open).toBe(false)
  const again = [...back, ...decided(dispute(row, '没有台账'), back)]
  expect(openAfter(again).open).toBe(true)
})

test('核对意见 say what is wrong, where and what to do, in words without an address or a rule id', () => {
  const [sheet] = remarkSheets(
    reviewRows([reviewed('教育局', { [person]: '9', problems: '', 'organ.name': '教育局' })], []),
    edition,
  )
  expect(sheet?.remarks.length).toBeGreaterThan(1)
  for (const { message, place, todo } of sheet?.remarks ?? []) {
    expect(message).not.toBe('')
    expect(place).not.toBe('')
    expect(todo).not.toBe('')
    expect(message + place + todo).not.toMatch(/[a-z]+\.[a-zA-Z]+|undefined/)
  }
})

test('which rules judged is named by a code of nine signs', () => {
  expect(ruleBookCode()).toMatch(/^[A-Z2-7]{4}-[A-Z2-7]{4}$/)
})

const list =
  '名称,上级\n临江区人民政府,\n教育局,临江区人民政府\n云溪镇人民政府,临江区人民政府\n农业办,云溪镇人民政府'
const task = (reports: Received[], decisions: Decision[] = []): Task => ({
  year: 2024,
  units: rosterOfText(list).units,
  reports,
  decisions,
})

test('a late correction names every sum that it is in, and the printed 汇总 that are no longer true', () => {
  const first = received('农业办', { [person]: '22' })
  const before = overviewOf(task([first, received('教育局')]))
  const words = { what: '打印', words: '全部', day: '2025-01-20' }
  const whole = outputRecord(before, { kind: 'all' }, words)
  const level = outputRecord(before, { kind: 'level', node: '临江区人民政府' }, { ...words, words: '本级' })
  const head = recordOutput({ id: 'x', name: 'x', year: 2024, units: [], decisions: [] }, whole)
  expect(recordOutput(head, whole)).toBe(head)
  const decisions = recordOutput(head, level).decisions
  expect(staleOutputs(before, decisions)).toEqual([])

  const now = overviewOf(
    task([first, received('教育局'), received('农业办', { [person]: '25' }, first.code)]),
  )
  expect(staleOutputs(now, decisions)).toEqual([
    { output: whole, corrected: ['农业办'], added: [], gone: [] },
  ])
  const [correction] = correctionsOf(now)
  expect(correction?.unit).toBe('农业办')
  expect(correction?.cells).toContainEqual({ address: person, before: '22', after: '25' })
  expect(correction?.cells.map(({ address }) => address)).toContain('tables.requests.received.total')
  expect(correction?.ranges).toEqual([
    { kind: 'level', node: '云溪镇人民政府' },
    { kind: 'whole', node: '云溪镇人民政府' },
    { kind: 'whole', node: '临江区人民政府' },
    { kind: 'all' },
  ])
})

test('what was decided and printed goes with the file of a task', () => {
  const decisions: Decision[] = [
    { kind: 'disputed', code: 'a', rule: 'b', cells: ['c'], reason: 'd' },
    { kind: 'reviewed', rules: 'AAAA-BBBB', day: '2025-01-20', reports: { a: '1/2' } },
    {
      kind: 'reviewed',
      rules: 'AAAA-BBBB',
      day: '2025-01-21',
      reports: { a: '0/1' },
      reasons: [
        { code: 'a', rule: 'b', cells: ['c'], place: '表三', message: '差 3', reason: '说明', holds: true },
      ],
    },
    outputRecord(
      overviewOf(task([received('教育局')])),
      { kind: 'all' },
      { what: 'x', words: '全部', day: 'y' },
    ),
    { kind: 'unitChange', before: 'a', now: '', reason: '撤销' },
  ]
  const read = readTaskFile(taskFileOf({ id: 'x', name: 'x', year: 2024, units: [], decisions }, []))
  expect('head' in read && read.head.decisions).toEqual(decisions)
})

test('户数变动: by code, name and former name; two that are now one are merged; nothing is guessed', () => {
  const before = rosterOfText(
    '代码,名称\nA1,教育局\n,审计局\n,卫生局\n,计生委\n,档案馆\n,党史办\nB2,城管局',
  ).units
  const now = rosterOfText(
    '代码,名称,别名\nA1,教育体育局,\n,审计局,\n,卫生健康委员会,卫生局、计生委\n,党史办,\n,数据局,\nB3,城管局,',
  ).units
  const result = unitChanges(before, now, [
    { kind: 'unitChange', before: '档案馆', now: '党史办', reason: '机构改革' },
  ])
  expect(
    result.changes.map(({ kind, before, now, reason }) => [kind, before?.name, now?.name, reason]),
  ).toEqual([
    ['renamed', '教育局', '教育体育局', ''],
    ['merged', '卫生局', '卫生健康委员会', ''],
    ['merged', '计生委', '卫生健康委员会', ''],
    ['merged', '档案馆', '党史办', '机构改革'],
    ['gone', '城管局', undefined, ''],
    ['new', undefined, '数据局', ''],
    ['new', undefined, '城管局', ''],
  ])
  expect(result).toMatchObject({
    before: 7,
    now: 6,
    counts: { same: 2, new: 2, renamed: 1, merged: 3, gone: 1 },
  })
})

test('a jump of a sum names the units that make it', () => {
  const overview = (a: string, b: string) =>
    overviewOf(task([received('教育局', { [person]: a }), received('农业办', { [person]: b })]))
  const [before, now] = [overview('20', '30'), overview('21', '200')]
  const jump = jumpsOf(edition, now, before, unitChanges(task([]).units, task([]).units)).find(
    ({ address }) => address === person,
  )
  expect(jump).toMatchObject({
    before: 50n,
    now: 221n,
    units: [
      { id: '农业办', by: 170n },
      { id: '教育局', by: 1n },
    ],
  })
})
