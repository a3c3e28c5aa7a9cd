import { isYearBefore } from '../../report/yearBefore'
import { useObservable } from '../parts/observable'
import styles from './LastYear.module.css'
import { useSession } from './session'
import { showLast } from './showLast'

/** Whether last year's report can be shown beside this one, and is wanted there. */
export function useShowLast(): boolean {
  const session = useSession()
  const { lastYear } = useObservable(session.notes)
  const wanted = useObservable(showLast)
  return wanted && lastYear !== undefined && isYearBefore(lastYear, { entries: session.entries() })
}

/** One switch for tables and texts; not there while no last year is loaded. */
export function LastYearSwitch() {
  const session = useSession()
  const { lastYear } = useObservable(session.notes)
  const shown = useObservable(showLast)
  if (!lastYear || !isYearBefore(lastYear, { entries: session.entries() })) return null
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={shown} onChange={({ target }) => showLast.set(target.checked)} />
      显示上年
    </label>
  )
}
