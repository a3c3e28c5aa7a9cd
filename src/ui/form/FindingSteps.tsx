import { useObservable } from '../parts/observable'
import { StatusTag } from '../parts/Severity'
import styles from './FindingSteps.module.css'
import { openInOrder, stepAt } from './findingSteps'
import { useReview } from './findings'
import { goToNextFinding } from './goTo'
import { ReturnToCheck } from './ReturnToCheck'
import { useSession } from './session'

/** The field keeps the focus when a step is clicked: the way goes on from there. */
const keepFocus = (event: React.MouseEvent) => event.preventDefault()

/** The one way through what was found, at the bottom of every page of a report: 第 3/8 处 · 上一处 · 下一处 · 返回核对. */
export function FindingSteps() {
  const session = useSession()
  const { findings } = useReview()
  // Drawn when the focus rests or a finding was followed, not on each step through a table.
  useObservable(session.resting)
  useObservable(session.operands)
  const open = openInOrder(session.edition, findings)
  const at = stepAt(open, session.at.get())
  return (
    <div className={styles.steps} role="toolbar" aria-label="核对发现的问题" onMouseDown={keepFocus}>
      {open.length > 0 && (
        <>
          <span>{at < 0 ? `发现 ${open.length} 处` : `第 ${at + 1}/${open.length} 处`}</span>
          <button type="button" onClick={() => void goToNextFinding(session, -1)}>
            上一处
          </button>
          <button type="button" aria-keyshortcuts="F8" onClick={() => void goToNextFinding(session, 1)}>
            下一处 <kbd>F8</kbd>
          </button>
        </>
      )}
      <ReturnToCheck />
    </div>
  )
}

/** 未填, 阻断 and 核实 of a part or of the whole report: the numbers that the list of parts and 核对 show. */
export function OpenCounts({ blank, block, verify }: { blank: number; block: number; verify: number }) {
  return (
    <>
      <span data-count="blank">
        未填 <b>{blank}</b>
      </span>
      {block > 0 && (
        <StatusTag tone="block" icon="block">
          阻断 {block}
        </StatusTag>
      )}
      {verify > 0 && (
        <StatusTag tone="verify" icon="verify">
          核实 {verify}
        </StatusTag>
      )}
    </>
  )
}
