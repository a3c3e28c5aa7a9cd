import type { Edition } from '../format/types'
import { carriedInto } from '../report/carry/carry'
import { applyChanges, blankReport, type Change } from '../report/report'
import { type Draft, newDraft } from './draft'

/**
 * Next year's draft: everything that 沿用上年 carries, with the figures of the prose to be looked at. `offered` are this
 * year's 结转下年 as 上年结转; nothing of it is in the draft until the clerk accepts it. A year that cannot be read leaves
 * the new one blank.
 */
export function forNextYear(
  draft: Draft,
  edition: Edition,
  now: Date,
  id: string,
): { draft: Draft; offered: Change[] } {
  const blank = blankReport(edition)
  const { changes, figures, notes } = carriedInto(blank, edition, draft.report)
  const report = { ...blank, entries: applyChanges(blank.entries, changes), notes: { ...notes } }
  if (draft.report.notes.example) report.notes.example = true
  return { draft: newDraft(report, now, id), offered: figures }
}
