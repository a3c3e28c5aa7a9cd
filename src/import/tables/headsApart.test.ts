import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds, gridKinds } from '../../testing/fileKinds'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { rowLabels, thisYear } from '../../testing/twoYears'
import { recognise } from '../recognise'

const read = (kind: string, heading: string, table: string[][]) =>
  new Map(
    recognise(
      fileKinds[kind]?.(['山阳县林业局2023年政府信息公开工作年度报告', heading, table]) ?? {
        name: '',
        blocks: [],
      },
      edition2021,
    ).figures.map(({ address, text, doubt }) => [address.split('.').slice(2).join('.'), doubt ?? text]),
  )
const THREE = '三、收到和处理政府信息公开申请情况'
const paths = ['received', 'carriedOver', 'outcome.granted']
const orders = { 'total first': [6, 0, 1, 2, 3, 4, 5], 'others reversed': [0, 5, 4, 3, 2, 1, 6] }
const expected = new Map(
  thisYear.flatMap((row, at) =>
    row.map((one, column) => [`${paths[at]}.${officialApplicants[column]}`, String(one)]),
  ),
)
const rowIn = (order: number[], at: number) => [
  rowLabels[at] ?? '',
  ...order.map((column) => String(thisYear[at]?.[column] ?? '')),
]
const official = [0, 1, 2, 3, 4, 5, 6]
const headIn = (order: number[]) => ['项目', ...order.map((column) => applicantNames[column] ?? '')]

test.each(
  gridKinds.flatMap((kind) => Object.entries(orders).map(([name, order]) => [kind, name, order] as const)),
)('a head that comes again in another order counts for the rows below it: %s, %s', (kind, _, order) => {
  const table = [headIn(official), rowIn(official, 0), headIn(order), rowIn(order, 1), rowIn(order, 2)]
  expect(read(kind, THREE, table)).toEqual(expected)
})

test.each(gridKinds)('a head beside another in another order counts for the rows below it: %s', (kind) => {
  const order = orders['others reversed']
  const table = [
    [...headIn(official), ...headIn(order)],
    [...rowIn(official, 0), ...rowIn(order, 2)],
    [...rowIn(official, 1), ...Array(8).fill('')],
  ]
  expect(read(kind, THREE, table)).toEqual(expected)
})

test.each(gridKinds)('a second head in table two: %s', (kind) => {
  const figures = read(kind, '二、主动公开政府信息情况', [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '3', '1', '17'],
    ['信息内容', '现行有效件数', '本年制发件数', '本年废止件数'],
    ['行政规范性文件', '71', '28', '9'],
  ])
  expect(Object.fromEntries(figures)).toEqual({
    'regulations.issued': '3',
    'regulations.repealed': '1',
    'regulations.inForce': '17',
    'normativeDocuments.issued': '28',
    'normativeDocuments.repealed': '9',
    'normativeDocuments.inForce': '71',
  })
})
