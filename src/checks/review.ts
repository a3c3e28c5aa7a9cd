import type { Edition } from '../format/types'
import type { Report } from '../report/report'
import { findingsOf, type RuleOutcome } from './run'
import type { Finding, Verdict } from './types'
import { verdictOf } from './verdict'

export interface Reviewed {
  findings: Finding[]
  verdict: Verdict
}

/** What the outcomes of the rules mean for a report, with the exceptions on its record: its findings, and its verdict. */
export function reviewOf(outcomes: RuleOutcome[], edition: Edition, report: Report): Reviewed {
  const findings = findingsOf(outcomes, report.notes.exceptions, edition, report)
  return { findings, verdict: verdictOf(outcomes, findings) }
}
