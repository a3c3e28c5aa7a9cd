import { useMemo } from 'react'
import { inRange, type Range } from '../../aggregate/range'
import { unitNames } from '../../aggregate/unitNames'
import { localDate } from '../parts/localDate'
import { annexesOf } from './annexes'
import type { SumSource } from './sumFacts'
import type { StoredTask } from './useStoredTask'
import type { OpenTask } from './useTask'
import { uncountedWords } from './words'

/** What the outputs of a task are made of but for the annexes, which take a while among thousands of units: no click waits for these. */
export interface ChosenSource extends Omit<SumSource, 'annexes'> {
  /** With the annexes, for whoever makes an output. */
  whole(): SumSource
}

/** What the outputs of a task are made of, over a range. */
export function useSumSource(open: OpenTask, range: Range, last?: StoredTask): ChosenSource {
  const { task, overview } = open
  const today = localDate()
  const names = useMemo(() => unitNames(overview.standings), [overview])
  return useMemo(() => {
    const standings = inRange(overview, range)
    const source = {
      task: { id: task.id, name: task.name, year: task.year },
      range,
      standings,
      uncounted: uncountedWords(overview, standings),
      names,
      today,
    }
    return { ...source, whole: () => ({ ...source, annexes: annexesOf({ task, overview }, range, last) }) }
  }, [task, overview, names, range, last, today])
}
