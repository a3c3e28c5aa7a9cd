import { recorded } from '../../report/history'
import type { Change, Notes } from '../../report/report'
import type { ReportSession } from '../form/session'

/** 回填 as one step of the report's history, with the marks before and after it. */
interface FillStep {
  changes: Change[]
  before: Notes['sources']
  after: Notes['sources']
}

/** Steps made while the report was not open, by draft; the first look at its tables takes them over. */
const waiting = new Map<string, FillStep>()
export const leaveStep = (draft: string, step: FillStep) => void waiting.set(draft, step)
export const dropStep = (draft: string) => void waiting.delete(draft)

const followed = new WeakMap<ReportSession, Map<object, FillStep>>()

/** The marks go back and forth with the step that brought them. */
export function followStep(session: ReportSession, step: object, fill: FillStep) {
  const known = followed.get(session)
  if (known) {
    known.set(step, fill)
    return
  }
  const fills = new Map([[step, fill]])
  followed.set(session, fills)
  let { done, undone } = session.history.get()
  session.history.subscribe(() => {
    const now = session.history.get()
    const set = (sources: Notes['sources']) => session.notes.set({ ...session.notes.get(), sources })
    for (const [step, { before, after }] of fills) {
      const isIn = (steps: readonly object[]) => steps.includes(step)
      if (isIn(done) && isIn(now.undone)) set(before)
      if (isIn(undone) && isIn(now.done)) set(after)
    }
    ;({ done, undone } = now)
  })
}

/** Gives the open report the step that was made before it was opened, as the earliest of its history. */
export function takeStep(session: ReportSession) {
  const fill = waiting.get(session.draft.id)
  if (!fill) return
  waiting.delete(session.draft.id)
  const { done, undone } = session.history.get()
  const [step] = recorded({ done: [], undone: [] }, { changes: fill.changes }).done
  if (!step) return
  session.history.set({ done: [step, ...done], undone })
  followStep(session, step, fill)
}
