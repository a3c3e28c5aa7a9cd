import { describe, expect, test } from 'vitest'
import { cellsOf } from '../format/cells'
import { currentEdition, editions } from '../format/editions'
import { blankReport } from '../report/report'
import { filledReport } from '../testing/filledReport'
import { documentOf, figuresOf, paragraphsOf } from './document'
import { type DocumentTable, tableRows } from './table'

const documentWith = (changes: Record<string, string>) =>
  documentOf(filledReport(changes), currentEdition, { draft: false, code: '' })
const figureOf = (changes: Record<string, string>, address: string) =>
  figuresOf(documentWith(changes)).find((figure) => figure.address === `tables.${address}`)?.text
const tablesOf = (document = documentWith({})): DocumentTable[] =>
  document.parts.filter((part) => part.kind === 'table')

describe.each(editions)('the document of edition $key', (edition) => {
  const document = documentOf(blankReport(edition), edition, { draft: true, code: '' })
  test('holds every figure of the form once, in printed order', () => {
    expect(figuresOf(document).map(({ address }) => address)).toEqual(
      cellsOf(edition).map(({ address }) => address),
    )
  })
  test('covers every square of its tables exactly once', () => {
    for (const table of tablesOf(document)) expectCovered(table)
  })
})

function expectCovered(table: DocumentTable) {
  const squares = table.rows.map(() => Array.from({ length: table.columns }, () => 0))
  for (const [index, { cells }] of table.rows.entries())
    for (const { start, colSpan, rowSpan } of cells)
      for (let row = index; row < index + rowSpan; row++)
        for (let column = start; column < start + colSpan; column++) {
          const line = squares[row]
          if (line) line[column] = (line[column] ?? 0) + 1
        }
  expect(squares.flat().filter((covered) => covered !== 1)).toEqual([])
}

test('any part of a table is a whole table again', () => {
  const requests = tablesOf()[1] as DocumentTable
  for (const [from, to] of [
    [0, 9],
    [9, 20],
    [20, requests.rows.length],
  ] as const)
    expectCovered(tableRows(requests, from, to))
  const [, second] = [tableRows(requests, 0, 9), tableRows(requests, 9, 20)]
  expect(second.rows.slice(0, 3).every((row) => row.head)).toBe(true)
  expect(second.rows[3]?.cells.map((cell) => cell.text).slice(0, 2)).toEqual([
    '三、本年度办理结果',
    '（三）不予公开',
  ])
})

test('the title names organ and year, or leaves room for them', () => {
  expect(documentWith({}).titleLines).toEqual(['示例区人民政府', '2021年政府信息公开工作年度报告'])
  expect(
    documentOf(blankReport(currentEdition), currentEdition, { draft: true, code: '' }).titleLines,
  ).toEqual(['＿＿＿＿', '＿＿＿＿年政府信息公开工作年度报告'])
})

test('figures print as entered after reading', () => {
  const fee = 'proactiveDisclosure.administrativeFees.amount'
  const printed = (text: string) => figureOf({ [`tables.${fee}`]: text }, fee)
  expect(printed('882')).toBe('882')
  expect(printed('８８２.0000')).toBe('882.0000')
  expect(printed('1,230')).toBe('1230')
  expect(printed('/')).toBe('/')
  expect(printed('882元')).toBe('882元')
})

test('a total prints —, and nothing where none of its parts is filled in', () => {
  const total = 'reviewAndLitigation.litigationDirect.total'
  const parts = ['upheld', 'corrected', 'otherResult', 'pending'].map(
    (part) => `tables.reviewAndLitigation.litigationDirect.${part}`,
  )
  expect(figureOf({ [parts[0] as string]: '' }, total)).toBe('—')
  expect(figureOf(Object.fromEntries(parts.map((part) => [part, ''])), total)).toBe('')
})

test('every line of a text is a paragraph of its own', () => {
  expect(paragraphsOf('　　一段。\r\n\n  二段。 \n')).toEqual(['一段。', '二段。'])
  const parts = documentWith({}).parts
  const last = parts.slice(parts.findIndex((part) => part.kind === 'heading' && part.text.startsWith('五、')))
  expect(last.flatMap((part) => (part.kind === 'paragraph' ? [part.subheading] : []))).toEqual([
    true,
    false,
    true,
    false,
    false,
  ])
})

test('what no file can hold is left out, and nothing typed is taken for a pattern', () => {
  const { titleLines, parts } = documentWith({ 'organ.name': '$&{year}局', other: '一\u0000\ud800。\v二。' })
  expect(titleLines[0]).toBe('$&{year}局')
  expect(parts.slice(-2).map((part) => part.kind === 'paragraph' && part.text)).toEqual(['一。', '二。'])
})

const textsIn = (changes: Record<string, string>) =>
  documentWith(changes).parts.flatMap((part) => (part.kind === 'table' ? [] : [`${part.kind} ${part.text}`]))

