import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { fromFile, toFile } from '../report/file'
import { blankReport, type Report, textAt, withTexts } from '../report/report'
import { fakeBrowser, settle } from '../testing/fakeBrowser'
import { alter } from './alter'
import { backupText } from './backup'
import { type Draft, draftText, newDraft, parseDraft } from './draft'
import { readBackup } from './readBackup'
import { mergeReports } from './threeWay'

// Keys of files and ids of drafts come from outside: a name that every object has is a name like any other.

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', 'own']
const name = fc.constantFrom(...NAMES)
const noon = new Date('2022-01-20T04:00:00.000Z')
/** As out of a file, where any name is a key. */
const tree = <T>(entries: [string, T][]): Record<string, T> => Object.fromEntries(entries)
const texts = fc.array(fc.tuple(name, fc.constantFrom('1', '/', '甲')), { maxLength: 4 }).map(tree)
const notes = fc.record({
  base: fc.constant(null),
  sourceTotals: texts,
  unknown: fc.array(fc.tuple(name, texts), { maxLength: 3 }).map(tree),
  exceptions: fc.array(
    fc.record({ rule: name, reason: fc.constant('因'), at: fc.constant(noon.toISOString()), cells: texts }),
    { maxLength: 2 },
  ),
})
const later = fc.array(fc.tuple(name, texts), { maxLength: 3 }).map(tree)
const report = fc
  .tuple(notes, later)
  .map(([own, others]): Report => ({ ...blankReport(edition), notes: { ...others, ...own } }))
const same = (a: unknown, b: unknown) =>
  expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)))
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .map(([key, child]) => [key, sorted(child)])
        .sort()
    : Array.isArray(value)
      ? value.map(sorted)
      : value

test('a draft, and a backup of it, keeps notes under names that every object has', () => {
  fc.assert(
    fc.property(report, name, (given, id) => {
      const draft = newDraft(given, noon, id)
      const read = parseDraft(draftText(draft))
      const restored = readBackup(backupText([draft], noon))
      expect(JSON.stringify(sorted(read))).toBe(JSON.stringify(sorted(draft)))
      expect(JSON.stringify(sorted('drafts' in restored && restored.drafts[0]))).toBe(
        JSON.stringify(sorted(draft)),
      )
    }),
  )
})

test('the notes that only one side changed are merged whole, whatever their names', () => {
  fc.assert(
    fc.property(report, report, (base, theirs) => {
      const merged = mergeReports(base, base, theirs)
      expect(merged.conflict).toBe(false)
      expect(JSON.stringify(sorted(JSON.parse(JSON.stringify(merged.notes))))).toBe(
        JSON.stringify(sorted(theirs.notes)),
      )
    }),
  )
})

test('the file keeps them too', () => {
  fc.assert(
    fc.property(report, ({ notes: given, ...rest }) => {
      const file = toFile({ ...rest, notes: given }, edition, 'draft')
      same(
        sorted(toFile(fromFile(JSON.parse(JSON.stringify(file)), edition), edition, 'draft')),
        sorted(file),
      )
      expect(sorted(file.sourceTotals)).toHaveLength(Object.keys(given.sourceTotals).length)
    }),
  )
})

test.each(NAMES)(
  'a draft called %s is saved, altered, deleted, restored and deleted for good',
  async (id) => {
    const { openStore, advance } = fakeBrowser()
    const store = await openStore()
    expect(store.get(id)).toBeUndefined()
    store.create(newDraft(blankReport(edition), noon, id))
    await settle()
    const seen = store.get(id) as Draft
    const wanted = { ...seen.report, entries: withTexts(seen.report.entries, [['other', '写入']]) }
    expect(await alter(store, seen, wanted)).toMatchObject({ ok: true, written: ['other'], left: [] })
    expect(await store.remove(id)).toBe('ok')
    expect(store.trash().map(({ draft }) => draft.id)).toEqual([id])
    expect(await store.restore(id)).toBe('ok')
    await advance(100)
    const next = await openStore()
    expect(textAt(next.get(id)?.report.entries ?? {}, 'other')).toBe('写入')
    expect(await next.remove(id)).toBe('ok')
    expect(await next.purge(id)).toBe('ok')
    expect((await openStore()).list()).toEqual([])
  },
)
