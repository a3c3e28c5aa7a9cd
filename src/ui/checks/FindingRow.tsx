import { useState } from 'react'
import type { Finding } from '../../checks/types'
import type { Report } from '../../report/report'
import { sectionKeyOf } from '../form/findings'
import { goToFinding } from '../form/goTo'
import { useSession } from '../form/session'
import { isForFinding } from '../notes/activate'
import { Disc } from '../notes/Disc'
import { boldFigures } from '../notes/figures'
import { operandsShown } from '../notes/operands'
import { cellsOfFinding, whereOf, withoutPlace } from '../notes/place'
import { ReasonForm } from '../notes/ReasonForm'
import { fixedReasons } from '../notes/reasons'
import { Suspects } from '../notes/Suspects'
import { Button } from '../parts/Button'
import { reportPath } from '../routes'
import styles from './CheckPage.module.css'

export const findingLinkId = (key: string) => `finding.${key}`

const timeOf = (iso: string) =>
  new Date(iso).toLocaleString('zh-CN', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })

export interface FindingActions {
  fix(finding: Finding, fix: Finding['fixes'][number]): void
  explain(finding: Finding, reason: string): void
  withdraw(finding: Finding): void
  follow(finding: Finding): void
}

/** One finding: where, the sentence with its operands, what can be done. A click anywhere leads to its first cell. */
export function FindingRow({
  finding,
  title,
  report,
  explainedAt,
  actions,
}: {
  finding: Finding
  /** What the rule is called. */
  title: string
  report: Report
  /** ISO time of the reason on record. */
  explainedAt?: string
  actions: FindingActions
}) {
  const session = useSession()
  const [explaining, setExplaining] = useState(false)
  const { severity, status, reason, message, key } = finding
  const accepted = status === 'accepted'
  const where = whereOf(session.edition, finding)
  const operands = operandsShown(finding, session.edition, report)
  const follow = () => {
    actions.follow(finding)
    goToFinding(session, finding)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in it does the same for the keyboard
    <article
      className={styles.finding}
      data-rule={finding.rule}
      data-severity={severity}
      data-status={status}
      data-cells={cellsOfFinding(finding)}
      onClick={(event) => isForFinding(event) && follow()}
    >
      <a
        id={findingLinkId(key)}
        className={styles.where}
        href={`#${reportPath(session.draft.id, sectionKeyOf(session, finding.target))}`}
        onClick={(event) => {
          event.preventDefault()
          follow()
        }}
      >
        {where.replaceAll('·', ' · ')}
        <small>{title}</small>
      </a>
      <div>
        <p>{boldFigures(withoutPlace(where, message))}</p>
        {operands.length > 0 && (
          <ul className={styles.operands}>
            {operands.map(({ address, number, name, value }) => (
              <li key={address}>
                {number && <Disc number={number} severity={severity} />}
                <span>{name}</span>
                {value !== undefined && <b>{value || '未填'}</b>}
              </li>
            ))}
          </ul>
        )}
        <Suspects finding={finding} most={5} />
        {reason && !explaining && (
          <p className={styles.reason}>
            {accepted ? '原因：' : '数值已变，请重新确认。原说明：'}
            <b>{reason}</b>
            {accepted && explainedAt && <time dateTime={explainedAt}>{timeOf(explainedAt)}</time>}
          </p>
        )}
        {explaining && (
          <ReasonForm
            finding={finding.key}
            reasons={fixedReasons(finding.rule)}
            before={reason}
            onSave={(text) => actions.explain(finding, text)}
            onCancel={() => {
              setExplaining(false)
              document.getElementById(findingLinkId(key))?.focus()
            }}
          />
        )}
      </div>
      <div className={styles.actions}>
        {!accepted &&
          finding.fixes.map((fix) => (
            <Button key={fix.label} small onClick={() => actions.fix(finding, fix)}>
              {fix.label}
            </Button>
          ))}
        {severity === 'verify' && !explaining && (
          <Button small onClick={() => setExplaining(true)}>
            {accepted ? '修改' : '例外说明'}
          </Button>
        )}
        {accepted && (
          <Button small onClick={() => actions.withdraw(finding)}>
            撤回
          </Button>
        )}
        <Button small onClick={follow}>
          前往
        </Button>
      </div>
    </article>
  )
}
