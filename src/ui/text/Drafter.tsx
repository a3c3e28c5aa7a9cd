import { useState } from 'react'
import type { Address } from '../../format/types'
import { confirmed } from '../../report/carry/confirm'
import { pendingStep } from '../../report/carry/pendingNotes'
import { composable } from '../../writing/composable'
import type { Drafted } from '../../writing/compose'
import { linkStep, linksOf, withLinks } from '../../writing/links'
import { currentText, useSession } from '../form/session'
import { Button } from '../parts/Button'
import { focusById } from '../parts/focusById'
import { localDate } from '../parts/localDate'
import { type Observable, useObservable } from '../parts/observable'
import { Replacing } from './Replacing'
import styles from './TextSection.module.css'

/** 一键起草: writes the text from the tables. A text that is there already is replaced only after a question. */
export function Drafter({ address, text }: { address: Address; text: Observable<string> }) {
  const session = useSession()
  const [asks, setAsks] = useState<Drafted[] | null>(null)
  /** The wordings that were offered last: while one of them stands there, another can be had. */
  const [offered, setOffered] = useState<Drafted[]>([])
  const now = useObservable(text)
  const at = offered.findIndex((draft) => draft.text === now)
  if (!composable(address)) return null
  const write = (drafts: Drafted[], which: number) => {
    const draft = drafts[which]
    if (!draft) return
    // What the tables say needs no second look, also where it is what last year's text said; an undo brings it back.
    const before = session.notes.get()
    const looked = pendingStep(
      before,
      confirmed(before, address, draft.text, 0, draft.text.length, (other) => currentText(session, other)),
    )
    const links = linkStep(before, withLinks(before, linksOf(before), draft.links))
    session.apply([{ address, after: draft.text }], { pending: looked, links })
    setOffered(drafts)
    setAsks(null)
    focusById(address)
  }
  async function start() {
    const [{ draftsOf }, { givenOf }] = await Promise.all([
      import('../../writing/compose'),
      import('../../checks/run'),
    ])
    const given = givenOf({ edition: session.edition, report: session.report(), today: localDate() })
    const drafts = draftsOf(given, address)
    const before = currentText(session, address)
    if (before.trim() === '' || drafts.some((draft) => draft.text === before)) write(drafts, 0)
    else setAsks(drafts)
  }
  if (asks)
    return (
      <Replacing
        address={address}
        by="按表起草的文字"
        onReplace={() => write(asks, 0)}
        onKeep={() => setAsks(null)}
      />
    )
  return (
    <p className={styles.starter}>
      <Button small data-text={address} onClick={() => void start()}>
        一键起草
      </Button>
      {at >= 0 && offered.length > 1 && (
        <Button small look="text" onClick={() => write(offered, (at + 1) % offered.length)}>
          换一种写法
        </Button>
      )}
      {now.trim() === '' && <span>按本年三张表的数据写成句子，表里没有的留作【待补充】。</span>}
    </p>
  )
}
