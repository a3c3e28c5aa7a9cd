import { expect, test } from 'vitest'
import { draftText, newDraft } from '../../drafts/draft'
import { currentEdition as edition } from '../../format/editions'
import { blankReport, withTexts } from '../../report/report'
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
    apply: (changes: { after: string }[]) => applied.push(...changes.map(({ after }) => after)),
    edition,
    note: () => applied.push('notes'),
    asked: { get: () => null },
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
  expect(applied).toEqual(expected === 'ok' ? ['then', 'notes'] : [])
})
