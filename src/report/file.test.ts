import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOf, enteredCellsOf } from '../format/cells'
import { currentEdition, editions } from '../format/editions'
import type { Address, Edition } from '../format/types'
import { filledEntries } from '../testing/arbitraries'
import { madeUpEdition } from '../testing/madeUpEdition'
import { type FileTree, fileText, fromFile, toFile } from './file'
import { addressesOf, blankReport, type Notes, type Report, textAt, valuesOf, withTexts } from './report'

const RECEIVED = 'tables.requests.received.naturalPerson'
const FEE = 'tables.proactiveDisclosure.administrativeFees.amount'
const GRAND = 'tables.requests.outcomeTotal.total'

function reportWith(
  texts: Record<Address, string>,
  notes: Partial<Notes> = {},
  edition: Edition = currentEdition,
): Report {
  const blank = blankReport(edition)
  return {
    ...blank,
    entries: withTexts(blank.entries, Object.entries(texts)),
    notes: { ...blank.notes, ...notes },
  }
}
/** What another program reads from the file. */
const parsed = (report: Report, edition: Edition = currentEdition): FileTree =>
  JSON.parse(fileText(report, edition, 'draft'))
const reopened = (report: Report, edition: Edition = currentEdition): Report =>
  fromFile(parsed(report, edition), edition)

const at = (file: FileTree, address: Address): unknown =>
  address.split('.').reduce<unknown>((node, key) => (node as FileTree)?.[key], file)
/** A part of the file, to be changed. */
const part = (file: FileTree, path: string) => at(file, path) as FileTree
const zeros = Object.fromEntries(enteredCellsOf(currentEdition).map(({ address }) => [address, '0']))

describe.each([...editions, madeUpEdition])('edition $key', (edition) => {
  test('a report written, read and written again is the same file, and equal by value', () => {
    fc.assert(
      fc.property(filledEntries(edition), (entries) => {
        const report = { ...blankReport(edition), entries }
        const back = reopened(report, edition)
        expect(toFile(back, edition, 'draft')).toEqual(toFile(report, edition, 'draft'))
        const [before, after] = [valuesOf(edition, entries), valuesOf(edition, back.entries)]
        for (const { address } of enteredCellsOf(edition)) expect(after(address)).toEqual(before(address))
        for (const address of addressesOf(edition))
          if (!address.startsWith('tables.') && address !== 'year' && address !== 'deadline')
            expect(textAt(back.entries, address)).toBe(textAt(entries, address))
        expect(back.notes.sourceTotals).toEqual({})
        expect(back.notes.unknown).toEqual({})
      }),
      { numRuns: 25 },
    )
  })

  test('a blank report opens again as a blank report', () => {
    expect(reopened(blankReport(edition), edition)).toEqual(blankReport(edition))
  })

  test('every figure is in the file at its address', () => {
    const file = parsed(blankReport(edition), edition)
    for (const { address } of cellsOf(edition)) expect(at(file, address), address).toBeNull()
  })
})

test('the keys stand in the order of the printed form', () => {
  const file = parsed(blankReport(currentEdition))
  expect(Object.keys(file)).toEqual(
    'format schemaVersion edition status year organ scope deadline publishedAt base overview tables problems other sourceTotals exceptions'.split(
      ' ',
    ),
  )
  expect(Object.keys(file.organ as FileTree)).toEqual(
    'code region name kind website address postcode phone fax email'.split(' '),
  )
  expect(Object.keys(file.overview as FileTree)).toEqual(
    'introduction proactive onRequest management platform oversight'.split(' '),
  )
  expect(Object.keys(file.tables as FileTree)).toEqual(
    'proactiveDisclosure requests reviewAndLitigation'.split(' '),
  )
  expect(Object.keys(part(file, 'tables.requests.received'))).toEqual(
    'naturalPerson commercialEnterprise researchInstitution publicWelfareOrganization legalServiceInstitution otherOrganization total'.split(
      ' ',
    ),
  )
})

