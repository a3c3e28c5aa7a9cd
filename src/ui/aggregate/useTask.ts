import { useEffect, useMemo, useState } from 'react'
import { type StoredReport, type SumStore, sumStore, type TaskHead } from '../../aggregate/store'
import { type Decision, type Overview, overviewOf, type Task } from '../../aggregate/task'

let own: SumStore | undefined
/** The store of this browser; where it keeps nothing, each of its methods rejects. */
export function theStore(): SumStore {
  own ??= sumStore(window.indexedDB)
  return own
}

export const NOT_KEPT = '浏览器没有存下，什么都没有改动。请关闭其他年报通窗口，或腾出磁盘空间后再试。'

type Known = TaskHead & Task
export interface OpenTask {
  task: Known
  overview: Overview
  /** Each writes first and changes the page afterwards; false where the browser did not keep it. */
  add(reports: readonly StoredReport[]): Promise<boolean>
  change(change: (head: TaskHead) => TaskHead): Promise<boolean>
  decide(decision: Decision): Promise<boolean>
}

/** A 汇总任务 of this browser: what is stored, and what follows from it. `null` while it is read, `undefined` where there is none. */
export function useTask(id: string): OpenTask | null | undefined {
  const [task, setTask] = useState<Known | null | undefined>(null)
  useEffect(() => {
    let gone = false
    theStore()
      .task(id)
      .then(
        (found) => gone || setTask(found),
        () => gone || setTask(undefined),
      )
    return () => {
      gone = true
    }
  }, [id])
  const overview = useMemo(() => (task ? overviewOf(task) : undefined), [task])
  if (!task || !overview) return task === null ? null : undefined
  async function written(write: () => Promise<unknown>): Promise<boolean> {
    try {
      if ((await write()) === false) return false
      const found = await theStore().task(id)
      if (found) setTask(found)
      return found !== undefined
    } catch {
      return false
    }
  }
  const change: OpenTask['change'] = (change) => written(() => theStore().change(id, change))
  return {
    task,
    overview,
    add: (reports) => written(() => theStore().put(headOf(task), reports)),
    change,
    decide: (decision) => change((head) => ({ ...head, decisions: [...head.decisions, decision] })),
  }
}

export const headOf = ({ id, name, year, units, decisions }: TaskHead): TaskHead => ({
  id,
  name,
  year,
  units,
  decisions,
})
