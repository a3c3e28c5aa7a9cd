import { expect, test } from 'vitest'
import { findingsOf, givenOf, runChecks } from './checks/run'
import { documentOf } from './export/document'
import { toDocx } from './export/docx'
import { enteredCellsOf } from './format/cells'
import { currentEdition as edition } from './format/editions'
import { reportOf, textsOfProposal } from './import/apply'
import { readBytes } from './import/files/read'
import { recognition } from './import/files/work'
import { carriedInto } from './report/carry/carry'
import { stillPending } from './report/carry/pending'
import { pendingOf } from './report/carry/pendingNotes'
import { withProposal } from './report/proposed'
import { applyChanges, blankReport, textAt, withTexts } from './report/report'
import { YEAR } from './testing/randomReport'
import { lastYear, thisYear } from './testing/secondYear'
import { renewed } from './writing/renew'

test('last year’s Word file and this year’s figures leave open what no table has, and nothing is accused', async () => {
  const word = await toDocx(documentOf(lastYear(), edition, { draft: false, code: '' }))
  const read = await recognition(() => readBytes(new Uint8Array(word), '上年.docx'))
  if ('problem' in read) throw new Error(read.problem)
  const { entered, sourceTotals } = textsOfProposal(read.proposal, edition)
  const blank = withProposal(blankReport(edition), 'year', '2030')
  const carried = carriedInto(blank, edition, reportOf(entered, sourceTotals, edition))
  const entries = withTexts(applyChanges(blank.entries, [...carried.changes, ...carried.figures]), [
    // 市 alone does not tell the kind: it is asked.
    ['organ.kind', 'prefectureGovernment'],
    ...enteredCellsOf(edition).map(({ address }): [string, string] => [
      address,
      textAt(thisYear.entries, address),
    ]),
  ])
  const report = { ...blank, entries, notes: carried.notes }
  const { changes, notes } = renewed(report, edition)
  const after = {
    ...report,
    entries: withTexts(
      entries,
      changes.map((each) => [each.address, each.after]),
    ),
    notes,
  }
  expect(textAt(after.entries, 'year')).toBe(String(YEAR))
  const left = pendingOf(notes).flatMap((each) => {
    const text = textAt(after.entries, each.text)
    return stillPending(each, text).map(({ start, end }) => text.slice(start, end))
  })
  expect(left.sort()).toEqual(['18', '24', '3', '860', '未发生', '未收取'])
  const findings = findingsOf(
    runChecks(givenOf({ edition, report: after, today: `${YEAR + 1}-01-20` })),
    [],
    edition,
    after,
  )
  const open = findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule)
  expect([...new Set(open)]).toEqual(['text.carried'])
})
