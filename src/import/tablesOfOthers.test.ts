import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { fileKinds, type Part } from '../testing/fileKinds'
import { applicantNames } from '../testing/officialForm'
import { rowLabels, thisYear } from '../testing/twoYears'
import { recognise } from './recognise'

const [TWO, THREE] = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况']
const documents = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '3', '1', '17'],
]
const requests = [
  ['项目', ...applicantNames],
  ...thisYear.map((row, at) => [rowLabels[at] ?? '', ...row.map(String)]),
]
const doubtful = (kind: string, ...parts: Part[]) => {
  const { figures } = recognise(
    fileKinds[kind]?.(['山阳县林业局2023年政府信息公开工作年度报告', TWO, documents, ...parts]) ?? {
      name: '',
      blocks: [],
    },
    edition2021,
  )
  expect(figures).toHaveLength(24)
  return new Set(figures.filter(({ doubt }) => doubt).map(({ address }) => address.split('.')[1]))
}
const all = Object.keys(fileKinds)

const captions = [
  '2022年收到和处理政府信息公开申请情况',
  '上年度收到和处理政府信息公开申请情况：',
  '统计期间：2022年1月1日至2022年12月31日',
  '附：山阳县水利局收到和处理政府信息公开申请情况',
  '附1 山阳县林场管理站收到和处理政府信息公开申请情况（下属单位，不计入本局）',
  '各区平均情况（供参考）',
  '表三填报示例',
  '2023年上半年情况',
]
test.each(all.flatMap((kind) => captions.map((caption) => [kind, caption] as const)))(
  'the only table there is in doubt where its caption is of another year or office: %s, %s',
  (kind, caption) => {
    expect([...doubtful(kind, THREE, caption, requests)]).toEqual(['requests'])
  },
)

test.each(all)('a report of another year or office behind the own one: %s', (kind) => {
  for (const title of [
    '附：山阳县林业局2022年政府信息公开工作年度报告',
    '山阳县水利局2023年政府信息公开工作年度报告',
  ])
    expect([title, ...doubtful(kind, title, THREE, requests)]).toEqual([title, 'requests'])
})

test.each(all)('words of the own year and office, and comparisons, leave nothing in doubt: %s', (kind) => {
  const own = [
    '2023年收到和处理政府信息公开申请情况',
    '山阳县林业局收到和处理政府信息公开申请情况',
    '本局2023年的情况与2022年相比有所增加：',
    '单位：件',
  ]
  for (const caption of own) expect([caption, ...doubtful(kind, THREE, caption, requests)]).toEqual([caption])
  expect([...doubtful(kind, THREE, requests, '上一篇：2022年政府信息公开工作年度报告')]).toEqual([])
})

test.each(all)('a sentence that speaks of the report is no title of another: %s', (kind) => {
  const sentence =
    '根据有关规定，现公布山阳县林业局2023年政府信息公开工作年度报告。如有疑问，请与本机关联系（地址：林业路5号）。'
  expect([...doubtful(kind, sentence, THREE, requests)]).toEqual([])
})
