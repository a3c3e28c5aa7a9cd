import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralReport } from '../checks/rules/neutralReport'
import { mergeReports } from '../drafts/threeWay'
import { currentEdition as edition } from '../format/editions'
import { fileText } from '../report/file'
import { occurrencesOf, replacing } from '../report/find'
import { applyChanges, type Report, textAt, withTexts } from '../report/report'
import { readFileText } from '../report/schema'
import { linkAt, linksOf, numberOf, staleLinks, tiedLinks, withLinks, withTied } from './links'

const TEXT = 'overview.onRequest'
const CELL = 'tables.requests.received.naturalPerson'
const TOTAL = 'tables.requests.received.total'
const SAID = '全年新收申请25件，其中网上提交9件。'

/** A report whose text says the 25 of its table, linked. */
function linked(prose = SAID): Report {
  const report = neutralReport(edition, { [CELL]: '25', [TEXT]: prose })
  const start = prose.indexOf('25')
  const link = linkAt({ text: TEXT, cell: TOTAL, prose }, start, start + 2)
  return { ...report, notes: withLinks(report.notes, [], link ? [link] : []) }
}
const having = (report: Report, texts: Record<string, string>): Report => ({
  ...report,
  entries: withTexts(report.entries, Object.entries(texts)),
})
const lines = ({ entries, notes }: Report) =>
  staleLinks(edition, entries, notes, TEXT).map(({ link, start, end, now, cellChanged }) => [
    textAt(entries, TEXT).slice(start, end),
    now,
    link.cell,
    cellChanged ? 'table' : 'text',
  ])

test('which side was changed is told: the table, the sentence, or none', () => {
  expect(lines(linked())).toEqual([])
  expect(lines(having(linked(), { [CELL]: '31' }))).toEqual([['25', '31', TOTAL, 'table']])
  expect(lines(having(linked(), { [TEXT]: SAID.replace('25', '26') }))).toEqual([['26', '25', TOTAL, 'text']])
  expect(lines(having(linked(), { [TEXT]: SAID.replace('25', '31'), [CELL]: '31' }))).toEqual([])
})

test('a link is lost where its words are gone, or stand there twice, and found again once they stand there alone', () => {
  const changed = having(linked(), { [CELL]: '31' })
  const as = (prose: string) => lines(having(changed, { [TEXT]: prose }))
  for (const prose of [
    '',
    '另写一段，收到25件。',
    `${SAID}\n${SAID}`,
    '全年新收申请廿五件，其中网上提交9件。',
  ])
    expect(as(prose), prose).toEqual([])
  for (const prose of [SAID, `前面25件。\n${SAID}后面25件。`, SAID.replace('9件', '12件')])
    expect(as(prose), prose).toEqual([['25', '31', TOTAL, 'table']])
})

test('wherever the sentence is moved to and whatever is written about it, its own number is found', () => {
  const words = fc.stringMatching(/^[甲乙丙丁，。0-9]{0,12}$/)
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 99_999 }), (before, after, number) => {
      const [link] = linksOf(linked().notes)
      const sentence = SAID.replace('25', String(number))
      const text = `${before}\n${sentence}${after}`
      const found = link && numberOf(link, text)
      expect(found).toMatchObject({ text: String(number), start: text.indexOf(sentence) + 6 })
    }),
  )
})

test('查找替换 of the number in all texts is a change of the sentence, of words elsewhere none', () => {
  const replaced = (wanted: string, by: string) => {
    const report = linked(`${SAID}其他工作正常。`)
    const changes = replacing(report.entries, occurrencesOf(edition, report.entries, wanted), by)
    return { ...report, entries: applyChanges(report.entries, changes) }
  }
  const inText = replaced('25件', '26件')
  expect(lines(inText)).toEqual([['26', '25', TOTAL, 'text']])
  // In the cell, too: the two agree again.
  expect(lines(replaced('25', '26'))).toEqual([])
  expect(lines(having(replaced('正常', '如常'), { [CELL]: '31' }))).toEqual([['25', '31', TOTAL, 'table']])
})

test('a text that comes back from a JSON file follows its table there', () => {
  const read = readFileText(fileText(linked(), edition, 'draft'))
  if (!('report' in read)) throw new Error('unread')
  expect(lines(having(read.report, { [CELL]: '31' }))).toEqual([['25', '31', TOTAL, 'table']])
})

