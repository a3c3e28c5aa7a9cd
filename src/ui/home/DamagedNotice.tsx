import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { DamagedDraft } from '../../drafts/store'
import { useDraftStore } from '../drafts/store'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { Icon } from '../parts/Icon'
import styles from '../parts/Notices.module.css'
import { dayWords } from '../parts/names'
import { reportPath } from '../routes'

/** Stored texts that this version cannot open. They are kept as they are until the clerk has a copy and drops them. */
export function DamagedNotice() {
  const store = useDraftStore()
  const damaged = useSyncExternalStore(store.subscribe, store.damaged)
  return damaged.map((draft) => <Line key={draft.key ?? draft.id} draft={draft} onDrop={store.dropDamaged} />)
}

function Line({ draft, onDrop }: { draft: DamagedDraft; onDrop: (key: string) => void }) {
  const { id, key, problem, text, goneOnWith } = draft
  const store = useDraftStore()
  const now = store.now()
  const newer = problem === 'newer'
  return (
    <p className={`${styles.notice} ${styles.trouble}`}>
      <Icon name="verify" />
      <span>
        {newer
          ? '有一份年报由更新版本的年报通保存，请换用新版本打开。内容没有改动。'
          : goneOnWith
            ? `有一份年报的存储内容损坏，已用本机另存的一份修复（${dayWords(goneOnWith, now)} 保存的内容）。请打开核对；损坏的原文还在，可以下载。`
            : '有一份年报的存储内容读不出来，没有打开，原文还在。请先下载原文，再从备份恢复。'}
      </span>
      <span className={styles.grow} />
      {newer && store.isNewer(id) && (
        <Link href={reportPath(id)} aria-label={`查看 ${id}`}>
          查看
        </Link>
      )}
      <Button
        small
        icon="down"
        aria-label={`下载原文 ${id}`}
        onClick={() => download(`未能打开的年报_${id}.txt`, text, 'text/plain')}
      >
        下载原文
      </Button>
      {key && !newer && (
        <Button small aria-label={`不再保留 ${id}`} onClick={() => onDrop(key)}>
          不再保留
        </Button>
      )}
    </p>
  )
}
