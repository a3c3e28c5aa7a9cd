import { useState } from 'react'
import type { Range } from '../../aggregate/range'

const ALL: Range = { kind: 'all' }
/** By task: what was chosen on one of its pages holds on the others, as long as the program runs. */
const chosen = new Map<string, Range>()

/** The range of a task that its sums and outputs are of. */
export function useRange(task: string): [Range, (range: Range) => void] {
  const [range, setRange] = useState<Range>(() => chosen.get(task) ?? ALL)
  return [
    range,
    (next) => {
      chosen.set(task, next)
      setRange(next)
    },
  ]
}
