import { expect, test } from 'vitest'
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
