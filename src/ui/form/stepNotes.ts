import { withPendingStep } from '../../report/carry/pendingNotes'
import type { StepNotes } from '../../report/history'
import type { Notes } from '../../report/report'

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The notes after a step, with what goes with its values. */
export function withStep(notes: Notes, step: StepNotes): Notes {
  const { sourceTotals, links, pending, sources, lastYear, proposed, others } = step
  let next = notes
  if (links) {
    const gone = links.before.map((link) => JSON.stringify(link))
    const left = (next.links ?? []).filter((link) => !gone.includes(JSON.stringify(link)))
    next = { ...next, links: [...left, ...links.after] }
  }
  if (pending) next = withPendingStep(next, pending)
  if (sources) next = { ...next, sources: sources.after }
  if (sourceTotals) next = { ...next, sourceTotals: sourceTotals.after }
  // What was chosen since stays.
  if (lastYear && isSame(next.lastYear, lastYear.before)) next = { ...next, lastYear: lastYear.after }
  if (proposed && isSame(next.proposed, proposed.before)) next = { ...next, proposed: proposed.after }
  for (const key of Object.keys({ ...others?.before, ...others?.after }) as (keyof Notes)[])
    if (isSame(next[key], others?.before[key])) next = { ...next, [key]: others?.after[key] }
  return next
}
