import { useEffect, useRef, useState } from 'react'
import { placeOf } from '../../format/names'
import { type Occurrence, occurrencesOf, replacing } from '../../report/find'
import { textAt } from '../../report/report'
import { applied } from '../form/applied'
import { selectText } from '../form/goTo'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import { useObservable } from '../parts/observable'
import styles from './SidePanel.module.css'

/** Characters of context on each side of a place in the list. */
const AROUND = 12
/** More places than this are counted, not listed. */
const LISTED = 100

/** 查找/替换 over all that was typed; the browser's own search does not look into fields. */
export function FindPanel() {
  const session = useSession()
  const { edition, findings } = session
  const [wanted, setWanted] = useState('')
  const [replacement, setReplacement] = useState('')
  const [at, setAt] = useState(-1)
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  // Places move while the report is being typed: looked up again in each pause.
  useObservable(findings.looks)
  const entries = session.entries()
  const places = occurrencesOf(edition, entries, wanted)
  const current = at >= 0 ? places[Math.min(at, places.length - 1)] : undefined

  useEffect(() => input.current?.focus(), [])
  const step = (by: 1 | -1) => {
    if (!places.length) return
    const next = at < 0 ? (by > 0 ? 0 : places.length - 1) : (at + by + places.length) % places.length
    const place = places[next]
    setAt(next)
    if (place) selectText(session, place)
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F3') return
      event.preventDefault()
      step(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
  function replace(chosen: Occurrence[]) {
    const step = applied(session, replacing(session.entries(), chosen, replacement))
    void findings.now()
    // A published report asks first, and nothing has been replaced yet.
    setSaid(step ? `已替换 ${chosen.length} 处，可以撤销` : '')
  }

  return (
    <form
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault()
        step(1)
      }}
    >
      <label>
        查找
        <input
          ref={input}
          value={wanted}
          onChange={(event) => {
            setWanted(event.target.value)
            setAt(-1)
            setSaid('')
          }}
        />
      </label>
      <label>
        替换为
        <input value={replacement} onChange={(event) => setReplacement(event.target.value)} />
      </label>
      <p role="status">
        {said ||
          (wanted &&
            (places.length
              ? `共 ${places.length} 处${current ? `，第 ${places.indexOf(current) + 1} 处` : ''}`
              : '没有找到'))}
      </p>
      <div className={styles.buttons}>
        <Button small onClick={() => step(-1)} disabled={!places.length}>
          上一处
        </Button>
        <Button small type="submit" disabled={!places.length}>
          下一处
        </Button>
        <Button small onClick={() => current && replace([current])} disabled={!current}>
          替换
        </Button>
        <Button small onClick={() => replace(places)} disabled={!places.length}>
          全部替换
        </Button>
      </div>
      <ul className={styles.list}>
        {places.slice(0, LISTED).map((place, index) => {
          const text = textAt(entries, place.address)
          return (
            <li key={`${place.address} ${place.start}`}>
              <button
                type="button"
                aria-current={place === current ? 'true' : undefined}
                onClick={() => {
                  setAt(index)
                  selectText(session, place)
                }}
              >
                <small>{placeOf(edition, place.address)}</small>
                {text.slice(Math.max(0, place.start - AROUND), place.start)}
                <mark>{text.slice(place.start, place.end)}</mark>
                {text.slice(place.end, place.end + AROUND)}
              </button>
            </li>
          )
        })}
      </ul>
    </form>
  )
}
