import { withPendingStep } from '../../report/carry/pendingNotes'
import type { StepNotes } from '../../report/history'
import type { Notes } from '../../report/report'

/** The notes after a step, with what goes with its values. */
export function withStep(notes: Notes, { sourceTotals, links, pending, sources }: StepNotes): Notes {
  let next = notes
  if (links) {
    const gone = links.before.map((link) => JSON.stringify(link))
    const left = (next.links ?? []).filter((link) => !gone.includes(JSON.stringify(link)))
    next = { ...next, links: [...left, ...links.after] }
  }
  if (pending) next = withPendingStep(next, pending)
  if (sources) next = { ...next, sources: sources.after }
  if (sourceTotals) next = { ...next, sourceTotals: sourceTotals.after }
  return next
}