test.each([
  ['１,２３０', RECEIVED, 1230, '1230'],
  ['', RECEIVED, null, ''],
  [' ', RECEIVED, null, ''],
  ['／', RECEIVED, '/', '/'],
  ['12a', RECEIVED, '12a', '12a'],
  ['-1', RECEIVED, '-1', '-1'],
  ['1.5', RECEIVED, '1.5', '1.5'],
  ['882.', RECEIVED, '882.', '882.'],
  ['123456789012345', RECEIVED, 123456789012345, '123456789012345'],
  ['1234567890123456', RECEIVED, '1234567890123456', '1234567890123456'],
  ['882', FEE, 882, '882'],
  ['882.0000', FEE, 882, '882'],
  ['882.', FEE, 882, '882'],
  ['0.0001', FEE, 0.0001, '0.0001'],
  ['59237.2449', FEE, 59237.2449, '59237.2449'],
  ['0.08824', FEE, 0.08824, '0.08824'],
  ['4166.241619', FEE, 4166.241619, '4166.241619'],
])('%j in %s is written as %j and opens as %j', (text, address, written, opened) => {
  const report = reportWith({ [address]: text })
  expect(at(parsed(report), address)).toBe(written)
  expect(textAt(reopened(report).entries, address)).toBe(opened)
})

test('where the introduction stands and the 落款 are in the file only where they say something', () => {
  const plain = parsed(reportWith({}))
  expect(plain).not.toHaveProperty('signOff')
  expect(plain.overview).not.toHaveProperty('introductionPlace')
  expect(plain.overview).not.toHaveProperty('preface')
  const file = parsed(
    reportWith({
      'overview.preface': '编制说明。',
      'overview.introductionPlace': 'within',
      'signOff.organ': '示例局',
      'signOff.date': '2022-01-20',
    }),
  )
  expect(file.signOff).toEqual({ organ: '示例局', date: '2022-01-20' })
  expect(Object.keys(file.overview as FileTree).slice(0, 3)).toEqual([
    'preface',
    'introduction',
    'introductionPlace',
  ])
  expect(parsed(reportWith({ 'signOff.phrase': '特此报告。' })).signOff).toEqual({
    organ: '',
    date: null,
    phrase: '特此报告。',
  })
})

test('更正说明 and the metadata of the web page are in the file only where they say something, and come back', () => {
  const plain = parsed(reportWith({}))
  expect(plain).not.toHaveProperty('correction')
  expect(plain).not.toHaveProperty('page')
  const texts = {
    'correction.reason': '漏计一件。',
    'correction.requestedBy': '示例市人民政府办公室',
    'page.date': '2022-01-20',
  }
  const report = reportWith(texts)
  const file = parsed(report)
  expect(file.correction).toEqual({ reason: '漏计一件。', requestedBy: '示例市人民政府办公室', date: null })
  expect(file.page).toEqual({ index: '', publisher: '', date: '2022-01-20' })
  const again = reopened(report)
  for (const [address, text] of Object.entries(texts)) expect(textAt(again.entries, address)).toBe(text)
  expect(again.notes.unknown).toEqual({})
})

test('the defaults written out are read as left out', () => {
  const file = parsed(reportWith({ other: '无' }))
  const written = {
    ...file,
    signOff: null,
    correction: null,
    page: null,
    overview: { ...part(file, 'overview'), introductionPlace: 'before' },
  }
  expect(fromFile(written, currentEdition)).toEqual(fromFile(file, currentEdition))
})

test('the year is a number, an odd year what was typed; dates and no year are null', () => {
  const year = (text: string) => parsed(reportWith({ year: text })).year
  expect(['2023', '２０２３', '', '二〇二三', '23'].map(year)).toEqual([2023, 2023, null, '二〇二三', '23'])
  expect(textAt(reopened(reportWith({ year: '二〇二三' })).entries, 'year')).toBe('二〇二三')
  const { deadline, publishedAt, scope, base } = parsed(reportWith({}))
  expect([deadline, publishedAt, scope, base]).toEqual([null, null, 'organ', null])
})

test('the statutory date is written out, and opens again as the default it was', () => {
  const report = reportWith({ year: '2021', 'organ.kind': 'countyGovernment' })
  expect(parsed(report).deadline).toBe('2022-03-31')
  expect(textAt(reopened(report).entries, 'deadline')).toBe('')

  const local = reportWith({ year: '2021', 'organ.kind': 'countyGovernment', deadline: '2022-02-20' })
  expect(parsed(local).deadline).toBe('2022-02-20')
  expect(textAt(reopened(local).entries, 'deadline')).toBe('2022-02-20')
})

test('computed totals are written; null while a part is missing', () => {
  const file = parsed(
    reportWith({
      ...zeros,
      [RECEIVED]: '22',
      'tables.requests.received.otherOrganization': '',
      'tables.requests.outcome.granted.naturalPerson': '23',
    }),
  )
  expect(at(file, 'tables.requests.received.total')).toBeNull()
  expect(at(file, 'tables.requests.outcomeTotal.naturalPerson')).toBe(23)
  expect(at(file, GRAND)).toBe(23)
  expect(at(file, 'tables.reviewAndLitigation.administrativeReview.total')).toBe(0)
})

