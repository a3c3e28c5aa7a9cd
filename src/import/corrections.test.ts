import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { fileKinds, gridKinds, type Part } from '../testing/fileKinds'
import { applicantNames } from '../testing/officialForm'
import { rowLabels, thisYear } from '../testing/twoYears'
import { recognise } from './recognise'

const read = (kind: string, ...parts: Part[]) =>
  recognise(
    fileKinds[kind]?.(['山阳县林业局2023年政府信息公开工作年度报告', ...parts]) ?? { name: '', blocks: [] },
    edition2021,
  ).figures
const doubtful = (kind: string, ...parts: Part[]) =>
  read(kind, ...parts)
    .filter(({ doubt }) => doubt)
    .map(({ address }) => address.split('.').slice(2).join('.'))
const TWO = '二、主动公开政府信息情况'
const table = (head = '本年收费金额（单位：万元）') => [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '3', '1', '17'],
  ['信息内容', '本年处理决定数量', '', ''],
  ['行政许可', '207', '', ''],
  ['行政处罚', '31', '', ''],
  ['信息内容', head, '', ''],
  ['行政事业性收费', '26.3', '', ''],
]
const requests = [
  ['项目', ...applicantNames],
  ...thisYear.map((row, at) => [rowLabels[at] ?? '', ...row.map(String)]),
]
const THREE = '三、收到和处理政府信息公开申请情况'
const all = Object.keys(fileKinds)

const notes = {
  '注：行政许可应为217件，表中数字有误。': ['administrativeLicenses.decisions'],
  '说明：经复核，行政处罚以32件为准': ['administrativePenalties.decisions'],
  '更正：行政许可与行政处罚两格填反。': [
    'administrativeLicenses.decisions',
    'administrativePenalties.decisions',
  ],
  '备注：规章现行有效件数实为18': ['regulations.inForce'],
  '注：行政处罚含简易程序5件。': [],
}
test.each(all.flatMap((kind) => Object.entries(notes).map((one) => [kind, ...one] as const)))(
  'a note below a table leaves in doubt what it corrects: %s, %s',
  (kind, note, places) => {
    expect(doubtful(kind, TWO, table(), note)).toEqual(places)
  },
)

const corrections = [
  '注：行政许可217系207之误',
  '订正：行政许可→217',
  '行政许可数准确数字为217',
  '行政许可由207改定为217',
  '说明：行政许可中10件重复计入，应予核减',
  '行政许可请按217件理解',
]
test.each(['page', 'spaces'].flatMap((kind) => corrections.map((note) => [kind, note] as const)))(
  'a text with a word of correction that names a row and has another figure leaves the row in doubt: %s, %s',
  (kind, note) => {
    expect(doubtful(kind, TWO, table(), note)).toEqual(['administrativeLicenses.decisions'])
  },
)
test('sentences of the year that name a row and have other figures correct nothing', () => {
  const sentences = [
    '全年实施行政许可新增事项12项',
    '行政处罚较上年增加4件',
    '审核准予行政许可190件',
    '落实应公开尽公开，行政许可公示12期',
  ]
  for (const text of sentences) expect([text, ...doubtful('page', TWO, table(), text)]).toEqual([text])
})

test.each([
  '对现行有效的17部规章、318件规范性文件逐件核对，更正历史排版差错46处。',
  '开展规章、行政规范性文件文本校核，更正格式不一的文本73件。',
  '行政许可公示中有误的12户，已更正。',
  '对现行有效的103件规范性文件逐件核对文本，勘误11处。',
])('what was put right in the work of the year corrects no table: %s', (sentence) => {
  expect(doubtful('page', '一、总体情况', sentence, TWO, table())).toEqual([])
})

test('a label that a narrow column breaks, with its number, corrects nothing', () => {
  const broken = '（六）其他处理    1．申请人无正当理由逾期不补'
  const overdue = ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', ...'2340009'].map(
    String,
  )
  expect(doubtful('page', THREE, [...requests, overdue], broken)).toEqual([])
})

test.each(['page', 'tabs'])('a list of errata leaves the rows that it names in doubt: %s', (kind) => {
  const errata = [
    ['更正事项', '更正前', '更正后'],
    ['行政处罚', '31', '32'],
  ]
  const end = ['六、其他需要报告的事项', '无。', errata]
  expect(doubtful(kind, TWO, table(), ...end)).toEqual(['administrativePenalties.decisions'])
})

test('a note under one table that names rows of another is about those', () => {
  const parts = [TWO, table(), THREE, requests, '说明：行政许可与行政处罚两格印反']
  expect(doubtful('page', ...parts)).toEqual([
    'administrativeLicenses.decisions',
    'administrativePenalties.decisions',
  ])
})

