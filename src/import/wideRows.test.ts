import { expect, test } from 'vitest'
import { cellsOf } from '../format/cells'
import { edition2021 } from '../format/edition2021/edition'
import { fileKinds, gridKinds } from '../testing/fileKinds'
import { recognise } from './recognise'

const NAMES = ['规章本年制发件数', '规章本年废止件数', '规章现行有效件数', '行政许可（件）', '行政处罚']
const read = (kind: string, table: string[][]) => {
  const { figures, unplaced } = recognise(
    fileKinds[kind]?.(['山阳县林业局2023年政府信息公开工作年度报告数据', table]) ?? { name: '', blocks: [] },
    edition2021,
  )
  return {
    figures: figures.map(({ text, doubt }) => doubt ?? text),
    listed: unplaced.map(({ text }) => text).join(' '),
  }
}

test.each(gridKinds)('of a row a year that of the report is read: %s', (kind) => {
  const { figures, listed } = read(kind, [
    ['年度', '单位', ...NAMES],
    ['2022', '山阳县林业局', '4', '2', '15', '306', '52'],
    ['2023', '山阳县林业局', '3', '1', '17', '207', '31'],
  ])
  expect(figures).toEqual(['3', '1', '17', '207', '31'])
  for (const one of ['15', '306', '52']) expect(listed).toContain(one)
})

test.each(gridKinds)('of a row an office the sum is read: %s', (kind) => {
  const { figures, listed } = read(kind, [
    ['序号', '单位', ...NAMES],
    ['1', '林场管理站', '1', '0', '7', '100', '11'],
    ['2', '种苗站', '2', '1', '10', '107', '20'],
    ['合计', '', '3', '1', '17', '207', '31'],
  ])
  expect(figures).toEqual(['3', '1', '17', '207', '31'])
  for (const one of ['100', '107']) expect(listed).toContain(one)
})

test.each(gridKinds)(
  'names over several columns, with theirs below, are no head of such rows: %s',
  (kind) => {
    const { figures, listed } = read(kind, [
      ['规章', '', '', '行政许可', '行政处罚', '行政强制', '行政事业性收费'],
      [
        '本年制发件数',
        '本年废止件数',
        '现行有效件数',
        '处理决定数量',
        '处理决定数量',
        '处理决定数量',
        '收费金额',
      ],
      ['3', '1', '17', '207', '31', '9', '26.3'],
    ])
    for (const one of ['3', '1', '17', '207', '31', '9', '26.3'])
      expect(figures.includes(one) || listed.includes(one)).toBe(true)
  },
)

test.each(['workbook', 'csv'])('of a row a year the figures of several tables are read: %s', (kind) => {
  const results = ['维持', '纠正'].map((word) => `行政复议-结果${word}`)
  const { figures, listed } = read(kind, [
    ['年度', ...NAMES, ...results, '复议后起诉-尚未审结'],
    ['2022', '4', '2', '15', '306', '52', '1', '0', '8'],
    ['2023', '3', '1', '17', '207', '31', '6', '2', '0'],
  ])
  expect(figures).toEqual(['3', '1', '17', '207', '31', '6', '2', '0'])
  expect(listed).toContain('306')
})

const UPPER = ['规章', '', '', '行政许可', '行政处罚']
const LOWER = ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年处理决定数量']
test.each(gridKinds)(
  'of a row an office the sum is read, with columns below the names of rows: %s',
  (kind) => {
    const { figures, listed } = read(kind, [
      ['单位', ...UPPER],
      ['', ...LOWER],
      ['林场管理站', '1', '0', '7', '100', '11'],
      ['种苗站', '2', '1', '10', '107', '20'],
      ['合计', '3', '1', '17', '207', '31'],
    ])
    expect(figures).toEqual(['3', '1', '17', '207', '31'])
    for (const one of ['100', '107']) expect(listed).toContain(one)
  },
)

test('applicants below the rows of 表三: the sum of all offices is read', () => {
  const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
  const { figures } = read('csv', [
    ['单位', '本年新收政府信息公开申请数量', '', '', '', '', '', '上年结转政府信息公开申请数量'],
    ['', ...applicants, ...applicants],
    ['林场管理站', '3', '1', '0', '0', '2', '0', '1', '0', '0', '0', '0', '0'],
    ['种苗站', '4', '0', '0', '1', '0', '0', '0', '0', '0', '0', '1', '0'],
    ['合计', '7', '1', '0', '1', '2', '0', '1', '0', '0', '0', '1', '0'],
  ])
  expect(figures).toEqual(['7', '1', '0', '1', '2', '0', '1', '0', '0', '0', '1', '0'])
})

test.each(['workbook', 'csv'])(
  'one row for an office, under names of two lines that go beyond 120 columns: %s',
  (kind) => {
    const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
    const rows = cellsOf(edition2021).filter(
      ({ address, parts }) => /^tables\.requests\..*naturalPerson$/.test(address) && !parts,
    )
    const names = rows.flatMap(({ row }) => [row.label, ...applicants.slice(1).map(() => '')])
    const own = rows.flatMap((_, at) =>
      [at + 1, 2, 0, 1, 0, 3].flatMap((one) => String(one)).concat(String(at + 7)),
    )
    const { figures, listed } = read(kind, [
      ['序号', '单位名称', ...names],
      ['', '', ...rows.flatMap(() => applicants)],
      ['1', '山阳县林业局', ...own],
    ])
    expect(names.length).toBeGreaterThan(120)
    expect(figures).toEqual(own)
    expect(listed).not.toContain('24')
  },
)

test.each(gridKinds)('what stands under another name in the row that is read is listed: %s', (kind) => {
  const { figures, listed } = read(kind, [
    ['序号', '单位', ...NAMES.slice(0, 4), '行政检查', '行政处罚'],
    ['1', '林场管理站', '1', '0', '7', '100', '455', '11'],
    ['合计', '', '3', '1', '17', '207', '688', '31'],
  ])
  expect(figures).toEqual(['3', '1', '17', '207', '31'])
  expect(listed).toContain('688')
})

test('the row of an office ends where the head of another table begins', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const { figures } = read('workbook', [
    ['单位', '规章', '', '', '行政许可', '行政处罚'],
    ['', '本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年处理决定数量'],
    ['山阳县林业局', '3', '1', '17', '207', '31'],
    ['表四 行政复议、行政诉讼情况'],
    ['行政复议', '', '', '', '', '行政诉讼'],
    [...results, '未经复议直接起诉', '', '', '', '', '复议后起诉'],
    ['', '', '', '', '', ...results, ...results],
    ['4', '1', '0', '2', '7', '3', '0', '5', '1', '9', '0', '6', '2', '0', '8'],
  ])
  expect(figures.slice(0, 5)).toEqual(['3', '1', '17', '207', '31'])
})
