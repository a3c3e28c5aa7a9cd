import { expect, test } from 'vitest'
import { draftText, newDraft } from '../../drafts/draft'
import { currentEdition as edition } from '../../format/editions'
import { blankReport, withTexts } from '../../report/report'
import { versionsOf } from './versions'

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
