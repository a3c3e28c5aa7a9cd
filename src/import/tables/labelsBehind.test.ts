import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds, type Part } from '../../testing/fileKinds'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { recognise } from '../recognise'

const [TWO, THREE, FOUR] = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]
const read = (kind: string, ...parts: Part[]) => {
  const source = fileKinds[kind]?.(['枫桥县水务局2024年政府信息公开工作年度报告', ...parts])
  const { figures } = recognise(source ?? { name: '', blocks: [] }, edition2021)
  return {
    figures: Object.fromEntries(
      figures.map(({ address, text }) => [address.split('.').slice(2).join('.'), text]),
    ),
    doubts: figures.filter(({ doubt }) => doubt).length,
  }
}

const rows: [path: string, label: string, figures: string[]][] = [
  ['received', '一、本年新收政府信息公开申请数量', ['35', '12', '1', '0', '3', '2', '53']],
  ['carriedOver', '二、上年结转政府信息公开申请数量', ['2', '0', '0', '0', '1', '0', '3']],
  ['outcome.granted', '（一）予以公开', ['17', '8', '1', '0', '2', '0', '28']],
  ['carriedForward', '四、结转下年度继续办理', ['20', '4', '0', '0', '2', '2', '28']],
]
const expected = Object.fromEntries(
  rows.flatMap(([path, , figures]) => figures.map((text, at) => [`${path}.${officialApplicants[at]}`, text])),
)

const behind = rows.map(([, label, figures]) => [...figures, label])
const numbers = (at: number) => String(at + 1)
const lastColumns = {
  page: [[...applicantNames, '处理情形'], ...behind],
  workbook: [[...applicantNames, '事项', '行次'], ...behind.map((row, at) => [...row, numbers(at)])],
  csv: [['序号', ...applicantNames, '处理情形'], ...behind.map((row, at) => [numbers(at), ...row])],
  spaces: [[...applicantNames, '项目'], ...behind],
}
test.each(Object.entries(lastColumns))('the labels stand behind their figures: %s', (kind, table) => {
  expect(read(kind, THREE, table)).toEqual({ figures: expected, doubts: 0 })
})

test('a stub stands with the label behind the figures of a line of text', () => {
  const denied = ['5', '0', '0', '0', '0', '1', '6', '（三）不予公开1.属于国家秘密']
  const { figures, doubts } = read('spaces', THREE, [[...applicantNames, '项目'], ...behind, denied])
  expect(figures['outcome.denied.stateSecret.naturalPerson']).toBe('5')
  expect(figures['carriedForward.naturalPerson']).toBe('20')
  expect(doubts).toBe(0)
})

test('the column of labels stands among the figures, also behind a first one that numbers no rows', () => {
  for (const at of [1, 3]) {
    const among = (texts: readonly string[], label: string) => [
      ...texts.slice(0, at),
      label,
      ...texts.slice(at),
    ]
    const table = [among(applicantNames, '项目'), ...rows.map(([, label, figures]) => among(figures, label))]
    expect(read('csv', THREE, table)).toEqual({ figures: expected, doubts: 0 })
  }
})

const applicants = [['', ...applicantNames]]
const below = rows.flatMap(([, label, figures]) => [
  ['', ...figures],
  [label, '', '', '', '', '', '', ''],
])
test.each(['page', 'tabs', 'one cell a line'])('the labels stand on the line below: %s', (kind) => {
  expect(read(kind, THREE, [...applicants, ...below])).toEqual({ figures: expected, doubts: 0 })
})

test('the labels stand on the line below in a file without headings', () => {
  expect(read('csv', [...applicants, ...below])).toEqual({ figures: expected, doubts: 0 })
})

test('a blank row has its label below it as the others have', () => {
  const blank = [Array(8).fill(''), ['（二）部分公开', ...Array(7).fill('')]]
  expect(read('tabs', THREE, [...applicants, ...below.slice(0, 6), ...blank, ...below.slice(6)])).toEqual({
    figures: expected,
    doubts: 0,
  })
})

test('figures above the second label are those of the first one, which is lost', () => {
  const [first = [], ...others] = rows.map(([, label, figures]) => [label, ...figures])
  const { figures, doubts } = read('one cell a line', THREE, [applicantNames, first.slice(1), ...others])
  expect(figures).toEqual(expected)
  expect(doubts).toBeGreaterThan(6)
})

test('the labels of table two stand last', () => {
  const table = [
    ['现行有效件数', '本年制发件数', '本年废止件数', '信息内容'],
    ['21', '4', '1', '规章'],
    ['', '', '本年处理决定数量', '信息内容'],
    ['', '', '1406', '行政许可'],
    ['', '', '388', '行政处罚'],
  ]
  expect(read('workbook', TWO, table)).toEqual({
    figures: {
      'regulations.inForce': '21',
      'regulations.issued': '4',
      'regulations.repealed': '1',
      'administrativeLicenses.decisions': '1406',
      'administrativePenalties.decisions': '388',
    },
    doubts: 0,
  })
})

test('single figures above their labels are in doubt, and so are lines that may go either way', () => {
  const above = [['1406'], ['行政许可'], ['388'], ['行政处罚']]
  expect(read('one cell a line', TWO, above)).toEqual({
    figures: { 'administrativeLicenses.decisions': '1406', 'administrativePenalties.decisions': '388' },
    doubts: 2,
  })
  expect(read('one cell a line', TWO, [...above, ['61']]).doubts).toBe(2)
})

test('numbers of the columns above the first label change nothing', () => {
  const table = [
    ...applicants,
    ['', '1', '2', '3', '4', '5', '6', '7'],
    ...rows.flatMap(([, label, figures]) => [[label], ['', ...figures]]),
  ]
  expect(read('one cell a line', THREE, table).figures).toEqual(expected)
})

test('a head at the foot of its table names the columns', () => {
  const reversed = (texts: readonly string[]) => [...texts].reverse()
  const table = [
    ...rows.map(([, label, figures]) => [label, ...reversed(figures)]),
    ['项目', ...reversed(applicantNames)],
  ]
  expect(read('page', THREE, table)).toEqual({ figures: expected, doubts: 0 })
  expect(read('csv', table)).toEqual({ figures: expected, doubts: 0 })
})

test('the name of each kind of case stands below its table', () => {
  const of = (...figures: string[]) => [['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'], figures]
  const { figures } = read(
    'page',
    FOUR,
    of('3', '1', '0', '2', '6'),
    '（行政复议）',
    of('0', '2', '1', '1', '4'),
    '（未经复议直接起诉）',
    of('5', '0', '0', '0', '5'),
    '（复议后起诉）',
  )
  expect(figures['administrativeReview.pending']).toBe('2')
  expect(figures['litigationDirect.corrected']).toBe('2')
  expect(figures['litigationAfterReview.upheld']).toBe('5')
})
