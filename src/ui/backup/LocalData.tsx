import { useEffect, useState } from 'react'
import { dropKeptTexts, troubleWords } from '../drafts/missing'
import { useDraftStore, useDrafts, useHealth } from '../drafts/store'
import { useDraftActions } from '../drafts/useDraftActions'
import { Button } from '../parts/Button'
import styles from './LocalData.module.css'
import { shareOf } from './share'

const NOT_STOPPED = '没有清除：自动备份停不下来。请关闭其他年报通窗口后再试。'

/** What lies in this browser, how safe it is there, and the way to leave nothing on a shared computer. */
export function LocalData() {
  const store = useDraftStore()
  const drafts = useDrafts()
  const health = useHealth()
  const actions = useDraftActions()
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const lasting = useLasting()
  const share = shareOf(store.usage())

  async function clear() {
    setAsking(false)
    setSaid('正在清除…')
    try {
      // Ended first, or an empty list would be what the file follows.
      const { stopKeeping } = await import('./disk')
      if (!(await stopKeeping())) return setSaid(NOT_STOPPED)
    } catch (error) {
      return setSaid(troubleWords(error, NOT_STOPPED))
    }
    dropKeptTexts()
    const done = await store.clear()
    setSaid(
      done
        ? store.usage()
          ? '原有的数据已清除；清除时还在填写的年报又存了下来。请关闭其他年报通窗口后再清除一次。'
          : '已清除。这个浏览器里不再有年报通的数据。'
        : '没有全部清除：浏览器的数据库没有回应，请关闭其他年报通窗口后再试。',
    )
  }
  return (
    <>
      <p>
        {drafts.length} 份年报，占用这个浏览器存储空间约 {share}%
        {health.storage === 'unavailable' ? '（这个浏览器不允许保存）' : ''}。
        {lasting === true && '浏览器已答应不自动清理。'}
      </p>
      <p>
        公用电脑用完后可以清除，年报、回收站、历史版本、自动备份的设置都不留下；汇总任务（收到的年报、单位名单、处理结果）也一起清除，它们不在备份里，要留的请先到“汇总”保存汇总文件。清除不影响已下载的文件。
      </p>
      <p role="status">{said}</p>
      {asking ? (
        <fieldset
          className={styles.actions}
          aria-label="清除本机全部数据"
          onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
        >
          <p>清除后不能恢复。请先关闭其他年报通窗口（那里的年报继续填写会重新存下来），并下载备份：</p>
          <Button small icon="down" autoFocus onClick={() => actions.backUp(drafts)}>
            下载全部备份
          </Button>
          <Button small onClick={() => void clear()}>
            确定清除
          </Button>
          <Button small look="text" onClick={() => setAsking(false)}>
            不清除
          </Button>
        </fieldset>
      ) : (
        <p className={styles.actions}>
          <Button small icon="down" disabled={drafts.length === 0} onClick={() => actions.backUp(drafts)}>
            下载全部备份
          </Button>
          <Button small onClick={() => setAsking(true)}>
            清除本机全部数据
          </Button>
        </p>
      )}
    </>
  )
}

/** Whether the browser has promised not to clear the data when the disk gets full; undefined where it cannot say. */
function useLasting(): boolean | undefined {
  const [lasting, setLasting] = useState<boolean>()
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setLasting)
  }, [])
  return lasting
}
