import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { fieldsOf, textsOf } from '../format/names'
import {
  addressesOf,
  blankReport,
  completed,
  lastYearCopy,
  type Report,
  textAt,
  withTexts,
} from '../report/report'
import {
  copyOf,
  type Draft,
  draftText,
  hasSameContent,
  isNewer,
  isOlder,
  newDraft,
  newDraftId,
  parseDraft,
  readDraft,
} from './draft'
import { forNextYear } from './nextYear'
import { sealed } from './seal'

const noon = new Date('2022-01-20T12:00:00Z')
const reportWith = (texts: Record<string, string>): Report => {
  const report = blankReport(edition)
  return { ...report, entries: withTexts(report.entries, Object.entries(texts)) }
}
const draftWith = (texts: Record<string, string>) => newDraft(reportWith(texts), noon, 'one')
const changed = (path: string, value: unknown): string => {
  const { sum: _, ...draft } = JSON.parse(draftText(draftWith({ year: '2021' })))
  const keys = path.split('.')
  const last = keys.pop() as string
  let node = draft
  for (const key of keys) node = node[key]
  if (value === undefined) delete node[last]
  else node[last] = value
  return sealed(JSON.stringify(draft))
}
/** A text changed by hand, with the check sum it would have had. */
const resealed = (text: string) => sealed(text.replace(/,"sum":"\w+"}$/, '}'))

test('any typed text comes back to the letter, half characters included', () => {
  const anyText = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  })
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...addressesOf(edition)), anyText), (texts) => {
      const draft = draftWith(texts)
      expect(parseDraft(draftText(draft))).toEqual(draft)
    }),
  )
})

test.each([
  ['nothing', ''],
  ['no JSON', '{"version":1'],
  ['a list', '[]'],
  ['a cell that is a number', changed('report.entries.year', 2021)],
  ['a list among the entries', changed('report.entries.tables', [])],
  ['no entries', changed('report.entries', undefined)],
  ['no id', changed('id', undefined)],
  ['an id that leads elsewhere', changed('id', '../x')],
  ['a revision that does not count', changed('revision', 1.5)],
  ['a time that is none', changed('savedAt', 'yesterday')],
  [
    'an exception without its cells',
    changed('report.notes.exceptions', [{ rule: 'r', reason: 'x', at: 'y' }]),
  ],
  ['source totals that are figures', changed('report.notes.sourceTotals', { a: 1 })],
  [
    'nesting without end',
    sealed(
      `${JSON.stringify({ ...draftWith({}), report: 0 }).slice(0, -2)}${'{"a":'.repeat(200_000)}1${'}'.repeat(200_001)}`,
    ),
  ],
])('%s is damaged, not a draft', (_, text) => {
  expect(parseDraft(text)).toEqual({ problem: 'damaged' })
})

test('a draft of a later version is told apart from a damaged one', () => {
  expect(parseDraft(JSON.stringify({ version: 3, texts: [] }))).toEqual({ problem: 'newer' })
})

test('missing addresses and missing notes are tolerated', () => {
  const draft = parseDraft(
    changed('report', { edition: '2021', entries: { year: '2021', other: null } }),
  ) as Draft
  expect(draft.report.entries).toEqual({ year: '2021' })
  expect(draft.report.notes).toEqual({ sourceTotals: {}, exceptions: [], base: null, unknown: {} })
})

test('a hand-made file cannot reach a prototype, and unknown keys are kept whatever they are called', () => {
  const text = resealed(
    changed('report.notes.unknown', 'X')
      .replace('"X"', '{"__proto__":{"polluted":1},"later":2}')
      .replace(
        '"year":',
        '"__proto__":{"polluted":"1"},"constructor":{"prototype":{"polluted":"1"}},"year":',
      ),
  )
  const draft = parseDraft(text) as Draft
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect((draft.report.entries as { polluted?: unknown }).polluted).toBeUndefined()
  expect(Object.getPrototypeOf(draft.report.entries)).toBe(Object.prototype)
  expect(JSON.stringify(draft.report.notes.unknown)).toBe('{"__proto__":{"polluted":1},"later":2}')
})

test('a note added by a later program survives', () => {
  const draft = parseDraft(changed('report.notes.sources', { year: 'p. 1' })) as Draft
  expect(draftText(draft)).toContain('"sources":{"year":"p. 1"}')
})

test('neither the order of keys nor missing blanks are a change of content', () => {
  const { entries, ...rest } = reportWith({ year: '2021', 'organ.name': '某局' })
  const sameAs = (others: Report['entries']) =>
    hasSameContent({ ...rest, entries: others }, { ...rest, entries }) &&
    hasSameContent({ ...rest, entries }, { ...rest, entries: others })
  expect(sameAs({ organ: { name: '某局' }, scope: 'organ', year: '2021' })).toBe(true)
  expect(sameAs(withTexts(entries, [['other', ' ']]))).toBe(false)
})

test('the higher revision is the newer one, of equal ones the later save', () => {
  const at = (revision: number, savedAt: string) => ({ revision, savedAt })
  expect(isNewer(at(3, '2022-01-01T00:00:00Z'), at(2, '2022-02-01T00:00:00Z'))).toBe(true)
  expect(isNewer(at(2, '2022-02-01T00:00:00Z'), at(2, '2022-01-01T00:00:00Z'))).toBe(true)
  expect(isNewer(at(2, '2022-01-01T00:00:00Z'), at(2, '2022-01-01T00:00:00Z'))).toBe(false)
})

