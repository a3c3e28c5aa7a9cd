import { memo } from 'react'
import type { Address } from '../../format/types'
import { type Cell, useCell, useSession } from '../form/session'
import { Disc } from '../notes/Disc'
import styles from './GrowingText.module.css'
import { type Mark, segmentsOf, shifted } from './marks'

/** The marks that were found in one state of a text. */
export interface MarkedText {
  text: string
  marks: Mark[]
}

/**
 * The same text once more, behind the textarea and unseen but for its marks. It gives the two their common height, so
 * that nothing is measured while typing: this is how a textarea grows without `field-sizing` (Chromium 123).
 */
const Mirror = memo(function Mirror({ text, marked }: { text: Cell<string>; marked: MarkedText }) {
  const now = useCell(text)
  return (
    <div className={styles.mirror} aria-hidden="true">
      {segmentsOf(now, shifted(marked.marks, marked.text, now)).map(({ start, text, mark }) =>
        mark ? (
          <mark key={start} data-tone={mark.tone}>
            {text}
            {mark.number && mark.tone !== 'checked' && (
              <span className={styles.disc}>
                <Disc number={mark.number} severity={mark.tone} />
              </span>
            )}
          </mark>
        ) : (
          <span key={start}>{text}</span>
        ),
      )}
      {/* A line break at the end opens a line of its own only if something follows it. */}
      {'\u200b'}
    </div>
  )
})

/** A textarea that is as high as its text. Uncontrolled: React draws the layer behind it, not the field. */
export const GrowingText = memo(function GrowingText({
  address,
  text,
  marked,
  describedBy,
  invalid,
  label,
}: {
  address: Address
  /** What stands in the field, for the layer behind it; kept up to date by the field. */
  text: Cell<string>
  marked: MarkedText
  describedBy?: string
  invalid: boolean
  label?: string
}) {
  const session = useSession()
  const field = session.form.register(address, {
    onChange(event: { target: { name: string; value: string } }) {
      session.onFieldChange(event)
      text.set(event.target.value)
    },
  })
  return (
    <div className={styles.field}>
      <Mirror text={text} marked={marked} />
      <textarea
        {...field}
        id={address}
        rows={2}
        spellCheck={false}
        autoComplete="off"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
    </div>
  )
})
