import { type EditStep, emptyHistory, recorded } from '../../report/history'
import { type Change, type Report, textAt } from '../../report/report'
import type { ReportSession } from '../form/session'

/** 回填 as one step of the report's history, with the marks before and after it. */
type FillStep = Required<Pick<EditStep, 'changes' | 'sources'>>

/** Steps made while the report was not open, by draft; the first look at its tables takes them over. */
const waiting = new Map<string, FillStep[]>()
export const leaveStep = (draft: string, step: FillStep) =>
  void waiting.set(draft, [...(waiting.get(draft) ?? []), step])
/** Takes the last one away, which has been taken back. */
export const dropStep = (draft: string) => void waiting.get(draft)?.pop()

/** Of the steps those that lead to the report as it was opened; what was changed elsewhere since is not to be taken back. */
function standing(steps: readonly FillStep[], { entries }: Pick<Report, 'entries'>): FillStep[] {
  const texts = new Map<string, string>()
  const found: FillStep[] = []
  for (const step of [...steps].reverse()) {
    const isThere = ({ address, after }: Change) => (texts.get(address) ?? textAt(entries, address)) === after
    if (!step.changes.every(isThere)) break
    for (const { address, before } of step.changes) texts.set(address, before)
    found.unshift(step)
  }
  return found
}

/** Gives the open report the steps that were made before it was opened, as the earliest of its history. */
export function takeStep(session: ReportSession) {
  const fills = standing(waiting.get(session.draft.id) ?? [], session.draft.report)
  waiting.delete(session.draft.id)
  const steps = fills
    .filter(({ changes }) => changes.some(({ before, after }) => before !== after))
    .flatMap((fill) => recorded(emptyHistory, fill).done)
  if (!steps.length) return
  const { done, undone } = session.history.get()
  session.history.set({ done: [...steps, ...done], undone })
}
