import { findingsOf, givenOf, runChecks } from '../../checks/run'
import type { Finding } from '../../checks/types'
import { currentEdition as edition } from '../../format/editions'
import { reportOf, textsOfProposal, unreadDoubts } from '../../import/apply'
import { readText } from '../../import/files/read'
import { recognise } from '../../import/recognise'
import { yearOf } from '../../report/deadline'
import { withProposedKind } from '../../report/proposed'

/**
 * A whole report in the manner of published ones, by somebody who had not seen the program: right, but for the errors that
 * are told of it.
 */
export interface WholeReport {
  id: string
  errors: string[]
  text: string
}

export interface WholeScore {
  reports: number
  /** Right ones with a finding on figures, sums or years. */
  accused: string[]
  /** What else is found of right ones: what a report should tell of, and how it is written. */
  remarks: string[]
  /** Of those with errors: what was planted, and what is found. */
  planted: { id: string; errors: string[]; found: string[] }[]
}

const isHeavy = ({ severity }: Finding) => severity === 'verify' || severity === 'block'
/** What a report has to speak of, and in which words: that a report is silent on it is no error of whoever wrote it down. */
const OF_FORM = /^text\./

/** What is found of a report that is pasted as text. */
function findingsIn(text: string): Finding[] {
  const read = readText({ text }, '')
  if ('problem' in read) throw new Error(read.problem)
  const proposal = recognise(read.source, edition)
  const { entered, sourceTotals } = textsOfProposal(proposal, edition)
  const report = withProposedKind(
    reportOf(entered, sourceTotals, edition, unreadDoubts(proposal.unplaced)),
    edition,
  )
  const year = yearOf(report.entries) ?? 2023
  return findingsOf(
    runChecks(givenOf({ edition, report, today: `${year + 1}-01-20` })),
    [],
    edition,
    report,
  ).filter(({ severity }) => severity !== 'blank')
}

/** What is found of right reports, and of those with planted errors. */
export function scoreWhole(reports: WholeReport[]): WholeScore {
  const score: WholeScore = { reports: reports.length, accused: [], remarks: [], planted: [] }
  for (const { id, errors, text } of reports) {
    const findings = findingsIn(text)
    const told = (some: Finding[]) => some.map(({ rule, message }) => `${id} ${rule} ${message}`)
    if (errors.length) score.planted.push({ id, errors, found: told(findings) })
    else {
      const isAccusation = (one: Finding) => isHeavy(one) && !OF_FORM.test(one.rule)
      score.accused.push(...told(findings.filter(isAccusation)))
      score.remarks.push(...told(findings.filter((one) => !isAccusation(one))))
    }
  }
  return score
}
