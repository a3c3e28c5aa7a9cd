import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { type DrawnCell, pageOf } from '../../testing/drawnTables'
import { fileKinds, gridKinds, type Part } from '../../testing/fileKinds'
import { applicantNames } from '../../testing/officialForm'
import { rowLabels, thisYear, yearBefore } from '../../testing/twoYears'
import { recognise } from '../recognise'
import type { SourceDocument } from '../source'

const TITLE = '山阳县林业局2023年政府信息公开工作年度报告'
const THREE = '三、收到和处理政府信息公开申请情况'
const TWO = '二、主动公开政府信息情况'
const FOUR = '四、政府信息公开行政复议、行政诉讼情况'

interface Several {
  heading: string
  head: string[]
  labels: string[]
  own: number[][]
  other: number[][]
}
const tables: Record<string, Several> = {
  三: {
    heading: THREE,
    head: ['项目', ...applicantNames],
    labels: rowLabels,
    own: thisYear,
    other: yearBefore,
  },
  二: {
    heading: TWO,
    head: ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    labels: ['规章', '行政规范性文件'],
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
    heading: FOUR,
    head: ['类别', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    labels: ['行政复议', '未经复议直接起诉'],
    own: [
      [6, 1, 0, 2, 9],
      [3, 0, 4, 1, 8],
    ],
    other: [
      [7, 3, 1, 0, 11],
      [5, 2, 0, 0, 7],
    ],
  },
}
const drawn = (kind: string, parts: Part[]) =>
  fileKinds[kind]?.([TITLE, ...parts]) ?? { name: '', blocks: [] }
const read = (source: SourceDocument) => {
  const { figures, unplaced } = recognise(source, edition2021)
  return { figures, listed: unplaced.map(({ text }) => text).join('\n') }
}
/** Two rows an item, the label beside the first alone, with a word for each in front of the figures or behind them. */
const rowsOf = ({ head, labels, own, other }: Several, words: string[], isBehind = false): string[][] => {
  const put = (cells: string[], word: string) =>
    isBehind ? [...cells, word] : [cells[0] ?? '', word, ...cells.slice(1)]
  return [
    put(head, '口径'),
    ...labels.flatMap((label, at) => [
      put([label, ...(other[at] ?? []).map(String)], words[0] ?? ''),
      put(['', ...(own[at] ?? []).map(String)], words[1] ?? ''),
    ]),
  ]
}

const qualifiers = [
  ['上年', '本年'],
  ['2022年', '2023年'],
  ['2022', '2023'],
  ['上年同期', '本期'],
  ['11月', '全年'],
  ['全县', '本机关'],
  ['修改前', '修改后'],
  ['2024年计划', '2023年实际'],
  ['山阳县水务局', '山阳县林业局'],
]
const ways = Object.keys(tables).flatMap((table) => gridKinds.map((kind) => [table, kind] as const))
test.each(ways)('of two rows an item its word tells the one that counts: %s, %s', (key, kind) => {
  const table = tables[key] as Several
  for (const words of qualifiers)
    for (const isBehind of [false, true]) {
      const { figures, listed } = read(drawn(kind, [table.heading, rowsOf(table, words, isBehind)]))
      expect([words, figures.map(({ text, doubt }) => doubt ?? text)]).toEqual([
        words,
        table.own.flat().map(String),
      ])
      for (const row of table.other) expect(listed).toContain(row.join(' '))
    }
})

test('in a text with blanks between, words tell the rows apart as well', () => {
  const table = tables.三 as Several
  const { figures, listed } = read(drawn('spaces', [table.heading, rowsOf(table, ['上年', '本年'])]))
  expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(table.own.flat().map(String))
  for (const row of table.other) expect(listed).toContain(row.join(' '))
})

/** The same with the label merged over its rows. */
const merged = ({ head, labels, own, other }: Several, words: string[]): DrawnCell[][] => {
  const cells = (row: number[] = []) => row.map((each) => ({ text: String(each) }))
  const word = (text = '') => (text ? [{ text }] : [])
  return [
    [...head.slice(0, 1), ...word(words[0] && '口径').map(({ text }) => text), ...head.slice(1)].map(
      (text) => ({
        text,
      }),
    ),
    ...labels.flatMap((label, at) => [
      [{ text: label, rows: 2 }, ...word(words[0]), ...cells(other[at])],
      [...word(words[1]), ...cells(own[at])],
    ]),
  ]
}
test.each(Object.entries(tables))('the label may be merged over its rows: %s', (_, table) => {
  for (const words of qualifiers) {
    const { figures } = read(pageOf([TITLE, table.heading, merged(table, words)]))
    expect([words, figures.map(({ text, doubt }) => doubt ?? text)]).toEqual([
      words,
      table.own.flat().map(String),
    ])
  }
})

test('a caption tells the rows by their order', () => {
  const table = tables.三 as Several
  const { figures } = read(pageOf([TITLE, THREE, '各项上行为2022年数，下行为2023年数', merged(table, [])]))
  expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(table.own.flat().map(String))
})

test('a sum counts and its parts do not', () => {
  const parts = rowLabels.flatMap((label, at) => {
    const [one = [], two = []] = [thisYear[at], yearBefore[at]]
    const sum = one.map((each, column) => each + (two[column] ?? 0))
    return [
      [label, '局机关', ...one.map(String)],
      ['', '下属单位', ...two.map(String)],
      ['', '合计', ...sum.map(String)],
    ]
  })
  for (const kind of gridKinds) {
    const { figures } = read(drawn(kind, [THREE, [['项目', '', ...applicantNames], ...parts]]))
    const sums = thisYear.flatMap((row, at) =>
      row.map((each, column) => each + (yearBefore[at]?.[column] ?? 0)),
    )
    expect([kind, figures.map(({ text, doubt }) => doubt ?? text)]).toEqual([kind, sums.map(String)])
  }
})

test.each(Object.entries(tables))(
  'where nothing tells the rows of an item apart, none is certain: %s',
  (_, table) => {
    for (const words of [[], ['甲', '乙'], ['本年', '累计']]) {
      const { figures, listed } = read(pageOf([TITLE, table.heading, merged(table, words)]))
      expect(figures.length).toBeGreaterThan(0)
      expect(figures.filter(({ doubt }) => !doubt)).toEqual([])
      for (const row of table.own) expect(listed).toContain(row.join(' '))
    }
  },
)

test('the first row counts where the others are told to be of others', () => {
  const [label = '', ...more] = rowLabels
  const rows = [
    [label, '', ...(thisYear[0] ?? []).map(String)],
    ['', '其中：下属单位', ...(yearBefore[0] ?? []).map(String)],
    ...more.map((each, at) => [each, '', ...(thisYear[at + 1] ?? []).map(String)]),
  ]
  for (const kind of gridKinds) {
    const { figures } = read(drawn(kind, [THREE, [['项目', '', ...applicantNames], ...rows]]))
    expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(thisYear.flat().map(String))
  }
})
