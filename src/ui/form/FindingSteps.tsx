import { brokenWords, openCounts } from '../../checks/verdict'
import { useObservable } from '../parts/observable'
import { StatusTag, severityWord } from '../parts/Severity'
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

/**
 * What is open in the whole report, whatever page it stands on: the numbers of 核对, of its line in the list of parts, of
 * 我的年报 and 导出, and of the way through the findings beside it. Nothing before the rules have looked.
 */
export function OpenCounts() {
  const { verdict } = useReview()
  if (!verdict) return null
  const open = openCounts(verdict)
  return (
    <span className={styles.counts} data-open-counts>
      <span>全篇</span>
      {open.map(({ severity, count }) => (
        <StatusTag key={severity} tone={severity === 'blank' ? 'idle' : severity} icon={severity}>
          {severityWord[severity]} {count}
        </StatusTag>
      ))}
      {!open.length && <NothingOpen broken={verdict.broken} />}
    </span>
  )
}

/** 没有问题 is said only where every rule has looked. */
export const NothingOpen = ({ broken = 0 }: { broken?: number }) =>
  broken ? (
    <StatusTag tone="verify" icon="verify">
      {brokenWords(broken)}
    </StatusTag>
  ) : (
    <StatusTag tone="ok" icon="ok">
      没有问题
    </StatusTag>
  )
