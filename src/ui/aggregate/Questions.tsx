import { type FormEvent, useMemo } from 'react'
import { NONE_OF_THEM, organKey } from '../../aggregate/match'
import type { Received } from '../../aggregate/received'
import type { Unit } from '../../aggregate/roster'
import { Button } from '../parts/Button'
import styles from './Aggregate.module.css'
import type { OpenTask } from './useTask'

/** Which unit a file belongs to, where neither code nor name and district tell. Asked once for each organ, and remembered. */
export function Questions({ open, onKept }: { open: OpenTask; onKept(writing: Promise<boolean>): void }) {
  const { overview } = open
  const byId = useMemo(
    () => new Map(overview.standings.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : []))),
    [overview],
  )
  const questions = new Map<string, { report: Received; ask: string[] }>()
  for (const one of overview.open) if ('ask' in one) questions.set(organKey(one.report.organ), one)
  if (!questions.size) return null
  return (
    <section className={styles.part} aria-labelledby="ask-heading">
      <h2 id="ask-heading">
        要问的 <span className={styles.count}>{questions.size} 处</span>
      </h2>
      {[...questions].map(([organ, { report, ask }]) => (
        <Question
          key={organ}
          report={report}
          units={ask.flatMap((id) => byId.get(id) ?? [])}
          none={open.task.units.length ? '列为名册外，不计入汇总' : '另算一家'}
          nameOf={(id) => byId.get(id)?.name ?? ''}
          onAnswer={(unit) => onKept(open.decide({ kind: 'belongs', organ, unit }))}
        />
      ))}
    </section>
  )
}

function Question({
  report,
  units,
  none,
  nameOf,
  onAnswer,
}: {
  report: Received
  units: Unit[]
  /** What becomes of it where it is none of these. */
  none: string
  nameOf(id: string): string
  onAnswer(unit: string): void
}) {
  const { file, organ } = report
  function answer(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget).get('unit')
    if (typeof chosen === 'string') onAnswer(chosen)
  }
  return (
    <form className={styles.question} data-ask={file} onSubmit={answer}>
      <fieldset>
        <legend>
          “{organ.name || file}”是哪一家？<span className={styles.hint}>文件 {file}</span>
        </legend>
        {units.map((unit) => (
          <label key={unit.id}>
            <input type="radio" name="unit" value={unit.id} required />
            {unit.name}
            <span className={styles.hint}>
              {[nameOf(unit.parent), unit.code].filter(Boolean).join(' · ')}
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name="unit" value={NONE_OF_THEM} required />
          都不是
          <span className={styles.hint}>{none}</span>
        </label>
      </fieldset>
      <Button small type="submit">
        确定
      </Button>
    </form>
  )
}
