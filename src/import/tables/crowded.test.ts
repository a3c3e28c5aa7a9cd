import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pageOf } from '../../testing/drawnTables'
import { applicantNames } from '../../testing/officialForm'
import { readPlain } from '../files/plain'
import { recognise } from '../recognise'

const CASES = '四、政府信息公开行政复议、行政诉讼情况'
const T3 = 'tables.requests.'
const T4 = 'tables.reviewAndLitigation.'
const table = (rows: (string | number)[][], heading = '') =>
  pageOf([heading, rows.map((row) => row.map((text) => ({ text: String(text) })))])
const found = (source: Parameters<typeof recognise>[0], under: string) =>
  (recognise(source, edition2021)?.figures ?? []).filter(({ address }) => address.startsWith(under))

test('a row of 表四 with two figures in one cell and none in another is in doubt: as many as columns they are all the same', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const figures = ['暂缺', 3, 1, 2, 6, 7, 8, 9, 1, 25, 4, 5, 6, 1, '16 18']
  const head = [
    ['行政复议', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
    [...results, ...results, ...results],
  ]
  for (const rows of [[...head, figures], [figures]]) {
    const text = rows.map((row) => row.join('\t')).join('\n')
    for (const source of [table(rows, CASES), readPlain(`${CASES}\n${text}`, '年报.txt')])
      expect(found(source, T4).filter(({ doubt }) => !doubt)).toEqual([])
  }
})

test('fifteen figures of 表四 without a head are in doubt where the order of the form does not add up', () => {
  const totalFirst = [43, 31, 4, 6, 2, 29, 12, 7, 1, 9, 27, 5, 3, 8, 11]
  const source = (row: number[]) => readPlain(`${CASES}\n${row.join('\t')}`, '年报.txt')
  expect(found(source(totalFirst), T4).filter(({ doubt }) => !doubt)).toEqual([])
  const inOrder = [31, 4, 6, 2, 43, 12, 7, 1, 9, 29, 5, 3, 8, 11, 27]
  expect(found(source(inOrder), T4).map(({ text }) => Number(text))).toEqual(inOrder)
})

test('a row that leaves out another column than the other rows do, because its figures happen to add up, is in doubt', () => {
  const head = ['项目', ...applicantNames, '']
  const rows = [
    head,
    ['一、本年新收政府信息公开申请数量', 30, 0, 20, 10, 0, 0, 66, 60],
    ['二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1, 5],
  ]
  expect(found(table(rows), `${T3}received.`).filter(({ doubt }) => !doubt)).toEqual([])
})

test('a full stop or brackets at a figure leave the other figures of its row in place', () => {
  const heading = '三、收到和处理政府信息公开申请情况'
  const head = ['项目', ...applicantNames]
  for (const [at, odd] of [
    [0, '151。'],
    [0, '151；'],
    [0, '（151）'],
    [6, '（181）'],
  ] as const) {
    const figures = ['151', '0', '20', '10', '0', '0', '181']
    const row = ['一、本年新收政府信息公开申请数量', ...figures.map((text, n) => (n === at ? odd : text))]
    const text = (divider: string) =>
      readPlain([heading, head.join(divider), row.join(divider)].join('\n'), '年报.txt')
    for (const source of [table([head, row], heading), text('\t'), text('   '), text(' ')]) {
      const { figures: read, unplaced } = recognise(source, edition2021)
      const own = read.filter(({ address }) => address.startsWith(`${T3}received.`))
      const certain = own.filter(({ doubt }) => !doubt).map(({ text }) => text)
      expect([odd, certain]).toEqual([odd, figures.filter((_, n) => n !== at)])
      const isShown = own.some(({ doubt }) => doubt) || unplaced.some(({ text }) => text.includes(odd))
      expect([odd, isShown]).toEqual([odd, true])
    }
  }
})
