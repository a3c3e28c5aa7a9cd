import { useMemo } from 'react'
import { inRange, type Range } from '../../aggregate/range'
import { unitNames } from '../../aggregate/unitNames'
import { localDate } from '../parts/localDate'
import { annexesOf } from './annexes'
import type { SumSource } from './sumFacts'
import type { StoredTask } from './useStoredTask'
import type { OpenTask } from './useTask'
import { uncountedWords } from './words'

/** What the outputs of a task are made of, over a range. */
export function useSumSource(open: OpenTask, range: Range, last?: StoredTask): SumSource {
  const today = localDate()
  return useMemo(() => {
    const { task, overview } = open
    const standings = inRange(overview, range)
    return {
      task: { id: task.id, name: task.name, year: task.year },
      range,
      standings,
      uncounted: uncountedWords(overview, standings),
      names: unitNames(overview.standings),
      today,
      annexes: annexesOf(open, range, last),
    }
  }, [open, range, last, today])
}
