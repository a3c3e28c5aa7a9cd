import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { Moved, TrashedDraft } from '../../drafts/store'
import { useDraftStore } from '../drafts/store'
import { Button } from '../parts/Button'
import { dayWords, titleOf } from '../parts/names'
import { Page } from '../parts/Page'
import { reportPath } from '../routes'
import styles from './TrashPage.module.css'

/** What has last been done here; stays until the next thing. */
interface Said {
  words: string
  /** The draft that can be opened again. */
  id?: string
}

/** 回收站: deleted drafts come back from here, or go for good. */
export default function TrashPage() {
  const store = useDraftStore()
  const trash = useSyncExternalStore(store.subscribe, store.trash)
  const [asked, setAsked] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const line = useRef<HTMLParagraphElement>(null)
  // The buttons that were used are gone with their line; the next Tab starts here.
  useEffect(() => {
    if (said) line.current?.focus()
  }, [said])

  function unask(id: string) {
    setAsked(null)
    requestAnimationFrame(() => document.getElementById(`purge-${id}`)?.focus())
  }
  async function restore({ draft }: TrashedDraft) {
    const title = titleOf(draft.report.entries)
    const done = await store.restore(draft.id)
    const words: Record<Moved, string> = {
      ok: `已恢复“${title}”`,
      there: `“${title}”已经在“我的年报”里`,
      gone: `没有恢复“${title}”：它已不在回收站。`,
      failed: `没有恢复“${title}”：浏览器存不下。它仍在回收站。`,
    }
    setSaid({ words: words[done], id: done === 'ok' || done === 'there' ? draft.id : undefined })
  }
  async function purge({ draft }: TrashedDraft) {
    setAsked(null)
    const title = titleOf(draft.report.entries)
    const done = await store.purge(draft.id)
    const words: Record<Moved, string> = {
      ok: `已彻底删除“${title}”`,
      there: `没有彻底删除“${title}”：它已经恢复到“我的年报”里。`,
      gone: `“${title}”已不在回收站。`,
      failed: `没有彻底删除“${title}”：浏览器的数据库没有回应，请关闭其他年报通窗口后再试。`,
    }
    setSaid({ words: words[done], id: done === 'there' ? draft.id : undefined })
  }
  return (
    <Page title="回收站" by="在我的年报删除的，都先放在这里。">
      <p role="status" ref={line} tabIndex={-1} className={said ? styles.said : undefined}>
        {said && (
          <>
            {said.words}
            {said.id && <Link href={reportPath(said.id)}>打开</Link>}
          </>
        )}
      </p>
      {trash.length === 0 ? (
        <div className={styles.empty}>
          <p>回收站是空的。</p>
          <Link href="/">回到我的年报</Link>
        </div>
      ) : (
        <ul className={styles.list}>
          {trash.map((item) => {
            const { draft, deletedAt } = item
            const title = titleOf(draft.report.entries)
            return (
              <li key={draft.id}>
                <div>
                  <h2>{title}</h2>
                  <p>{dayWords(deletedAt, store.now())} 删除</p>
                </div>
                {asked === draft.id ? (
                  <fieldset
                    className={styles.actions}
                    aria-label={`彻底删除：${title}`}
                    onKeyDown={(event) => event.key === 'Escape' && unask(draft.id)}
                  >
                    <p>彻底删除后不能恢复。</p>
                    <Button small onClick={() => void purge(item)}>
                      确定删除
                    </Button>
                    <Button small look="text" autoFocus onClick={() => unask(draft.id)}>
                      不删除
                    </Button>
                  </fieldset>
                ) : (
                  <div className={styles.actions}>
                    <Button small aria-label={`恢复：${title}`} onClick={() => void restore(item)}>
                      恢复
                    </Button>
                    <Button
                      small
                      look="text"
                      id={`purge-${draft.id}`}
                      aria-label={`彻底删除：${title}`}
                      onClick={() => setAsked(draft.id)}
                    >
                      彻底删除
                    </Button>
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Page>
  )
}
