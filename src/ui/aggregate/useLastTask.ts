import { useEffect, useState } from 'react'
import type { TaskHead } from '../../aggregate/store'
import { useStoredTask } from './useStoredTask'
import { theStore } from './useTask'

/** By task: which earlier one was chosen on one of its pages holds on the others, as long as the program runs. */
const chosen = new Map<string, string>()

/** The 汇总 of an earlier year that a task is held against: the one of the year before, unless another is chosen, or none. */
export function useLastTask({ id, year }: Pick<TaskHead, 'id' | 'year'>) {
  const [others, setOthers] = useState<TaskHead[]>()
  const [choice, setChoice] = useState(() => chosen.get(id))
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let gone = false
    theStore()
      .tasks()
      .then(
        (all) => gone || setOthers(all.filter((one) => one.id !== id && one.year < year)),
        () => {
          if (gone) return
          setOthers([])
          setProblem('浏览器的数据库没有回应。请关闭其他年报通窗口后再试。')
        },
      )
    return () => {
      gone = true
    }
  }, [id, year])
  const before = choice ?? others?.find((one) => one.year === year - 1)?.id ?? ''
  const last = useStoredTask(before, () => setProblem('上年的汇总读不出来。请关闭其他年报通窗口后再试。'))
  return {
    /** Undefined while it is not known yet which ones there are. */
    others,
    /** Id of the one that is held against; "" for none. */
    before,
    choose(next: string) {
      chosen.set(id, next)
      setChoice(next)
    },
    last,
    /** Whether it is still being read. */
    waiting: !problem && (!others || (before !== '' && last?.head.id !== before)),
    problem,
  }
}
