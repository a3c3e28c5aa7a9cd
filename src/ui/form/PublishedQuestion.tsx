import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { textAt } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { Button } from '../parts/Button'
import { focusById } from '../parts/focusById'
import { Icon } from '../parts/Icon'
import { dateWords } from '../parts/names'
import styles from './PublishedQuestion.module.css'
import { keepPublished, reopen, useCorrection } from './publication'
import { type Asked, useSession } from './session'

/** A text of more characters is not repeated in the question. */
const SHOWN = 20

/** Before the first change to a published report: on a copy, or here after all. The change itself waits. */
export default function PublishedQuestion({ asked: { address, typing, go } }: { asked: Asked }) {
  const session = useSession()
  const store = useDraftStore()
  const startCorrection = useCorrection()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  // Not a button: the next key of who was typing would press it.
  useEffect(() => frame.current?.focus(), [])
  const { subscribe, writing } = session.autosave
  const mayWrite = useSyncExternalStore(subscribe, writing)
  // Another tab has taken over: nothing is written here, so nothing is asked.
  useEffect(() => {
    if (!mayWrite) session.asked.set(null)
  }, [mayWrite, session])
  const close = () => session.asked.set(null)
  const back = () => address && focusById(address)
  const [unkept, setUnkept] = useState(false)
  async function correct() {
    await keepPublished(session, store)
    const report = session.report()
    close()
    startCorrection(report)
  }
  async function changeHere() {
    // Where nothing can be kept this is the only copy of what was published: the clerk is told before it changes.
    if (!(await keepPublished(session, store)) && !unkept) return setUnkept(true)
    reopen(session)
    close()
    go()
    back()
  }
  const at = dateWords(textAt(session.entries(), 'publishedAt').trim(), store.now().getFullYear())
  return (
    <div
      ref={frame}
      className={styles.question}
      role="alertdialog"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        const { key, target, currentTarget, ctrlKey, altKey, metaKey } = event
        if (key === 'Escape') {
          close()
          back()
        } else if (typing && target === currentTarget && !ctrlKey && !altKey && !metaKey) {
          // Who was typing goes on: no key of it is lost.
          if (key.length === 1 || key === 'Backspace') session.typeOn(key)
        }
      }}
    >
      <Icon name="verify" />
      <p id={id}>
        <b>这份年报已于 {at}公布，刚才的改动还没有写入。</b>
        {typing && typing.text.length <= SHOWN && `（键入“${typing.text}”）`}
        公布后的改正一般另做一份更正版
        {unkept
          ? '；历史版本现在存不下，在此修改，公布的这一份就没有了。请先在“导出”下载它；仍要修改，请再按一次。'
          : '；公布的这一份都会留在“历史版本”里。'}
      </p>
      <span className={styles.actions}>
        <Button small look="primary" onClick={() => void correct()}>
          复制为更正版
        </Button>
        <Button small onClick={() => void changeHere()}>
          仍在此修改
        </Button>
        <Button
          small
          look="text"
          onClick={() => {
            close()
            back()
          }}
        >
          不改
        </Button>
      </span>
    </div>
  )
}
