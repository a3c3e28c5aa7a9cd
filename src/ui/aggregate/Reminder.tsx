import { useState } from 'react'
import type { Overview } from '../../aggregate/task'
import { Button } from '../parts/Button'
import styles from './Aggregate.module.css'
import { isAwaited, reminderOf } from './words'

/** 复制催报: who has not reported, as a text for 微信 or OA. Where the browser gives no clipboard, the text is there to be copied. */
export function Reminder({ overview, today }: { overview: Overview; today: string }) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  if (!overview.standings.some(isAwaited)) return null
  async function copy() {
    const words = reminderOf(overview, today)
    setText(words)
    try {
      await navigator.clipboard.writeText(words)
      setSaid('已复制，可以粘贴到微信或 OA。')
    } catch {
      setSaid('请在下面的框里全选、复制。')
    }
  }
  return (
    <div className={styles.reminder}>
      <Button small onClick={() => void copy()}>
        复制催报
      </Button>
      <span role="status">{said}</span>
      {text && (
        <textarea aria-label="催报" readOnly rows={Math.min(8, text.split('\n').length)} value={text} />
      )}
    </div>
  )
}
