import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pageOf } from '../../testing/drawnTables'
import { readCsv } from '../files/csv'
import { readText } from '../files/read'
import { recognise } from '../recognise'

const headings = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]
const found = (read: ReturnType<typeof readText>) => {
  if ('problem' in read) throw new Error(read.problem)
  const { figures, unplaced } = recognise(read.source, edition2021)
  return {
    figures: figures
      .map(({ address, text, doubt }) => `${address.replace('tables.', '')} ${text}${doubt ? '?' : ''}`)
      .sort(),
    unplaced,
  }
}
const text = (lines: string[]) =>
  found(readText({ text: ['江岸县2023年政府信息公开工作年度报告', ...lines].join('\n') }, ''))

/** Figures of each table with the words that tell their places. */
const EXPECTED = [
  'proactiveDisclosure.regulations.issued 3',
  'proactiveDisclosure.regulations.repealed 0',
  'proactiveDisclosure.administrativeLicenses.decisions 1207',
  'requests.received.naturalPerson 16',
  'requests.received.total 16',
  'requests.outcome.other.other.naturalPerson 4',
  'requests.outcome.other.other.otherOrganization 1',
  'requests.outcome.other.other.total 5',
  'reviewAndLitigation.administrativeReview.upheld 7',
  'reviewAndLitigation.litigationAfterReview.pending 2',
].sort()

test.each<[string, string[]]>([
  [
    'a row a line',
    [
      headings[0] ?? '',
      '规章：本年制发件数 3，本年废止件数 0，现行有效件数 ',
      '行政许可：本年处理决定数量 1,207件',
      headings[1] ?? '',
      '一、本年新收政府信息公开申请数量：自然人 16，总计 16',
      '（六）其他处理',
      '3.其他：自然人 4；其他 1；总计 5',
      headings[2] ?? '',
      '行政复议：结果维持 7',
      '行政诉讼——复议后起诉：尚未审结 2。',
    ],
  ],
  [
    'a figure a line below its row',
    [
      headings[0] ?? '',
      '- 规章',
      '  - 本年制发件数：**3**',
      '  - 本年废止件数：0',
      '- 行政许可（本年处理决定数量）：1207',
      headings[1] ?? '',
      '一、本年新收政府信息公开申请数量',
      '  自然人：16',
      '  总计：16',
      '（六）其他处理',
      '3.其他',
      '  自然人：4',
      '  其他：1',
      '  总计：5',
      headings[2] ?? '',
      '行政复议',
      '  结果维持：7',
      '复议后起诉',
      '  尚未审结：2',
    ],
  ],
  [
    'a path before each figure',
    [
      headings[0] ?? '',
      '规章—本年制发件数\t件\t3',
      '规章—本年废止件数\t件\t0',
      '行政许可—本年处理决定数量\t件\t1207',
      headings[1] ?? '',
      '一、本年新收政府信息公开申请数量/自然人\t件\t16',
      '一、本年新收政府信息公开申请数量/总计\t件\t16',
      '（六）其他处理/3.其他/自然人\t件\t4',
      '（六）其他处理/3.其他/其他\t件\t1',
      '（六）其他处理/3.其他/总计\t件\t5',
      headings[2] ?? '',
      '行政复议-结果维持\t件\t7',
      '复议后起诉-尚未审结\t件\t2',
    ],
  ],
])('figures that are told row and column in words are placed: %s', (_, lines) => {
  expect(text(lines).figures).toEqual(EXPECTED)
})

