import { useId, useState } from 'react'
import { useKeptText } from '../drafts/missing'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import { MIN_REASON } from './actions'
import { begunReasons } from './begunReasons'
import styles from './ReasonForm.module.css'

const OTHER = '其他'

/** 例外说明: one of the fixed reasons suffices, a reason of one's own has at least five characters. */
export function ReasonForm({
  finding,
  reasons,
  before,
  onSave,
  onCancel,
}: {
  /** Key of the finding that it is for. */
  finding: string
  /** The fixed ones. */
  reasons: string[]
  /** The reason on record: of this state, or of the one before an operand changed. */
  before?: string
  onSave(reason: string): void
  onCancel(): void
}) {
  const id = useId()
  const begun = begunReasons(useSession())
  const [text, setText] = useKeptText(
    `reason.${finding}`,
    begun.get(finding) ?? (before === undefined || reasons.includes(before) ? '' : before),
  )
  const [choice, setChoice] = useState(() => (text ? OTHER : before || undefined))
  const [problem, setProblem] = useState('')
  const done = (then: () => void) => {
    begun.delete(finding)
    then()
  }
  const save = () => {
    const own = text.trim()
    if (choice === undefined) setProblem('选一个原因。')
    else if (choice !== OTHER) done(() => onSave(choice))
    else if ([...own].length < MIN_REASON) setProblem(`写明原因，至少 ${MIN_REASON} 个字。`)
    else done(() => onSave(own))
  }
  return (
    <form
      className={styles.form}
      aria-label="例外说明"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        done(onCancel)
      }}
    >
      <fieldset>
        <legend className="visually-hidden">原因</legend>
        {[...reasons, OTHER].map((reason, at) => (
          <label key={reason}>
            <input
              type="radio"
              name={id}
              checked={choice === reason}
              // biome-ignore lint/a11y/noAutofocus: the form opens on request, and what it asks for comes first
              autoFocus={choice === undefined ? at === 0 : choice === reason}
              onChange={() => {
                setChoice(reason)
                setProblem('')
              }}
            />
            {reason}
          </label>
        ))}
      </fieldset>
      {choice === OTHER && (
        <input
          className={styles.text}
          value={text}
          aria-label={`补充说明（至少 ${MIN_REASON} 个字）`}
          placeholder={`至少 ${MIN_REASON} 个字`}
          aria-invalid={problem !== '' || undefined}
          aria-describedby={problem ? `${id}.problem` : undefined}
          onChange={(event) => {
            setText(event.target.value)
            begun.set(finding, event.target.value)
            setProblem('')
          }}
        />
      )}
      {problem && (
        <p id={`${id}.problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button small type="submit">
          保存说明
        </Button>
        <Button small look="text" onClick={() => done(onCancel)}>
          取消
        </Button>
      </div>
    </form>
  )
}
