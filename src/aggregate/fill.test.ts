import { expect, test } from 'vitest'
import { enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import { contentCode } from '../report/contentCode'
import { fileText } from '../report/file'
import { applyChanges, blankReport, type Report, textAt, withTexts } from '../report/report'
import { readFileText } from '../report/schema'
import { sourcesOf } from '../report/sources'
import { filledReport } from '../testing/filledReport'
import { filled, fillOf, setWords, sourceNow, sourceOf } from './fill'
import { inRange } from './range'
import { receivedOf } from './received'
import { rosterOfText } from './roster'
import { overviewOf } from './task'

const person = 'tables.requests.received.naturalPerson'
const company = 'tables.requests.received.commercialEnterprise'
const fees = 'tables.proactiveDisclosure.administrativeFees.amount'
const all = { kind: 'all' } as const

function opened(...reports: [organ: string, more: Record<Address, string>][]) {
  const { units } = rosterOfText('教育局\n审计局\n水务局')
  const task = { id: 't1', name: '临江区', year: 2024, units, decisions: [] }
  const overview = overviewOf({
    ...task,
    reports: reports.map(([organ, more]) =>
      receivedOf(filledReport({ 'organ.name': organ, year: '2024', ...more }), edition, `${organ}.json`),
    ),
  })
  return { task, overview }
}
const two = opened(
  ['教育局', { [person]: '7', [fees]: '1.5' }],
  ['审计局', { [person]: '5', [company]: '/' }],
)
const blank = (texts: Record<Address, string> = {}): Report => {
  const report = blankReport(edition)
  return { ...report, entries: withTexts(report.entries, Object.entries(texts)) }
}
const put = (report: Report, open = two) => {
  const standings = inRange(open.overview, all)
  const { blanks } = fillOf(report, edition, standings)
  return filled(report, blanks, sourceOf(open, all), standings)
}

test('回填 fills blanks, asks for each typed figure that differs, and makes up no 0 where no unit has a figure', () => {
  const report = blank({ [person]: '１２', [fees]: '9' })
  const open = opened(
    ['教育局', { [company]: '/', [fees]: '1.5', [person]: '7' }],
    ['审计局', { [company]: '', [person]: '5' }],
  )
  const fill = fillOf(report, edition, inRange(open.overview, all))
  // １２ is the sum of 7 and 5, typed in full width.
  expect(fill.same).toBe(1)
  expect(fill.typed.map(({ address, before }) => [address, before])).toEqual([[fees, '9']])
  expect(fill.unknown).toBe(1)
  expect(fill.blanks.map(({ address }) => address)).not.toContain(company)
  expect(fill.blanks).toHaveLength(enteredCellsOf(edition).length - 3)
})

test('filled figures say how many units they are of, with the code of the set and who is lacking', () => {
  const report = put(blank())
  const [source] = sourcesOf(report)
  expect(source && setWords(source)).toMatch(/^汇总 2 家 · 集合码 [A-Z2-7]{8}，缺 1 家$/)
  expect(source?.cells[person]).toBe('12')
  // 水务局 is lacking everywhere.
  expect(source?.short).toContain(person)
})

test('a figure that is changed by hand loses its mark; the others keep theirs', () => {
  const report = put(blank())
  const edited = { ...report, entries: withTexts(report.entries, [[person, '13']]) }
  const [source] = sourcesOf(edited)
  expect(source?.cells).not.toHaveProperty(person)
  expect(source?.short).not.toContain(person)
  expect(source?.cells).toHaveProperty(fees)
  expect(sourcesOf({ ...report, entries: blank().entries })).toEqual([])
})

test('the marks go with the JSON file, and the content code is that of the figures alone', () => {
  const report = put(blank({ year: '2024', 'organ.name': '临江区人民政府' }))
  const read = readFileText(fileText(report, edition, 'draft'))
  expect('report' in read && sourcesOf(read.report)).toEqual(sourcesOf(report))
  const { sources, ...others } = report.notes
  expect(sources).toHaveLength(1)
  expect(contentCode(report, edition)).toBe(contentCode({ ...report, notes: others }, edition))
  expect(
    readFileText(fileText(report, edition, 'draft').replace('"units": 2', '"units": "2"')),
  ).toHaveProperty('problem')
  for (const damaged of [{}, [null], [{ cells: { [person]: 12 } }]])
    expect(sourcesOf({ ...report, notes: { ...others, sources: damaged as never } })).toEqual([])
})

test('a late report makes the marks say that the 汇总 has changed, and what the figures would be', () => {
  const report = put(blank())
  const [source] = sourcesOf(report)
  if (!source) throw new Error('no source')
  expect(sourceNow(source, edition, two)).toBeUndefined()
  const three = opened(
    ['教育局', { [person]: '7', [fees]: '1.5' }],
    ['审计局', { [person]: '5', [company]: '/' }],
    ['水务局', { [person]: '30' }],
  )
  const now = sourceNow(source, edition, three)
  expect(now && setWords(now.source)).toMatch(/^汇总 3 家 · 集合码 [A-Z2-7]{8}$/)
  expect(now?.changes).toContainEqual({ address: person, before: '12', after: '42' })
  expect(sourceNow({ ...source, kept: now?.source.set }, edition, three)).toBeUndefined()
  // A corrected report of the same unit is another set of as many units.
  const corrected = opened(
    ['教育局', { [person]: '8', [fees]: '1.5' }],
    ['审计局', { [person]: '5', [company]: '/' }],
  )
  expect(sourceNow(source, edition, corrected)?.changes).toContainEqual({
    address: person,
    before: '12',
    after: '13',
  })
})

test('figures put in again from the same 汇总 have one mark, and what came from another one keeps its own', () => {
  const first = put(blank())
  const other = { ...two, task: { ...two.task, id: 't2', name: '各街道' } }
  const standings = inRange(two.overview, all)
  const change = { address: person, before: '12', after: '12' }
  const both = filled(first, [change], sourceOf(other, all), standings)
  const marks = sourcesOf(both)
  expect(marks.map(({ task }) => task)).toEqual(['t1', 't2'])
  expect(Object.keys(marks[1]?.cells ?? {})).toEqual([person])
  expect(marks[0]?.cells).not.toHaveProperty(person)
  const again = put({ ...first, entries: applyChanges(first.entries, [{ ...change, after: '' }]) })
  expect(sourcesOf(again)).toHaveLength(1)
  expect(textAt(again.entries, person)).toBe('12')
  expect(Object.keys(sourcesOf(again)[0]?.cells ?? {})).toHaveLength(
    Object.keys(sourcesOf(first)[0]?.cells ?? {}).length,
  )
})
