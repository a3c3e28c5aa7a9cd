import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { verdictText } from '../../checks/verdict'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
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
import { useReviewPack } from './useReviewPack'
import { WebPageFields } from './WebPageFields'

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
  const { printForReview, laidOut } = useReviewPack(copy)
  const { tone, icon } = verdictLook(verdict)
  return (
    <div className={styles.page}>
      <Desk document={blankDocument || copy.document} onLaidOut={laidOut} />
      <aside className={styles.panel} aria-label="导出">
        <h1>导出</h1>
        <p className={styles.verdict}>
          <StatusTag tone={tone} icon={icon}>
            <span>{verdictText(verdict)}</span>
          </StatusTag>
        </p>
        <p className={styles.lead}>
          {copy.draft ? '现在导出的每一页都带“草稿”。' : '打印和文件都不带“草稿”。'}
          {copy.canBeFinal && copy.draft && (
            <Button
              small
              look="text"
              onClick={() =>
                copy.set({ forReview: false, approval: false, changes: false, reviewNotes: undefined })
              }
            >
              改印定稿
            </Button>
          )}
          <Link href={reportPath(draft.id, CHECK)}>查看核对</Link>
        </p>
        <Steps copy={copy} />
        <Outputs copy={copy} />
        <p className={styles.more}>
          <Button
            small
            icon="print"
            onClick={() => {
              setBlank(false)
              printForReview()
            }}
          >
            送审包
          </Button>
          <span>
            送审稿、审签单{copy.explained > 0 && '、数据审核说明'}
            {copy.exported && '、修改对照'}，一次印出
          </span>
        </p>
        {edition.signOff && <SignOff spec={edition.signOff} />}
        {edition.webPage && <WebPageFields spec={edition.webPage} />}
        <CopyOptions copy={copy} blank={blank} onBlank={setBlank} />
      </aside>
    </div>
  )
}