test('a list of a figure a row, of all tables and without headings, is placed whole', () => {
  const rows = [
    ['序号', '报表', '项目', '栏目', '值'],
    ['1', '表二', '规章', '本年制发件数', '3'],
    ['2', '表二', '规章', '本年废止件数', '0'],
    ['3', '表二', '行政许可', '本年处理决定数量', '1207'],
    ['4', '表三', '一、本年新收政府信息公开申请数量', '自然人', '16'],
    ['5', '表三', '一、本年新收政府信息公开申请数量', '总计', '16'],
    ['6', '表三', '（六）其他处理/3.其他', '自然人', '4'],
    ['7', '表三', '（六）其他处理/3.其他', '其他', '1'],
    ['8', '表三', '（六）其他处理/3.其他', '总计', '5'],
    ['9', '表四', '行政复议', '结果维持', '7'],
    ['10', '表四', '复议后起诉', '尚未审结', '2'],
  ]
  expect(found(readCsv(rows.map((row) => row.join(',')).join('\n'), 'a.csv')).figures).toEqual(EXPECTED)
  const page = pageOf([rows.map((row) => row.map((cell) => ({ text: cell })))])
  expect(found({ source: page }).figures).toEqual(EXPECTED)
})

test('a column of a list may tell in each row the section of the form', () => {
  const rows = [
    ['编号', '所属部分', '内容', '对象', '计量单位', '填报数'],
    ['1', '主动公开情况', '规章', '本年制发件数', '件', '3'],
    ['2', '主动公开情况', '规章', '本年废止件数', '件', '0'],
    ['3', '主动公开情况', '行政许可', '本年处理决定数量', '件', '1207'],
    ['4', '收到和处理信息公开申请情况', '一、本年新收政府信息公开申请数量', '自然人', '件', '16'],
    ['5', '收到和处理信息公开申请情况', '一、本年新收政府信息公开申请数量', '总计', '件', '16'],
    ['6', '收到和处理信息公开申请情况', '三、本年度办理结果（六）其他处理3.其他', '自然人', '件', '4'],
    [
      '7',
      '收到和处理信息公开申请情况',
      '三、本年度办理结果（六）其他处理3.其他',
      '法人或其他组织：其他',
      '件',
      '1',
    ],
    ['8', '收到和处理信息公开申请情况', '三、本年度办理结果（六）其他处理3.其他', '总计', '件', '5'],
    ['9', '因政府信息公开被复议、诉讼情况', '行政复议', '结果维持', '件', '7'],
    ['10', '因政府信息公开被复议、诉讼情况', '行政诉讼（复议后起诉）', '尚未审结', '件', '2'],
  ]
  expect(found(readCsv(rows.map((row) => row.join(',')).join('\n'), 'a.csv')).figures).toEqual(EXPECTED)
})

test('a figure that comes twice is in doubt, and words that name something else place nothing', () => {
  const { figures, unplaced } = text([
    headings[0] ?? '',
    '规章：本年制发件数 3，本年废止件数 0',
    '规章：本年制发件数 5',
    '电子证照：本年制发件数 61，本年废止件数 62',
    '行政规范性文件：本年制发件数 8，上年制发件数 9',
  ])
  expect(figures).toEqual([
    'proactiveDisclosure.regulations.issued 3?',
    'proactiveDisclosure.regulations.repealed 0?',
  ])
  for (const digits of ['5', '61', '62', '8', '9'])
    expect(unplaced.map((each) => each.text).join()).toContain(digits)
})

test('a figure below which another stands alone is in doubt, and the other is listed', () => {
  const { figures, unplaced } = text([
    headings[2] ?? '',
    '行政复议：结果维持 7，结果纠正 5',
    '3',
    '复议后起诉：尚未审结 2',
  ])
  expect(figures).toEqual([
    'reviewAndLitigation.administrativeReview.corrected 5?',
    'reviewAndLitigation.administrativeReview.upheld 7',
    'reviewAndLitigation.litigationAfterReview.pending 2',
  ])
  expect(unplaced.map((each) => each.text)).toContain('3')
})

test('a sentence of the text stays there, whatever figures it tells', () => {
  const sentence = '行政复议：结果维持 3，结果纠正 1。'
  const source = readText(
    {
      text: [
        '江岸县2023年政府信息公开工作年度报告',
        '一、总体情况',
        sentence,
        '六、其他需要报告的事项',
        '无。',
      ].join('\n'),
    },
    '',
  )
  if ('problem' in source) throw new Error(source.problem)
  const { figures, texts } = recognise(source.source, edition2021)
  expect(figures).toEqual([])
  expect(texts.map((each) => each.text).join()).toContain(sentence)
})
