import { useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { isFinal } from '../../checks/verdict'
import { publishedWords, withPublished } from '../../drafts/backedUp'
import { backupText } from '../../drafts/backup'
import { isCorrection, isPublished } from '../../report/publication'
import { textAt } from '../../report/report'
import { safeFileName } from '../../report/safeFileName'
import { rememberBackup, useBackupWords } from '../drafts/lastBackup'
import { useOnDisk } from '../drafts/onDisk'
import { useDraftStore, useHealth } from '../drafts/store'
import { useReview } from '../form/findings'
import { type ReportSession, useSession } from '../form/session'
import type { PanelName } from '../form/useReportKeys'
import { Banner } from '../parts/Banner'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { Icon } from '../parts/Icon'
import { localDate } from '../parts/localDate'
import { useObservable } from '../parts/observable'
import { Brand } from '../parts/Seal'
import styles from './TopBar.module.css'

const two = (n: number) => String(n).padStart(2, '0')
/** By hand: what the browser knows of languages takes a frame to load, in the middle of typing. */
function clock(iso: string) {
  const time = new Date(iso)
  return `${two(time.getHours())}:${two(time.getMinutes())}`
}

/** The open draft with the texts as typed, malformed ones included, for the file on the clerk's own disk. */
export async function downloadBackup(
  session: ReportSession,
  store: Parameters<typeof withPublished>[0],
): Promise<string> {
  session.autosave.flush()
  const entries = session.entries()
  const name = [
    textAt(entries, 'organ.name') || '未命名机关',
    textAt(entries, 'year') && `${textAt(entries, 'year')}年`,
    '备份',
  ].filter(Boolean)
  const file = safeFileName(`${name.join('_')}.json`)
  const draft = { ...session.autosave.saved(), report: session.report() }
  const now = new Date()
  const whole = await withPublished(store, [draft])
  download(file, backupText(whole, now))
  rememberBackup([draft], now)
  return `已下载“${file}”，${clock(now.toISOString())} 以前的修改都在里面${publishedWords(whole)}。`
}

/** When the open report was last backed up; after a day's work without a backup it stands out a little. */
function LastBackup() {
  const { autosave } = useSession()
  const savedAt = useSyncExternalStore(autosave.subscribe, () => autosave.saved().savedAt.slice(0, 16))
  const { id, createdAt } = autosave.saved()
  const { words, due } = useBackupWords({ id, createdAt, savedAt: `${savedAt}:00Z` })
  return (
    <span className={styles.backup} data-due={due || undefined}>
      {words}
    </span>
  )
}

/** Draws once a minute, not at each save in the midst of typing. */
function SaveState() {
  const { autosave } = useSession()
  const failed = useSyncExternalStore(autosave.subscribe, () => autosave.status().problem !== undefined)
  const savedAt = useSyncExternalStore(autosave.subscribe, () => {
    const at = autosave.status().savedAt
    return at && clock(at)
  })
  if (failed)
    return (
      <span className={styles.trouble} role="alert">
        <Icon name="block" />
        未能保存，请下载备份
      </span>
    )
  return (
    <span className={styles.saved} data-saved={savedAt}>
      <Icon name="ok" />
      <span className={styles.short}>{savedAt ? `已自动保存 ${savedAt}` : '输入后自动保存'}</span>
      <span className={styles.long}>（仅保存在本机此浏览器）</span>
    </span>
  )
}

/** Name, year, verdict, save state and 下载备份, always in the same place. */
export function TopBar({ onPanel }: { onPanel(panel: PanelName): void }) {
  const session = useSession()
  const store = useDraftStore()
  const { verdict, organ, year } = useReview()
  const health = useHealth()
  const [said, setSaid] = useState('')
  const onDisk = useOnDisk()
  const final = verdict && isFinal(verdict)
  const notes = useObservable(session.notes)
  const published = useSyncExternalStore(session.autosave.subscribe, () =>
    isPublished(session.entries(), localDate()),
  )
  return (
    <>
      <header className={styles.bar}>
        <Brand />
        <span className={styles.separator} />
        <Link href="/" className={styles.home}>
          我的年报
        </Link>
        <span className={styles.separator} />
        <div className={styles.document}>
          <b>{organ || '未命名机关'}</b>
          {year && <span>{year} 年度</span>}
          {notes.example && <span className={styles.tag}>示例</span>}
          {isCorrection({ notes }) && <span className={styles.tag}>更正版</span>}
          <span className={styles.tag}>{published ? '已公布' : final ? '可定稿' : '草稿'}</span>
        </div>
        <span className={styles.grow} />
        <SaveState />
        <Button small icon="down" onClick={() => void downloadBackup(session, store).then(setSaid)}>
          下载备份
        </Button>
        <LastBackup />
        <span className={styles.panels}>
          <Button small look="text" icon="search" onClick={() => onPanel('find')}>
            查找
          </Button>
          <Button small look="text" icon="keyboard" onClick={() => onPanel('keys')}>
            快捷键
          </Button>
        </span>
        <Link href="/help" className={styles.help}>
          帮助
        </Link>
      </header>
      <div aria-live="polite">
        {said && (
          <p className={styles.said}>
            <Icon name="ok" />
            {said}
            <Button small look="text" onClick={() => setSaid('')}>
              知道了
            </Button>
          </p>
        )}
      </div>
      {(health.storage !== 'ok' || health.journal !== 'ok') && (
        <Banner
          actions={
            <Button small onClick={() => void downloadBackup(session, store).then(setSaid)}>
              下载备份
            </Button>
          }
        >
          {health.storage === 'full'
            ? '这个浏览器的存储空间已满，新的修改可能存不下。可以继续填写，请及时下载备份。'
            : health.storage === 'unavailable'
              ? '这个浏览器不允许保存数据，关闭页面后内容会丢失。可以继续填写，请及时下载备份。'
              : '这个浏览器的修改日志（IndexedDB）现在用不了，突然断电可能丢失最近几秒的内容。请及时下载备份。'}
        </Banner>
      )}
      {onDisk?.state.step === 'failed' && (
        <Banner actions={<Link href="/">查看</Link>}>
          自动备份没有写入“{onDisk.fileName}”。年报照常保存在这个浏览器里，可以继续填写。
        </Banner>
      )}
    </>
  )
}
