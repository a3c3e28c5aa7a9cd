import { Fragment } from 'react'
import styles from './KeyTable.module.css'
import { keyGroups } from './keys'

/** The keys that work, as a table per group. */
export function KeyTable() {
  return keyGroups.map(({ title, keys }) => (
    <table key={title} className={styles.keys}>
      <caption>{title}</caption>
      <tbody>
        {keys.map(({ keys: chords, effect }) => (
          <tr key={effect}>
            <th scope="row">
              {chords.map((chord, index) => (
                <Fragment key={chord}>
                  {index > 0 && <span className={styles.or}>、</span>}
                  <kbd>{chord}</kbd>
                </Fragment>
              ))}
            </th>
            <td>{effect}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