test.each(all)('a note names a row and a column of table three, or none: %s', (kind) => {
  expect(doubtful(kind, THREE, requests, '注：“予以公开”中“商业企业”应为7')).toEqual([
    'outcome.granted.commercialEnterprise',
  ])
  expect(doubtful(kind, THREE, requests, '注：第3行应为12')).toHaveLength(21)
})

test.each(all)('an erratum at the end, and words of the text that speak of a table: %s', (kind) => {
  const end = ['五、存在的主要问题及改进情况', '公开不够及时。', '六、其他需要报告的事项', '无。']
  expect(
    doubtful(kind, TWO, table(), THREE, requests, ...end, '勘误：表二行政许可“207”应改为“217”。'),
  ).toEqual(['administrativeLicenses.decisions'])
  const above = ['一、总体情况', '下表行政处罚系年初数，经核定为32件。']
  expect(doubtful(kind, ...above, TWO, table())).toEqual(['administrativePenalties.decisions'])
  const prose = ['一、总体情况', '行政处罚事项由31项调整为29项，行政许可实为便民之举。']
  expect(doubtful(kind, ...prose, TWO, table())).toEqual([])
})

test.each(gridKinds)('a remark beside a figure leaves it in doubt: %s', (kind) => {
  const remarks = [
    ['信息内容', '本年处理决定数量', '备注'],
    ['行政许可', '207', '有误，应为217'],
    ['行政处罚', '31', ''],
  ]
  expect(doubtful(kind, TWO, remarks)).toEqual(['administrativeLicenses.decisions'])
})

test('a remark with a checked figure beside a row, of a sheet without a heading', () => {
  const rows = table().map((row) => [...row, row[0] === '行政处罚' ? '复核数32' : ''])
  expect(doubtful('workbook', rows)).toEqual(['administrativePenalties.decisions'])
})

const MONEY = [
  '注：上列金额以人民币元计',
  '本表金额单位：元角分',
  '注：行政事业性收费金额单位为元。',
  '说明：本表收费金额以“元”为单位填列。',
  '收费金额按元计',
]
test.each(all.flatMap((kind) => MONEY.map((note) => [kind, note] as const)))(
  'a note below a table in another unit of money leaves the fee in doubt: %s, %s',
  (kind, note) => {
    expect(doubtful(kind, TWO, table('本年收费金额'), note)).toEqual(['administrativeFees.amount'])
  },
)

const HEADS = ['，元', '元', '（人民币：元）', '［元］', '（以元计）', '（RMB，元）']
test.each(gridKinds.flatMap((kind) => HEADS.map((unit) => [kind, unit] as const)))(
  'a head in another unit of money leaves the fee in doubt: %s, %s',
  (kind, unit) => {
    expect(doubtful(kind, TWO, table(`本年收费金额${unit}`))).toEqual(['administrativeFees.amount'])
  },
)
test('money by another name, a unit behind the figure, and a word in another part of the report', () => {
  const fee = ['administrativeFees.amount']
  for (const unit of ['RMB', '（CNY）', '（圆）'])
    expect(doubtful('page', TWO, table(`本年收费金额${unit}`))).toEqual(fee)
  const behind = table('本年收费金额').map((row) =>
    row[1] === '26.3' ? [row[0] ?? '', '26.3', '元', ''] : row,
  )
  expect(doubtful('page', TWO, behind)).toEqual(fee)
  const end = ['六、其他需要报告的事项', '第二部分收费金额单位为元。']
  expect(doubtful('page', TWO, table(), ...end)).toEqual(fee)
  expect(doubtful('page', TWO, table(), end[0] ?? '', '本年度收取信息处理费120元。')).toEqual([])
})

test('heads in the unit of the form leave nothing in doubt', () => {
  for (const unit of ['（单位：万元，保留4位小数）', '（万元）', '', '，万元', '（人民币：万元）'])
    expect([unit, doubtful('page', TWO, table(`本年收费金额${unit}`))]).toEqual([unit, []])
})

test.each(gridKinds)('figures counted by more than one are in doubt: %s', (kind) => {
  const caption = doubtful(kind, TWO, '单位：万件、万元', table())
  expect(caption).toContain('administrativeLicenses.decisions')
  expect(caption).not.toContain('administrativeFees.amount')
  const label = table().map((row) => row.map((cell) => cell.replace('行政许可', '行政许可（千件）')))
  expect(doubtful(kind, TWO, label)).toEqual(['administrativeLicenses.decisions'])
  expect(doubtful(kind, TWO, '单位：件、万元', table())).toEqual([])
})