test('ids are short, fit into addresses and differ', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => newDraftId(webcrypto as Crypto)))
  expect(ids.size).toBe(1000)
  for (const id of ids) expect(id).toMatch(/^[a-z2-7]{12}$/)
})

test('a copy shares nothing with its original', () => {
  const draft = draftWith({ year: '2021' })
  const copy = copyOf({ ...draft, revision: 7 }, new Date('2022-02-01T00:00:00Z'), 'two')
  expect(copy).toMatchObject({ id: 'two', revision: 1, savedAt: '2022-02-01T00:00:00.000Z' })
  expect(copy.report).toEqual(draft.report)
  expect(copy.report.entries).not.toBe(draft.report.entries)
})

test('next year keeps the organ and the prose, whose figures wait to be looked at; 结转下年 is offered, not filled in', () => {
  const all = Object.fromEntries(addressesOf(edition).map((address) => [address, '5']))
  const carried = 'tables.requests.carriedForward'
  const draft = draftWith({
    ...all,
    year: '２０２１',
    'organ.name': '某局',
    [`${carried}.naturalPerson`]: '３',
    [`${carried}.other`]: '12a',
    [`${carried}.socialOrganization`]: '',
  })
  draft.report.notes.base = 'CODE'
  const next = forNextYear(draft, edition, noon, 'next')
  const lasting = fieldsOf(edition)
    .filter((field) => field.lasting)
    .map((field) => field.address)
  const texts = textsOf(edition).map(({ address }) => address)
  const kept = new Set([...lasting, ...texts])
  for (const address of addressesOf(edition))
    expect([address, textAt(next.draft.report.entries, address)]).toEqual([
      address,
      address === 'year' ? '2022' : kept.has(address) ? textAt(draft.report.entries, address) : '',
    ])
  // What is compared with is a copy without notes, so that no year carries all the years before it.
  const { notes } = blankReport(edition)
  expect(next.draft.report.notes).toEqual({
    ...notes,
    lastYear: { edition: edition.key, entries: draft.report.entries, notes },
    pending: texts.map((text) => ({ text, carried: '5', figures: [[0, 1]] })),
  })
  expect(next.offered).toContainEqual({
    address: 'tables.requests.carriedOver.naturalPerson',
    before: '',
    after: '３',
  })
  expect(next.offered.map((change) => change.address)).not.toContain('tables.requests.carriedOver.other')
  expect(next.offered.map((change) => change.address)).not.toContain('tables.requests.carriedOver.total')
})

test('last year’s report stays with the draft; a copy that cannot be read is left out', () => {
  const draft = draftWith({ year: '2022' })
  draft.report.notes.lastYear = lastYearCopy(draftWith({ year: '2021' }).report)
  expect(parseDraft(draftText(draft))).toEqual(draft)
  const damaged = parseDraft(changed('report.notes.lastYear', { edition: '2021', entries: 5 }))
  expect('report' in damaged && damaged.report.notes).toEqual(blankReport(edition).notes)
})

test('next year of a report without a readable year has none', () => {
  expect(
    textAt(forNextYear(draftWith({ year: '二〇二一' }), edition, noon, 'next').draft.report.entries, 'year'),
  ).toBe('')
})

test('one changed character anywhere is found', () => {
  const text = draftText(draftWith({ year: '2021', 'organ.name': '某局', other: '12a' }))
  for (let at = 0; at < text.length; at += 5)
    for (const bit of [1, 4]) {
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ bit)
      const read = parseDraft(text.slice(0, at) + flipped + text.slice(at + 1))
      expect('problem' in read).toBe(true)
    }
})

test('a draft of every earlier version opens with the same content', () => {
  for (const [name, text] of Object.entries(
    import.meta.glob<string>('./fixtures/draft-v*.txt', { query: '?raw', import: 'default', eager: true }),
  )) {
    const read = parseDraft(text.trim())
    if ('problem' in read) throw new Error(`${name}: ${read.problem}`)
    const draft = {
      ...read,
      report: { ...read.report, entries: completed(edition, read.report.entries) },
    }
    expect([name, draft]).toEqual([
      name,
      {
        ...draftWith({
          year: '２０２１',
          'organ.name': '青禾县水务局',
          'tables.requests.received.naturalPerson': '12a',
          other: '没有\n“其他”事项',
        }),
        revision: 7,
      },
    ])
    expect(isOlder(text)).toBe(true)
  }
})

test('a revision that cannot be counted on from is brought down, and the draft can be saved again', () => {
  const draft = { ...newDraft(blankReport(edition), new Date('2022-01-20T08:00:00Z'), 'one') }
  const read = readDraft(JSON.parse(JSON.stringify({ ...draft, revision: Number.MAX_SAFE_INTEGER })))
  if ('problem' in read) throw new Error(read.problem)
  expect(parseDraft(draftText({ ...read, revision: read.revision + 1 }))).toMatchObject({ id: 'one' })
})

test('来文总计 under the name of the prototype is kept like any other', () => {
  const draft = newDraft(blankReport(edition), new Date('2022-01-20T08:00:00Z'), 'one')
  draft.report.notes.sourceTotals = JSON.parse('{"__proto__":"7"}')
  const read = parseDraft(draftText(draft))
  expect('problem' in read ? read : Object.entries(read.report.notes.sourceTotals)).toEqual([
    ['__proto__', '7'],
  ])
})
