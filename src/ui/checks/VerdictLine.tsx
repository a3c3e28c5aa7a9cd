import { Link } from 'wouter'
import type { Finding, Verdict } from '../../checks/types'
import type { Tally } from '../../checks/verdict'
import { brokenWords, isFinal, verdictText } from '../../checks/verdict'
import { goToFinding } from '../form/goTo'
import { useSession } from '../form/session'
import { Button, buttonClass } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { verdictLook } from '../parts/verdictLook'
import { EXPORT, reportPath } from '../routes'
import styles from './CheckPage.module.css'

export const VERDICT_ID = 'verdict'

/** What was run and with which result, in one sentence. */
function ranWords(verdict: Verdict, tally: Tally[]): string {
  const failing = tally.filter(({ fails }) => fails > 0).length
  const waiting = tally.filter(({ fails, open }) => fails === 0 && open.length > 0).length
  const broken = tally.filter((each) => each.broken !== undefined).length
  const agreeing = tally.length - failing - waiting - broken
  if (!failing && !waiting && !broken) return `已核对 ${verdict.rules} 项规则，未发现问题。`
  const parts = [
    `${agreeing} 项相符`,
    failing && `${failing} 项有发现`,
    waiting && `${waiting} 项未能核对（有未填或待改的格）`,
    broken && `另有 ${brokenWords(broken)}`,
  ]
  return `已核对 ${verdict.rules} 项规则：${parts.filter(Boolean).join('，')}。${isFinal(verdict) ? '' : '随时可以导出草稿。'}`
}

/** The verdict: the largest thing on the page, and what has the focus when the page opens. */
export function VerdictLine({
  verdict,
  tally,
  first,
  follow,
}: {
  verdict: Verdict
  tally: Tally[]
  /** The finding that stands most in the way of a final copy. */
  first?: Finding
  follow(finding: Finding): void
}) {
  const session = useSession()
  const final = isFinal(verdict)
  return (
    <section
      id={VERDICT_ID}
      tabIndex={-1}
      role="status"
      className={styles.verdict}
      data-final={final ? '' : undefined}
      data-to-verify={final && verdict.verify > 0 ? '' : undefined}
      data-only-blank={!final && verdict.block === 0 ? '' : undefined}
      data-blocking={verdict.block}
      data-verify={verdict.verify}
      data-note={verdict.note}
      data-blank={verdict.blank}
    >
      <Icon name={verdictLook(verdict).icon} size={32} />
      <div>
        <h2>{verdictText(verdict)}</h2>
        <p>{ranWords(verdict, tally)}</p>
      </div>
      <span className={styles.grow} />
      {final ? (
        <Link href={reportPath(session.draft.id, EXPORT)} className={buttonClass('primary')}>
          去导出
        </Link>
      ) : (
        first && (
          <Button
            look="primary"
            onClick={() => {
              follow(first)
              goToFinding(session, first)
            }}
          >
            {first.severity === 'block' ? '前往第一处阻断' : '前往第一处未填'}
          </Button>
        )
      )}
    </section>
  )
}
