import { useState, useSyncExternalStore } from 'react'
import { fieldAt } from '../../format/names'
import type { SignOffSpec } from '../../format/types'
import { Field } from '../basics/Field'
import { currentText, useSession } from '../form/session'
import { localDate } from '../parts/localDate'
import { useObservable } from '../parts/observable'
import styles from './ExportPage.module.css'
import { Option } from './Option'

const PHRASE = '特此报告。'

/** 落款: organ and date at the end of the report, part of its content. Each choice is one step of the history. */
export function SignOff({ spec }: { spec: SignOffSpec }) {
  const session = useSession()
  const { edition, autosave } = session
  const writing = useSyncExternalStore(autosave.subscribe, autosave.writing)
  useObservable(session.history)
  // The fields stay while a clerk empties them to type something else, and go with an undo of the tick.
  const [within, setWithin] = useState(false)
  const text = (address: string) => currentText(session, address)
  const { phrase, organ, date } = spec
  const signed = within || [phrase, organ, date].some((address) => text(address) !== '')
  const sign = (on: boolean) => {
    session.apply([
      { address: organ, after: on ? text('organ.name').trim() : '' },
      { address: date, after: on ? localDate() : '' },
      ...(on ? [] : [{ address: phrase, after: '' }]),
    ])
  }
  const fields = [organ, date].flatMap((address) => fieldAt(edition, address) ?? [])
  return (
    <fieldset className={styles.options} disabled={!writing}>
      <legend>落款</legend>
      <Option
        label="文末印机关和日期"
        note="属于正文，印在最后一部分之后、靠右；随年报保存"
        checked={signed}
        onChange={sign}
      />
      {signed && (
        <fieldset
          aria-label="落款"
          className={styles.signOff}
          onFocus={() => setWithin(true)}
          onBlur={({ currentTarget, relatedTarget }) => setWithin(currentTarget.contains(relatedTarget))}
        >
          {fields.map((field) => (
            <Field key={field.address} field={field} />
          ))}
          <Option
            label={text(phrase) || PHRASE}
            note="落款之前另起一段"
            checked={text(phrase) !== ''}
            onChange={(on) => session.apply([{ address: phrase, after: on ? PHRASE : '' }])}
          />
        </fieldset>
      )}
    </fieldset>
  )
}
