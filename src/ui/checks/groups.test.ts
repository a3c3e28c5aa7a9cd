import { expect, test } from 'vitest'
import { EXAMPLE_TODAY } from '../../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import { currentEdition as edition } from '../../format/editions'
import { blankReport } from '../../report/report'
import { blankRows, bySection, openOf } from './groups'

const report = blankReport(edition)
const blanks = openOf(
  findingsOf(runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY })), [], edition, report),
  'blank',
)

test('blanks of an empty report stand part by part, each once', () => {
  const groups = bySection(edition, blanks)
  expect(groups.map(({ title }) => title.slice(0, 2))).toEqual([
    '基本',
    '一、',
    '二、',
    '三、',
    '四、',
    '五、',
    '六、',
  ])
  expect(groups.flatMap(({ findings }) => findings)).toHaveLength(blanks.length)
})

test('an empty table 3 is as many lines as it has rows to fill', () => {
  const rows = blankRows(edition, bySection(edition, blanks)[3]?.findings ?? [])
  expect(rows).toHaveLength(24)
  expect(rows[0]).toMatchObject({ name: '一、本年新收政府信息公开申请数量', over: '' })
  expect(rows[0]?.blanks.map(({ name }) => name)).toEqual([
    '自然人',
    '商业企业',
    '科研机构',
    '社会公益组织',
    '法律服务机构',
    '其他',
  ])
  expect(rows.find(({ name }) => name === '1.属于国家秘密')?.over).toBe('（三）不予公开')
})

test('a section without any text is one blank, called by its heading', () => {
  const rows = blankRows(edition, bySection(edition, blanks)[1]?.findings ?? [])
  expect(rows.map(({ name, cells }) => [name, cells])).toEqual([['总体情况', []]])
})

test('the single row of table 4 is divided by its heads', () => {
  const rows = blankRows(edition, bySection(edition, blanks)[4]?.findings ?? [])
  expect(rows.map(({ name, over, cells }) => [name, over, cells.length])).toEqual([
    ['行政复议', '', 4],
    ['未经复议直接起诉', '行政诉讼', 4],
    ['复议后起诉', '行政诉讼', 4],
  ])
})
