import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { decided, withdrawals } from '../../aggregate/inForce'
import type { Received } from '../../aggregate/received'
import { type StoredReport, type SumStore, sumStore, type TaskHead } from '../../aggregate/store'
import { type Decision, type Overview, overviewing, type Task } from '../../aggregate/task'
import { inSlices } from '../parts/inSlices'
import type { ChosenFile } from './reading'

let own: SumStore | undefined
/** The store of this browser; where it keeps nothing, each of its methods rejects. */
export function theStore(): SumStore {
  own ??= sumStore(window.indexedDB)
  return own
}

export const NOT_KEPT = '浏览器没有存下，什么都没有改动。请关闭其他年报通窗口，或腾出磁盘空间后再试。'

type Known = TaskHead & Task
interface Shown {
  task: Known
  overview: Overview
}
export interface OpenTask extends Shown {
  /** Each writes first and changes the page afterwards; false where the browser did not keep it. */
  add(reports: readonly StoredReport[], change?: (head: TaskHead) => TaskHead): Promise<boolean>
  change(change: (head: TaskHead) => TaskHead): Promise<boolean>
  decide(decision: Decision): Promise<boolean>
  withdraw(decisions: readonly Decision[]): Promise<boolean>
}

/** Other windows of the program hear which task was changed, and show it as it is now. */
const CHANNEL = 'nianbao-sums'

/** Clears a task here, and in the windows that show it. */
export async function clearTask(id: string) {
  await theStore().remove(id)
  const others = new BroadcastChannel(CHANNEL)
  others.postMessage(id)
  others.close()
}

/** A task as it is stored, what earlier versions of the program did not keep of its reports read from their files. */
export async function readTask(
  id: string,
  known?: ReadonlyMap<string, Received>,
): Promise<Known | undefined> {
  const task = await theStore().task(id, known)
  if (!task?.reports.some(({ prints }) => prints === undefined)) return task
  const [{ renewed }, { readFiles }] = await Promise.all([import('./olderReports'), import('./reading')])
  const read = (files: ChosenFile[]) => readFiles(files, () => undefined, new AbortController().signal)
  return { ...task, reports: await renewed(theStore(), id, task.reports, read) }
}

/** A 汇总任务 of this browser: what is stored, and what follows from it. `null` while it is read, `undefined` where there is none. */
export function useTask(id: string): OpenTask | null | undefined {
  const [shown, setShown] = useState<Shown | null | undefined>(null)
  const reading = useRef(0)
  const known = useRef<Known>(undefined)
  const channel = useRef<BroadcastChannel>(undefined)
  /** Reads what is stored, and shows it unless it has been read again since. False where the task is gone. */
  const reread = useCallback(
    async (more: readonly StoredReport[] = []): Promise<boolean> => {
      const own = ++reading.current
      const here = new Map(
        [...(known.current?.reports ?? []), ...more.map(({ received }) => received)]
          .reverse()
          .map((report) => [report.code, report]),
      )
      const task = await readTask(id, here)
      const overview = task && (await inSlices(overviewing(task)).done)
      if (own !== reading.current) return task !== undefined
      known.current = task
      // Thousands of lines are drawn between the keys, not before them.
      startTransition(() => setShown(task && overview && { task, overview }))
      return task !== undefined
    },
    [id],
  )
  useEffect(() => {
    known.current = undefined
    const gone = () => setShown(undefined)
    void reread().catch(gone)
    const others = new BroadcastChannel(CHANNEL)
    channel.current = others
    others.onmessage = ({ data }) => {
      if (data === id) void reread().catch(() => undefined)
    }
    return () => {
      reading.current++
      others.close()
    }
  }, [id, reread])
  if (!shown) return shown
  async function written(
    change: (head: TaskHead) => TaskHead,
    reports: readonly StoredReport[] = [],
  ): Promise<boolean> {
    try {
      if (!(await theStore().change(id, change, reports))) {
        // Cleared meanwhile, by whatever way: the page says so instead of offering the same again.
        await reread()
        return false
      }
      channel.current?.postMessage(id)
      return await reread(reports)
    } catch {
      return false
    }
  }
  return {
    ...shown,
    add: (reports, change = (head) => head) => written(change, reports),
    change: (change) => written(change),
    decide: (decision) =>
      written((head) => ({ ...head, decisions: [...head.decisions, ...decided(decision, head.decisions)] })),
    withdraw: (decisions) =>
      written((head) => ({ ...head, decisions: [...head.decisions, ...withdrawals(decisions)] })),
  }
}

export const headOf = ({ id, name, year, units, decisions }: TaskHead): TaskHead => ({
  id,
  name,
  year,
  units,
  decisions,
})
