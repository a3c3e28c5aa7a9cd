import { type Draft, hasSameContent, parseDraft } from '../../drafts/draft'
import type { Snapshot, SnapshotReason } from '../../drafts/journal'
import { changesFrom } from '../../drafts/threeWay'
import type { Edition } from '../../format/types'
import { pendingStep } from '../../report/carry/pendingNotes'
import type { StepNotes } from '../../report/history'
import { PUBLISHED_AT, redates } from '../../report/publication'
import { addressesOf, applyChanges, type Change, type Notes, type Report } from '../../report/report'
import { linkStep } from '../../writing/links'
import { applied } from '../form/applied'
import type { ReportSession } from '../form/session'
import { localDate } from '../parts/localDate'

/** One earlier state of the report, with what sets it apart from the present one. */
export interface Version {
  snapshot: Snapshot
  /** Absent where the stored text is damaged. */
  draft?: Draft
  /** From the present state to this one, in printed order. */
  changes: Change[]
  /** Whether 例外说明, 来文总计 or the like differ. */
  notesDiffer: boolean
}

/** A database of a later version may hold reasons that are not among them. */
export const reasonWords = new Map<SnapshotReason, string>([
  ['conflict', '另一个标签页同时改过同一处，没有采用的内容'],
  ['step', '一次改动多处之前'],
  ['restore', '恢复旧版本之前'],
  ['migration', '程序升级之前的原样'],
  ['export', '导出时的内容'],
  ['published', '公布的版本'],
  ['manual', '手动存的版本'],
  ['time', '填写途中自动存的版本'],
])

/** The newest first. */
export function versionsOf(snapshots: Snapshot[], report: Report, edition: Edition): Version[] {
  const order = new Map(addressesOf(edition).map((address, at) => [address, at]))
  const last = order.size
  return snapshots
    .map((snapshot): Version => {
      const read = parseDraft(snapshot.text)
      if ('problem' in read) return { snapshot, changes: [], notesDiffer: false }
      const changes = changesFrom(report.entries, read.report.entries).sort(
        (a, b) => (order.get(a.address) ?? last) - (order.get(b.address) ?? last),
      )
      const notesDiffer = JSON.stringify(report.notes) !== JSON.stringify(read.report.notes)
      return { snapshot, draft: read, changes, notesDiffer }
    })
    .reverse()
}

/** What leads from some notes to others: links and carried figures one by one, as they change by themselves too. */
function noteStep(before: Notes, after: Notes): Pick<StepNotes, 'links' | 'pending' | 'others'> {
  const { links: _1, pending: _2, ...own } = before
  const { links: _3, pending: _4, ...wanted } = after
  return {
    links: linkStep(before, after),
    pending: pendingStep(before, after),
    others: JSON.stringify(own) === JSON.stringify(wanted) ? undefined : { before: own, after: wanted },
  }
}

/**
 * Puts an earlier state into the form, as one step that can be taken back. Only where the present one has been kept as a
 * version first, and nothing was typed while the database was waited for: else nothing changes. `taken`: another tab has
 * gone on with the report. `asked`: it is published, and waits for the clerk's word; the present state is kept once that is given.
 * What names the version that a 更正版 corrects is no part of a state of its text, and stays.
 */
export async function restoreVersion(
  session: Pick<
    ReportSession,
    'autosave' | 'apply' | 'history' | 'notes' | 'report' | 'asked' | 'guarded' | 'edition'
  >,
  { draft }: Version,
): Promise<'ok' | 'unkept' | 'taken' | 'asked'> {
  const { autosave, report } = session
  if (!draft) return 'unkept'
  const before = report()
  const { base, corrected, reopened } = before.notes
  const own = corrected ? [PUBLISHED_AT, ...Object.values(session.edition.correction ?? {})] : []
  const changes = changesFrom(before.entries, draft.report.entries).filter(
    ({ address }) => !own.includes(address),
  )
  if (!session.guarded() && !redates(before.entries, applyChanges(before.entries, changes), localDate())) {
    const kept = await autosave.keep('restore')
    if (autosave.writing() && !(kept && hasSameContent(before, report()))) return 'unkept'
  }
  if (!autosave.writing()) return 'taken'
  const wanted = { ...draft.report.notes, base: base ?? draft.report.notes.base, corrected, reopened }
  const step = applied(session, changes, { ...noteStep(session.notes.get(), wanted), restores: true })
  if (!step && session.asked.get()) return 'asked'
  autosave.flush()
  return 'ok'
}

/** How 导出 writes a version: whether as final, and its name without ending. */
export async function fileOf(
  report: Report,
  edition: Edition,
): Promise<{ status: 'final' | 'draft'; stem: string }> {
  const [{ runRules }, { findingsOf }, { isFinal, verdictOf }, { fileStem }] = await Promise.all([
    import('../form/runRules'),
    import('../../checks/run'),
    import('../../checks/verdict'),
    import('../../export/fileName'),
  ])
  const { outcomes } = await runRules(edition, report, localDate())
  const final = isFinal(verdictOf(outcomes, findingsOf(outcomes, report.notes.exceptions, edition, report)))
  return { status: final ? 'final' : 'draft', stem: fileStem(report, edition, !final) }
}
