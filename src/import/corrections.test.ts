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

const MONEY = ['注：行政事业性收费金额单位为元。', '说明：本表收费金额以“元”为单位填列。', '收费金额按元计']
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
