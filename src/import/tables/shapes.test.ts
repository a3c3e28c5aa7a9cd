import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { type DrawnCell, type DrawnPart, pageOf } from '../../testing/drawnTables'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { readPlain } from '../files/plain'
import { tablesAside } from '../files/sideBySide'
import { blocksOfRows } from '../files/xlsx'
import { recognise } from '../recognise'
import type { SourceDocument } from '../source'

const title = '松岭市统计局2023年政府信息公开工作年度报告'
const proactive = '二、主动公开政府信息情况'
const requests = '三、收到和处理政府信息公开申请情况'
const cases = '四、政府信息公开行政复议、行政诉讼情况'

const drawn = (rows: (string | DrawnCell)[][]): DrawnCell[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)))
const read = (source: SourceDocument) => {
  const { figures, unplaced } = recognise(source, edition2021)
  const found = figures.map(({ address, text, doubt }): [string, string] => [
    address.replace('tables.', ''),
    doubt ? `${text}?` : text,
  ])
  return { figures: new Map(found), listed: unplaced.map(({ text }) => text) }
}
const page = (...parts: DrawnPart[]) => read(pageOf([title, ...parts]))

/** Rows of table three: the words of the label, the row, its figures. */
type Row = [label: string, path: string, figures: string[]]
const ROWS: Row[] = [
  ['一、本年新收政府信息公开申请数量', 'received', ['31', '4', '0', '0', '2', '1', '38']],
  ['（一）予以公开', 'outcome.granted', ['12', '0', '0', '0', '2', '0', '14']],
  ['1.属于国家秘密', 'outcome.denied.stateSecret', ['1', '0', '0', '0', '0', '0', '1']],
  ['5.属于三类内部事务信息', 'outcome.denied.internalAffairs', ['3', '1', '0', '0', '0', '0', '4']],
]
const expectedOf = (rows: Row[], without: string[] = []) =>
  new Map(
    rows.flatMap(([, path, figures]) =>
      figures.flatMap((text, at): [string, string][] =>
        without.includes(officialApplicants[at] ?? '')
          ? []
          : [[`requests.${path}.${officialApplicants[at]}`, text]],
      ),
    ),
  )
const labelled = (rows: Row[]) => rows.map(([label, , figures]) => [label, ...figures])

test('cells that each hold the lines of several rows are those rows', () => {
  const stacked = (rows: string[][]) =>
    (rows[0] ?? []).map((_, at) => rows.map((row) => row[at]).join('<br>'))
  const [first, second, ...items] = labelled(ROWS)
  const { figures } = page(
    requests,
    drawn([
      ['', '项目', ...applicantNames],
      ['', ...stacked([first ?? [], second ?? []])],
      ['（三）不予公开', ...stacked(items)],
    ]),
    cases,
  )
  expect(figures).toEqual(expectedOf(ROWS))
})

test('cells whose lines do not agree in number are listed, not taken', () => {
  const { figures, listed } = page(
    requests,
    drawn([
      ['项目', ...applicantNames],
      [
        '一、本年新收政府信息公开申请数量<br>（一）予以公开',
        '31<br>12',
        '4',
        '0<br>0',
        '0<br>0',
        '2<br>2',
        '1<br>0',
        '38<br>14',
      ],
    ]),
    cases,
  )
  expect([...figures.values()].filter((text) => !text.endsWith('?'))).toEqual([])
  expect(listed.join()).toContain('31')
})

test.each<[string, (row: Row) => string]>([
  ['behind 其中', ([label]) => (/^\d/.test(label) ? `其中：${label}` : label)],
  ['abridged', ([label]) => label.replace('属于国家', '国家').replace('属于三类', '')],
  [
    'with the path before them',
    ([label]) => (/^\d/.test(label) ? `三、本年度办理结果—（三）不予公开—${label}` : label),
  ],
])('labels %s are those of the form', (_, written) => {
  const rows = ROWS.map((row) => [written(row), ...row[2]])
  expect(page(requests, drawn([['项目', ...applicantNames], ...rows]), cases).figures).toEqual(
    expectedOf(ROWS),
  )
})

test('natural persons and organizations in tables of their own, without totals, make whole rows', () => {
  const part = (from: number, to: number) =>
    drawn([
      ['项目', ...applicantNames.slice(from, to)],
      ...ROWS.map(([label, , figures]) => [label, ...figures.slice(from, to)]),
    ])
  const { figures } = page(requests, '（一）自然人', part(0, 1), '（二）法人或其他组织', part(1, 6), cases)
  expect(figures).toEqual(expectedOf(ROWS, ['total']))
})

test.each([
  ['2022年', '2023年', 1],
  ['2023年', '2022年', 0],
])('under a name over two years the figures of the report are taken: %s, %s', (one, other, own) => {
  const rows = ROWS.map(([label, , figures]) => [
    label,
    ...figures.flatMap((text) => (own ? ['7', text] : [text, '7'])),
  ])
  const head: DrawnCell[] = [
    { text: '项目', rows: 2 },
    ...applicantNames.map((text) => ({ text, columns: 2 })),
  ]
  const years = applicantNames.flatMap(() => [one, other].map((text) => ({ text })))
  expect(page(requests, [head, years, ...drawn(rows)], cases).figures).toEqual(expectedOf(ROWS))
})

