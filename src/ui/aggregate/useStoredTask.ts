import { useEffect, useRef, useState } from 'react'
import type { TaskHead } from '../../aggregate/store'
import { type Overview, overviewing } from '../../aggregate/task'
import { inSlices } from '../parts/inSlices'
import { readTask } from './useTask'

export interface StoredTask {
  head: TaskHead
  overview: Overview
}

/** Another 汇总任务 of this browser, looked at once. Undefined while it is read, where there is none, and for the id "". */
export function useStoredTask(id: string, onFailed: () => void = () => {}): StoredTask | undefined {
  const [found, setFound] = useState<StoredTask>()
  const failed = useRef(onFailed)
  failed.current = onFailed
  useEffect(() => {
    let stop = () => {}
    let gone = false
    setFound(undefined)
    if (id)
      void (async () => {
        const head = await readTask(id)
        if (gone || !head) return
        const work = inSlices(overviewing(head))
        stop = work.stop
        const overview = await work.done
        if (!gone) setFound({ head, overview })
      })().catch(() => gone || failed.current())
    return () => {
      gone = true
      stop()
    }
  }, [id])
  return found
}
