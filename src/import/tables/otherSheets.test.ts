import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { applicantNames } from '../../testing/officialForm'
import { rowLabels, thisYear, yearBefore } from '../../testing/twoYears'
import { readXlsx } from '../files/xlsx'
import { recognise } from '../recognise'

type Row = (string | number)[]
interface Sheet {
  name: string
  rows: Row[]
}
const table = (rows: number[][]): Row[] => [
  ['项目', ...applicantNames],
  ...rows.map((row, at): Row => [rowLabels[at] ?? '', ...row]),
]
const sheet = (name: string, rows: number[][], ...above: string[]): Sheet => ({
  name,
  rows: [...above.map((text): Row => [text]), ...table(rows)],
})
function workbook(sheets: Sheet[], file = 'a.xlsx') {
  const cells = (row: Row) =>
    row
      .map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="str"><v>${cell}</v></c>`))
      .join('')
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets
      .map(({ name }, at) => `<sheet name="${name}" r:id="r${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<R>${sheets
      .map((_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}</R>`,
  }
  for (const [at, { rows }] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData></worksheet>`
  const read = readXlsx(
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))),
    file,
  )
  if ('problem' in read) throw new Error(read.problem)
  const { figures, unplaced } = recognise(read.source, edition2021)
  return {
    figures: figures.map(({ text, doubt }) => `${text}${doubt ? '?' : ''}`),
    listed: unplaced.map(({ text }) => text).join('\n'),
  }
}
const own = thisYear.flat().map(String)
const title = (year: number) => `山阳县林业局${year}年政府信息公开工作年度报告`
const heading = '三、收到和处理政府信息公开申请情况'

test.each<[string, Sheet[]]>([
  ['by the names of the sheets', [sheet('2022年', yearBefore, heading), sheet('2023年', thisYear, heading)]],
  ['by 上年 in a name', [sheet('上年', yearBefore), sheet('表三', thisYear)]],
  [
    'by the captions in the first rows',
    [sheet('a', yearBefore, '2022年度情况'), sheet('b', thisYear, '2023年度情况')],
  ],
  [
    'by the titles of the reports',
    [sheet('a', yearBefore, title(2022), heading), sheet('b', thisYear, title(2023), heading)],
  ],
  [
    'by the name of one and the title of the other',
    [sheet('2022', yearBefore), sheet('表三', thisYear, title(2023))],
  ],
])('last year on an earlier sheet is left out and listed: %s', (_, sheets) => {
  for (const order of [sheets, [...sheets].reverse()]) {
    const { figures, listed } = workbook(order)
    expect(figures).toEqual(own)
    expect(listed).toContain('62 9 1 0 0 4 76')
  }
})

test('the year in the name of the file goes before the newest of the sheets', () => {
  const { figures, listed } = workbook(
    [sheet('2023年', thisYear), sheet('2022年', yearBefore)],
    '山阳县林业局2022年政府信息公开工作年度报告.xlsx',
  )
  expect(figures).toEqual(yearBefore.flat().map(String))
  expect(listed).toContain('41 7 0 2 1 3 54')
})

test('a sheet of another year is read where nothing else has its rows', () => {
  const { figures } = workbook([
    sheet('2022年表三', thisYear),
    { name: '2023年说明', rows: [['本年情况见附件']] },
  ])
  expect(figures).toHaveLength(own.length)
})
