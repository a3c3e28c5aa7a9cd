import { memo } from 'react'
import type { Address } from '../../format/types'
import { useSession } from '../form/session'
import { Disc } from '../notes/Disc'
import { type Cell, useCell } from '../parts/cell'
import styles from './GrowingText.module.css'
import { type Line, linesOf, type Mark, sameLine, segmentsOf, shifted } from './marks'

/** The marks to draw, and the state of the text that they were found in. */
export interface DrawnText {
  text: string
  marks: Mark[]
}

/** A key changes one line, and only that one is laid out again. */
const MirrorLine = memo(
  function MirrorLine({ line: { text, marks } }: { line: Line }) {
    return (
      <div>
        {segmentsOf(text, marks).map(({ start, text: part, mark }) =>
          mark ? (
            <mark key={start} data-tone={mark.tone} data-finding={mark.finding}>
              {part}
              {mark.number && mark.tone !== 'checked' && (
                <span className={styles.disc}>
                  <Disc number={mark.number} severity={mark.tone} />
                </span>
              )}
            </mark>
          ) : (
            <span key={start}>{part}</span>
          ),
        )}
        {/* An empty line has its height only if there is something in it. */}
        {text === '' && '\u200b'}
      </div>
    )
  },
  (before, after) => sameLine(before.line, after.line),
)

/**
 * The same text once more, behind the textarea and unseen but for its marks. It gives the two their common height, so
 * that nothing is measured while typing: this is how a textarea grows without `field-sizing` (Chromium 123).
 */
const Mirror = memo(function Mirror({ text, marked }: { text: Cell<string>; marked: DrawnText }) {
  const now = useCell(text)
  return (
    <div className={styles.mirror} aria-hidden="true">
      {linesOf(now, shifted(marked.marks, marked.text, now)).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands in its place
        <MirrorLine key={at} line={line} />
      ))}
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
  marked: DrawnText
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