test('a printed total that differs from the computed one becomes a source total, an equal one is dropped', () => {
  const file = parsed(reportWith(zeros))
  part(file, 'tables.requests.outcomeTotal').total = 23
  part(file, 'tables.requests.received').total = '/'
  const report = fromFile(file, currentEdition)
  expect(report.notes.sourceTotals).toEqual({ [GRAND]: '23', 'tables.requests.received.total': '/' })
  const again = parsed(report)
  expect(again.sourceTotals).toEqual({ [GRAND]: 23, 'tables.requests.received.total': '/' })
  expect(at(again, GRAND)).toBe(0)
  expect(fromFile(again, currentEdition)).toEqual(report)
})

test('a source total beside blank parts is kept, it is what the source said', () => {
  const file = parsed(reportWith({}))
  part(file, 'tables.requests.outcomeTotal').total = 23
  expect(fromFile(file, currentEdition).notes.sourceTotals).toEqual({ [GRAND]: '23' })
})

test('exceptions carry the operand values, by value for figures and as they are for prose', () => {
  const exception = {
    rule: 'narrative.claim',
    cells: {
      [GRAND]: '1,023',
      'overview.onRequest': '答复22件',
      'lastYear.tables.requests.received.total': '7',
    },
    reason: '另有说明',
    at: '2022-01-20T08:00:00Z',
  }
  const report = reportWith(zeros, { exceptions: [exception], base: 'abcd' })
  const file = parsed(report)
  expect(file.exceptions).toEqual([{ ...exception, cells: { ...exception.cells, [GRAND]: 1023 } }])
  expect(file.base).toBe('abcd')
  const back = reopened(report)
  expect(back.notes.exceptions).toEqual([{ ...exception, cells: { ...exception.cells, [GRAND]: '1023' } }])
  expect(back.notes.base).toBe('abcd')
})

test('keys that this version does not know survive at every level', () => {
  const file = parsed(reportWith({ 'organ.name': '示例局' }))
  file.note = { any: ['thing', { deep: null }] }
  part(file, 'organ').leader = '负责人'
  part(file, 'tables').localTable = { rows: [1, 2] }
  part(file, 'tables.requests.outcome').partly = { naturalPerson: 3 }
  part(file, 'tables.requests.received').stateless = 4
  file.exceptions = [{ rule: 'r', cells: {}, reason: '', at: '', approvedBy: '处长' }]
  const report = fromFile(file, currentEdition)
  expect(parsed(report)).toEqual(file)
  expect(textAt(report.entries, 'organ.leader')).toBe('')
})

test('a key called __proto__ or constructor is a key like any other', () => {
  const text = fileText(reportWith({}), currentEdition, 'draft')
    .replace('"scope":', '"__proto__": { "polluted": true }, "constructor": 1, "scope":')
    .replace('"code":', '"__proto__": { "polluted": true }, "code":')
    .replace('"sourceTotals": {', '"sourceTotals": { "__proto__": 5')
  const report = fromFile(JSON.parse(text), currentEdition)
  const written = fileText(report, currentEdition, 'draft')
  expect(written.match(/"polluted": true/g)).toHaveLength(2)
  expect(written).toContain('"constructor": 1')
  for (const object of [
    {},
    report,
    report.entries,
    report.notes,
    report.notes.sourceTotals,
    report.entries.organ,
  ])
    expect('polluted' in (object as object)).toBe(false)
})

test('what the program writes itself is not replaced by an unknown key of the same name', () => {
  const report = reportWith(zeros, { unknown: { status: 'final', organ: { name: '别处' }, format: 'x' } })
  const file = parsed(report)
  expect([file.status, at(file, 'organ.name'), file.format]).toEqual(['draft', '', 'nianbao'])
})

test('an example is one in its file, and only there; what others mean by the word is kept', () => {
  expect(reopened(reportWith({}, { example: true })).notes).toMatchObject({ example: true, unknown: {} })
  expect(parsed(reportWith({}))).not.toHaveProperty('example')
  const foreign = { ...parsed(reportWith({})), example: 'theirs' }
  const read = fromFile(foreign, currentEdition)
  expect(read.notes.example).toBeUndefined()
  expect(parsed(read).example).toBe('theirs')
})
