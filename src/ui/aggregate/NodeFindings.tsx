import { useEffect, useMemo, useState } from 'react'
import type { Received } from '../../aggregate/received'
import { printedPlaces } from '../../aggregate/remarkPlaces'
import type { UnitFinding } from '../../aggregate/review'
import type { Standing } from '../../aggregate/task'
import { currentEdition as edition } from '../../format/editions'
import { localDate } from '../parts/localDate'
import { severityWord } from '../parts/Severity'
import styles from './Aggregate.module.css'
import { judgedOf } from './judging'
import { reviewAll } from './reviewing'
import own from './Second.module.css'

/** More of them are read in the report itself. */
const MOST = 50

/** What the rules say of a 汇总 that a node handed in: all of them, as over any report. */
export function NodeFindings({ task, node, report }: { task: string; node: Standing; report: Received }) {
  const today = localDate()
  const judged = useMemo(() => [{ ...node, current: report }], [node, report])
  const [state, setState] = useState<'busy' | 'failed' | UnitFinding[]>('busy')
  useEffect(() => {
    const stop = new AbortController()
    const show = (state: UnitFinding[] | 'busy' | 'failed') => stop.signal.aborted || setState(state)
    show('busy')
    void reviewAll(task, judged, today, () => undefined, stop.signal)
      .then(() => {
        const found = judgedOf(today, report.code)
        show(typeof found === 'object' ? found.findings : 'failed')
      })
      .catch(() => show('failed'))
    return () => stop.abort()
  }, [task, judged, report, today])
  if (typeof state === 'string')
    return (
      <p className={styles.hint} role="status">
        {state === 'busy' ? '正在核对这份汇总……' : '这份汇总没有核对成，请重新装入后再试。'}
      </p>
    )
  const open = state.filter(({ accepted, severity }) => !accepted && severity !== 'note')
  return (
    <>
      <p className={styles.hint} role="status">
        {open.length ? `这份汇总本身还有 ${open.length} 处要核对：` : '这份汇总本身没有待改、待核实的地方。'}
      </p>
      {open.length > 0 && (
        <ul className={own.findings}>
          {open.slice(0, MOST).map((finding) => {
            const { rule, severity, cells, target, message } = finding
            return (
              <li
                key={`${rule} ${target}`}
                data-rule={rule}
                data-severity={severity}
                data-cells={cells.join(' ')}
              >
                <b>{severityWord[severity]}</b> {message}
                <span className={styles.hint}>
                  （{printedPlaces(edition, finding).replaceAll('\n', '；')}）
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {open.length > MOST && <p className={styles.hint}>这里列出前 {MOST} 处。</p>}
    </>
  )
}
