import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pageOf } from '../../testing/drawnTables'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { thisYear as own, yearBefore as past, rowLabels } from '../../testing/twoYears'
import { readPlain } from '../files/plain'
import { recognise } from '../recognise'

type Cell = { text: string; columns: number }
const cell = (text: string | number, columns = 1): Cell => ({ text: String(text), columns })
const body = (rows: number[][]) =>
  rows.map((row, at) => [cell(rowLabels[at] ?? ''), ...row.map((one) => cell(one))])
const table = (rows: number[][]) => [
  [cell('项目'), ...applicantNames.map((name) => cell(name))],
  ...body(rows),
]
const sideBySide = (years: { head: string; rows: number[][] }[]) => [
  [cell('项目'), ...years.map(({ head }) => cell(head, 7))],
  [cell(''), ...years.flatMap(() => applicantNames.map((name) => cell(name)))],
  ...rowLabels.map((label, at) => [
    cell(label),
    ...years.flatMap(({ rows }) => (rows[at] ?? []).map((one) => cell(one))),
  ]),
]
type Part = string | Cell[][]
const heading = ['山阳县林业局2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况']
const ending = [
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]
const lines = (row: (cells: Cell[]) => string) => (parts: Part[]) =>
  readPlain(parts.map((part) => (typeof part === 'string' ? part : part.map(row).join('\n'))).join('\n'), '')
const media = {
  page: pageOf,
  tabs: lines((row) => row.flatMap(({ text, columns }) => [text, ...Array(columns - 1).fill('')]).join('\t')),
  'tabs, merged cells once': lines((row) => row.map(({ text }) => text).join('\t')),
  'one cell a line': lines((row) => row.flatMap(({ text }) => text || []).join('\n')),
  spaces: lines((row) => row.flatMap(({ text }) => text || []).join(' ')),
  'the last year begun on the line of the first': lines((row) =>
    row.length < 15
      ? row.flatMap(({ text }) => text || []).join('\n')
      : [
          ...row.slice(0, 7).map(({ text }) => text),
          row
            .slice(7)
            .map(({ text }) => text)
            .join(' '),
        ].join('\n'),
  ),
}
const readIn = (medium: keyof typeof media, parts: Part[]) =>
  recognise(media[medium]([...heading, ...parts, ...ending]), edition2021)
const paths = ['received', 'carriedOver', 'outcome.granted']
const expected = new Map(
  own.flatMap((row, at) =>
    row.map((one, column) => [`tables.requests.${paths[at]}.${officialApplicants[column]}`, String(one)]),
  ),
)
const all = Object.keys(media) as (keyof typeof media)[]

const orders = {
  'last year first': [
    { head: '2022年', rows: past },
    { head: '2023年', rows: own },
  ],
  'last year second': [
    { head: '本年', rows: own },
    { head: '上年', rows: past },
  ],
}
test.each(
  all.flatMap((medium) =>
    (Object.keys(orders) as (keyof typeof orders)[]).map((order) => [medium, order] as const),
  ),
)(
  'of two years side by side the figures of the report’s own year are read, or all is marked: %s, %s',
  (medium, order) => {
    const { figures, unplaced } = readIn(medium, [sideBySide(orders[order])])
    expect(figures.length).toBeGreaterThan(0)
    for (const { address, text, doubt } of figures) {
      if (!doubt) expect([address, text]).toEqual([address, expected.get(address)])
    }
    const listed = unplaced.map(({ text }) => text).join(' ')
    const read = new Set(figures.map(({ text }) => text))
    for (const one of [...own, ...past].flat())
      expect(read.has(String(one)) || new RegExp(`(^|\\D)${one}(\\D|$)`).test(listed)).toBe(true)
    if (medium !== 'the last year begun on the line of the first')
      expect(new Map(figures.map(({ address, text }) => [address, text]))).toEqual(expected)
    if (medium === 'page' || medium === 'tabs') expect(figures.filter(({ doubt }) => doubt)).toEqual([])
  },
)

test.each(all)(
  'a table of last year above or below that of the report is left out and listed, by the captions: %s',
  (medium) => {
    const above = ['2022年情况：', table(past), '2023年情况：', table(own)]
    const below = [table(own), '附：上年度收到和处理政府信息公开申请情况', table(past)]
    for (const parts of [above, below]) {
      const { figures, unplaced } = readIn(medium, parts)
      expect(new Map(figures.map(({ address, text }) => [address, text]))).toEqual(expected)
      expect(figures.filter(({ doubt }) => doubt)).toEqual([])
      const left = unplaced.filter(({ why }) => why === '别的年份的表，没有读取')
      expect(left).toHaveLength(1)
      for (const one of past.flat()) expect(left[0]?.text).toContain(String(one))
    }
  },
)

test.each(all)('a caption with another year above the only table there is loses nothing: %s', (medium) => {
  const { figures } = readIn(medium, ['2022年度收到和处理政府信息公开申请情况', table(own)])
  expect(new Map(figures.map(({ address, text }) => [address, text]))).toEqual(expected)
})

