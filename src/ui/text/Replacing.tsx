import { Button } from '../parts/Button'
import styles from './TextSection.module.css'

/** The question before a text that is there already is replaced; `by` says what comes in its place. */
export function Replacing({ by, onReplace, onKeep }: { by: string; onReplace(): void; onKeep(): void }) {
  return (
    <p className={styles.starter} role="alert">
      现有内容将被{by}替换。
      <Button small onClick={onReplace}>
        替换
      </Button>
      <Button small look="text" onClick={onKeep}>
        保留现有内容
      </Button>
    </p>
  )
}
