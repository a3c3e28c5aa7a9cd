import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { readHtml } from '../files/html'
import { recognise } from '../recognise'

const ROWS: [string, string, number[]][] = [
  ['一、本年新收政府信息公开申请数量', 'received', [62, 9, 1, 4, 7, 3, 86]],
  ['二、上年结转政府信息公开申请数量', 'carriedOver', [5, 0, 2, 0, 1, 0, 8]],
  ['（一）予以公开', 'outcome.granted', [41, 6, 0, 3, 2, 1, 53]],
]
const expected = new Map(
  ROWS.flatMap(([, path, row]) =>
    row.map((one, at) => [`tables.requests.${path}.${officialApplicants[at]}`, String(one)]),
  ),
)
const tr = (cells: (string | number)[]) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`
const table = (columns: number[]) =>
  `<table>${tr(['项目', ...columns.map((at) => applicantNames[at] ?? '')])}${ROWS.map(([label, , row]) =>
    tr([label, ...columns.map((at) => row[at] ?? '')]),
  ).join('')}</table>`
const read = (...tables: string[]) =>
  recognise(
    readHtml(
      `<h1>山阳县林业局2023年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p>${tables.join('<p>（续表）</p>')}<p>四、政府信息公开行政复议、行政诉讼情况</p>`,
      '',
    ),
    edition2021,
  )

test.each([
  [
    [0, 1, 2, 3],
    [4, 5, 6],
  ],
  [
    [4, 5, 6],
    [0, 1, 2, 3],
  ],
  [
    [0, 1],
    [2, 3, 4],
    [5, 6],
  ],
  [
    [6, 0, 5],
    [2, 1, 4, 3],
  ],
])('a table printed in parts that name each column once between them is one: %j %j %j', (...parts) => {
  const { figures } = read(...parts.flatMap((part) => (part ? [table(part)] : [])))
  expect(new Map(figures.map(({ address, text, doubt }) => [address, doubt ?? text]))).toEqual(expected)
})

test('parts that lack a column, or have one twice, are no whole table: that is told, and nothing certain is wrong', () => {
  for (const parts of [
    [
      [0, 1, 2],
      [4, 5, 6],
    ],
    [
      [0, 1, 2, 3],
      [3, 4, 5, 6],
    ],
  ]) {
    const { figures, unplaced } = read(...parts.map(table))
    for (const { address, text, doubt } of figures)
      if (!doubt) expect([address, text]).toEqual([address, expected.get(address)])
    expect(figures.some(({ doubt }) => doubt) || unplaced.length > 0).toBe(true)
  }
})
