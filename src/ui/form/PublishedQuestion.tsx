import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { changesFrom } from '../../drafts/threeWay'
import { cellAt } from '../../format/cells'
import { placeOf, textsOf } from '../../format/names'
import { PUBLISHED_AT } from '../../report/publication'
import { textAt } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { Button } from '../parts/Button'
import { focusById } from '../parts/focusById'
import { Icon } from '../parts/Icon'
import { localDate } from '../parts/localDate'
import { dateWords } from '../parts/names'
import styles from './PublishedQuestion.module.css'
import { keepPublishedNow, useCorrection } from './publication'
import { useSession } from './session'
import type { Asked } from './waiting'

/** So many places are named, the others counted. */
const NAMED = 3

/** What waits, in words: how much, and where: the question stands over every page of the report. */
function useWaitingWords(asked: Asked): { count: number; where: string; dated?: string } {
  const session = useSession()
  return useMemo(() => {
    const { edition } = session
    const report = session.report()
    const made = asked.to(report)
    const changes = changesFrom(report.entries, made.entries)
    const notesDiffer = JSON.stringify(made.notes) !== JSON.stringify(report.notes)
    const places = [
      // The figure that is being typed stands in its field below.
      ...changes.map(({ address, after }) =>
        cellAt(edition, address) && address !== asked.typing?.address
          ? `${placeOf(edition, address)}（${after || '空白'}）`
          : placeOf(edition, address),
      ),
      ...(notesDiffer ? ['说明和标记'] : []),
    ]
    const count = places.length
    const where = places.slice(0, NAMED).join('、') + (count > NAMED ? `等 ${count} 处` : '')
    return { count, where, dated: changes.find(({ address }) => address === PUBLISHED_AT)?.after }
  }, [asked, session])
}

/**
 * Before the first change to a published report: on a copy, or here after all. The change itself waits. So does whatever would
 * take the publication back, or move its date.
 */
export default function PublishedQuestion({ asked }: { asked: Asked }) {
  const { address, typing, redates, go } = asked
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
  async function correct() {
    await keepPublishedNow(session, store)
    await startCorrection()
  }
  async function changeHere() {
    // Where nothing can be kept this is the only copy of what was published: the clerk is told before it changes.
    if (!(await keepPublishedNow(session, store)) && !unkept) return setUnkept(true)
    const { go: make } = session.asked.get() ?? { go }
    // What was typed may be again what stood there.
    if (count) session.reopen()
    make()
    back()
  }
  function unpublish() {
    close()
    go()
    back()
  }
  const at = dateWords(textAt(session.entries(), 'publishedAt').trim(), store.now().getFullYear())
  const { count, where, dated } = useWaitingWords(asked)
  const unpublishing = dated === '' || (dated !== undefined && dated > localDate(store.now()))
  const redating = unpublishing
    ? '这一步会撤销公布'
    : `这一步会把公布日期改为 ${dateWords(dated ?? '', store.now().getFullYear())}`
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
        {redates ? (
          <>
            <b>
              这份年报已于 {at}公布，{redating}。
            </b>
            {unpublishing && '撤销后不再算已公布，以后的改动也不再提问。'}
          </>
        ) : (
          <>
            <b>这份年报已于 {at}公布，刚才的改动还没有写入。</b>
            {where && `等着写入的是${where}${dated === undefined ? '' : `，${redating}`}。`}
            公布后的改正一般另做一份更正版
            {unkept
              ? '；历史版本现在存不下，在此修改，公布的这一份就没有了。请先在“导出”下载它；仍要修改，请再按一次。'
              : '；公布的这一份都会留在“历史版本”里。'}
          </>
        )}
      </p>
      {typing && (
        <label className={styles.typing} data-prose={isProse || undefined}>
          {cellAt(session.edition, typing.address) ? '要填的数' : '要写的文字'}
          {count > 1 && `：${placeOf(session.edition, typing.address)}`}
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
        {redates ? (
          <Button small onClick={unpublish}>
            {unpublishing ? '撤销公布' : '改日期'}
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
          {redates && unpublishing ? '不撤销' : count > 1 ? `${count} 处都不改` : '不改'}
        </Button>
      </span>
    </div>
  )
}
