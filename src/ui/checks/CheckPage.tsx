import { useEffect, useMemo } from 'react'
import { Link } from 'wouter'
import { catalogue } from '../../checks/catalogue'
import { exceptionOnRecord } from '../../checks/exceptions'
import type { Finding, Severity } from '../../checks/types'
import type { Address } from '../../format/types'
import { isYearBefore } from '../../report/yearBefore'
import { Fault } from '../drafts/Boundary'
import { applied } from '../form/applied'
import { useReview } from '../form/findings'
import { LastYear } from '../form/LastYear'
import { keyAt, rememberPlace, takeReturn } from '../form/listPlace'
import { useSession } from '../form/session'
import { applyFix, explain, withdraw } from '../notes/actions'
import { focusById } from '../parts/focusById'
import { Icon, type IconName } from '../parts/Icon'
import { useObservable } from '../parts/observable'
import { SectionHead } from '../parts/SectionHead'
import { Blanks } from './Blanks'
import { BrokenRules } from './BrokenRules'
import styles from './CheckPage.module.css'
import { type FindingActions, FindingRow, findingLinkId } from './FindingRow'
import { bySection, openOf } from './groups'
import { NotAssessable } from './NotAssessable'
import { Ran } from './Ran'
import { VERDICT_ID, VerdictLine } from './VerdictLine'

const titles = new Map(catalogue.map((rule) => [rule.id, rule.title]))

const groups: { severity: Severity; name: string; by: string }[] = [
  { severity: 'block', name: '阻断', by: '改正后才能定稿' },
  { severity: 'verify', name: '待核实', by: '改正，或写明原因' },
  { severity: 'note', name: '提示', by: '不影响定稿' },
]

function GroupHead({
  icon,
  tone,
  name,
  count,
  by,
}: {
  icon: IconName
  tone: string
  name: string
  count: number
  by: string
}) {
  return (
    <div className={styles.groupHead} data-tone={tone}>
      <h2>
        <Icon name={icon} />
        {name} {count}
      </h2>
      <span>{by}</span>
    </div>
  )
}

/** 核对: the verdict first, then everything the rules found, then what they looked at. */
export default function CheckPage() {
  const session = useSession()
  const { edition } = session
  const { findings, verdict, tally, fault } = useReview()
  const notes = useObservable(session.notes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries as they were when the rules found this
  const report = useMemo(
    () => ({ edition: edition.key, entries: structuredClone(session.entries()), notes }),
    [edition, notes, findings],
  )
  // Looks again at once, so that a value typed just before is judged; then to the summary, or to where 返回核对 leads.
  useEffect(() => {
    let left = false
    session.findings.markReviewed()
    void session.findings.now().then(() => {
      if (left) return
      const key = takeReturn(session, session.findings.review().findings)
      focusById(key ? findingLinkId(key) : VERDICT_ID)
    })
    return () => {
      left = true
    }
  }, [session])

  if (fault !== undefined)
    return (
      <Fault
        what="“核对”"
        error={fault}
        current={() => ({ ...session.draft, report: session.report() })}
        onRetry={() => void session.findings.now()}
      />
    )
  if (!verdict)
    return (
      <>
        <SectionHead title="核对" />
        <p className={styles.running}>正在核对……</p>
      </>
    )

  /** A finding that was dealt with leaves its place: the focus goes to the one that follows there. */
  const dealWith = async (finding: Finding, work: Promise<void>) => {
    const around = (other: Finding) => finding.status === 'accepted' || other.status === 'open'
    const order = findings.filter(around).map((other) => other.key)
    await work
    const now = session.findings.review().findings.filter(around)
    const key = keyAt(
      order,
      finding.key,
      now.map((other) => other.key),
    )
    requestAnimationFrame(() => focusById(key ? findingLinkId(key) : VERDICT_ID))
  }
  const actions: FindingActions = {
    follow: (finding) => rememberPlace(session, finding.key),
    fix: (finding, fix) => {
      // Then the clerk goes on in the text, and comes back to this place.
      if (fix.toComplete) rememberPlace(session, finding.key)
      const work = applyFix(session, finding, fix)
      if (!fix.toComplete) void dealWith(finding, work)
    },
    explain: (finding, reason) => void dealWith(finding, explain(session, finding, reason)),
    withdraw: (finding) => void dealWith(finding, withdraw(session, finding)),
  }
  const fillZero = (addresses: Address[], finding: Finding) => {
    const step = applied(
      session,
      addresses.map((address) => ({ address, after: '0' })),
    )
    if (step) session.said.set({ words: `已填 0：${addresses.length} 格`, step })
    void dealWith(finding, session.findings.now())
  }
  const row = (finding: Finding) => (
    <FindingRow
      key={finding.key + finding.status}
      finding={finding}
      title={titles.get(finding.rule) ?? ''}
      report={report}
      explainedAt={exceptionOnRecord(finding, notes.exceptions, edition, report)?.exception.at}
      actions={actions}
    />
  )
  const hasLastYear = notes.lastYear !== undefined && isYearBefore(notes.lastYear, report)
  const blanks = openOf(findings, 'blank')
  const accepted = findings.filter((finding) => finding.status === 'accepted')
  return (
    <>
      <SectionHead title="核对" by="刚刚核对，随填随更新" />
      <div className={styles.page}>
        <div>
          <VerdictLine
            verdict={verdict}
            tally={tally}
            first={openOf(findings, 'block')[0] ?? blanks[0]}
            follow={actions.follow}
          />
          <BrokenRules tally={tally} titles={titles} />
          {groups.map(({ severity, name, by }) => {
            const own = openOf(findings, severity)
            const parts = bySection(edition, own)
            return (
              own.length > 0 && (
                <section key={severity} aria-label={name}>
                  <GroupHead icon={severity} tone={severity} name={name} count={own.length} by={by} />
                  {parts.map((part) => (
                    <div key={part.title}>
                      {parts.length > 1 && <h3 className={styles.part}>{part.title}</h3>}
                      {part.findings.map(row)}
                    </div>
                  ))}
                </section>
              )
            )
          })}
          {blanks.length > 0 && (
            <section aria-label="未填">
              <GroupHead icon="blank" tone="idle" name="未填" count={blanks.length} by="没有发生的，填 0" />
              <Blanks edition={edition} findings={blanks} follow={actions.follow} fillZero={fillZero} />
            </section>
          )}
          {accepted.length > 0 && (
            <section aria-label="已说明">
              <GroupHead
                icon="said"
                tone="note"
                name="已说明"
                count={accepted.length}
                by="数值一变就重新列出"
              />
              {accepted.map(row)}
            </section>
          )}
          <NotAssessable tally={tally} titles={titles} />
        </div>
        <aside className={styles.aside} aria-label="核对范围">
          <Ran
            rules={catalogue}
            tally={tally}
            findings={findings}
            hasLastYear={hasLastYear}
            edition={edition}
          />
          <LastYear />
          <p className={styles.rules}>
            <Link href="/rules">全部核对规则和依据</Link>
          </p>
        </aside>
      </div>
    </>
  )
}