test('texts that were linked in two tabs come together with their links', () => {
  const base = neutralReport(edition, { [CELL]: '25', [TEXT]: '', other: '' })
  const tab = (text: string) => {
    const entries = withTexts(base.entries, [[text, SAID]])
    const link = linkAt({ text, cell: TOTAL, prose: SAID }, 6, 8)
    return { ...base, entries, notes: withLinks(base.notes, [], link ? [link] : []) }
  }
  const [mine, theirs] = [tab(TEXT), tab('other')]
  const { changes, notes, conflict } = mergeReports(base, mine, theirs)
  expect(conflict).toBe(false)
  const merged = { ...mine, entries: applyChanges(mine.entries, changes), notes }
  expect(linksOf(notes).map(({ text }) => text)).toEqual([TEXT, 'other'])
  const changed = having(merged, { [CELL]: '31' })
  for (const text of [TEXT, 'other'])
    expect(staleLinks(edition, changed.entries, changed.notes, text)).toHaveLength(1)
})

test('a link whose phrase is gone makes room for a new one, and of two for one phrase the later counts', () => {
  const report = linked()
  const [own] = linksOf(report.notes)
  const dead = Array.from({ length: 100 }, (_, at) => ({
    text: TEXT,
    cell: TOTAL,
    phrase: `第${String.fromCharCode(0x4e00 + at)}句25`,
    value: 25,
  }))
  const full = withLinks(report.notes, [], dead)
  const start = SAID.indexOf('25')
  const marks = [
    { address: TEXT, start, end: start + 2, state: 'agrees', tied: [{ cell: TOTAL, start, end: start + 2 }] },
  ]
  const tied = tiedLinks(edition, report.entries, TEXT, marks as never)
  const after = withTied(edition, report.entries, full, tied)
  expect(linksOf(after)).toHaveLength(100)
  expect(linksOf(after)).toContainEqual(own)
  const twice = { links: [own, { ...own, cell: CELL }] as never }
  expect(linksOf(twice).map(({ cell }) => cell)).toEqual([CELL])
})

test.each([
  ['去年收到申请31件。', false],
  ['去年，我局收到申请31件。', false],
  ['上年度全区共收到申请31件。', false],
  ['其他各单位共收到申请31件。', false],
  ['去年全局32个科室共收到申请31件。', false],
  ['各街道12个窗口收到申请31件。', false],
  ['去年收到20件、今年收到申请31件。', true],
  ['依申请公开：上一年收到申请31件。', false],
  ['我局收到申请31件。', true],
  ['上年结转5件，收到申请31件。', true],
  ['与去年相比，本年收到申请31件。', true],
  ['公开12件，比上年增加3件，收到申请31件。', true],
])('a link follows in no sentence of another year or of other offices: %s', (text, follows) => {
  expect(numberOf({ phrase: '收到申请25件。' }, text)?.text).toBe(follows ? '31' : undefined)
})

test.each([
  ['2022年收到申请31件。', false],
  ['其中，2022年，全局收到申请31件。', false],
  ['2022年全局32个科室共收到申请31件。', false],
  ['2022年1月至12月收到申请31件。', false],
  ['2024年全局32个科室共收到申请31件。', true],
  ['2022年20件、2024年收到申请31件。', true],
  ['2024年收到申请31件。', true],
  ['与2022年相比，收到申请31件。', true],
  ['2022年结转5件，收到申请31件。', true],
])('in a report of 2024 a link follows in no clause of another year in digits: %s', (text, follows) => {
  for (const phrase of ['收到申请25件。', '年收到申请25件。'])
    if (text.includes(phrase.replace('25', '31')))
      expect(numberOf({ phrase }, text, 2024)?.text).toBe(follows ? '31' : undefined)
})

test('the year is the report’s own', () => {
  const said = '2022年收到申请25件。'
  const links = [{ text: TEXT, cell: TOTAL, phrase: '年收到申请25件。', value: 25 }]
  const of = (year: number) => {
    const report = neutralReport(edition, { [CELL]: '31', [TEXT]: said }, year)
    return staleLinks(edition, report.entries, { ...report.notes, links }, TEXT).map(({ now }) => now)
  }
  expect([of(2022), of(2024)]).toEqual([['31'], []])
})
