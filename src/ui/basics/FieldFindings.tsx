import type { Finding } from '../../checks/types'
import { useSession } from '../form/session'
import { applyFix } from '../notes/actions'
import { boldFigures } from '../notes/figures'
import { cellsOfFinding } from '../notes/place'
import { Button } from '../parts/Button'
import { Severity } from '../parts/Severity'
import styles from './FieldFindings.module.css'

/** What the rules say about one field of 基本信息, under it. */
export function FieldFindings({ findings, id }: { findings: Finding[]; id: string }) {
  const session = useSession()
  if (!findings.length) return null
  return (
    <div id={id} className={styles.findings}>
      {findings.map((finding) => (
        <p
          key={finding.key}
          data-rule={finding.rule}
          data-severity={finding.severity}
          data-status={finding.status}
          data-cells={cellsOfFinding(finding)}
        >
          <Severity severity={finding.severity} />
          <span>{boldFigures(finding.message)}</span>
          {finding.fixes.map((fix) => (
            <Button key={fix.label} small onClick={() => void applyFix(session, finding, fix)}>
              {fix.label}
            </Button>
          ))}
        </p>
      ))}
    </div>
  )
}
