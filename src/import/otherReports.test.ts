import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { readHtml } from './files/html'
import { readPlain } from './files/plain'
import { recognise } from './recognise'
import type { SourceDocument } from './source'

const report = (title: string, permits: number): string[][] => [
  ...[title, '一、总体情况', `本年度主动公开信息${permits}条。`, '二、主动公开政府信息情况'].map((text) => [
    text,
  ]),
  ['行政许可', String(permits)],
  ['行政处罚', '12'],
  ['行政强制', '7'],
  ['三、收到和处理政府信息公开申请情况'],
  ['一、本年新收政府信息公开申请数量', '5', '0', '0', '0', '0', '0', '5'],
  ['四、政府信息公开行政复议、行政诉讼情况'],
  ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'],
  ['五、存在的主要问题及改进情况'],
  ['公开得还不够细。'],
  ['六、其他需要报告的事项'],
  ['无。'],
]
const title = (organ: string, year: number) => `${organ}${year}年政府信息公开工作年度报告`
const media: Record<string, (rows: string[][]) => SourceDocument> = {
  text: (rows) => readPlain(rows.map((row) => row.join('\t')).join('\n'), ''),
  page: (rows) =>
    readHtml(
      rows
        .map((row) => (row.length > 1 ? `<table><tr><td>${row.join('<td>')}</table>` : `<p>${row[0]}</p>`))
        .join(''),
      '',
    ),
}
const readIn = (medium: string, ...reports: string[][][]) => {
  const { figures, texts, unplaced, remarks } = recognise(
    (media[medium] as (typeof media)[string])(reports.flat()),
    edition2021,
  )
  const find = (address: string) => texts.find((each) => each.address === address)
  return {
    permits: figures.find(({ address }) => address.endsWith('administrativeLicenses.decisions'))?.text,
    year: find('year'),
    other: find('other')?.text,
    unplaced: unplaced.map(({ text }) => text),
    remarks: remarks.filter(({ rule }) => rule === 'import.another-report').map(({ message }) => message),
  }
}

test.each(Object.keys(media))(
  '%s: of two reports the first is read, the other is named, and the year is to be confirmed',
  (medium) => {
    const [last, now] = [report(title('示例区水务局', 2022), 31), report(title('示例区水务局', 2023), 38)]
    const read = readIn(medium, last, now)
    expect([read.permits, read.other]).toEqual(['31', '无。'])
    expect([read.year?.text, read.year?.doubt !== undefined]).toEqual(['2022', true])
    expect(read.unplaced).toEqual([title('示例区水务局', 2023)])
    expect(read.remarks.join()).toContain(title('示例区水务局', 2023))
  },
)

test('a third one and one of another organ are named; a section that the first lacks is not taken from them', () => {
  const first = report(title('示例区水务局', 2023), 31).filter(([text]) => !/^[六无]/.test(text ?? ''))
  const read = readIn(
    'text',
    first,
    report(title('示例区教育局', 2023), 38),
    report(title('示例区教育局', 2022), 5),
  )
  expect(read.other).toBeUndefined()
  expect(read.unplaced).toEqual([title('示例区教育局', 2023), title('示例区教育局', 2022)])
})

test('a single report, its headings listed before it or the whole of it there twice, is one report', () => {
  const own = report(title('示例区水务局', 2023), 38)
  const contents = own.filter(([text]) => /^[一二三四五六]、/.test(text ?? ''))
  for (const parts of [[own], [own.slice(0, 1), contents, own.slice(1)], [own, own]]) {
    const read = readIn('text', ...parts)
    expect([read.permits, read.unplaced, read.remarks]).toEqual(['38', [], []])
    expect(read.year?.doubt).toBeUndefined()
  }
})

const tablesOf = (rows: string[][]) => rows.filter((_, at) => at === 0 || (at > 2 && at < rows.length - 4))

test.each(Object.keys(media))(
  '%s: tables of another body, appended under its own title, are another report',
  (medium) => {
    const [mine, other] = [report(title('示例区水务局', 2023), 38), report('', 3)]
    const name = `附件：${title('示例区河道管理所', 2023)}`
    const read = readIn(medium, mine, [[name], ...tablesOf(other).slice(1)])
    expect([read.permits, read.other]).toEqual(['38', '无。'])
    expect(read.unplaced).toEqual([name])
    expect(read.remarks.join()).toContain(name)
  },
)

test.each(Object.keys(media))(
  '%s: the tables of a report may stand behind its prose, under its title',
  (medium) => {
    const whole = report(title('示例区水务局', 2023), 38)
    const prose = whole.flatMap((row) =>
      row.length > 1 ? [] : /^[二三四]、/.test(row[0] ?? '') ? [row, ['详见附表。']] : [row],
    )
    const read = readIn(medium, prose, [[title('示例区水务局', 2023)], ...tablesOf(whole).slice(1)])
    expect([read.permits, read.other?.split('\n')[0], read.remarks]).toEqual(['38', '无。', []])
  },
)

test('numbered parts of section one that are called like sections do not make the rest another report', () => {
  const parts = [
    '1．主动公开情况。本年公开信息38条。',
    '2．依申请公开情况。收到申请5件。',
    '3．政府信息管理情况。专人负责。',
    '6．复议诉讼情况。没有发生。',
  ].map((text) => [text])
  const own = report(title('示例区水务局', 2023), 38)
  const read = readIn('text', [...own.slice(0, 2), ...parts, ...own.slice(3)])
  expect([read.permits, read.other, read.year?.doubt]).toEqual(['38', '无。', undefined])
  expect(read.remarks).toEqual([])
})
