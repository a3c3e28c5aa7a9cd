import { useState } from 'react'
import { organKey } from '../../aggregate/match'
import type { Standing } from '../../aggregate/task'
import { Button } from '../parts/Button'
import styles from './Aggregate.module.css'
import { focusOnce } from './focusOnce'
import type { OpenTask } from './useTask'
import { isAwaited } from './words'

export type Kept = (writing: Promise<boolean>) => void

/** What a person may decide of: a unit, and what it is called. */
export interface OfUnit {
  standing: Standing
  name: string
  open: OpenTask
  onKept: Kept
}

/** Whose it is where the name says no unit of the list: asked for by a person who knows, and remembered for all files of that organ. */
export function Assign({ standing, name, open, onKept }: OfUnit) {
  const [asks, setAsks] = useState(false)
  const report = standing.current ?? standing.conflict[0] ?? standing.reports[0]
  if (!report || !open.task.units.length) return null
  if (!asks)
    return (
      <Button small look="text" aria-label={`归到单位：${name}`} onClick={() => setAsks(true)}>
        归到单位
      </Button>
    )
  const nameOf = new Map(open.task.units.map(({ id, name }) => [id, name]))
  const missing = new Set(open.overview.standings.flatMap((one) => (isAwaited(one) ? [one.id] : [])))
  const groups = [
    ['未报的', open.task.units.filter(({ id }) => missing.has(id))],
    ['其他', open.task.units.filter(({ id }) => !missing.has(id))],
  ] as const
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault()
        const unit = new FormData(event.currentTarget).get('unit')
        if (typeof unit !== 'string' || !unit) return
        setAsks(false)
        onKept(open.decide({ kind: 'belongs', organ: organKey(report.organ), unit }))
      }}
      onKeyDown={(event) => event.key === 'Escape' && setAsks(false)}
    >
      <select name="unit" aria-label={`归到哪一家：${name}`} ref={focusOnce} required defaultValue="">
        <option value="">选一家</option>
        {groups.map(([label, units]) => (
          <optgroup key={label} label={label}>
            {units.map(({ id, name, parent }) => (
              <option key={id} value={id}>
                {[name, nameOf.get(parent)].filter(Boolean).join(' · ')}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Button small type="submit">
        确定
      </Button>
    </form>
  )
}
