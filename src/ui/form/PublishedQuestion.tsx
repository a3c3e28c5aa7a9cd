import { useCallback, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { cellAt } from '../../format/cells'
import { textsOf } from '../../format/names'
import { textAt } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { Button } from '../parts/Button'
import { focusById } from '../parts/focusById'
import { Icon } from '../parts/Icon'
import { dateWords } from '../parts/names'
import styles from './PublishedQuestion.module.css'
import { keepPublishedNow, useCorrection } from './publication'
import { useSession } from './session'
import type { Asked } from './waiting'

/** While something waits, the browser asks before the page goes, and neither a link of the app nor 后退 leads out of this report. */
function useStay(active: boolean, held: () => void) {
  useEffect(() => {
    if (!active) return
    const { hash } = location
    const own = `${hash.split('/').slice(0, 3).join('/')}/`
    const stay = (event: BeforeUnloadEvent) => {
      event.preventDefault()
      // Chromium 109 asks only where this is set.
      event.returnValue = ''
    }
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link?.hash.startsWith('#/') || link.hash.startsWith(own)) return
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      held()
    }
    // 后退 cannot be refused, only gone back on before the app hears of it. What the app itself does leads on.
    const turnBack = (event: HashChangeEvent) => {
      if (!event.isTrusted || location.hash.startsWith(own)) return
      event.stopImmediatePropagation()
      location.hash = hash
      held()
    }
    window.addEventListener('beforeunload', stay)
    window.addEventListener('hashchange', turnBack, true)
    document.addEventListener('click', hold, true)
    return () => {
      window.removeEventListener('beforeunload', stay)
      window.removeEventListener('hashchange', turnBack, true)
      document.removeEventListener('click', hold, true)
    }
  }, [active, held])
}

/**
 * Before the first change to a published report: on a copy, or here after all. The change itself waits. So does a step back by
 * which it would be published no longer.
 */
export default function PublishedQuestion({ asked: { address, typing, unpublishes, go } }: { asked: Asked }) {
  const session = useSession()
  const store = useDraftStore()
  const startCorrection = useCorrection()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const isTyped = typing !== undefined
  // Who was typing goes on here, in whatever way; the next key never presses a button.
  useEffect(() => {
    if (!isTyped) frame.current?.focus()
    else if (field.current) {
      const { caret } = session.asked.get()?.typing ?? { caret: 0 }
      field.current.focus()
      field.current.setSelectionRange(caret, caret)
    }
  }, [isTyped, session])
  const { subscribe, writing } = session.autosave
  const mayWrite = useSyncExternalStore(subscribe, writing)
  // Another tab has taken over: nothing is written here, so nothing is asked.
  useEffect(() => {
    if (!mayWrite) session.asked.set(null)
  }, [mayWrite, session])
  const close = () => session.asked.set(null)
  const back = () => address && focusById(address)
  const [unkept, setUnkept] = useState(false)
  const [held, setHeld] = useState(false)
  useStay(
    !unpublishes,
    useCallback(() => {
      setHeld(true)
      frame.current?.focus()
    }, []),
  )
  async function correct() {
    await keepPublishedNow(session, store)
    await startCorrection()
  }
  async function changeHere() {
    // Where nothing can be kept this is the only copy of what was published: the clerk is told before it changes.
    if (!(await keepPublishedNow(session, store)) && !unkept) return setUnkept(true)
    const { go: make } = session.asked.get() ?? { go }
    session.reopen()
    close()
    make()
    back()
  }
  function unpublish() {
    close()
    go()
    back()
  }
  const at = dateWords(textAt(session.entries(), 'publishedAt').trim(), store.now().getFullYear())
  const isProse = textsOf(session.edition).some((text) => text.address === typing?.address)
  return (
    <div
      ref={frame}
      className={styles.question}
      role="alertdialog"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={({ key, nativeEvent }) => {
        if (key !== 'Escape' || nativeEvent.isComposing) return
        close()
        back()
      }}
    >
      <Icon name="verify" />
      <p id={id}>
        {unpublishes ? (
          <>
            <b>这份年报已于 {at}公布，这一步会撤销公布。</b>
            撤销后不再算已公布，以后的改动也不再提问。
          </>
        ) : (
          <>
            <b>这份年报已于 {at}公布，刚才的改动还没有写入。</b>
            公布后的改正一般另做一份更正版
            {unkept
              ? '；历史版本现在存不下，在此修改，公布的这一份就没有了。请先在“导出”下载它；仍要修改，请再按一次。'
              : '；公布的这一份都会留在“历史版本”里。'}
          </>
        )}
        {held && <b role="alert">请先选一种，再离开这份年报。</b>}
      </p>
      {typing && (
        <label className={styles.typing} data-prose={isProse || undefined}>
          {cellAt(session.edition, typing.address) ? '要填的数' : '要写的文字'}
          <textarea
            ref={field}
            rows={isProse ? 4 : 1}
            spellCheck={false}
            autoComplete="off"
            value={typing.text}
            onChange={({ target }) => session.retype(target.value, target.selectionStart)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isProse) event.preventDefault()
            }}
          />
        </label>
      )}
      <span className={styles.actions}>
        {unpublishes ? (
          <Button small onClick={unpublish}>
            撤销公布
          </Button>
        ) : (
          <>
            <Button small look="primary" onClick={() => void correct()}>
              复制为更正版
            </Button>
            <Button small onClick={() => void changeHere()}>
              仍在此修改
            </Button>
          </>
        )}
        <Button
          small
          look="text"
          onClick={() => {
            close()
            back()
          }}
        >
          {unpublishes ? '不撤销' : '不改'}
        </Button>
      </span>
    </div>
  )
}