test('tables side by side on a sheet are read one by one', () => {
  const left = [
    [proactive, '', '', ''],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '1', '6'],
    ['行政规范性文件', '5', '2', '41'],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政许可', '708', '', ''],
  ]
  const right = [[requests, ...applicantNames.map(() => '')], ['项目', ...applicantNames], ...labelled(ROWS)]
  const rows = left.map((row, at) => [...row, '', ...(right[at] ?? [])].map((text) => ({ text })))
  const blocks = tablesAside(rows).flatMap((each) => blocksOfRows(each))
  const { figures } = read({ name: '', blocks: [{ kind: 'paragraph', text: title }, ...blocks] })
  expect(figures).toEqual(
    new Map([
      ...Object.entries({
        'regulations.issued': '0',
        'regulations.repealed': '1',
        'regulations.inForce': '6',
        'normativeDocuments.issued': '5',
        'normativeDocuments.repealed': '2',
        'normativeDocuments.inForce': '41',
        'administrativeLicenses.decisions': '708',
      }).map(([path, text]): [string, string] => [`proactiveDisclosure.${path}`, text]),
      ...expectedOf(ROWS),
    ]),
  )
})

const tablesOn = (rows: string[][]) =>
  tablesAside(rows.map((row) => row.map((text) => ({ text })))).map((part) =>
    part
      .map((row) =>
        row
          .map(({ text }) => text)
          .join(' ')
          .trim(),
      )
      .filter(Boolean),
  )
test('tables side by side in each stretch of a sheet, of other widths below a blank row', () => {
  const pair = (label: string, ...figures: string[]) => [label, ...figures, '', label, ...figures]
  const [one, two] = [
    ['许可', '处罚', '强制'].map((label) => pair(`行政${label}`, '4')),
    ['复议', '诉讼', '起诉'].map((label) => pair(label, '1', '2')),
  ]
  expect(tablesOn([...one, ['', '', '', '', '', '', ''], ...two])).toEqual([
    ['行政许可 4', '行政处罚 4', '行政强制 4'],
    ['行政许可 4', '行政处罚 4', '行政强制 4'],
    ['复议 1 2', '诉讼 1 2', '起诉 1 2'],
    ['复议 1 2', '诉讼 1 2', '起诉 1 2'],
  ])
})

test('a table of a single row beside another one', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const rows = [
    ['行政许可', '4', '', ...results],
    ['行政处罚', '9', '', '1', '0', '2', '0', '3'],
    ['行政强制', '0', '', '', '', '', '', ''],
  ]
  expect(tablesOn(rows)).toEqual([
    ['行政许可 4', '行政处罚 9', '行政强制 0'],
    [results.join(' '), '1 0 2 0 3'],
  ])
})

test('a column that a blank divides from its labels is no table of its own', () => {
  const rows = [
    ['项目', '', ...applicantNames],
    ...labelled(ROWS).map(([label = '', ...own]) => [label, '', ...own]),
  ]
  expect(tablesAside(rows.map((row) => row.map((text) => ({ text }))))).toHaveLength(1)
})

test('the last name of a head and the first figure of a row may both be blank', () => {
  const caption = '第二十条第（一）项'
  const { figures } = page(
    proactive,
    drawn([
      [caption, caption, caption, caption],
      ['', '本年制发件数', '本年废止件数', ''],
      ['规章', '', '2', '9'],
      ['行政规范性文件', '', '', '4'],
    ]),
    requests,
  )
  expect([...figures].map(([address, text]) => `${address.split('.').slice(1).join('.')} ${text}`)).toEqual([
    'regulations.repealed 2',
    'regulations.inForce 9',
    'normativeDocuments.inForce 4',
  ])
})

const KINDS = ['行政复议', '未经复议直接起诉', '复议后起诉']
const paths = ['administrativeReview', 'litigationDirect', 'litigationAfterReview']

test('table four by result, in short names and with blanks', () => {
  const { figures } = page(
    cases,
    drawn([
      ['结果', ...KINDS],
      ['维持', '8', '', '3'],
      ['纠正', '', '2', ''],
      ['其他', '1', '', '5'],
      ['未审结', '', '4', ''],
      ['合计', '9', '6', '8'],
    ]),
    '五、存在的主要问题及改进情况',
  )
  const of = (result: string, texts: string[]) =>
    texts.flatMap((text, at): [string, string][] =>
      text ? [[`reviewAndLitigation.${paths[at]}.${result}`, text]] : [],
    )
  expect(figures).toEqual(
    new Map([
      ...of('upheld', ['8', '', '3']),
      ...of('corrected', ['', '2', '']),
      ...of('otherResult', ['1', '', '5']),
      ...of('pending', ['', '4', '']),
      ...of('total', ['9', '6', '8']),
    ]),
  )
})

test('a cell of table four with two figures or with words is listed, and the others keep their places', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const { figures, listed } = page(
    cases,
    drawn([
      ['', ...results],
      ['行政复议', '8', '1 2', '1', '0', '12'],
      ['未经复议直接起诉', '0', '2', '待核', '4', '6'],
      ['复议后起诉', '3', '0', '5', '0', '8'],
    ]),
    '五、存在的主要问题及改进情况',
  )
  expect(figures.size).toBe(13)
  expect(figures.get('reviewAndLitigation.litigationDirect.pending')).toBe('4')
  expect(listed.join()).toMatch(/结果纠正：1 2.*其他结果：待核/)
})

test('headings with their signs in Markdown name the kinds of case below them', () => {
  const table = (own: string[]) => [
    '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
    '|---|---|---|---|---|',
    `| ${own.join(' | ')} |`,
  ]
  const lines = KINDS.flatMap((kind, at) => [
    `### ${kind}`,
    '',
    ...table(['', '', '2', `${at}`, `${at + 2}`]),
    '',
  ])
  const { figures } = read(readPlain([title, `## ${cases}`, '', ...lines].join('\n'), 'a.md'))
  expect(paths.map((path) => figures.get(`reviewAndLitigation.${path}.pending`))).toEqual(['0', '1', '2'])
})
