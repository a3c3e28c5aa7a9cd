import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { anyText } from '../testing/arbitraries'
import { filledReport } from '../testing/filledReport'
import { canonicalContent, contentCode, printedCode } from './contentCode'
import { type FileTree, toFile } from './file'
import { blankReport } from './report'
import { readFileText } from './schema'
import { sha256 } from './sha256'

const nodeHash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('SHA-256 is the standard one for every text', () => {
  fc.assert(
    fc.property(anyText(150), (text) => sha256(text) === nodeHash(text)),
    { numRuns: 30 },
  )
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120])
    expect(sha256('年'.repeat(length))).toBe(nodeHash('年'.repeat(length)))
})

test('canonical content has sorted keys, NFC and nothing of status and dates', () => {
  const file = {
    year: 2021,
    status: 'final',
    publishedAt: '2022-01-01',
    b: 'e\u0301',
    a: { d: null, c: [1, '/'] },
  }
  expect(canonicalContent(file)).toBe('{"a":{"c":[1,"/"],"d":null},"b":"é","year":2021}')
  expect(canonicalContent({ exceptions: [{ rule: 'r', at: '2022', reason: '因' }] })).toBe(
    '{"exceptions":[{"reason":"因","rule":"r"}]}',
  )
})

test('status, date of publication and typed form of a figure do not change the code, a figure does', () => {
  const code = (changes: Record<string, string>) => contentCode(filledReport(changes), currentEdition)
  expect(code({ publishedAt: '2022-02-01' })).toBe(code({}))
  expect(code({ 'tables.requests.received.naturalPerson': '２２' })).toBe(code({}))
  expect(code({ 'tables.requests.received.naturalPerson': '23' })).not.toBe(code({}))
})

test('the code of a report read back from its file is the same', () => {
  const report = filledReport()
  const read = readFileText(JSON.stringify(toFile(report, currentEdition, 'final')))
  expect('report' in read && contentCode(read.report, currentEdition)).toBe(
    contentCode(report, currentEdition),
  )
})

test.each([
  [
    'a blank form',
    blankReport(currentEdition),
    'ccf0257c064159c65791318bed8e52cb6ce4a9292a6e336919e0ee972ab5ff5d',
  ],
  ['a filled one', filledReport(), 'b25a04aec291ff4c7fd8b9130355857100fbe7963c7038de05ad1a97dfc2d384'],
])('codes that are printed already stay true: %s', (_, report, code) => {
  const file = toFile(report, currentEdition, 'draft')
  const overview = { ...(file.overview as FileTree), introductionPlace: 'before' }
  for (const written of [file, { ...file, overview, signOff: null }]) {
    const read = readFileText(JSON.stringify(written))
    expect('report' in read && contentCode(read.report, currentEdition)).toBe(code)
  }
})

test.each([
  ['0.1.0', '126a6722f902acbc84ed2e929146188081ec2869cb88b29b47726023f4dc62b2'],
  ['1.0.0', 'a588be4f3e881a1c1d200f7771b2523fd13d62a3685299b9a4203bba8d5edb92'],
])('a file that version %s wrote, with every key of its time, keeps its code', (version, code) => {
  const text = readFileSync(new URL(`./fixtures/report-${version}.json`, import.meta.url), 'utf8')
  const file = JSON.parse(text)
  const later = { signOff: null, correction: null, page: null, links: [], pending: [] }
  const overview = { introductionPlace: 'before', ...file.overview }
  for (const each of [text, JSON.stringify({ ...later, ...file, overview })]) {
    const read = readFileText(each)
    if (!('report' in read)) throw new Error(JSON.stringify(read))
    expect(contentCode(read.report, currentEdition)).toBe(code)
    // Written again it is the same file.
    expect(toFile(read.report, currentEdition, 'draft')).toEqual(file)
  }
})

test('why a report was corrected and what a site asks for are content once they say something', () => {
  const changes: Record<string, string>[] = [
    {},
    { 'correction.reason': '漏计一件。' },
    { 'correction.reason': '漏计一件。', 'correction.date': '2022-03-01' },
    { 'page.index': '000-2022-1' },
  ]
  const codes = changes.map((change) => contentCode(filledReport(change), currentEdition))
  expect(new Set(codes).size).toBe(codes.length)
})

test('the place of the introduction and the 落款 are content', () => {
  const changes: Record<string, string>[] = [
    {},
    { 'overview.introductionPlace': 'within' },
    { 'signOff.organ': '某局' },
    { 'signOff.organ': '某局', 'signOff.date': '2022-01-20' },
  ]
  const codes = changes.map((change) => contentCode(filledReport(change), currentEdition))
  expect(new Set(codes).size).toBe(codes.length)
})

test('the printed code is the beginning of the hash in base32', () => {
  expect(printedCode(nodeHash(''))).toBe('4OYM-IQUY-7QOB-JGX3')
})

test('what a clerk has still to look at, and which cells the prose follows, does not change the code; both come back from the file', () => {
  const report = filledReport({})
  const notes = {
    ...report.notes,
    pending: [{ text: 'other', carried: '收到25件。', figures: [[2, 4] as [number, number]] }],
    links: [{ text: 'other', cell: 'tables.requests.received.total', phrase: '收到25件', value: 25 }],
  }
  const noted = { ...report, notes }
  expect(contentCode(noted, currentEdition)).toBe(contentCode(report, currentEdition))
  const read = readFileText(JSON.stringify(toFile(noted, currentEdition, 'draft')))
  expect('report' in read && [read.report.notes.pending, read.report.notes.links]).toEqual([
    notes.pending,
    notes.links,
  ])
  const plain = toFile(report, currentEdition, 'draft')
  expect(['pending', 'links'].filter((key) => key in plain)).toEqual([])
})

test.each(['__proto__', '', '12a', '上一版', 'abc'])(
  'what is no content code (%j) is printed as it stands',
  (code) => {
    expect(printedCode(code)).toBe(code)
  },
)
