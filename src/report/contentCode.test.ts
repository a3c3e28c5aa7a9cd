import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { canonicalContent, contentCode, printedCode } from './contentCode'
import { toFile } from './file'
import { readFileText } from './schema'
import { sha256 } from './sha256'

const nodeHash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('SHA-256 is the standard one for every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => sha256(text) === nodeHash(text)),
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

test('the printed code is the beginning of the hash in base32', () => {
  expect(printedCode(nodeHash(''))).toBe('4OYM-IQUY-7QOB-JGX3')
})
