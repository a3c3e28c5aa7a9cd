import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds, type Part } from '../../testing/fileKinds'
import { applicantNames } from '../../testing/officialForm'
import { rowLabels, thisYear, yearBefore } from '../../testing/twoYears'
import { recognise } from '../recognise'

const cells = (rows: number[][]) => rows.map((row) => row.map(String))
const requests = (rows: number[][]) => [
  ['项目', ...applicantNames],
  ...cells(rows).map((row, at) => [rowLabels[at] ?? '', ...row]),
]
const disclosure = (rows: number[][]) => [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ...cells(rows).map((row, at) => [['规章', '行政规范性文件'][at] ?? '', ...row]),
]
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const cases = ([row = []]: number[][]) => [
  ['行政复议', '未经复议直接起诉', '复议后起诉'].flatMap((name) => [name, '', '', '', '']),
  [...RESULTS, ...RESULTS, ...RESULTS],
  row.map(String),
]
const tables = {
  三: { heading: '三、收到和处理政府信息公开申请情况', draw: requests, own: thisYear, other: yearBefore },
  二: {
    heading: '二、主动公开政府信息情况',
    draw: disclosure,
    own: [
      [3, 1, 17],
      [28, 9, 71],
    ],
    other: [
      [4, 2, 15],
      [33, 6, 52],
    ],
  },
  四: {
    heading: '四、政府信息公开行政复议、行政诉讼情况',
    draw: cases,
    own: [[4, 1, 0, 2, 7, 3, 0, 5, 1, 9, 0, 6, 2, 0, 8]],
    other: [[11, 3, 1, 0, 15, 7, 2, 0, 4, 13, 5, 1, 0, 6, 12]],
  },
}
const read = (kind: string, parts: Part[], organ = '山阳县林业局') =>
  recognise(
    fileKinds[kind]?.([`${organ}2023年政府信息公开工作年度报告`, ...parts]) ?? { name: '', blocks: [] },
    edition2021,
  )
type Words = (own: Part, other: Part) => Part[]
const foot = (table: Part, text: string): Part =>
  typeof table === 'string' ? table : [...table, [text, ...(table[0] ?? []).slice(1).map(() => '')]]
const words: Record<string, Words> = {
  'a note below each': (own, other) => [other, '上表为2022年数据。', own, '上表为2023年数据。'],
  'a note below one': (own, other) => [other, '注：以上为2022年数据', own],
  'the year below each': (own, other) => [other, '（2022年）', own, '（2023年）'],
  'the year in a foot': (own, other) => [foot(other, '统计年度：2022年'), foot(own, '统计年度：2023年')],
  'void before the right one': (own, other) => ['更正前', other, '更正后', own],
  'void by a line between': (own, other) => [other, '上表数据有误，作废，以下表为准', own],
  'void behind the right one': (own, other) => [own, '以下为更正前的表', other],
}
const cases3 = Object.keys(fileKinds).flatMap((kind) =>
  Object.keys(words).flatMap((way) =>
    (Object.keys(tables) as (keyof typeof tables)[]).map((table) => [kind, way, table] as const),
  ),
)
test.each(cases3)(
  'of two tables the words nearest to each tell which counts: %s, %s, %s',
  (kind, way, key) => {
    const { heading, draw, own, other } = tables[key]
    const parts = words[way]?.(draw(own), draw(other)) ?? []
    const { figures, unplaced } = read(kind, [heading, ...parts])
    expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(own.flat().map(String))
    const left = unplaced.filter(({ why }) => /别的年份的表|作废/.test(why))
    expect(left).toHaveLength(1)
    for (const one of other.flat()) expect(left[0]?.text).toContain(String(one))
  },
)

test.each(Object.keys(fileKinds))(
  'where nothing tells which of two tables counts, no figure is certain: %s',
  (kind) => {
    for (const { heading, draw, own, other } of Object.values(tables))
      for (const between of [[], ['此表作废']]) {
        const { figures, unplaced } = read(kind, [heading, draw(own), ...between, draw(other)])
        const listed = unplaced.map(({ text }) => text).join(' ')
        const certain = figures.filter(({ doubt }) => !doubt).map(({ text }) => text)
        const same = own
          .flatMap((row, at) => row.filter((one, column) => one === other[at]?.[column]))
          .map(String)
        expect(certain.filter((text) => !same.includes(text))).toEqual([])
        for (const one of other.flat())
          expect(figures.some(({ text }) => text === String(one)) || listed.includes(String(one))).toBe(true)
      }
  },
)

test('words of the year under the only table there is leave nothing out', () => {
  const { heading, draw, own } = tables.三
  const { figures } = read('page', [heading, draw(own), '以上为2022年数据'])
  expect(figures).toHaveLength(21)
})

const ofWhole: [string, string][] = [
  ['（一）全县汇总', '（二）其中：县政府办公室'],
  ['1.山阳县汇总数据', '2.其中：县本级'],
  ['全县各级行政机关合计', '县政府机关本部'],
]
test.each(
  Object.keys(fileKinds).flatMap((kind) => ofWhole.flatMap(([own, part]) => [[kind, own, part] as const])),
)('of the tables of a government that of all its organs counts: %s, %s, %s', (kind, whole, part) => {
  for (const { heading, draw, own, other } of Object.values(tables)) {
    const tablesOf = [whole, draw(own), part, draw(other)]
    for (const parts of [tablesOf, [...tablesOf.slice(2), ...tablesOf.slice(0, 2)]]) {
      const { figures, unplaced } = read(kind, [heading, ...parts], '山阳县人民政府')
      expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(own.flat().map(String))
      const left = unplaced.filter(({ why }) => /汇总之外/.test(why))
      expect(left).toHaveLength(1)
      for (const one of other.flat()) expect(left[0]?.text).toContain(String(one))
    }
    // The report of a department may be of either.
    const { figures } = read(kind, [heading, ...tablesOf])
    const isSame = (text: string) =>
      own
        .flat()
        .filter((one) => other.flat().includes(one))
        .join()
        .includes(text)
    expect(figures.filter(({ text, doubt }) => !doubt && !isSame(text))).toEqual([])
  }
})
