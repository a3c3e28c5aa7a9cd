import { strFromU8, unzipSync } from 'fflate'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { receivedOf } from '../../aggregate/received'
import { rosterOf } from '../../aggregate/roster'
import { overviewOf } from '../../aggregate/task'
import { currentEdition as edition } from '../../format/editions'
import { fileText } from '../../report/file'
import { filledReport } from '../../testing/filledReport'
import { listPageArchive, listPageOf, listPageText } from './listPage'
import type { SumSource } from './sumFacts'

const AWKWARD = '<b>办</b>&"#100%?'
const { units } = rosterOf([
  ['名称', '上级'],
  ['临江市', ''],
  ['北城区', '临江市'],
  ['财政局', '北城区'],
  ['南城区', '临江市'],
  ['财政局', '南城区'],
  [AWKWARD, '南城区'],
  ['市财政局', '临江市'],
])
const reportOf = (organ: string, more: Record<string, string> = {}) =>
  filledReport({ 'organ.name': organ, year: '2024', ...more })
const sent = [
  { report: reportOf('临江市', { publishedAt: '2025-01-31' }), file: '市.docx' },
  { report: reportOf('财政局', { 'organ.address': '南城区一号' }), file: '财政.json' },
  { report: reportOf(AWKWARD), file: '办.json' },
]
const { standings } = overviewOf({
  year: 2024,
  units,
  reports: sent.map(({ report, file }) => receivedOf(report, edition, file)),
  decisions: [],
})
const files = new Map(
  sent.map(({ report, file }) => [
    receivedOf(report, edition, file).code,
    new TextEncoder().encode(file.endsWith('json') ? fileText(report, edition, 'final') : 'a Word file'),
  ]),
)
const source: SumSource = {
  task: { name: '临江市', year: 2024 },
  range: { kind: 'all' },
  standings,
  names: new Map(units.map(({ id, name }) => [id, name])),
  today: '2025-02-01',
  annexes: [],
  files,
}
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'doctype-style': 'off' },
})
const linksOf = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => decodeURIComponent(href))

test('the list page is valid, says nothing that is markup, and names who has not reported only when it is told to', async () => {
  for (const listsLacking of [false, true]) {
    const html = listPageText({ ...source, listsLacking })
    const { results } = await validator.validateString(html)
    expect(results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message}`))).toEqual(
      [],
    )
    expect(html).not.toMatch(/<script|<b>|<link|<img|url\(|@import|https?:/)
    expect(html.includes('未报单位')).toBe(listsLacking)
    expect(html.includes('市财政局')).toBe(listsLacking)
  }
})

test('reports stand by the tree: a node with its own first, and no heading over nothing', () => {
  const html = listPageText(source)
  const words = [...html.matchAll(/<(?:h\d|th scope="row")[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(words).toEqual([
    '临江市2024年政府信息公开工作年度报告',
    '临江市',
    '临江市',
    '南城区',
    '财政局',
    '&lt;b&gt;办&lt;/b&gt;&amp;&quot;#100%?',
  ])
  expect(html).toContain('<td>2025-01-31</td>')
})

test('the page says the year once, also where the task is called after it', () => {
  const called = (name: string) => listPageOf({ ...source, task: { ...source.task, name } }).title
  expect(called('临江市 2024 年度汇总')).toBe('临江市2024年政府信息公开工作年度报告')
  expect(called('2024年度汇总')).toBe('2024年度汇总2024年政府信息公开工作年度报告')
  expect(called('临江市汇总')).toBe('临江市汇总2024年政府信息公开工作年度报告')
})

test('every link of the archive leads to a report in it: ours as a web page, others as they came', () => {
  const archive = unzipSync(listPageArchive(source, () => undefined))
  const links = linksOf(strFromU8(archive['列表页.html'] ?? new Uint8Array()))
  expect(links).toEqual([
    '年报/1_临江市_2024年政府信息公开工作年度报告.docx',
    '年报/2_财政局_2024年政府信息公开工作年度报告.html',
    '年报/3__b_办__b_&_#100%__2024年政府信息公开工作年度报告.html',
  ])
  expect(Object.keys(archive).sort()).toEqual(['列表页.html', ...links].sort())
  const [word = '', page = ''] = links
  expect(strFromU8(archive[word] ?? new Uint8Array())).toBe('a Word file')
  expect(strFromU8(archive[page] ?? new Uint8Array())).toMatch(/^<!DOCTYPE html>[\s\S]*财政局/)
})
