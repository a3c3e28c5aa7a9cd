import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { findingsOf, givenOf, isFinal, runChecks, verdictOf, verdictText } from '../../checks/run'
import { documentOf } from '../../export/document'
import { fileStem } from '../../export/fileName'
import { fileText } from '../../report/file'
import { localDate, useReview } from '../form/findings'
import { useSession } from '../form/session'
import { download, safeFileName } from '../parts/download'
import { Icon } from '../parts/Icon'
import { StatusTag } from '../parts/Severity'
import { CHECK, reportPath } from '../routes'
import { Desk } from './Desk'
import styles from './ExportPage.module.css'
import { OutputButton } from './OutputButton'

/** 导出: the finished report as paper and files. Nothing is typed here, so the report is taken once. */
export default function ExportPage() {
  const session = useSession()
  const { edition } = session
  const review = useReview()
  useEffect(() => session.findings.markReviewed(), [session])
  const [report] = useState(session.report)
  // What may be printed as final is decided at once: a print straight after opening must carry the right mark.
  const ownVerdict = useMemo(() => {
    const outcomes = runChecks(givenOf({ edition, report, today: localDate() }))
    return verdictOf(outcomes, findingsOf(outcomes, report.notes.exceptions, edition, report))
  }, [edition, report])
  const verdict = review.verdict ?? ownVerdict
  const draft = !isFinal(ownVerdict)
  const content = useMemo(() => documentOf(report, edition, draft), [report, edition, draft])
  const stem = safeFileName(fileStem(report.entries, draft))
  const [before, after = ''] = draft ? stem.split(/(?=_草稿$)/) : [stem]
  return (
    <div className={styles.page}>
      <Desk document={content} />
      <aside className={styles.panel} aria-label="导出">
        <h1>导出</h1>
        <p className={styles.verdict}>
          <StatusTag
            tone={draft ? (verdict.block ? 'block' : 'idle') : 'ok'}
            icon={draft ? (verdict.block ? 'block' : 'blank') : 'ok'}
          >
            <span>{verdictText(verdict)}</span>
          </StatusTag>
        </p>
        <p className={styles.lead}>
          {draft ? '现在导出的每一页都带“草稿”。' : '打印和文件都不带“草稿”。'}
          <Link href={reportPath(session.draft.id, CHECK)}>查看核对</Link>
        </p>
        <div className={styles.outputs}>
          <OutputButton icon="print" name="打印" note="A4，可另存为 PDF" onClick={() => window.print()} />
          <OutputButton
            icon="code"
            name="导出 JSON"
            note="备份或报送，可再导入"
            ending=".json"
            onClick={() => download(`${stem}.json`, fileText(report, edition, draft ? 'draft' : 'final'))}
          />
        </div>
        <h2>文件名</h2>
        <p className={styles.fileName}>
          <Icon name="file" />
          <span>
            {before}
            {after && <mark>{after}</mark>}
            .json
          </span>
        </p>
      </aside>
    </div>
  )
}
