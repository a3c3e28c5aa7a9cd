import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { isProposed, kindToPropose, withoutProposed, withProposal, withProposedKind } from './proposed'
import { blankReport, type Report, textAt, withTexts } from './report'

const named = (name: string, kind = ''): Report => {
  const report = blankReport(edition)
  return {
    ...report,
    entries: withTexts(report.entries, [
      ['organ.name', name],
      ['organ.kind', kind],
    ]),
  }
}
const renamed = (report: Report, name: string): Report => ({
  ...report,
  entries: withTexts(report.entries, [['organ.name', name]]),
})
const proposalFor = ({ entries, notes }: Report) => kindToPropose(edition, entries, notes)

test('a name proposes its kind; the proposal follows the name until the clerk has looked at it', () => {
  const report = withProposedKind(named('青禾县人民政府'), edition)
  expect(textAt(report.entries, 'organ.kind')).toBe('countyGovernment')
  expect(isProposed(report.notes, report.entries, 'organ.kind')).toBe(true)
  expect(proposalFor(report)).toBeUndefined()
  expect(proposalFor(renamed(report, '青禾县人民政府办公室'))).toBe('governmentOffice')
  expect(proposalFor(renamed(report, '青禾市人民政府'))).toBe('')
  const settled = { ...report, notes: withoutProposed(report.notes, 'organ.kind') }
  expect(proposalFor(renamed(settled, '青禾县人民政府办公室'))).toBeUndefined()
})

test('a kind that the clerk chose is never changed', () => {
  const report = named('青禾县水务局', 'authorizedOrganization')
  expect(proposalFor(report)).toBeUndefined()
  expect(withProposedKind(report, edition)).toBe(report)
  // Changed since it was proposed, it is the clerk's.
  const proposed = withProposedKind(named('青禾县水务局'), edition)
  const changed = { ...proposed, entries: withTexts(proposed.entries, [['organ.kind', 'ministry']]) }
  expect(isProposed(changed.notes, changed.entries, 'organ.kind')).toBe(false)
  expect(proposalFor(changed)).toBeUndefined()
})

test('what is looked at leaves no trace', () => {
  const report = blankReport(edition)
  const proposed = withProposal(report, 'year', '2025')
  expect(textAt(proposed.entries, 'year')).toBe('2025')
  expect(withoutProposed(proposed.notes, 'year')).toEqual(report.notes)
  expect(withoutProposed(report.notes, 'year')).toBe(report.notes)
})
