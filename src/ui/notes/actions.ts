import { exceptionFor, exceptionOnRecord } from '../../checks/exceptions'
import type { Finding, Fix } from '../../checks/types'
import { cellAt } from '../../format/cells'
import type { Edition } from '../../format/types'
import type { ReportSession } from '../form/session'

/** A reason has at least this many characters, unless it is one of the fixed ones. */
export const MIN_REASON = 5

/** What most exceptions come down to; one of them suffices. */
const FIGURE_REASONS = ['含上年结转件', '口径不同', '来文如此', '情况属实']
const TEXT_REASONS = ['已在其他部分写明', '本年没有这项情况', '表述无误']

/** The reasons to choose from: other ones where figures differ than where a text lacks something. */
export const fixedReasons = (edition: Edition, { operands }: Pick<Finding, 'operands'>): string[] =>
  operands.some((address) => cellAt(edition, address)) ? FIGURE_REASONS : TEXT_REASONS

/**
 * Makes a correction that the finding offers, or accepts it with the reason that it offers; looks again at once. The fix is
 * taken as the rules would offer it now: one made for an earlier text would undo what was typed since.
 */
export async function applyFix(session: ReportSession, { key }: Finding, { label }: Fix): Promise<void> {
  await session.findings.now()
  const finding = session.findings.review().findings.find((known) => known.key === key)
  const fix = finding?.fixes.find((offered) => offered.label === label)
  if (!finding || !fix) return
  if (fix.changes.length) session.apply(fix.changes)
  if (fix.accept === undefined) await session.findings.now()
  else await explain(session, finding, fix.accept)
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
