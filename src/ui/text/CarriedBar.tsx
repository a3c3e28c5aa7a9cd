import { useEffect, useState } from 'react'
import type { Link } from '../../report/report'
import type { Stale } from '../../writing/links'
import { currentText, useSession } from '../form/session'
import { Button } from '../parts/Button'
import { focusById } from '../parts/focusById'
import { useObservable } from '../parts/observable'
import { canRenew, confirmParagraph, pendingPlaces, renewAll, staleIn, unlink, updateLinks } from './carried'
import styles from './TextSection.module.css'

/** What can be done about carried and linked figures of the whole report, in the head of each page of prose. */
export function CarriedBar() {
  const session = useSession()
  useObservable(session.findings.looks)
  useObservable(session.notes)
  useObservable(session.history)
  const [words, setWords] = useState('')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return
      if (event.code !== 'KeyK' || !pendingPlaces(session).length) return
      event.preventDefault()
      confirmParagraph(session)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session])
  const waiting = pendingPlaces(session).length
  // What was written on purpose is not taken back together with what a table has changed.
  const stale = staleIn(session).filter(({ cellChanged }) => cellChanged)
  return (
    <>
      {waiting > 0 && (
        <fieldset className={styles.bar} aria-label="沿用上年的数字">
          <span>待改 {waiting} 处</span>
          <Button
            small
            title="Alt+K"
            // The cursor says which paragraph: it stays where it is.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => confirmParagraph(session)}
          >
            本段已核对
          </Button>
          {canRenew(session) && (
            <Button small onClick={() => void renewAll(session).then(setWords)}>
              全部按本年数据更新
            </Button>
          )}
        </fieldset>
      )}
      {stale.length > 0 && (
        <Button
          small
          onClick={() => {
            updateLinks(
              session,
              stale.map(({ link }) => link),
            )
            document.getElementById('main')?.focus()
          }}
        >
          全部更新
        </Button>
      )}
      <span className="visually-hidden" aria-live="polite">
        {words}
      </span>
    </>
  )
}

/** Of the line that tells of a link; the field is described by it. */
export const staleId = (address: string, { cell, phrase }: Link) =>
  `stale.${address}.${cell}.${phrase.replace(/\s/g, '')}`

/** 表中已改为 25 · 更新: the linked figures of a text that differ from their cells, and which of the two was changed. */
export function StaleLines({ address, stale }: { address: string; stale: Stale[] }) {
  const session = useSession()
  const text = currentText(session, address)
  const after = (change: () => void) => {
    change()
    // The line that held the focus is gone.
    focusById(address)
  }
  return stale.map((each) => (
    <p
      key={each.link.phrase}
      id={staleId(address, each.link)}
      className={styles.starter}
      data-link={each.link.cell}
      data-now={each.now}
    >
      <span>
        正文写 {text.slice(each.start, each.end)}，{each.cellChanged ? '表中已改为' : '表中是'} {each.now}
      </span>
      <Button small onClick={() => after(() => updateLinks(session, [each.link]))}>
        {each.cellChanged ? '更新' : '按表改回'}
      </Button>
      <Button small look="text" onClick={() => after(() => unlink(session, each.link))}>
        不再跟随
      </Button>
    </p>
  ))
}
