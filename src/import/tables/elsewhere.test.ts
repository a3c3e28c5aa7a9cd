import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pageOf } from '../../testing/drawnTables'
import { randomOf } from '../../testing/published/random'
import { type PrintedCell, printedRows, publishedReport, tablesOf2021 } from '../../testing/published/report'
import { readPlain } from '../files/plain'
import { recognise } from '../recognise'

const report = publishedReport(randomOf(31))
const other = publishedReport(randomOf(32))
const headings = edition2021.sections.flatMap(({ table, numeral, heading }) =>
  table ? [`${numeral}、${heading}`] : [],
)
type Part = string | PrintedCell[][]
const tables = tablesOf2021.map((table) => printedRows(table, report.figures))
const others = tablesOf2021.map((table) => printedRows(table, other.figures))
const part = (heading: number, table: number): Part[] => [headings[heading] ?? '', tables[table] ?? []]
const whole = (parts: Part[]): Part[] => [
  '山阳县林业局2023年政府信息公开工作年度报告',
  '一、总体情况',
  '本年公开工作按计划推进。',
  ...parts,
  '五、存在的主要问题及改进情况',
  '人手不足。',
  '六、其他需要报告的事项',
  '无。',
]
const media = {
  page: pageOf,
  tabs: (parts: Part[]) =>
    readPlain(
      parts
        .map((one) =>
          typeof one === 'string' ? one : one.map((row) => row.map(({ text }) => text).join('\t')).join('\n'),
        )
        .join('\n'),
      '',
    ),
}

const reversed = [part(2, 2), part(1, 1), part(0, 0)].flat()
const drawings: [string, Part[]][] = [
  ['sections in reverse order', reversed],
  ['表四 before 表三', [part(0, 0), part(2, 2), part(1, 1)].flat()],
  ['表二 below 表三', [part(1, 1), part(0, 0), part(2, 2)].flat()],
  ['表二 and 表三 under one another’s headings', [part(0, 1), part(1, 0), part(2, 2)].flat()],
  ['all under the wrong headings', [part(0, 1), part(1, 2), part(2, 0)].flat()],
]
test.each(
  drawings.flatMap(([name, parts]) =>
    (Object.keys(media) as (keyof typeof media)[]).map((medium) => [name, medium, parts] as const),
  ),
)('a table is known by its labels, whatever heading it stands under: %s, %s', (_, medium, parts) => {
  const { figures, unplaced, texts } = recognise(media[medium](whole(parts)), edition2021)
  expect(new Map(figures.map(({ address, text, doubt }) => [address, doubt ?? text]))).toEqual(report.figures)
  expect(unplaced).toEqual([])
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['人手不足。', '无。']))
})

test('表四 is found above a table of somebody else that follows it, and that one is listed', () => {
  const parts = whole([part(0, 0), part(1, 1), part(2, 2), ['甲镇', others[1] ?? []]].flat())
  const { figures, unplaced } = recognise(media.page(parts), edition2021)
  expect(new Map(figures.map(({ address, text, doubt }) => [address, doubt ?? text]))).toEqual(report.figures)
  const received = [...other.figures].flatMap(([address, text]) =>
    address.startsWith('tables.requests.received.') ? [text] : [],
  )
  expect(unplaced.map(({ text }) => text).join('\n')).toContain(received.join(' '))
})
