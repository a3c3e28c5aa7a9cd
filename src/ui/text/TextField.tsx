import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../checks/types'
import type { Address, TextSpec } from '../../format/types'
import { useFindingsAt } from '../form/findings'
import { currentText, useSession } from '../form/session'
import { FindingNote } from '../notes/FindingNote'
import { createObservable, type Observable, useObservable } from '../parts/observable'
import { StatusTag, severityWord } from '../parts/Severity'
import { StaleLines, staleId } from './CarriedBar'
import { staleToTell, statesIn } from './carried'
import { Drafter } from './Drafter'
import { marksToDraw } from './findingMarks'
import { GrowingText } from './GrowingText'
import { LastText } from './LastText'
import { layered, type TextMark } from './marks'
import { PlaceChoice } from './PlaceChoice'
import { Starter } from './Starter'
import styles from './TextSection.module.css'

const SHOWN = ['block', 'verify', 'note'] as const

/** A margin full of notes helps nobody: the rest folds. */
const UNFOLDED = 4

/** Characters without the white space between them. */
function Length({ text }: { text: Observable<string> }) {
  return <span className={styles.length}>{useObservable(text).replace(/\s/g, '').length} 字</span>
}

function BlankMark({ text, optional }: { text: Observable<string>; optional: boolean }) {
  if (useObservable(text).trim() !== '') return null
  return (
    <StatusTag tone="idle" icon="blank">
      {optional ? '可不写' : '未填'}
    </StatusTag>
  )
}

/**
 * A finding that was followed to this text: the caret goes behind the phrase it speaks of, and the phrase into view. Once
 * for each time it is followed, so that a later click into the text stays where it was made.
 */
function usePhrase(address: Address, marks: TextMark[]) {
  const { operands } = useSession()
  const jump = useObservable(operands)
  const done = useRef<typeof jump>(null)
  useEffect(() => {
    const mark = jump && marks.find(({ finding }) => finding === jump.key)
    const field = document.getElementById(address)
    if (!mark || done.current === jump || !(field instanceof HTMLTextAreaElement)) return
    const show = () => {
      done.current = jump
      field.setSelectionRange(mark.end, mark.end)
      field.parentElement
        ?.querySelector(`mark[data-finding="${CSS.escape(jump.key)}"]`)
        ?.scrollIntoView({ block: 'center' })
    }
    if (document.activeElement === field) return show()
    field.addEventListener('focus', show, { once: true })
    return () => field.removeEventListener('focus', show)
  }, [address, jump, marks])
}

/** One text of a section with what is said about it in the margin: findings first, then what belongs into it. */
export function TextField({ spec, named }: { spec: TextSpec; named: boolean }) {
  const session = useSession()
  const { address, label, hint, beforeSections = false, place, starter } = spec
  const [text] = useState(() => createObservable(currentText(session, address)))
  // A fix or an undo writes into the field without a key.
  useEffect(
    () => session.history.subscribe(() => text.set(currentText(session, address))),
    [session, address, text],
  )
  const findings = useFindingsAt(address)
  useObservable(session.findings.looks)
  const figures = session.findings.marked(address)
  const notes = useObservable(session.notes)
  const followed = useObservable(session.operands)?.key
  const marked = useMemo(() => {
    const marks = marksToDraw(address, figures.text, figures.marks, findings, followed)
    const hasStates = notes.pending || notes.links
    return {
      text: figures.text,
      marks: hasStates ? layered(marks, statesIn(session, address, figures.text)) : marks,
    }
  }, [address, figures, findings, followed, notes, session])
  usePhrase(address, marked.marks)
  const stale = staleToTell(session, address)
  // One disagreement is told once: with its line below the text, where a key sets it right, it needs no note as well.
  const isTold = ({ key, status, operands }: Finding) =>
    status === 'open' &&
    stale.some(
      ({ link, start, end }) =>
        operands.includes(link.cell) &&
        marked.marks.some((mark) => mark.finding === key && mark.start < end && start < mark.end),
    )
  const shown = findings
    .filter((finding) => finding.severity !== 'blank' && !isTold(finding))
    .sort((a, b) => Number(a.status === 'accepted') - Number(b.status === 'accepted'))
  const noteIds = [
    ...stale.map(({ link }) => staleId(address, link)),
    ...shown.map((finding) => `note.${finding.key}`),
  ]
  const open = findings.filter((finding) => finding.status === 'open')
  const note = (finding: Finding) => (
    <FindingNote
      key={finding.key}
      finding={finding}
      id={`note.${finding.key}`}
      compact={finding.severity === 'note' && finding.operands.length === 1}
    />
  )
  return (
    <section className={styles.block}>
      <div>
        <div className={styles.label}>
          {named && (
            <h2>
              <label htmlFor={address}>{label}</label>
            </h2>
          )}
          <Length text={text} />
          <span className={styles.status}>
            {SHOWN.map((severity) => {
              const count = open.filter((finding) => finding.severity === severity).length
              return (
                count > 0 && (
                  <StatusTag key={severity} tone={severity} icon={severity}>
                    {severityWord[severity]} {count}
                  </StatusTag>
                )
              )
            })}
            <BlankMark text={text} optional={beforeSections} />
          </span>
        </div>
        <GrowingText
          address={address}
          text={text}
          marked={marked}
          label={named ? undefined : label}
          describedBy={[`${address}.hint`, ...noteIds].join(' ')}
          invalid={open.some((finding) => finding.severity === 'block')}
        />
        <StaleLines address={address} stale={stale} />
        <Drafter address={address} text={text} />
        {starter && <Starter spec={spec} starter={starter} text={text} />}
      </div>
      <div className={styles.margin}>
        {place && <PlaceChoice address={place} />}
        {shown.slice(0, UNFOLDED).map(note)}
        {shown.length > UNFOLDED && (
          <details>
            <summary>另有 {shown.length - UNFOLDED} 条</summary>
            {shown.slice(UNFOLDED).map(note)}
          </details>
        )}
        <LastText address={address} />
        {shown.length ? (
          <details className={styles.hint}>
            <summary>填报口径</summary>
            <p id={`${address}.hint`}>{hint}</p>
          </details>
        ) : (
          <p id={`${address}.hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </section>
  )
}
