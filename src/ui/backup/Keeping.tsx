import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useBackups } from '../drafts/lastBackup'
import { useOnDisk } from '../drafts/onDisk'
import { useDraftStore, useDrafts, useHealth } from '../drafts/store'
import { useDraftActions } from '../drafts/useDraftActions'
import { useNow } from '../drafts/useNow'
import { Button } from '../parts/Button'
import { canKeepOnDisk, chooseFile, stopKeeping, wake } from './disk'
import styles from './Keeping.module.css'
import { shareOf } from './share'
import { stateWords } from './words'

/** At the foot of 我的年报: the file on disk that follows each save, and how much room there is left. */
export function Keeping() {
  const store = useDraftStore()
  useEffect(() => void wake(store), [store])
  return (
    <dl className={styles.keeping}>
      <DownloadRow />
      {canKeepOnDisk && <OnDiskRow />}
      <StorageRow />
    </dl>
  )
}

function Row({ name, words, children }: { name: string; words: string; children?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
      <dd className={styles.actions}>{children}</dd>
    </div>
  )
}

function DownloadRow() {
  const drafts = useDrafts()
  const onDisk = useOnDisk()
  const actions = useDraftActions()
  const [said, setSaid] = useState('')
  const { words, due } = useBackups(drafts)
  const follows = onDisk?.state.step === 'on'
  const nudge = due > 0 && !follows ? `${due} 份改了一天以上还没有下载备份，收工前备一份更稳妥。` : ''
  return (
    <Row name="上次备份" words={`${words || '还没有下载过。'}${words && nudge && '；'}${nudge}`}>
      <Button small onClick={() => void actions.backUp(drafts).then(setSaid)}>
        现在备份
      </Button>
      <span aria-live="polite">{said && `已下载${said}`}</span>
    </Row>
  )
}

function OnDiskRow() {
  const store = useDraftStore()
  const onDisk = useOnDisk()
  const now = useNow()
  if (onDisk && onDisk.state.step !== 'on')
    return <Row name="自动备份" words={`“${onDisk.fileName}”现在没有更新，原因见本页上方。`} />
  return (
    <Row
      name="自动备份"
      words={
        onDisk
          ? stateWords(onDisk, now)
          : '还没有设置。新建一个备份文件（例如在网络盘或U盘上），以后每次保存后自动更新它，内容与“下载全部备份”相同，只是没有历史版本里公布过的版本。不要选已有的备份，选中的文件会被清空。'
      }
    >
      <Button small onClick={() => void chooseFile(store)}>
        {onDisk ? '换一个文件' : '新建备份文件'}
      </Button>
      {onDisk && (
        <Button small look="text" onClick={() => void stopKeeping()}>
          停止自动备份
        </Button>
      )}
    </Row>
  )
}

function StorageRow() {
  const store = useDraftStore()
  const drafts = useDrafts()
  const { storage } = useHealth()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is used changes with the drafts
  const share = useMemo(() => shareOf(store.usage()), [store, drafts])
  const words =
    storage === 'unavailable'
      ? '这个浏览器不允许保存。'
      : `${drafts.length} 份年报，约占可用空间的 ${share}%。${share >= 75 ? '快满了，' : ''}往年的可以归档到文件，腾出空间。`
  return (
    <Row name="本机存储" words={words}>
      <Link href="/archive">归档到文件</Link>
      <Link href="/about">本机数据</Link>
    </Row>
  )
}
