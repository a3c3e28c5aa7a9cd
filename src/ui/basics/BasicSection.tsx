import { useReducer } from 'react'
import { fieldAt } from '../../format/names'
import type { FieldSpec } from '../../format/types'
import { isCorrection } from '../../report/publication'
import { LastYear } from '../form/LastYear'
import { NextSection } from '../form/NextSection'
import { currentText, useSession } from '../form/session'
import { localDate } from '../parts/localDate'
import { useObservable } from '../parts/observable'
import { SectionHead } from '../parts/SectionHead'
import { BASIC } from '../routes'
import styles from './BasicSection.module.css'
import { deadlineHint, deadlineLine } from './deadlineWords'
import { Field } from './Field'
import { kindQuestion } from './kindWords'
import { KIND, NAME, settle, useProposedKind } from './useProposals'

const ORGAN = 'organ.'

/** The fields in three parts: what must be there, what else concerns the report, what else concerns the organ. */
const partsOfFields = (fields: FieldSpec[]): { title: string; fields: FieldSpec[] }[] => [
  { title: '必填', fields: fields.filter((field) => field.required) },
  {
    title: '口径与期限',
    fields: fields.filter((field) => !field.required && !field.address.startsWith(ORGAN)),
  },
  {
    title: '机关代码与联系方式',
    fields: fields.filter((field) => !field.required && field.address.startsWith(ORGAN)),
  },
]

/** 基本信息 of the open report: who reports, for which year, by when, and how to reach the organ. */
export function BasicSection() {
  const session = useSession()
  const { edition } = session
  // Hint and line of the deadline follow year, kind and dates; the history tells when an undo changed one of them.
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  useObservable(session.history)
  const entries = session.entries()
  const report = { entries, notes: useObservable(session.notes) }
  const deadline = deadlineLine(edition, report, localDate())
  const controlOf = (address: string) => edition.fields.find((field) => field.address === address)?.control
  const kind = useProposedKind()
  const { correction } = edition
  const shown = correction && (isCorrection(report) || currentText(session, correction.reason) !== '')
  const correctionPart = shown
    ? [
        {
          title: '更正说明',
          fields: Object.values(correction).flatMap((address) => fieldAt(edition, address) ?? []),
        },
      ]
    : []
  const hintOf = ({ address, hint }: FieldSpec) =>
    address === 'deadline'
      ? deadlineHint(edition, report)
      : ((address === KIND ? kindQuestion(edition, entries) : undefined) ?? hint)
  /** A field that is opened or typed into has been looked at; one that Tab only passes has not. */
  const touch = ({ target }: { target: EventTarget }) =>
    target instanceof HTMLElement && settle(session, target.id)
  const readAsDigits = (address: string) => {
    if (controlOf(address) !== 'year') return
    const typed = currentText(session, address)
    const read = typed.normalize('NFKC').trim()
    if (/^\d+$/.test(read) && read !== typed) session.apply([{ address, after: read }])
  }
  return (
    <>
      <SectionHead
        title="基本信息"
        by={deadline && <span className={deadline.near ? styles.near : undefined}>{deadline.text}</span>}
      />
      <div className={styles.page}>
        <form
          className={styles.form}
          aria-label="基本信息"
          onSubmit={(event) => event.preventDefault()}
          onBlur={({ target }) => {
            readAsDigits(target.id)
            if (target.id === NAME) kind.left()
          }}
          onPointerDown={touch}
          onKeyDown={(event) => event.key !== 'Tab' && event.key !== 'Shift' && touch(event)}
          onChange={(event) => {
            const { target } = event
            touch(event)
            if (!(target instanceof HTMLElement)) return
            if (target.id === NAME) kind.typed()
            if (controlOf(target.id) !== 'text') redraw()
          }}
        >
          {[...correctionPart, ...partsOfFields(edition.fields)].map(({ title, fields }) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              <div className={styles.fields}>
                {fields.map((field) => (
                  <Field key={field.address} field={field} hint={hintOf(field)} />
                ))}
              </div>
            </fieldset>
          ))}
          <NextSection current={BASIC} />
        </form>
        <aside className={styles.aside} aria-label="说明">
          <LastYear />
        </aside>
      </div>
    </>
  )
}
