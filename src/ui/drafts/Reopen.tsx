import { useEffect, useState } from 'react'
import { Button } from '../parts/Button'
import { useObservable } from '../parts/observable'
import { MISSING, missing, offered, reopen } from './missing'
import styles from './Reopen.module.css'
import { useDraftStore } from './store'
import { useDraftActions } from './useDraftActions'

const UNSAVED = '这个浏览器没有存下最近的修改，请先下载备份。'

/** The sentence, and 重新打开, which saves first. */
function Reopen({ beside }: { beside?: string }) {
  const store = useDraftStore()
  const { backUp } = useDraftActions()
  const [unsaved, setUnsaved] = useState(false)
  return (
    <>
      <p>
        {beside}
        {unsaved ? UNSAVED : `${MISSING}已填的内容都会保存；重新打开页面即可继续。`}
      </p>
      <span className={styles.actions}>
        {unsaved && (
          <Button icon="down" onClick={() => backUp(store.list())}>
            下载备份
          </Button>
        )}
        <Button
          look="primary"
          onClick={async () => {
            if (!(await reopen(store, unsaved))) setUnsaved(true)
          }}
        >
          {unsaved ? '仍然重新打开' : '重新打开'}
        </Button>
      </span>
    </>
  )
}

/** Where a part of the page is missing. */
export function ReopenHere() {
  useEffect(() => {
    offered.set(offered.get() + 1)
    return () => offered.set(offered.get() - 1)
  }, [])
  return <Reopen />
}

/** At the lower edge of the window, whatever page is open: something was asked for whose file is gone. */
export function ReopenBar() {
  const isMissing = useObservable(missing)
  const isOffered = useObservable(offered) > 0
  if (!isMissing || isOffered) return null
  return (
    <div className={styles.bar} role="alert">
      <Reopen beside="有些功能现在用不了：" />
    </div>
  )
}
