import { useEffect, useState } from 'react'
import type { Suspect } from '../../checks/locate/suspects'
import type { Finding } from '../../checks/types'
import { identitiesOf } from '../../format/cells'
import type { Edition } from '../../format/types'
import { goTo } from '../form/goTo'
import { useSession } from '../form/session'
import { localDate } from '../parts/localDate'
import { useObservable } from '../parts/observable'
import styles from './Note.module.css'

/** Sums that do not come out: there a single cell can be at fault. */
const isSum = (edition: Edition, { rule }: Finding): boolean =>
  rule.endsWith('.source-total') || identitiesOf(edition).some(({ identity }) => identity.rule === rule)

/** Looked for in the pauses of typing, and only for what is on screen. */
function useSuspects(finding: Finding): Suspect[] {
  const session = useSession()
  const looks = useObservable(session.findings.looks)
  const [suspects, setSuspects] = useState<Suspect[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each look of the rules
  useEffect(() => {
    if (!isSum(session.edition, finding)) return
    let left = false
    void Promise.all([import('../../checks/run'), import('../../checks/locate/suspects')]).then(
      ([{ givenOf }, { suspectsFor }]) => {
        if (left) return
        const { edition } = session
        const given = givenOf({ edition, report: session.report(), today: localDate() })
        const found = suspectsFor(given, finding.operands)
        setSuspects((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found))
      },
    )
    return () => {
      left = true
    }
  }, [session, finding, looks])
  return suspects
}

/** 差额定位: the cells that may be at fault, the likeliest first, each to be jumped to. Nothing is changed. */
export function Suspects({ finding, most }: { finding: Finding; most: number }) {
  const session = useSession()
  const suspects = useSuspects(finding)
  if (!suspects.length) return null
  return (
    <div className={styles.suspects}>
      <p>差额可能出在：</p>
      <ul>
        {suspects.slice(0, most).map(({ cells: [first], reason }) => (
          <li key={reason}>
            <button type="button" onClick={() => first && goTo(session, first)}>
              {reason}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
