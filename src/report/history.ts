import type { Address } from '../format/types'
import type { Change, Link, Notes, Pending } from './report'

/** Where the clerk was: the field with the focus, and how far its page was scrolled, px. */
export interface Whereabouts {
  address: Address
  top: number
  left: number
}

/** Something before a step and after it. */
interface Both<T> {
  before: T
  after: T
}

/** What goes with the values of a step, and comes back with them. */
export interface StepNotes {
  /** 来文总计 that came with a paste. */
  sourceTotals?: Both<Notes['sourceTotals']>
  /** Links that give way to others. */
  links?: Both<Link[]>
  /** Carried figures that wait no more, or wait anew. */
  pending?: Both<Pending[]>
  /** Where figures that were filled from a 汇总 come from. */
  sources?: Both<Notes['sources']>
  /** Last year's report, which came with what was taken over from it. */
  lastYear?: Both<Notes['lastYear']>
  /** Values that were put in for the clerk, and are no more. */
  proposed?: Both<Notes['proposed']>
  /** All other notes that differ between two states of the report. */
  others?: Both<Partial<Notes>>
}

/** What is taken back at once: values, and what goes with them. */
export interface EditStep extends StepNotes {
  changes: Change[]
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
export function recorded(history: History, { changes, place, ...notes }: EditStep): History {
  const real = changes.filter(({ before, after }) => before !== after)
  if (!real.length && !Object.values(notes).some(Boolean)) return history
  const step: EditStep = { changes: real, place, ...notes }
  return { done: [...history.done, step].slice(-MAX_STEPS), undone: [] }
}

const turned = (notes: StepNotes): StepNotes =>
  Object.fromEntries(
    Object.entries(notes).map(([key, both]) => [key, both && { before: both.after, after: both.before }]),
  )

const inverse = ({ changes, place, ...notes }: EditStep): EditStep => ({
  changes: changes.map(({ address, before, after }) => ({ address, before: after, after: before })).reverse(),
  place,
  ...turned(notes),
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
