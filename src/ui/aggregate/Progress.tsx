import { Button } from '../parts/Button'
import styles from './Aggregate.module.css'
import type { Working } from './useWork'

/** How far something has come, with 取消. What it is stands in the page's status line: a screen reader is not told each step. */
export const Progress = ({ busy: { words, done, of }, onCancel }: { busy: Working; onCancel(): void }) => (
  <p className={styles.busy}>
    {of > 0 && (
      <>
        <progress max={of} value={done} aria-label={words} />
        {done}/{of}
      </>
    )}
    <Button small onClick={onCancel}>
      取消
    </Button>
  </p>
)
