import { useEffect, useState } from 'react'
import { textsOf } from '../../format/names'
import { staleLinks } from '../../writing/links'
import { currentText, useSession } from '../form/session'
import { Button } from '../parts/Button'
import { useObservable } from '../parts/observable'
import { confirmParagraph, pendingPlaces, renewAll, updateLinks } from './carried'
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
  const addresses = textsOf(session.edition).map(({ address }) => address)
  const stale = addresses.flatMap((address) =>
    staleLinks(session.edition, session.entries(), session.notes.get(), address),
  )
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
          <Button small onClick={() => void renewAll(session).then(setWords)}>
            全部按本年数据更新
          </Button>
        </fieldset>
      )}
      {stale.length > 0 && (
        <Button small onClick={() => updateLinks(session, addresses)}>
          全部更新
        </Button>
      )}
      <span className="visually-hidden" aria-live="polite">
        {words}
      </span>
    </>
  )
}

/** 表中已改为 25 · 更新: the linked figures of a text whose cells say something else by now. */
export function StaleLines({ address }: { address: string }) {
  const session = useSession()
  useObservable(session.findings.looks)
  useObservable(session.history)
  const stale = staleLinks(session.edition, session.entries(), useObservable(session.notes), address)
  return stale.map(({ link, now, start, end }) => (
    <p key={link.phrase} className={styles.starter} data-link={link.cell} data-now={now}>
      <span>
        正文写 {currentText(session, address).slice(start, end)}，表中已改为 {now}
      </span>
      <Button small onClick={() => updateLinks(session, [address], link.phrase)}>
        更新
      </Button>
    </p>
  ))
}
