import { useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { printedCode } from '../../report/contentCode'
import { isCorrection, isGuarded, isPublished, PUBLISHED_AT } from '../../report/publication'
import { textAt } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { keepPublishedNow, useCorrection } from '../form/publication'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import { localDate } from '../parts/localDate'
import { dateWords } from '../parts/names'
import { shortened } from '../parts/shortened'
import { BASIC, CHECK, HISTORY, reportPath } from '../routes'
import styles from './Steps.module.css'
import type { Export } from './useExport'

/** 定稿 → 公布 → 更正: how far the report is on its way, and what comes next. */
export function Steps({ copy: { report, canBeFinal } }: { copy: Export }) {
  const session = useSession()
  const store = useDraftStore()
  const startCorrection = useCorrection()
  const [kept, setKept] = useState<boolean>()
  const { edition, draft, autosave } = session
  const writing = useSyncExternalStore(autosave.subscribe, autosave.writing)
  const { entries, notes } = report
  const page = (key: string) => reportPath(draft.id, key)
  const today = localDate(store.now())
  const published = isPublished(entries, today)
  const dateAt = (address: string) => textAt(entries, address).trim()
  const words = (date: string) => dateWords(date, store.now().getFullYear())
  const at = words(dateAt(PUBLISHED_AT))
  const ahead = dateAt(PUBLISHED_AT) > today
  const corrected = edition.correction ? dateAt(edition.correction.date) : ''
  const reason = edition.correction && textAt(entries, edition.correction.reason).trim()
  const reopened = published && !isGuarded(report, today)
  async function publish() {
    // Of the same day it is the word to change it here that has been used up; on another day the date is asked for.
    if (reopened && dateAt(PUBLISHED_AT) === today) session.note(({ reopened: used, ...others }) => others)
    else session.apply([{ address: PUBLISHED_AT, after: today }])
    if (session.asked.get()) return
    setKept(await keepPublishedNow(session, store))
  }
  return (
    <>
      <ol className={styles.steps} aria-label="定稿、公布、更正">
        <li data-done={canBeFinal || published || undefined}>
          <b>定稿</b>
          {canBeFinal ? (
            <span>已经可以</span>
          ) : (
            <span>
              还有问题没有处理，<Link href={page(CHECK)}>去核对</Link>
            </span>
          )}
        </li>
        <li data-done={published || undefined}>
          <b>公布</b>
          {published ? (
            <>
              <span>
                {at}，<Link href={page(BASIC)}>改日期</Link>
                {reopened && '。公布以后在这里改动过，与公布的版本不同'}
              </span>
              {reopened && canBeFinal && (
                <Button small disabled={!writing} onClick={() => void publish()}>
                  改后已重新公布
                </Button>
              )}
            </>
          ) : canBeFinal ? (
            <>
              <span>{ahead ? `公布日期填的是${at}，还没有到` : '网站发布以后'}</span>
              <Button small disabled={!writing} onClick={() => void publish()}>
                记为今天公布
              </Button>
            </>
          ) : (
            <span>定稿以后</span>
          )}
        </li>
        <li data-done={(isCorrection(report) && reason) || undefined}>
          <b>更正</b>
          {isCorrection(report) ? (
            <span>
              本稿更正内容码 <span className={styles.code}>{printedCode(notes.base ?? '')}</span> 的版本。
              {reason ? `原因：${shortened(reason)}` : '还没有写更正原因，'}
              {!reason && <Link href={page(BASIC)}>去填写</Link>}
              {corrected > today && (
                <>
                  {' '}
                  更正日期填的是{words(corrected)}，还没有到，<Link href={page(BASIC)}>改日期</Link>
                </>
              )}
            </span>
          ) : (
            <span>公布后要改正时</span>
          )}
          {isCorrection(report) && reason && shortened(reason) !== reason && (
            <details className={styles.whole}>
              <summary>全文（{reason.length} 字）</summary>
              <p>{reason}</p>
            </details>
          )}
          {(published || (canBeFinal && !isCorrection(report))) && (
            <Button small onClick={() => void startCorrection()}>
              复制为更正版
            </Button>
          )}
        </li>
      </ol>
      <p aria-live="polite" className={styles.said}>
        {kept && (
          <>
            公布的这一份已存入“历史版本”。 <Link href={page(HISTORY)}>查看</Link>
          </>
        )}
        {kept === false && '这个浏览器存不下历史版本，请导出 JSON 留存。'}
      </p>
    </>
  )
}
