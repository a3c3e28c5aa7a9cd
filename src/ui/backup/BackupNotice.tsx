import { Link } from 'wouter'
import { useOnDisk } from '../drafts/onDisk'
import { useDraftStore } from '../drafts/store'
import { useNow } from '../drafts/useNow'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import styles from '../parts/Notices.module.css'
import { chooseFile, resume, stopKeeping } from './disk'
import { stateWords } from './words'

/** Says at the top of 我的年报 that the file does not follow, and what can be done. */
export function BackupNotice() {
  const store = useDraftStore()
  const onDisk = useOnDisk()
  const now = useNow()
  const { state } = onDisk ?? {}
  const asleep = state?.step === 'asleep'
  const foreign = state?.step === 'failed' && state.problem === 'foreign'
  return (
    <div role="status">
      {onDisk && state && (asleep || state.step === 'failed') && (
        <p className={asleep ? styles.notice : `${styles.notice} ${styles.trouble}`}>
          <Icon name={asleep ? 'note' : 'verify'} />
          <span>自动备份：{stateWords(onDisk, now)}</span>
          <span className={styles.grow} />
          {foreign ? (
            <Link href="/import">导入</Link>
          ) : (
            <Button small onClick={() => void resume()}>
              {asleep ? `继续备份到“${onDisk.fileName}”` : '再试一次'}
            </Button>
          )}
          {!asleep && (
            <Button small onClick={() => void chooseFile(store)}>
              换一个文件
            </Button>
          )}
          <Button small look="text" onClick={() => void stopKeeping()}>
            停止
          </Button>
        </p>
      )}
    </div>
  )
}
