import { useMemo, useState } from 'react'
import { localDate } from '../parts/localDate'
import styles from './Aggregate.module.css'
import { Intake } from './Intake'
import { Questions } from './Questions'
import { Reminder } from './Reminder'
import { RosterBox } from './RosterBox'
import { UnitTable } from './UnitTable'
import { NOT_KEPT, type OpenTask } from './useTask'
import { progressOf } from './words'

/** 单位与装入: who has to report, what came in, and what has to be asked. */
export function UnitsPage({ open }: { open: OpenTask }) {
  const [problem, setProblem] = useState('')
  const { task, overview } = open
  const today = localDate()
  const { done, of } = useMemo(() => progressOf(overview), [overview])
  const kept = async (writing: Promise<boolean>) => setProblem((await writing) ? '' : NOT_KEPT)
  return (
    <>
      <p role="alert" className={problem ? styles.problem : undefined}>
        {problem}
      </p>
      <Intake open={open} />
      <Questions open={open} onKept={kept} />
      <section className={styles.part} aria-labelledby="units-heading">
        <h2 id="units-heading">
          单位{' '}
          <span className={styles.count}>
            收齐 {done}/{of}
          </span>
        </h2>
        <Reminder overview={overview} today={today} />
        <UnitTable open={open} today={today} onKept={kept} />
        {!overview.standings.length && (
          <p className={styles.hint}>还没有单位。先粘贴单位名单，或直接装入年报，由它们生成名单。</p>
        )}
      </section>
      <RosterBox key={task.units.length ? 'there' : 'none'} open={open} />
    </>
  )
}
