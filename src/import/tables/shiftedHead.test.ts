import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds, gridKinds, type Part } from '../../testing/fileKinds'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { recognise } from '../recognise'

const [TWO, THREE, FOUR] = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]
const rows = [
  ['一、本年新收政府信息公开申请数量', '41', '6', '1', '0', '2', '3', '53'],
  ['二、上年结转政府信息公开申请数量', '4', '1', '0', '0', '0', '0', '5'],
  ['（一）予以公开', '20', '4', '1', '0', '1', '1', '27'],
]
const paths = ['received', 'carriedOver', 'outcome.granted']
const expected = (columns: number) =>
  rows.flatMap((row, at) =>
    row.slice(1, columns + 1).map((text, column) => [`${paths[at]}.${officialApplicants[column]}`, text]),
  )
const read = (kind: string, ...parts: Part[]) => {
  const { figures } = recognise(
    fileKinds[kind]?.(['江岸县2023年政府信息公开工作年度报告', ...parts]) ?? { name: '', blocks: [] },
    edition2021,
  )
  return {
    figures: figures.map(({ address, text }) => [address.split('.').slice(2).join('.'), text]),
    doubts: figures.filter(({ doubt }) => doubt).length,
  }
}
const withoutTotals = (table: string[][]) => table.map((row) => row.slice(0, -1))
const shifted = {
  right: ['', '项目', ...applicantNames],
  left: [...applicantNames, ''],
}

test.each(gridKinds.flatMap((kind) => (['right', 'left'] as const).map((way) => [kind, way] as const)))(
  'a head beside its figures is put over them, in doubt unless the totals prove it: %s, %s',
  (kind, way) => {
    const whole = read(kind, THREE, [shifted[way], ...rows])
    expect(whole.figures).toEqual(expected(7))
    expect(whole.doubts).toBe(0)
    const names = shifted[way].filter((name) => name !== '总计')
    const open = read(kind, THREE, [names, ...withoutTotals(rows)])
    expect(open.figures).toEqual(expected(6))
    expect(open.doubts).toBe(18)
  },
)

test.each(gridKinds)('a head of table two beside its figures leaves them in doubt: %s', (kind) => {
  const names = ['本年制发件数', '本年废止件数', '现行有效件数']
  for (const head of [
    ['', '信息内容', ...names],
    [...names, ''],
  ]) {
    const { figures, doubts } = read(kind, TWO, [
      head,
      ['规章', '2', '1', '16'],
      ['行政规范性文件', '28', '9', '71'],
    ])
    expect(figures.map(([, text]) => text)).toEqual(['2', '1', '16', '28', '9', '71'])
    expect(figures[0]?.[0]).toBe('regulations.issued')
    expect(doubts).toBe(6)
  }
})

test.each(gridKinds)('names of results beside their figures are put over them by the totals: %s', (kind) => {
  const names = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉']
  const figures = [
    ['4', '1', '0', '2', '7'],
    ['3', '0', '5', '1', '9'],
    ['0', '6', '2', '0', '8'],
  ]
  for (const head of [
    ['', '类型', ...names],
    [...names, ''],
  ]) {
    const found = read(kind, FOUR, [head, ...kinds.map((name, at) => [name, ...(figures[at] ?? [])])])
    expect(found.figures.map(([, text]) => text)).toEqual(figures.flat())
    expect(found.doubts).toBe(0)
  }
})

test('a blank column and one that the form does not have are no head beside its figures', () => {
  const blank = rows.map((row) => row.map((cell, at) => (at === 4 ? '' : cell)))
  const table = [['项目', ...applicantNames, ''], ...blank.map((row, at) => [...row, String(7 + at)])]
  const { figures, doubts } = read('page', THREE, table)
  expect(figures).toEqual(expected(7).filter(([address]) => !address?.endsWith('publicWelfareOrganization')))
  expect(doubts).toBe(0)
})
