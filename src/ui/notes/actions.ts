import { exceptionFor, exceptionOnRecord } from '../../checks/exceptions'
import type { Finding, Fix } from '../../checks/types'
import type { ReportSession } from '../form/session'

/** A reason has at least this many characters, unless it is one of the fixed ones. */
export const MIN_REASON = 5

/** What most exceptions come down to; one of them suffices. */
export const FIXED_REASONS = ['含上年结转件', '口径不同', '来文如此', '情况属实']

/** Makes a correction that the finding offers, or accepts it with the reason that it offers; looks again at once. */
export function applyFix(session: ReportSession, finding: Finding, fix: Fix): Promise<void> {
  if (fix.changes.length) session.apply(fix.changes)
  return fix.accept === undefined ? session.findings.now() : explain(session, finding, fix.accept)
}

/** Accepts a 核实 finding with a reason, for as long as its operands keep their values. Replaces an earlier reason. */
export function explain(session: ReportSession, finding: Finding, reason: string): Promise<void> {
  const report = session.report()
  const entry = exceptionFor(finding, reason, new Date().toISOString(), session.edition, report)
  session.notes.set({ ...report.notes, exceptions: [...without(session, finding), entry] })
  return session.findings.now()
}

/** Takes the reason back: the finding is open again. */
export function withdraw(session: ReportSession, finding: Finding): Promise<void> {
  session.notes.set({ ...session.notes.get(), exceptions: without(session, finding) })
  return session.findings.now()
}

/** The exceptions on record without the one that this finding is accepted by now. Reasons for other values stay. */
function without(session: ReportSession, finding: Finding) {
  const report = session.report()
  const { exceptions } = report.notes
  const record = exceptionOnRecord(finding, exceptions, session.edition, report)
  return record?.holds ? exceptions.filter((exception) => exception !== record.exception) : exceptions
}
