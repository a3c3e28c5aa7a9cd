import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pageOf } from '../../testing/drawnTables'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { readCsv } from '../files/csv'
import type { ReadSource } from '../files/problems'
import { recognise } from '../recognise'
import type { SourceDocument } from '../source'

const T3 = 'tables.requests.'
const title = '柳河县档案局2023年政府信息公开工作年度报告'
const requests = '三、收到和处理政府信息公开申请情况'
const cases = '四、政府信息公开行政复议、行政诉讼情况'
const cellsOf = (rows: string[][]) => rows.map((row) => row.map((text) => ({ text })))
const read = (source: SourceDocument) => {
  const { figures, unplaced } = recognise(source, edition2021)
  return {
    figures: new Map(figures.map(({ address, text, doubt }) => [address, doubt ? `${text}?` : text])),
    unplaced,
  }
}
const ofCsv = (read: ReadSource): SourceDocument => {
  if ('problem' in read) throw new Error(read.problem)
  return read.source
}

/** Rows with gaps: only the place of a figure tells whose it is. */
const ROWS: [string, string, string[]][] = [
  ['一、本年新收政府信息公开申请数量', 'received', ['', '13', '-', '4', '', '2', '19']],
  ['二、上年结转政府信息公开申请数量', 'carriedOver', ['3', '', '', '', '1', '', '4']],
  ['（一）予以公开', 'outcome.granted', ['2', '6', '', '', '-', '1', '9']],
]
const expected = ROWS.flatMap(([, path, figures]) =>
  figures.flatMap((text, at) => (/\d/.test(text) ? [[`${T3}${path}.${officialApplicants[at]}`, text]] : [])),
)
const withCell = (row: string[], at: number, text: string) => [...row.slice(0, at), text, ...row.slice(at)]
const withColumn = (at: number, name: string, own: string[]) => [
  withCell(['项目', ...applicantNames], at, name),
  ...ROWS.map(([label, , figures], row) => withCell([label, ...figures], at, own[row] ?? '')),
]

test.each([
  [1, '行次', ['01', '02', '03']],
  [1, '计量单位', ['件', '件', '件']],
  [2, '小计', ['19', '1', '7']],
  [8, '上年总计', ['21', '4', '8']],
  [8, '同比', ['-2', '+1', '']],
  [9, '情况说明', ['含转办3件', '', '12']],
  [4, '网上申请', ['5', '', '1']],
])('a column beside those of the form moves no figure: %i %s', (at, name, own) => {
  const rows = withColumn(at, name, own)
  const sources = [
    pageOf([title, requests, cellsOf(rows), cases]),
    ofCsv(readCsv([title, requests, ...rows.map((row) => row.join(',')), cases].join('\n'), 'a.csv')),
  ]
  for (const source of sources) expect([...read(source).figures]).toEqual(expected)
})

test('what is left out is listed with the name of its column, numbers of rows are not', () => {
  const listed = (at: number, name: string, own: string[]) =>
    read(pageOf([title, requests, cellsOf(withColumn(at, name, own)), cases])).unplaced.map(
      ({ text }) => text,
    )
  expect(listed(2, '小计', ['19', '1', '7'])).toEqual(['小计：19 1 7'])
  expect(listed(1, '行次', ['01', '02', '03'])).toEqual([])
})

test('a row that reaches further than its head is in doubt', () => {
  const rows = withColumn(1, '行次', ['01', '02', '03'])
  rows[2]?.push('8')
  const { figures } = read(pageOf([title, requests, cellsOf(rows), cases]))
  for (const [address, text] of figures)
    expect(text.endsWith('?')).toBe(address.startsWith(`${T3}carriedOver.`))
})

test('a row that is blank does not take the figures of the 小计 below it', () => {
  const rows = [
    ['项目', ...applicantNames],
    ['7.属于行政执法案卷', '4', '', '', '', '', '1', '5'],
    ['8.属于行政查询事项', '', '', '', '', '', '', ''],
    ['小计', '4', '', '', '', '', '1', '5'],
    ['1.本机关不掌握相关政府信息', '2', '', '', '', '', '', '2'],
  ]
  const { figures } = read(pageOf([title, requests, cellsOf(rows), cases]))
  expect([...figures.keys()].filter((address) => address.includes('administrativeQuery'))).toEqual([])
})

test('rows whose cells are held apart by semicolons are read, whatever commas the text has', () => {
  for (const sign of [';', '；', '，']) {
    const rows = [['项目', ...applicantNames], ...ROWS.map(([label, , figures]) => [label, ...figures])]
    const text = [title, requests, ...rows.map((row) => row.join(sign)), cases].join('\n')
    expect([sign, ...read(ofCsv(readCsv(text, 'a.csv'))).figures]).toEqual([sign, ...expected])
  }
})

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const paths = ['upheld', 'corrected', 'otherResult', 'pending', 'total']
const groups = ['administrativeReview', 'litigationDirect', 'litigationAfterReview']
const BY_GROUP = [
  ['4', '', '1', '', '5'],
  ['', '2', '', '7', '9'],
  ['', '', '', '3', '3'],
]
const expectedCases = new Map(
  BY_GROUP.flatMap((row, group) =>
    row.flatMap((text, at) =>
      text ? [[`tables.reviewAndLitigation.${groups[group]}.${paths[at]}`, text]] : [],
    ),
  ) as [string, string][],
)
const heads = ['行政复议', '未经复议直接起诉', '复议后起诉']

test.each<[string, string[][]]>([
  [
    'results below one another',
    [['结果', ...heads], ...results.map((name, at) => [name, ...BY_GROUP.map((row) => row[at] ?? '')])],
  ],
  [
    'kinds below one another, with a number and a sum',
    [
      ['序号', '类别', ...results],
      ...heads.map((name, at) => [`${at + 1}`, name, ...(BY_GROUP[at] ?? [])]),
      ['', '合计', '4', '2', '1', '10', '17'],
    ],
  ],
  [
    'each kind under its own head',
    heads.flatMap((name, at) => [[name, '', '', '', ''], results, BY_GROUP[at] ?? []]),
  ],
  [
    'a sum of the litigation before its parts',
    [
      [
        ...results.map((name) => `行政复议—${name}`),
        '合计',
        ...heads.slice(1).flatMap((head) => results.map((name) => `${head}—${name}`)),
      ],
      [...(BY_GROUP[0] ?? []), '12', ...BY_GROUP.slice(1).flat()],
    ],
  ],
])('a figure of 表四 belongs to what stands over it and beside it: %s', (_, rows) => {
  expect(read(pageOf([title, cases, cellsOf(rows), '五、存在的主要问题及改进情况'])).figures).toEqual(
    expectedCases,
  )
})
