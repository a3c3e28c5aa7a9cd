import { useState, useSyncExternalStore } from 'react'
import { fieldAt } from '../../format/names'
import type { WebPageSpec } from '../../format/types'
import { Field } from '../basics/Field'
import { currentText, useSession } from '../form/session'
import styles from './ExportPage.module.css'

/** 索引号, 发布机构, 发文日期: what the editor of a site asks for; on the web page alone, and only what is filled in. */
export function WebPageFields({ spec }: { spec: WebPageSpec }) {
  const session = useSession()
  const { edition, autosave } = session
  const writing = useSyncExternalStore(autosave.subscribe, autosave.writing)
  const addresses = Object.values(spec)
  // Open from the start or by hand: a field that is emptied stays in view.
  const [open] = useState(() => addresses.some((address) => currentText(session, address) !== ''))
  return (
    <details className={styles.options} open={open || undefined}>
      <summary>网页信息（可不填）</summary>
      <fieldset className={styles.signOff} disabled={!writing} aria-label="网页信息">
        {addresses
          .flatMap((address) => fieldAt(edition, address) ?? [])
          .map((field) => (
            <Field key={field.address} field={field} />
          ))}
      </fieldset>
    </details>
  )
}
