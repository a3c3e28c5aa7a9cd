import { useState } from 'react'
import type { Draft } from '../../drafts/draft'
import type { Report } from '../../report/report'
import { Button } from '../parts/Button'
import styles from './LastYear.module.css'
import { reportName } from './lastYearText'

/** So many doubts are named before the rest folds. */
const NAMED = 4

/** Which of the drafts here is carried over. */
export function CarryChoice({
  drafts,
  disabled,
  onChoose,
}: {
  drafts: Draft[]
  disabled: boolean
  onChoose(report: Report): void
}) {
  const [chosen, setChosen] = useState('')
  const draft = drafts.find(({ id }) => id === chosen) ?? drafts[0]
  return (
    <p className={styles.choice}>
      <label>
        上年年报
        <select value={draft?.id} onChange={({ target }) => setChosen(target.value)}>
          {drafts.map(({ id, report }) => (
            <option key={id} value={id}>
              {reportName(report)}
            </option>
          ))}
        </select>
      </label>
      <Button small disabled={disabled} onClick={() => draft && onChoose(draft.report)}>
        沿用
      </Button>
    </p>
  )
}

/** What was not certain when the file was read; the figures are compared all the same. */
export function Doubts({ doubts }: { doubts: string[] }) {
  const lines = (some: string[]) =>
    some.map((doubt, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change, and a line may be there twice
      <li key={at}>{doubt}</li>
    ))
  return (
    <div className={styles.doubts} aria-live="polite">
      <p>有 {doubts.length} 处没有把握，核对结果涉及它们时请对照原文：</p>
      <ul>{lines(doubts.slice(0, NAMED))}</ul>
      {doubts.length > NAMED && (
        <details>
          <summary>另有 {doubts.length - NAMED} 处</summary>
          <ul>{lines(doubts.slice(NAMED))}</ul>
        </details>
      )}
    </div>
  )
}
