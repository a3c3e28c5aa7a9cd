import { RangeChoice } from './RangeChoice'
import { useRange } from './useRange'
import type { OpenTask } from './useTask'

/** 输出: what a 汇总 is handed on as, over the chosen range. */
export function OutputPage({ open: { task, overview } }: { open: OpenTask }) {
  const [range, setRange] = useRange(task.id)
  return <RangeChoice range={range} overview={overview} onChange={setRange} />
}
