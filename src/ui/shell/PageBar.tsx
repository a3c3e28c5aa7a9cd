import { FindingSteps, OpenCounts } from '../form/FindingSteps'
import { SaidStep } from '../form/SaidStep'
import own from '../parts/PageBar.module.css'
import styles from '../parts/StatusBar.module.css'

/** Under the pages that are no table: what is still to do in the report, and the way through it. */
export function PageBar({ isPart }: { isPart: boolean }) {
  return (
    <div className={`${styles.bar} ${own.bar}`} data-page-bar>
      <SaidStep stay={!isPart} />
      <span className={styles.grow} />
      <OpenCounts />
      <FindingSteps />
    </div>
  )
}
