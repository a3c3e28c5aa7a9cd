import type { Change } from './report'

/** What was changed in one open report, as steps that can be taken back; the latest step last. */
export interface History {
  done: Change[][]
  undone: Change[][]
}

/** Far more than a clerk takes back; keeps a long day's history small. */
const MAX_STEPS = 1000

export const emptyHistory: History = { done: [], undone: [] }

/** Adds a step; changes that change nothing are left out, and a step of nothing is none. What was undone is gone then. */
export function recorded(history: History, changes: Change[]): History {
  const step = changes.filter(({ before, after }) => before !== after)
  return step.length ? { done: [...history.done, step].slice(-MAX_STEPS), undone: [] } : history
}

/** The history after taking back the last step, and the changes that do it; undefined when there is none. */
export function undone(history: History): { history: History; changes: Change[] } | undefined {
  const step = history.done.at(-1)
  if (!step) return undefined
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    changes: step.map(({ address, before, after }) => ({ address, before: after, after: before })).reverse(),
  }
}

/** The history after doing the last undone step again, and its changes; undefined when there is none. */
export function redone(history: History): { history: History; changes: Change[] } | undefined {
  const step = history.undone.at(-1)
  if (!step) return undefined
  return { history: { done: [...history.done, step], undone: history.undone.slice(0, -1) }, changes: step }
}
