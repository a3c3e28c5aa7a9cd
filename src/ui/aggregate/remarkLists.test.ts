import { expect, test } from 'vitest'
import { decided, inForce, replyOf } from '../../aggregate/inForce'
import { receivedOf } from '../../aggregate/received'
import { figureTexts } from '../../aggregate/remarkPlaces'
import { remarkNumbers, remarkSheets } from '../../aggregate/remarks'
import { reviewRows, unitFindingOf } from '../../aggregate/review'
import type { Decision } from '../../aggregate/task'
import { readTaskFile, taskFileOf } from '../../aggregate/taskFile'
import { reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import { currentEdition as edition } from '../../format/editions'
import type { Address } from '../../format/types'
import { finished } from '../../report/finished'
import { filledReport } from '../../testing/filledReport'
import { remarkLists, reviewList } from './remarkLists'

const person = 'tables.requests.received.naturalPerson'
/** A report of 教育局 and what the rules say of it. */
function reviewed(entries: Record<Address, string>) {
  const report = filledReport({ 'organ.name': '教育局', year: '2024', ...entries })
  const { findings } = reviewOf(runChecks(givenOf({ edition, report, today: '2025-01-20' })), edition, report)
  const rows = reviewRows([{ unit: '教育局', code: 'x', findings: findings.map(unitFindingOf) }], [])
  return { rows, received: receivedOf(report, edition, '教育局.docx') }
}
const remarksOf = ({ rows, received }: ReturnType<typeof reviewed>) =>
  remarkSheets(rows, edition, () => figureTexts(received))[0]?.remarks ?? []

test('words are not held against a figure that must be mended first, and each of the two remarks names the other', () => {
  const remarks = remarksOf(
    reviewed({ [person]: '31', 'overview.onRequest': '全年新收政府信息公开申请22件，上年结转1件。' }),
  )
  const at = (start: string) => remarks.findIndex(({ message }) => message.includes(start))
  const [balance, words] = [at('第一项＋第二项＝32'), at('新收政府信息公开申请22件')]
  expect(remarks[words]?.todo).toContain(`与第 ${balance + 1} 条是同一处的数`)
  expect(remarks[words]?.todo).not.toContain('改为 31')
  expect(remarks[balance]?.todo).toContain(`另请参看第 ${words + 1} 条`)
  expect(remarks[balance]?.todo).not.toContain('哪句话')
  expect(remarks[balance]?.place).toBe('表三·自然人：本年新收 31、上年结转 1、（七）总计 23、结转下年度 0')
})

test('a figure that nothing else is wrong with is offered for the words', () => {
  const [remark] = remarksOf(
    reviewed({ 'overview.onRequest': '全年新收政府信息公开申请25件，上年结转1件。' }),
  ).filter(({ message }) => message.includes('25件'))
  expect(remark?.todo).toContain('（正文改为 22）')
  expect(remark?.place).toContain('表三·本年新收·总计 22')
})

test('a place of the prose is named as the printed report names it, and a wrong year has no 台账', () => {
  const remarks = remarksOf(
    reviewed({ problems: '', 'overview.introduction': '统计期限为2023年1月1日至12月31日。' }),
  )
  expect(remarks.map(({ place }) => place)).toContain('第五部分·存在的主要问题及改进情况')
  const year = remarks.find(({ message }) => message.includes('2023 年'))
  expect(year?.place).toBe('正文开头（引言）')
  expect(year?.todo).not.toContain('台账')
})

test('a finding has the number on the page that it has on the paper of its unit; a hint has none', () => {
  const one = reviewed({ [person]: '31', problems: '' })
  const numbers = remarkNumbers(one.rows)
  const remarks = remarksOf(one)
  expect(numbers.size).toBe(remarks.length)
  for (const [{ finding }, number] of numbers) expect(remarks[number - 1]?.message).toBe(finding.message)
  const table = finished(
    reviewList(
      one.rows,
      numbers,
      () => undefined,
      (id) => id,
      '审核结果表',
      '2025-01-20',
    ),
  )
  expect(table.rows.map((row) => row[6])).toEqual(one.rows.map((row) => String(numbers.get(row) ?? '')))
  expect(one.rows.some((row) => row.finding.severity === 'note' && !numbers.has(row))).toBe(true)
})

test('the paper says by when and to whom to answer; what the desk has not said is left open on it', () => {
  const { rows, received } = reviewed({ [person]: '31' })
  const paper = (reply: { until: string; contact: string }) => {
    const [list] = finished(
      remarkLists({
        rows,
        checks: [],
        name: (id) => id,
        current: () => received,
        year: 2024,
        reply,
      }),
    )
    expect(list?.columns.map(({ label }) => label).join(' ')).toBe('序号 问题 在哪里 怎么办 要求 单位答复')
    return [...(list?.lines ?? []), ...(list?.ending ?? [])].join('\n')
  }
  expect(paper({ until: '2025-01-25', contact: '张三 88880000' })).toMatch(
    /请于2025年1月25日前[\s\S]*答复请联系：张三 88880000/,
  )
  expect(paper({ until: '', contact: '' })).toMatch(/请于[　]+月[　]+日前[\s\S]*答复请联系：[　]+电话/)
})

test('the last word on whom to answer counts, is kept in the file of the task, and of two people’s words the same one wherever they meet', () => {
  const one: Decision = { kind: 'reply', until: '2025-01-25', contact: '张三' }
  const other: Decision = { kind: 'reply', until: '2025-01-28', contact: '李四' }
  const first = decided(one, [])
  const both = [...first, ...decided(other, first)]
  expect(replyOf(both)).toMatchObject({ until: '2025-01-28', contact: '李四' })
  const back = [...both, ...decided(one, both)]
  expect(replyOf(back)).toMatchObject({ contact: '张三' })
  const file = readTaskFile(taskFileOf({ id: 'x', name: 'x', year: 2024, units: [], decisions: back }, []))
  expect('head' in file && inForce(file.head.decisions)).toEqual(inForce(back))
  expect(replyOf([one, other])).toEqual(replyOf([other, one]))
  expect(replyOf([])).toMatchObject({ until: '', contact: '' })
})
