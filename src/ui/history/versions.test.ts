// @vitest-environment jsdom
import { createFormControl } from 'react-hook-form'
import { expect, test } from 'vitest'
import { draftText, newDraft } from '../../drafts/draft'
import { currentEdition as edition } from '../../format/editions'
import { pendingOf } from '../../report/carry/pendingNotes'
import { blankReport, type Entries, textAt, withTexts } from '../../report/report'
import { fakeBrowser } from '../../testing/fakeBrowser'
import { carry } from '../form/carry'
import { createSession } from '../form/createSession'
import type { ReportSession } from '../form/session'
import { restoreVersion, versionsOf } from './versions'

const reportWith = (texts: Record<string, string>) => {
  const report = blankReport(edition)
  return { ...report, entries: withTexts(report.entries, Object.entries(texts)) }
}
const snapshotOf = (texts: Record<string, string>) => ({
  draftId: 'one',
  revision: 1,
  savedAt: '2022-01-20T08:00:00Z',
  reason: 'time' as const,
  text: draftText(newDraft(reportWith(texts), new Date('2022-01-20T08:00:00Z'), 'one')),
})

test('the newest version first, its differences in printed order; a damaged one is listed too', () => {
  const damaged = { ...snapshotOf({}), text: '{"version":2' }
  const versions = versionsOf(
    [snapshotOf({ other: 'x', problems: 'y', year: '2020' }), damaged],
    reportWith({ year: '2021', other: 'x' }),
    edition,
  )
  expect(versions.map(({ draft, changes }) => [draft !== undefined, changes])).toEqual([
    [false, []],
    [
      true,
      [
        { address: 'year', before: '2021', after: '2020' },
        { address: 'problems', before: '', after: 'y' },
      ],
    ],
  ])
})

test.each([
  ['the present state is among the versions', { kept: true }, 'ok'],
  ['the database does not take it', { kept: false }, 'unkept'],
  ['something is typed while it is waited for', { kept: true, typed: 'z' }, 'unkept'],
  ['another tab goes on meanwhile', { kept: true, taken: true }, 'taken'],
])('a version is put in only where what it replaces can be had back: %s', async (_, how, expected) => {
  const { kept, typed, taken } = { typed: undefined, taken: false, ...how }
  const now = { report: reportWith({ other: 'now' }) }
  const applied: string[] = []
  const session = {
    report: () => now.report,
    apply: (changes: { after: string }[], { note }: { note?: unknown }) =>
      applied.push(...changes.map(({ after }) => after), ...(note ? ['notes'] : [])),
    edition,
    asked: { get: () => null },
    guarded: () => false,
    history: { get: () => ({ done: [...applied] }) },
    notes: { get: () => now.report.notes },
    autosave: {
      async keep() {
        if (typed) now.report = reportWith({ other: typed })
        return kept
      },
      writing: () => !taken,
      flush: () => undefined,
    },
  } as unknown as Parameters<typeof restoreVersion>[0]
  const [version] = versionsOf([snapshotOf({ other: 'then' })], now.report, edition)
  if (!version) throw new Error('no version')
  expect(await restoreVersion(session, version)).toBe(expected)
  expect(applied).toEqual(expected === 'ok' ? ['then'] : [])
})

test('a version put in is one step with its marks, links and last year: taken back, each is as it was', async () => {
  const store = await fakeBrowser().openStore()
  const draft = newDraft(blankReport(edition), store.now(), 'x')
  store.create(draft)
  const { formControl } = createFormControl<Entries>({ defaultValues: structuredClone(draft.report.entries) })
  formControl.control._state.mount = true
  const session = createSession(draft, edition, formControl as ReportSession['form'], store)
  const state = () => {
    const { links = [], lastYear } = session.notes.get()
    const waiting = pendingOf(session.notes.get()).flatMap(({ figures }) => figures).length
    return [textAt(session.entries(), 'other'), waiting, links.length, lastYear !== undefined]
  }
  const exception = { rule: 'r', cells: {}, reason: '已核实', at: '2022-01-20T08:00:00Z' }
  await session.autosave.keep('manual')
  carry(session, reportWith({ year: '2021', other: '2021年收到申请25件。' }))
  session.note((notes) => ({
    ...notes,
    exceptions: [exception],
    links: [{ text: 'other', cell: 'tables.requests.received.total', phrase: '申请25件', value: 25 }],
  }))
  const carried = ['2021年收到申请25件。', 2, 1, true]
  expect(state()).toEqual(carried)
  const blank = (await store.snapshots('x')).find(({ reason }) => reason === 'manual')
  const [version] = versionsOf(blank ? [blank] : [], session.report(), edition)
  if (!version) throw new Error('no version')
  expect(await restoreVersion(session, version)).toBe('ok')
  expect(state()).toEqual(['', 0, 0, false])
  session.undo()
  expect(state()).toEqual(carried)
  expect(session.notes.get().exceptions).toEqual([exception])
  session.redo()
  expect(state()).toEqual(['', 0, 0, false])
  session.findings.stop()
  session.autosave.stop()
})
