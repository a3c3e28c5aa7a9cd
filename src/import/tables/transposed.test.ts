import { expect, test } from 'vitest'
import { addressOf } from '../../format/cells'
import { edition2021 } from '../../format/edition2021/edition'
import { randomOf } from '../../testing/published/random'
import { publishedReport, tablesOf2021 } from '../../testing/published/report'
import { readHtml } from '../files/html'
import { readPlain } from '../files/plain'
import { recognise } from '../recognise'
import { columnsOf, rowsOf } from './occurrences'

const report = publishedReport(randomOf(17))
const table = tablesOf2021[1] as (typeof tablesOf2021)[number]
const rows = table.blocks.flatMap((block) => rowsOf(block).map((row) => ({ row, columns: columnsOf(block) })))
const figure = (at: number, column: number) => {
  const { row, columns } = rows[at] as (typeof rows)[number]
  return report.figures.get(addressOf(table, row, columns[column] as (typeof columns)[number])) ?? ''
}
/** 表三 with its rows side by side, each with its full label, and its columns below one another. */
const turned = [
  ['申请人', ...rows.map(({ row }) => row.label)],
  ...(rows[0]?.columns ?? []).map(({ label }, column) => [label, ...rows.map((_, at) => figure(at, column))]),
]
const heading = ['山阳县林业局2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况']
const ending = ['四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况']
const html = (lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('')

test.each([
  ['tabs', () => readPlain([...heading, ...turned.map((row) => row.join('\t')), ...ending].join('\n'), '')],
  [
    'page',
    () =>
      readHtml(
        `${html(heading)}<table>${turned.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>${html(['注：含上年转来', ...ending])}`,
        '',
      ),
  ],
])('表三 with the applicants below one another is read whole: %s', (medium, source) => {
  const { figures, unplaced } = recognise(source(), edition2021)
  const expected = [...report.figures].filter(([address]) => address.startsWith('tables.requests.'))
  expect(new Map(figures.map(({ address, text, doubt }) => [address, doubt ?? text]))).toEqual(
    new Map(expected),
  )
  expect(unplaced.map(({ text }) => text)).toEqual(medium === 'page' ? ['注：含上年转来'] : [])
})