test('the introduction stands before the first heading, or under it', () => {
  const introduction = { 'overview.introduction': '引言。' }
  expect(textsIn(introduction).slice(0, 2)).toEqual(['paragraph 引言。', 'heading 一、总体情况'])
  const within = { ...introduction, 'overview.introductionPlace': 'within' }
  expect(textsIn({ ...within, 'overview.preface': '编制说明。' }).slice(0, 3)).toEqual([
    'paragraph 编制说明。',
    'heading 一、总体情况',
    'paragraph 引言。',
  ])
  expect(textsIn(within).slice(0, 3)).toEqual([
    'heading 一、总体情况',
    'paragraph 引言。',
    'heading （一）主动公开情况',
  ])
})

test('a section that is written as a whole has no headings without text', () => {
  const blank = Object.fromEntries(
    ['proactive', 'onRequest', 'management', 'platform', 'oversight'].map((part) => [`overview.${part}`, '']),
  )
  const introduction = { 'overview.introduction': '（一）压实责任。', 'overview.introductionPlace': 'within' }
  const headings = (changes: Record<string, string>) =>
    textsIn(changes).filter((text) => text.startsWith('heading （')).length
  expect(headings({ ...blank, ...introduction })).toBe(0)
  expect(headings({ ...blank, ...introduction, 'overview.oversight': '培训两次。' })).toBe(5)
  expect(headings(blank)).toBe(5)
})

test('the 落款 is the end of the report, before what a copy carries beside it', () => {
  const report = filledReport({
    other: '没有其他事项。',
    'signOff.phrase': '特此报告。',
    'signOff.organ': '示例区人民政府',
    'signOff.date': '2022-01-20',
  })
  const closing = [{ kind: 'note', text: '内容码' } as const]
  const { parts } = documentOf(report, currentEdition, { draft: false, code: '', closing })
  expect(parts.slice(-5)).toEqual([
    { kind: 'paragraph', text: '没有其他事项。', subheading: false },
    { kind: 'paragraph', text: '特此报告。', subheading: false },
    { kind: 'signOff', text: '示例区人民政府', first: true },
    { kind: 'signOff', text: '2022年1月20日', first: false },
    ...closing,
  ])
  expect(textsIn({ 'signOff.date': '一月二十日' }).at(-1)).toBe('signOff 一月二十日')
})

test('a long title is broken behind names of places and organs, into lines alike in length', () => {
  const lines = (name: string) =>
    documentOf(filledReport({ 'organ.name': name }), currentEdition, { draft: false, code: '' }).titleLines
  expect(lines('示例区人民政府')).toEqual(['示例区人民政府', '2021年政府信息公开工作年度报告'])
  expect(lines('示例市高新技术产业开发区管理委员会市场监督管理局').slice(0, -1)).toEqual([
    '示例市高新技术产业开发区',
    '管理委员会市场监督管理局',
  ])
  // A name without names in it is broken between its words, and not before the last of them.
  expect(lines('示例市推进职能转变和放管服改革协调推进工作领导小组').slice(0, -1)).toEqual([
    '示例市推进职能转变和放管',
    '服改革协调推进工作领导小组',
  ])
  for (const line of lines('某省某市某自治县某工业园区与综合保税区管理委员会行政审批和政务服务管理局'))
    expect(line.length).toBeLessThanOrEqual(20)
})

test('a 落款 longer than a line is broken behind names too, and one that fits is left alone', () => {
  const signed = (name: string) => textsIn({ 'signOff.organ': name }).at(-1)
  expect(signed('示例市高新技术产业开发区管理委员会市场监督管理局')).not.toContain('\n')
  const lines = signed('某省某市某自治县某工业园区与综合保税区管理委员会行政审批和政务服务管理局')
    ?.slice(8)
    .split('\n')
  expect(lines).toEqual(['某省某市某自治县某工业园区与综合保税区', '管理委员会行政审批和政务服务管理局'])
  const full = '某某省某某市某某自治县某某工业园区与综合保税区管理委员会'
  expect(full).toHaveLength(28)
  expect(signed(full)).toBe('signOff 某某省某某市某某自治县\n某某工业园区与综合保税区管理委员会')
})

test('the tables as 附表 stand behind the 落款, each told of where it would stand', () => {
  const report = filledReport({ 'signOff.organ': '示例区人民政府' })
  const { parts } = documentOf(report, currentEdition, { draft: false, code: '', tablesLast: true })
  const kinds = parts.map((part) => (part.kind === 'table' ? 'table' : part.text))
  expect(kinds.slice(kinds.indexOf('示例区人民政府'))).toEqual([
    '示例区人民政府',
    '附表',
    '附表1 主动公开政府信息情况',
    'table',
    '附表2 收到和处理政府信息公开申请情况',
    'table',
    '附表3 政府信息公开行政复议、行政诉讼情况',
    'table',
  ])
  const second = kinds.indexOf('二、主动公开政府信息情况')
  expect(kinds[second + 1]).toBe('详见附表1。')
})
