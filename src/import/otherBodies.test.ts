import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { fileKinds, type Part } from '../testing/fileKinds'
import { applicantNames } from '../testing/officialForm'
import { rowLabels, thisYear, yearBefore } from '../testing/twoYears'
import { recognise } from './recognise'

const [OWN, PAST] = [
  [
    [3, 1, 17],
    [28, 9, 71],
  ],
  [
    [4, 2, 15],
    [33, 6, 52],
  ],
]
const body = (disclosure: number[][], requests: number[][]): Part[] => [
  '二、主动公开政府信息情况',
  [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ...disclosure.map((row, at) => [['规章', '行政规范性文件'][at] ?? '', ...row.map(String)]),
  ],
  '三、收到和处理政府信息公开申请情况',
  [['项目', ...applicantNames], ...requests.map((row, at) => [rowLabels[at] ?? '', ...row.map(String)])],
]
const [own, past] = [body(OWN, thisYear), body(PAST, yearBefore)]
const read = (kind: string, parts: Part[]) =>
  recognise(
    fileKinds[kind]?.([
      '山阳县林业局2023年政府信息公开工作年度报告',
      '一、总体情况',
      '2023年，本局按规定公开信息。',
      ...parts,
      '五、存在的主要问题及改进情况',
      '公开不够及时。',
    ]) ?? { name: '', blocks: [] },
    edition2021,
  )
const orders = {
  'below each': [...past, '（以上为2022年数据）', ...own, '（以上为2023年数据）'],
  'above each': ['2022年数据', ...past, '2023年数据', ...own],
  void: ['更正前：', ...past, '更正后：', ...own],
}
test.each(
  Object.keys(fileKinds).flatMap((kind) =>
    (Object.keys(orders) as (keyof typeof orders)[]).map((order) => [kind, order] as const),
  ),
)('of tables that come twice with their headings words tell which count: %s, %s', (kind, order) => {
  const { figures, unplaced } = read(kind, orders[order])
  expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual([...OWN, ...thisYear].flat().map(String))
  const left = unplaced.filter(({ why }) => /别的年份的表|作废/.test(why))
  expect(left).toHaveLength(1)
  for (const one of [...PAST, ...yearBefore].flat()) expect(left[0]?.text).toContain(String(one))
})

test.each(Object.keys(fileKinds))('where nothing tells, the first are read, in doubt: %s', (kind) => {
  const { figures, unplaced } = read(kind, [...past, ...own])
  expect(figures).toHaveLength(27)
  expect(figures.filter(({ doubt }) => !doubt)).toEqual([])
  const listed = unplaced.map(({ text }) => text).join(' ')
  for (const one of [...OWN, ...thisYear].flat()) expect(listed).toContain(String(one))
  expect(read(kind, [...own, ...own]).figures.filter(({ doubt }) => doubt)).toEqual([])
})
