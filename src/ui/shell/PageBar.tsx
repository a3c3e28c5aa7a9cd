import { FindingSteps, OpenCounts } from '../form/FindingSteps'
import { useReview } from '../form/findings'
import { SaidStep } from '../form/SaidStep'
import { useSession } from '../form/session'
import { reviewState } from '../form/taskState'
import own from '../parts/PageBar.module.css'
import styles from '../parts/StatusBar.module.css'

/** Under the pages that are no table: what is still to do there, and the way through it. */
export function PageBar({ current }: { current: string }) {
  const { edition } = useSession()
  const review = useReview()
  const state = reviewState(edition, review).find(({ key }) => key === current)
  const { verdict } = review
  return (
    <div className={`${styles.bar} ${own.bar}`} data-page-bar>
      {state ? (
        <OpenCounts blank={state.total - state.filled} {...state.problems} />
      ) : (
        verdict && (
          <>
            <span>全篇</span>
            <OpenCounts {...verdict} />
          </>
        )
      )}
      <SaidStep stay={!state} />
      <span className={styles.grow} />
      <FindingSteps />
    </div>
  )
}
