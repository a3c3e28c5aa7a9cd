import { expect, test } from 'vitest'
import { findingsOf, givenOf, runChecks } from '../checks/run'
import { draftText, newDraft, parseDraft } from '../drafts/draft'
import { currentEdition } from '../format/editions'
import { type Report, withTexts } from '../report/report'
import { reportOf, textsOfProposal, unreadDoubts } from './apply'
import { readText } from './files/read'
import { recognise } from './recognise'

const PERMITS = 'tables.proactiveDisclosure.administrativeLicenses.decisions'
const PENALTIES = 'tables.proactiveDisclosure.administrativePenalties.decisions'

function imported(permits: string, penalties: string): Report {
  const read = readText(
    {
      text: [
        '二、主动公开政府信息情况',
        `行政许可\t${permits}`,
        `行政处罚\t${penalties}`,
        '行政强制\t7',
      ].join('\n'),
    },
    '',
  )
  if ('problem' in read) throw new Error(read.problem)
  const proposal = recognise(read.source, currentEdition)
  const { entered, sourceTotals } = textsOfProposal(proposal, currentEdition)
  const doubts = proposal.figures.flatMap(({ address, doubt }): [string, string][] =>
    doubt ? [[address, doubt]] : [],
  )
  return reportOf(entered, sourceTotals, currentEdition, [...doubts, ...unreadDoubts(proposal.unplaced)])
}
const doubted = (report: Report) =>
  findingsOf(
    runChecks(givenOf({ edition: currentEdition, report, today: '2024-01-20' })),
    report.notes.exceptions,
    currentEdition,
    report,
  ).filter(({ rule }) => rule === 'import.doubt')

test('what was doubtful when a report came in is found in it until the clerk has changed it', () => {
  const report = imported('38①', '####')
  expect(doubted(report).map(({ target, status }) => [target, status])).toEqual([
    [PERMITS, 'open'],
    [PENALTIES, 'open'],
  ])
  expect(doubted(report)[1]?.message).toContain('来文写“####”')
  const settled = { ...report, entries: withTexts(report.entries, [[PERMITS, '37']]) }
  expect(doubted(settled).map(({ target }) => target)).toEqual([PENALTIES])
  expect(doubted(imported('38', '12'))).toEqual([])
})

test('a doubt that the clerk confirms is accepted with the reason', () => {
  const report = imported('38①', '12')
  const [finding] = doubted(report)
  const reason = finding?.fixes.find(({ accept }) => accept)?.accept ?? ''
  expect(reason).not.toBe('')
  const confirmed: Report = {
    ...report,
    notes: {
      ...report.notes,
      exceptions: [{ rule: 'import.doubt', cells: { [PERMITS]: '38' }, reason, at: '2024-01-20T00:00:00Z' }],
    },
  }
  expect(doubted(confirmed).map(({ status }) => status)).toEqual(['accepted'])
})

test('doubts are kept with the draft, and one that is damaged costs nothing else', () => {
  const report = imported('38①', '####')
  const draft = newDraft(report, new Date('2024-01-20T00:00:00Z'), 'a')
  const back = parseDraft(draftText(draft))
  expect('problem' in back ? back : back.report.notes.doubts).toEqual(report.notes.doubts)
  const damaged = { ...report, notes: { ...report.notes, doubts: { [PERMITS]: 7 } as never } }
  const read = parseDraft(draftText(newDraft(damaged, new Date('2024-01-20T00:00:00Z'), 'a')))
  expect('problem' in read ? read : [read.report.entries, read.report.notes.doubts]).toEqual([
    report.entries,
    undefined,
  ])
})