test('上年 as a piece of a broken label is no caption of another table', () => {
  const broken = ['一、本年', '新收', ...(own[0] ?? []), '二、', '上年', '结转', 5, 1, 6]
  const text = [...heading, '项目', ...applicantNames, ...broken, ...ending].join('\n')
  const { figures, unplaced } = recognise(readPlain(text, ''), edition2021)
  expect(figures.map((figure) => figure.text)).toEqual((own[0] ?? []).map(String))
  expect(unplaced.map(({ why }) => why).join()).not.toContain('别的年份')
})

const years = [
  ['上年', '本年'],
  ['2022年', '2023年'],
  ['本年', '上年'],
] as const
test.each(all.flatMap((medium) => years.map((heads) => [medium, heads] as const)))(
  'of two years under each name of a column that of the report is read, or marked: %s, %s',
  (medium, heads) => {
    const printed = (ownFigures: number[], pastFigures: number[]) =>
      ownFigures.flatMap((figure, at) =>
        heads.map((head) => cell(/本年|2023/.test(head) ? figure : (pastFigures[at] ?? 0))),
      )
    const rows = [
      [cell('第二十条第（一）项', 7)],
      [
        cell('信息内容'),
        ...['制发件数', '废止件数', '现行有效件数'].flatMap((name) => heads.map((head) => cell(head + name))),
      ],
      [cell('规章'), ...printed([3, 1, 17], [4, 2, 15])],
      [cell('行政规范性文件'), ...printed([28, 9, 71], [33, 6, 52])],
      [cell('第二十条第（五）项', 7)],
      [cell('信息内容'), cell('本年处理决定数量', 6)],
      [cell('行政许可'), cell(946, 6)],
    ]
    const parts = ['山阳县林业局2023年政府信息公开工作年度报告', '二、主动公开政府信息情况', rows]
    const { figures, unplaced } = recognise(
      media[medium]([...parts, ...heading.slice(1), ...ending]),
      edition2021,
    )
    const read = figures.map(({ address, text }) => [address.split('.').slice(2).join('.'), text])
    const certain = figures.filter(({ doubt }) => !doubt).map(({ text }) => text)
    expect(certain.filter((text) => ['4', '2', '15', '33', '6', '52'].includes(text))).toEqual([])
    if (medium === 'page' || medium === 'tabs') {
      expect(read).toEqual([
        ['regulations.issued', '3'],
        ['regulations.repealed', '1'],
        ['regulations.inForce', '17'],
        ['normativeDocuments.issued', '28'],
        ['normativeDocuments.repealed', '9'],
        ['normativeDocuments.inForce', '71'],
        ['administrativeLicenses.decisions', '946'],
      ])
      expect(certain).toHaveLength(7)
    }
    const listed = unplaced.map(({ text }) => text).join(' ')
    for (const one of [33, 6, 52, 28, 9, 71])
      expect(figures.some(({ text }) => text === String(one)) || listed.includes(String(one))).toBe(true)
  },
)

test.each(all)('of two rows of 表四 that of the report’s year is read, the other listed: %s', (medium) => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉']
  const [mine, theirs] = [
    [4, 1, 0, 2, 7, 3, 0, 5, 1, 9, 0, 6, 2, 0, 8],
    [11, 3, 1, 0, 15, 7, 2, 0, 4, 13, 5, 1, 0, 6, 12],
  ]
  const row = (year: number, figures: number[]) => [cell(`${year}年`), ...figures.map((one) => cell(one))]
  for (const both of [
    [row(2023, mine), row(2022, theirs)],
    [row(2022, theirs), row(2023, mine)],
  ]) {
    const drawn = [
      [cell('年度'), ...kinds.map((kind) => cell(kind, 5))],
      [cell(''), ...kinds.flatMap(() => results.map((name) => cell(name)))],
      ...both,
    ]
    const [title = ''] = heading
    const { figures, unplaced } = recognise(media[medium]([title, ending[0] ?? '', drawn]), edition2021)
    expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(mine.map(String))
    expect(unplaced.map(({ text }) => text.replace(/\s+/g, ' ')).join('\n')).toContain(theirs.join(' '))
  }
})

test.each(['page', 'tabs'] as const)(
  'in a list of cells the column of the report’s year is read, wherever it stands: %s',
  (medium) => {
    const items = [
      ['规章', '本年制发件数', 3, 1],
      ['规章', '本年废止件数', 2, 0],
      ['规章', '现行有效件数', 17, 16],
      ['行政规范性文件', '本年制发件数', 8, 4],
      ['行政规范性文件', '本年废止件数', 5, 6],
      ['行政规范性文件', '现行有效件数', 29, 26],
      ['行政许可', '本年处理决定数量', 207, 306],
    ]
    for (const turned of [false, true]) {
      const heads = ['信息内容', '指标', '单位', ...(turned ? ['2022年', '2023年'] : ['2023年', '2022年'])]
      const drawn = [
        heads.map((text) => cell(text)),
        ...items.map(([item = '', column = '', now = '', before = '']) =>
          [item, column, '件', ...(turned ? [before, now] : [now, before])].map((text) => cell(text)),
        ),
      ]
      const { figures, unplaced } = recognise(
        media[medium]([heading[0] ?? '', '二、主动公开政府信息情况', drawn]),
        edition2021,
      )
      expect(figures.map(({ text }) => text)).toEqual(['3', '2', '17', '8', '5', '29', '207'])
      expect(unplaced.map(({ text }) => text).join(' ')).toContain('306')
    }
  },
)
