import { type CSSProperties, useState } from 'react'
import type { Finding } from '../../checks/types'
import { goToFinding } from '../form/goTo'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { severityWord } from '../parts/Severity'
import { applyFix, explain } from './actions'
import { isForFinding } from './activate'
import { Disc } from './Disc'
import { boldFigures } from './figures'
import styles from './Note.module.css'
import { operandsShown } from './operands'
import { cellsOfFinding, whereOf, withoutPlace } from './place'
import { ReasonForm } from './ReasonForm'
import { fixedReasons } from './reasons'
import { Suspects } from './Suspects'

/**
 * One finding in the margin, level with what it speaks of: where, both numbers and the difference, the operands, what
 * can be done. It draws a hairline to its left edge; where it stands is the container's business.
 */
export function FindingNote({
  finding,
  id,
  style,
  compact = false,
}: {
  finding: Finding
  /** Without a line for severity and place: for a 提示 right beside its text. */
  compact?: boolean
  /** For `aria-describedby` of the field. */
  id?: string
  style?: CSSProperties
}) {
  const session = useSession()
  const [explaining, setExplaining] = useState(false)
  const { edition } = session
  const { severity, message, fixes, status, reason } = finding
  const where = whereOf(edition, finding)
  const operands = operandsShown(finding, edition, {
    edition: edition.key,
    entries: session.entries(),
    notes: session.notes.get(),
  })
  /** The control that was used is gone with what it did: the work goes on in the field. */
  const backToField = () => document.getElementById(finding.target)?.focus({ preventScroll: true })
  const canExplain = severity === 'verify'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it does the same for the keyboard
    <article
      className={styles.note}
      data-tone={status === 'accepted' ? 'accepted' : severity}
      data-rule={finding.rule}
      data-severity={severity}
      data-status={status}
      data-cells={cellsOfFinding(finding)}
      style={style}
      onClick={(event) => isForFinding(event) && goToFinding(session, finding)}
    >
      {compact ? (
        <p id={id} className={styles.compact}>
          <Icon name={severity} size={14} />
          <span>
            <span className="visually-hidden">{severityWord[severity]}：</span>
            {boldFigures(withoutPlace(where, message))}
          </span>
        </p>
      ) : (
        <>
          <p className={styles.head}>
            <Icon name={status === 'accepted' ? 'said' : severity} size={15} />
            <span className={styles.word}>{status === 'accepted' ? '已说明' : severityWord[severity]}</span>
            <button type="button" className={styles.where} onClick={() => goToFinding(session, finding)}>
              {where}
            </button>
          </p>
          <p id={id}>{boldFigures(withoutPlace(where, message))}</p>
        </>
      )}
      {operands.length > 0 && (
        <ol className={styles.operands}>
          {operands.map(({ address, number, name, value }) => (
            <li key={address}>
              {number ? <Disc number={number} severity={severity} /> : <span />}
              <span>{name}</span>
              {value !== undefined && <b>{value || '未填'}</b>}
            </li>
          ))}
        </ol>
      )}
      <Suspects finding={finding} most={3} />
      {reason && (
        <p className={styles.reason}>
          {status === 'accepted' ? '原因：' : '数值已变，原说明：'}
          {reason}
        </p>
      )}
      {explaining ? (
        <ReasonForm
          finding={finding.key}
          reasons={fixedReasons(finding.rule)}
          before={reason}
          onSave={(text) => {
            setExplaining(false)
            void explain(session, finding, text).then(backToField)
          }}
          onCancel={() => {
            setExplaining(false)
            backToField()
          }}
        />
      ) : (
        (fixes.length > 0 || canExplain) && (
          <div className={styles.actions}>
            {status === 'open' &&
              fixes.map((fix) => (
                <Button
                  key={fix.label}
                  small
                  onClick={() => void applyFix(session, finding, fix).then(backToField)}
                >
                  {fix.label}
                </Button>
              ))}
            {canExplain && (
              <Button small onClick={() => setExplaining(true)}>
                {status === 'accepted' ? '修改说明' : '说明'}
              </Button>
            )}
          </div>
        )
      )}
    </article>
  )
}
