import { exceptionFor, exceptionOnRecord } from '../../checks/exceptions'
import type { Finding, Fix } from '../../checks/types'
import { type Notes, textAt } from '../../report/report'
import { applied } from '../form/applied'
import { goToFinding, selectText } from '../form/goTo'
import type { ReportSession } from '../form/session'

/** A reason has at least this many characters, unless it is one of the fixed ones. */
export const MIN_REASON = 5

/**
 * Makes a correction that the finding offers, or accepts it with the reason that it offers; looks again at once. The fix is
 * taken as the rules would offer it now: one made for an earlier text would undo what was typed since. What has to be
 * completed is selected in its text, on whatever page the fix was chosen.
 */
export async function applyFix(session: ReportSession, { key }: Finding, { label }: Fix): Promise<void> {
  await session.findings.now()
  const finding = session.findings.review().findings.find((known) => known.key === key)
  const fix = finding?.fixes.find((offered) => offered.label === label)
  if (!finding || !fix) return
  const step = fix.changes.length ? applied(session, fix.changes) : undefined
  const { toComplete } = fix
  if (step)
    session.said.set({ words: toComplete ? '示范句已插入，请补写选中的部分' : `已按“${label}”修改`, step })
  if (fix.accept === undefined) await session.findings.now()
  else await explain(session, finding, fix.accept)
  const address = fix.changes[0]?.address
  if (!toComplete || !step || address === undefined) return
  const end = textAt(session.entries(), address).lastIndexOf(toComplete) + toComplete.length
  goToFinding(session, finding)
  selectText(session, { address, start: end - toComplete.length, end })
}

/** Accepts a 核实 finding with a reason, for as long as its operands keep their values. Replaces an earlier reason. */
export function explain(session: ReportSession, finding: Finding, reason: string): Promise<void> {
  const entry = exceptionFor(finding, reason, new Date().toISOString(), session.edition, session.report())
  session.note((notes) => ({ ...notes, exceptions: [...without(session, finding, notes), entry] }))
  return session.findings.now()
}

/** Takes the reason back: the finding is open again. */
export function withdraw(session: ReportSession, finding: Finding): Promise<void> {
  session.note((notes) => ({ ...notes, exceptions: without(session, finding, notes) }))
  return session.findings.now()
}

/** The exceptions on record without the one that this finding is accepted by now. Reasons for other values stay. */
function without(session: ReportSession, finding: Finding, { exceptions }: Notes) {
  const report = session.report()
  const record = exceptionOnRecord(finding, exceptions, session.edition, report)
  return record?.holds ? exceptions.filter((exception) => exception !== record.exception) : exceptions
}
