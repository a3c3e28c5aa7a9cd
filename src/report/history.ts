import type { Address } from '../format/types'
import type { Change, Link, Notes, Pending } from './report'

/** Where the clerk was: the field with the focus, and how far its page was scrolled, px. */
export interface Whereabouts {
  address: Address
  top: number
  left: number
}

/**
 * What is taken back at once: values, with a paste the 来文总计 that came with it, links that give way to others, and carried
 * figures that wait no more, or wait anew.
 */
export interface EditStep {
  changes: Change[]
  sourceTotals?: { before: Notes['sourceTotals']; after: Notes['sourceTotals'] }
  links?: { before: Link[]; after: Link[] }
  pending?: { before: Pending[]; after: Pending[] }
  /** Taking the step back, or doing it again, leads there. */
  place?: Whereabouts
}

/** What was changed in one open report, as steps that can be taken back; the latest step last. */
export interface History {
  done: EditStep[]
  undone: EditStep[]
}

/** Far more than a clerk takes back; keeps a long day's history small. */
const MAX_STEPS = 1000

export const emptyHistory: History = { done: [], undone: [] }

/** Adds a step; changes that change nothing are left out, and a step of nothing is none. What was undone is gone then. */
export function recorded(history: History, { changes, ...more }: EditStep): History {
  const real = changes.filter(({ before, after }) => before !== after)
  if (!real.length && !more.sourceTotals && !more.links && !more.pending) return history
  const step: EditStep = { changes: real, ...more }
  return { done: [...history.done, step].slice(-MAX_STEPS), undone: [] }
}

const inverse = ({ changes, sourceTotals, links, pending, place }: EditStep): EditStep => ({
  changes: changes.map(({ address, before, after }) => ({ address, before: after, after: before })).reverse(),
  sourceTotals: sourceTotals && { before: sourceTotals.after, after: sourceTotals.before },
  links: links && { before: links.after, after: links.before },
  pending: pending && { before: pending.after, after: pending.before },
  place,
})

/** The history after taking back the last step, and the step that does it; undefined when there is none. */
export function undone(history: History): { history: History; step: EditStep } | undefined {
  const step = history.done.at(-1)
  if (!step) return undefined
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    step: inverse(step),
  }
}

/** The history after doing the last undone step again, and that step; undefined when there is none. */
export function redone(history: History): { history: History; step: EditStep } | undefined {
  const step = history.undone.at(-1)
  if (!step) return undefined
  return { history: { done: [...history.done, step], undone: history.undone.slice(0, -1) }, step }
}
