import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds, gridKinds, type Part } from '../../testing/fileKinds'
import { applicantNames } from '../../testing/officialForm'
import { rowLabels, thisYear, yearBefore } from '../../testing/twoYears'
import { recognise } from '../recognise'

const read = (kind: string, ...parts: Part[]) =>
  recognise(
    fileKinds[kind]?.(['山阳县林业局2023年政府信息公开工作年度报告', ...parts]) ?? { name: '', blocks: [] },
    edition2021,
  )
const THREE = '三、收到和处理政府信息公开申请情况'
const sums = thisYear.map((row, at) => row.map((one, column) => one + (yearBefore[at]?.[column] ?? 0)))
/** Rows of table three, each divided into lines with these words and figures. */
const divided = (...lines: [string, number[][]][]): string[][] => [
  ['项目', '口径', ...applicantNames],
  ...rowLabels.flatMap((label, at) =>
    lines.map(([word, rows], order) => [order ? '' : label, word, ...(rows[at] ?? []).map(String)]),
  ),
]
const told: [string, string[][], number[][]][] = [
  ['this year below', divided(['上年', yearBefore], ['本年', thisYear]), thisYear],
  ['this year above', divided(['2023年', thisYear], ['2022年', yearBefore]), thisYear],
  ['corrected', divided(['更正前', yearBefore], ['更正后', thisYear]), thisYear],
  ['the whole', divided(['上半年', yearBefore], ['下半年', thisYear], ['全年', sums]), sums],
]
test.each(gridKinds.flatMap((kind) => told.map((one) => [kind, ...one] as const)))(
  'of the lines that a row is divided into the one that counts is read: %s, %s',
  (kind, _, table, expected) => {
    for (const heading of [[THREE], []]) {
      const { figures, unplaced } = read(kind, ...heading, table)
      expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(expected.flat().map(String))
      const listed = unplaced.map(({ text }) => text).join(' ')
      for (const one of yearBefore.flat()) expect(listed).toContain(String(one))
    }
  },
)

test.each(gridKinds)(
  'where no word tells, the first line is read, in doubt, and the others listed: %s',
  (kind) => {
    for (const words of [
      ['甲口径', '乙口径'],
      ['', ''],
      ['合计', '其中网上'],
    ]) {
      const { figures, unplaced } = read(
        kind,
        THREE,
        divided([words[0] ?? '', thisYear], [words[1] ?? '', yearBefore]),
      )
      expect(figures).toHaveLength(21)
      expect(figures.filter(({ doubt }) => !doubt)).toEqual([])
      const listed = unplaced.map(({ text }) => text).join(' ')
      for (const one of yearBefore.flat()) expect(listed).toContain(String(one))
    }
  },
)

test.each(gridKinds)('kinds of case and rows of table two that are divided: %s', (kind) => {
  const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉']
  const cases = read(kind, '四、政府信息公开行政复议、行政诉讼情况', [
    ['类别', '年度', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    ...kinds.flatMap((name, at) => [
      [name, '2022年', '9', '8', '7', '6', '30'],
      ['', '2023年', '1', String(at), '4', '0', String(5 + at)],
    ]),
  ])
  expect(cases.figures.map(({ text, doubt }) => doubt ?? text)).toEqual(
    kinds.flatMap((_, at) => ['1', String(at), '4', '0', String(5 + at)]),
  )
  const documents = read(kind, '二、主动公开政府信息情况', [
    ['信息内容', '年度', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '上年', '4', '2', '15'],
    ['', '本年', '3', '1', '17'],
    ['行政规范性文件', '上年', '33', '6', '52'],
    ['', '本年', '28', '9', '71'],
  ])
  expect(documents.figures.map(({ text, doubt }) => doubt ?? text)).toEqual(['3', '1', '17', '28', '9', '71'])
})

test('rows of one label with different words in brackets leave their figures in doubt', () => {
  const { figures } = read('page', '二、主动公开政府信息情况', [
    ['信息内容', '本年处理决定数量'],
    ['行政许可（局机关）', '113'],
    ['行政许可（下属单位）', '113'],
    ['行政强制', '9'],
  ])
  expect(figures.map(({ text, doubt }) => [text, !!doubt])).toEqual([
    ['113', true],
    ['9', false],
  ])
})
