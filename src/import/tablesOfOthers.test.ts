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

const strange = [
  '已停止使用',
  '操作演练录入',
  '（截至9月30日）',
  '全县卫生系统合计',
  '“十三五”时期总数',
  '往年情况',
  '热线工单受理情况',
  '核减以前的数',
  '以下数字取自测试系统，正式数字另发。',
  '本表已废止。',
]
test.each(['page', 'spaces'].flatMap((kind) => strange.map((caption) => [kind, caption] as const)))(
  'a table is in doubt below a caption with words of no form: %s, %s',
  (kind, caption) => {
    expect([...doubtful(kind, THREE, caption, requests)]).toEqual(['requests'])
  },
)
test.each(['page', 'csv'])(
  'a first row over the whole table is a caption, as brackets in its head are: %s',
  (kind) => {
    const [head = [], ...rows] = requests
    const over = ['培训用数', ...head.slice(1).map(() => '')]
    expect([...doubtful(kind, THREE, [over, head, ...rows])]).toEqual(['requests'])
    const lastYear = head.map((name, at) => (at === 1 ? `${name}（上年度）` : name))
    expect([...doubtful(kind, THREE, [lastYear, ...rows])]).toEqual(['requests'])
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
    '填报单位：办公室　填报日期：2024年1月9日',
    '（统计期限：2023年1月1日至12月31日）',
    '附表3　本局政府信息公开申请办理情况统计表（续）',
    '具体情况如下表所示',
    '本年度未发生的情形填0',
    '2023年，我局在门户网站设立专栏，群众来信均按时办结。',
    '下表为我局2023年收到的政府信息公开申请情况。',
  ]
  for (const caption of own) expect([caption, ...doubtful(kind, THREE, caption, requests)]).toEqual([caption])
  expect([...doubtful(kind, THREE, requests, '上一篇：2022年政府信息公开工作年度报告')]).toEqual([])
})

test.each(all)('a sentence that speaks of the report is no title of another: %s', (kind) => {
  const sentence =
    '根据有关规定，现公布山阳县林业局2023年政府信息公开工作年度报告。如有疑问，请与本机关联系（地址：林业路5号）。'
  expect([...doubtful(kind, sentence, THREE, requests)]).toEqual([])
})
