import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { correctionOf } from '../report/correction'
import { fakeBrowser } from '../testing/fakeBrowser'
import { filledReport } from '../testing/filledReport'
import { alter } from './alter'
import { draftText, newDraft, parseDraft } from './draft'
import { forNextYear } from './nextYear'
import { correctedBy, keepPublished, startCorrection } from './published'

const at = new Date('2022-01-20T08:00:00Z')
const published = newDraft(filledReport({ publishedAt: '2022-01-20' }), at, 'one')

test('a published version stays among the snapshots with every text, however many come after it', async () => {
  const store = await fakeBrowser().openStore()
  store.create(published)
  await store.keep(published, 'published')
  // More of each kind than are kept.
  for (let revision = 2; revision < 80; revision++)
    await store.keep({ ...published, revision }, revision % 2 ? 'manual' : 'time')
  const snapshots = await store.snapshots('one')
  expect(snapshots.length).toBeLessThanOrEqual(31)
  const kept = snapshots.filter(({ reason }) => reason === 'published').map(({ text }) => parseDraft(text))
  expect(kept).toEqual([published])
})

test('a state that was kept for another reason is marked as published once, not twice', async () => {
  const store = await fakeBrowser().openStore()
  store.create(published)
  for (const reason of ['manual', 'published', 'published'] as const) await store.keep(published, reason)
  expect((await store.snapshots('one')).map(({ reason }) => reason)).toEqual(['manual', 'published'])
})

test('what a correction corrects is kept with its draft; a copy that cannot be read is left out, not the draft', () => {
  const draft = newDraft(correctionOf(published.report, edition, '2022-03-01'), at, 'two')
  expect(parseDraft(draftText(draft))).toEqual(draft)
  const { corrected, ...others } = draft.report.notes
  const broken = { ...draft, report: { ...draft.report, notes: { ...others, corrected: 3 } } }
  const read = parseDraft(draftText(broken as unknown as typeof draft))
  expect('report' in read && read.report.notes).toEqual(others)
  expect(corrected?.entries).toEqual(published.report.entries)
})

test('the year after an example is an example too', () => {
  const report = filledReport()
  const example = newDraft({ ...report, notes: { ...report.notes, example: true } }, at, 'three')
  expect(forNextYear(example, edition, at, 'four').draft.report.notes.example).toBe(true)
  expect(forNextYear(published, edition, at, 'five').draft.report.notes.example).toBeUndefined()
})

const other = ({ report }: { report: typeof published.report }) => report.entries.other
const merged = (text: string, notes = {}) => ({
  ...published.report,
  entries: { ...published.report.entries, other: text },
  notes: { ...published.report.notes, ...notes },
})

test('a published draft that is not open is not written, nor its date moved; reopened it gives a change back with an undo', async () => {
  const store = await fakeBrowser().openStore()
  store.create(published)
  expect(await alter(store, published, merged('合并的'))).toEqual({ ok: false, problem: 'published' })
  expect(store.get('one')).toEqual(published)
  const reopened = { ...published, revision: 2, report: merged('改过', { reopened: '2022-01-20' }) }
  store.save(reopened, published)
  for (const publishedAt of ['', '2022-01-19']) {
    const { entries, notes } = reopened.report
    const wanted = { ...reopened.report, entries: { ...entries, publishedAt }, notes }
    expect(await alter(store, reopened, wanted)).toEqual({ ok: false, problem: 'published' })
  }
  const made = await alter(store, reopened, merged('合并的', { reopened: '2022-01-20' }))
  if (!made.ok) throw new Error(made.problem)
  expect(other(made.after)).toBe('合并的')
  expect(await alter(store, made.after, made.before.report)).toMatchObject({ ok: true })
  expect(other(store.get('one') ?? published)).toBe('改过')
})

test('what was to be changed in the published report is changed in its 更正版, which stays one whatever the change says', async () => {
  const store = await fakeBrowser().openStore()
  store.create(published)
  expect(await keepPublished(store, published)).toBe(true)
  expect(await keepPublished(store, published)).toBe(true)
  expect(await store.snapshots('one')).toHaveLength(1)
  const made = startCorrection(store, published.report, edition, 'two', (copy) => ({
    ...copy,
    entries: { ...copy.entries, other: '合并的', publishedAt: '2022-01-20' },
    notes: { ...copy.notes, base: null, corrected: undefined, reopened: '2022-01-20' },
  }))
  await store.settled()
  expect([other(made), made.report.entries.publishedAt]).toEqual(['合并的', ''])
  const { notes } = correctionOf(published.report, edition, '2022-01-20')
  expect(made.report.notes).toEqual(notes)
  const [kept] = (await store.snapshots('two')).map(({ text }) => parseDraft(text))
  expect(kept && 'report' in kept && kept.report).toEqual(published.report)
  expect(store.get('one')).toEqual(published)
})

test('a report that was changed after its publication is corrected from what was published, with the changes in the copy', async () => {
  const store = await fakeBrowser().openStore()
  store.create(published)
  await keepPublished(store, published)
  const changed = merged('改过', { reopened: '2022-01-20' })
  const { report, change } = await correctedBy(store, 'one', changed)
  const made = startCorrection(store, report, edition, 'two', change)
  await store.settled()
  const { base, corrected } = correctionOf(published.report, edition, '2022-01-20').notes
  expect(made.report.notes).toMatchObject({ base, corrected })
  expect([other(made), made.report.entries.publishedAt, made.report.notes.reopened]).toEqual([
    '改过',
    '',
    undefined,
  ])
  expect(made.report.entries['correction.date']).not.toBe('')
  // One that is as it was published is corrected as it stands.
  expect(await correctedBy(store, 'one', published.report)).toEqual({ report: published.report })
})

test('published again on the same day with another reason on record it is kept again; what is not published is kept as no such', async () => {
  const store = await fakeBrowser().openStore()
  const reasoned = (day: string) => {
    const exception = { rule: 'x', cells: {}, reason: '已核对', at: `${day}T08:00:00Z` }
    return { ...published, report: merged('原', { exceptions: [exception] }) }
  }
  const unpublished = newDraft(filledReport(), at, 'one')
  for (const state of [reasoned('2022-01-18'), reasoned('2022-01-19'), reasoned('2022-01-18'), unpublished])
    expect(await keepPublished(store, state)).toBe(true)
  const kept = (await store.snapshots('one')).map(({ reason }) => reason)
  expect(kept).toEqual(['published', 'published', 'manual'])
})
