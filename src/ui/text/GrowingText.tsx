import { memo } from 'react'
import type { Address } from '../../format/types'
import { useSession } from '../form/session'
import { Disc } from '../notes/Disc'
import { type Observable, useObservable } from '../parts/observable'
import styles from './GrowingText.module.css'
import {
  linesOf,
  runsOf,
  type Segment,
  sameLine,
  sameRun,
  segmentsOf,
  shifted,
  type TextLine,
  type TextMark,
} from './marks'

/** The marks to draw, and the state of the text that they were found in. */
export interface DrawnText {
  text: string
  marks: TextMark[]
}

/** Some pieces of a line. What is typed before them moves them, and changes nothing in them. */
const MirrorRun = memo(
  function MirrorRun({ run }: { run: Segment[] }) {
    return run.map(({ text, mark }, at) => {
      if (!mark) return text
      return (
        <mark
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is what stands in its place
          key={at}
          data-tone={mark.tone}
          data-finding={mark.finding}
          data-pending={mark.state === 'pending' ? '' : undefined}
          data-linked={mark.state === 'linked' ? '' : undefined}
        >
          {text}
          {mark.number && mark.tone !== 'checked' && (
            <span className={styles.disc}>
              <Disc number={mark.number} severity={mark.tone} />
            </span>
          )}
        </mark>
      )
    })
  },
  (before, after) => sameRun(before.run, after.run),
)

/** A key changes one line, and only that one is laid out again; of a line with many marks only a run is drawn again. */
const MirrorLine = memo(
  function MirrorLine({ line: { text, marks } }: { line: TextLine }) {
    return (
      <div>
        {runsOf(segmentsOf(text, marks)).map((run, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is what stands in its place
          <MirrorRun key={at} run={run} />
        ))}
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
const Mirror = memo(function Mirror({ text, marked }: { text: Observable<string>; marked: DrawnText }) {
  const now = useObservable(text)
  const marks = shifted(marked.marks, marked.text, now)
  return (
    <div className={styles.mirror} aria-hidden="true">
      {linesOf(now, marks).map((line, at) => (
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
  text: Observable<string>
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
