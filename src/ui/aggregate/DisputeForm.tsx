import { useState } from 'react'
import { Button } from '../parts/Button'
import styles from './Aggregate.module.css'
import { focusOnce } from './focusOnce'

/** 不认可: the reviewer's word against a reason that a unit gave; it needs one of its own. */
export function DisputeForm({ name, onSay }: { name: string; onSay(reason: string): void }) {
  const [asks, setAsks] = useState(false)
  const [reason, setReason] = useState('')
  if (!asks)
    return (
      <Button small look="text" aria-label={`不认可：${name}`} onClick={() => setAsks(true)}>
        不认可
      </Button>
    )
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault()
        onSay(reason.trim())
      }}
      onKeyDown={(event) => event.key === 'Escape' && setAsks(false)}
    >
      <input
        aria-label={`不认可的原因：${name}`}
        placeholder="为什么不认可"
        required
        // Not of spaces alone.
        pattern=".*\S.*"
        title="请写明为什么不认可"
        ref={focusOnce}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button small type="submit">
        确定
      </Button>
    </form>
  )
}
