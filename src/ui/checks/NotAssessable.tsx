import type { Tally } from '../../checks/verdict'
import { partsOf } from '../../format/cells'
import type { Address } from '../../format/types'
import { valuesOf } from '../../report/report'
import { goTo } from '../form/goTo'
import { useSession } from '../form/session'
import { whereOf } from '../notes/place'
import styles from './CheckPage.module.css'

/** 未能核对: comparisons that wait for a figure. Folded, because they are no errors and go with the blanks they wait for. */
export function NotAssessable({ tally, titles }: { tally: Tally[]; titles: Map<string, string> }) {
  const session = useSession()
  const { edition } = session
  const waiting = tally.filter(({ open }) => open.length > 0)
  const count = waiting.reduce((sum, { open }) => sum + open.length, 0)
  if (!count) return null
  /** The first cell behind the comparison that has no figure yet. */
  const missing = (operands: Address[], target: Address) => {
    const value = valuesOf(edition, session.entries())
    const parts = operands.flatMap((operand) => partsOf(edition, operand))
    return parts.find((part) => value(part).kind !== 'number') ?? target
  }
  return (
    <details className={styles.waiting}>
      <summary>未能核对 {count} 项（有未填或待改的格，填好后自动核对）</summary>
      <ul>
        {waiting.map(({ rule, open }) => (
          <li key={rule}>
            <span className={styles.rowName}>
              {titles.get(rule) ?? rule}
              <small>{open.length} 项</small>
            </span>
            <span className={styles.chips}>
              {open.map(({ target, operands }) => (
                <button
                  key={target + operands.join()}
                  type="button"
                  onClick={() => goTo(session, missing(operands, target))}
                >
                  {whereOf(edition, { target, operands, message: '' })}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
