import { fieldAt } from '../../format/names'
import type { Address } from '../../format/types'
import { currentText, useSession } from '../form/session'
import { useObservable } from '../parts/observable'
import styles from './TextSection.module.css'

/** Where a text stands that may be printed before the first heading or under it. One undo takes the choice back. */
export function PlaceChoice({ address }: { address: Address }) {
  const session = useSession()
  const field = fieldAt(session.edition, address)
  useObservable(session.history)
  const chosen = currentText(session, address)
  return (
    <fieldset id={address} tabIndex={-1} className={styles.place}>
      <legend>{field?.label}</legend>
      {field?.options?.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={address}
            value={value || field.default}
            checked={value === chosen}
            onChange={() => session.apply([{ address, after: value }])}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
