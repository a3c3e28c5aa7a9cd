import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { verdictText } from '../../checks/verdict'
import { useSession } from '../form/session'
import { StatusTag } from '../parts/Severity'
import { verdictLook } from '../parts/verdictLook'
import { CHECK, reportPath } from '../routes'
import { CopyOptions } from './CopyOptions'
import { Desk } from './Desk'
import styles from './ExportPage.module.css'
import { Outputs } from './Outputs'
import { SignOff } from './SignOff'
import { Steps } from './Steps'
import { blankForm, type Export, useExport } from './useExport'

/** 导出: the finished report as paper and files. */
export default function ExportPage() {
  const { findings } = useSession()
  // Everything may show from here on, and what the other places say is of the same moment.
  useEffect(() => {
    findings.markReviewed()
    void findings.now()
  }, [findings])
  const copy = useExport()
  // Only an unusually long text is waited for; paper says so, too, rather than coming out empty.
  return copy ? <Copy copy={copy} /> : <p className={styles.running}>正在核对，正文很长，请稍候……</p>
}

function Copy({ copy }: { copy: Export }) {
  const { edition, draft } = useSession()
  const [blank, setBlank] = useState(false)
  const blankDocument = useMemo(() => blank && blankForm(copy.report, edition), [blank, copy.report, edition])
  const { verdict } = copy
  const { tone, icon } = verdictLook(verdict)
  return (
    <div className={styles.page}>
      <Desk document={blankDocument || copy.document} />
      <aside className={styles.panel} aria-label="导出">
        <h1>导出</h1>
        <p className={styles.verdict}>
          <StatusTag tone={tone} icon={icon}>
            <span>{verdictText(verdict)}</span>
          </StatusTag>
        </p>
        <p className={styles.lead}>
          {copy.draft ? '现在导出的每一页都带“草稿”。' : '打印和文件都不带“草稿”。'}
          <Link href={reportPath(draft.id, CHECK)}>查看核对</Link>
        </p>
        <Steps copy={copy} />
        <Outputs copy={copy} />
        {edition.signOff && <SignOff spec={edition.signOff} />}
        <CopyOptions copy={copy} blank={blank} onBlank={setBlank} />
      </aside>
    </div>
  )
}
