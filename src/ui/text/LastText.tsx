import type { Address } from '../../format/types'
import { LONGEST_CARRIED } from '../../report/carry/pendingNotes'
import { textAt } from '../../report/report'
import { useShowLast } from '../form/LastYearSwitch'
import { useSession } from '../form/session'
import { comparedTexts } from '../history/comparedTexts'
import { Button } from '../parts/Button'
import { useObservable } from '../parts/observable'
import { fillFromLast } from './carried'
import styles from './TextSection.module.css'

/** 上年原文 in the margin of a text; what this year's text no longer says is marked, word by word. */
export function LastText({ address }: { address: Address }) {
  const session = useSession()
  const shown = useShowLast()
  const { lastYear } = useObservable(session.notes)
  useObservable(session.findings.looks)
  useObservable(session.history)
  const last = lastYear ? textAt(lastYear.entries, address) : ''
  if (!shown || last.trim() === '') return null
  if (last.length > LONGEST_CARRIED) return <p className={styles.hint}>上年原文超过十万字，不在这里显示。</p>
  const now = textAt(session.entries(), address)
  const pieces =
    now.trim() === '' || now === last
      ? [{ text: last, changed: false }]
      : comparedTexts(last, now, true).before
  return (
    <details className={styles.last} open>
      <summary>上年原文{now === last ? '（与本年相同）' : ''}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too */}
      <p id={`last.${address}`} tabIndex={0}>
        {pieces.map(({ text, changed }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is what stands in its place
          changed ? <mark key={at}>{text}</mark> : text,
        )}
      </p>
      {now !== last && (
        <Button small onClick={() => fillFromLast(session, address)}>
          填入
        </Button>
      )}
    </details>
  )
}
