import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Finding } from '../../checks/types'
import { cellAt, leavesOf, rowsUnder } from '../../format/cells'
import { rowName } from '../../format/names'
import type { LeafColumn, LeafRow, Row } from '../../format/types'
import { Boundary } from '../drafts/Boundary'
import { useReview } from '../form/findings'
import { useSession } from '../form/session'
import { findingNote, hintNote } from '../notes/late'
import { useObservable } from '../parts/observable'
import { headId, stubId } from './columns'
import styles from './Margin.module.css'
import type { TableView } from './tableView'

/** More notes than this fold: a margin full of them helps nobody. */
const SHOWN = 3
const GAP = 8
/** Where a note points at its row, from the note's upper edge. */
const LEAD = 13

interface Placed {
  key: string
  /** The row it speaks of, or the column whose 口径 is open. */
  of: LeafRow | LeafColumn
  finding?: Finding
  /** What the clerk was led to, has asked for, or is filling right now. */
  near: boolean
}

/** The findings of this table that may be shown by now; the one that was led to and the row with the focus come first. */
function useNotes({ table, hint }: TableView): { notes: Placed[]; rest: number } {
  const { edition, operands, resting } = useSession()
  const { due } = useReview()
  const current = useObservable(operands)?.key
  const at = useObservable(resting)
  const hinted = useObservable(hint)
  const rowNow = at === null ? undefined : cellAt(edition, at)?.row
  const own = due.flatMap((finding): Placed[] => {
    const cell = cellAt(edition, finding.target)
    // A blank is a status with a count in the bar below, no note.
    if (cell?.table !== table || finding.status !== 'open' || finding.severity === 'blank') return []
    return [{ key: finding.key, of: cell.row, finding, near: finding.key === current || cell.row === rowNow }]
  })
  const rank = ({ key, near }: Placed) => (key === current ? 0 : near ? 1 : 2)
  const shown = [...own].sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN)
  const rows = table.blocks.flatMap(({ rows }) => leavesOf<LeafRow, Exclude<Row, LeafRow>>(rows, rowsUnder))
  const order = ({ of }: Placed) => rows.findIndex(({ leaf }) => leaf === of)
  const notes = hinted ? [...shown, { key: 'hint', of: hinted, near: true }] : shown
  return { notes: notes.sort((a, b) => order(a) - order(b)), rest: own.length - shown.length }
}

/** A note that cannot be shown says so in its place; the table beside it goes on. */
function Note({ note, view }: { note: Placed; view: TableView }) {
  return (
    <Boundary what="这条批注" resetOn={note.key} frame={(line) => <p className={styles.fault}>{line}</p>}>
      <Suspense fallback={null}>
        <OwnNote note={note} view={view} />
      </Suspense>
    </Boundary>
  )
}

function OwnNote({ note: { of, finding }, view }: { note: Placed; view: TableView }) {
  if (finding) return <findingNote.Page finding={finding} />
  return (
    <hintNote.Page
      title={rowName(of)}
      hint={of.hint ?? ''}
      statute={'statute' in of && of.statute ? `依据：${of.statute}` : undefined}
      onClose={() => view.hint.set(null)}
    />
  )
}

const Rest = ({ count }: { count: number }) =>
  count > 0 ? <p className={styles.rest}>另有 {count} 条批注，按 F8 逐条查看</p> : null

/** Notes level with their rows, beside the table. A note that would cover another moves down; its hairline stays. */
export function Margin({ view }: { view: TableView }) {
  const { notes, rest } = useNotes(view)
  const rail = useRef<HTMLDivElement>(null)
  const [, redraw] = useState(0)

  useLayoutEffect(() => {
    const own = rail.current
    const pane = own?.parentElement
    // Without a note nothing is measured: the first look at a rectangle lays out the whole table.
    if (!own || !pane || !notes.length) return
    const { table } = view
    const place = () => {
      const top = own.getBoundingClientRect().top
      const seen = pane.getBoundingClientRect()
      let free = 0
      const placed = notes.flatMap(({ of, near }, at) => {
        const element = own.children[at]
        const label =
          document.getElementById(stubId(table, of)) ?? document.getElementById(headId(table, of.path))
        if (!(element instanceof HTMLElement)) return []
        const row = label?.getBoundingClientRect() ?? seen
        const level = row.top - top
        // What is near stays at the edge of the margin when its row scrolls out; any other stays whole while its row is seen.
        const held = near || (row.top >= seen.top && row.bottom <= seen.bottom)
        const lowest = seen.bottom - top - element.offsetHeight - GAP
        const wanted = held ? Math.min(Math.max(level, seen.top - top + GAP), lowest) : level
        const y = Math.max(wanted, free)
        free = y + element.offsetHeight + GAP
        return [{ element, level, y, below: held ? y - lowest : 0 }]
      })
      const after = own.children[notes.length]
      if (after instanceof HTMLElement) after.style.top = `${free}px`
      // A note that others have pushed out of sight comes back, and they give way upwards.
      placed.forEach(({ element, level, y }, at) => {
        const up = Math.max(0, ...placed.slice(at).map(({ below }) => below))
        element.style.top = `${y - up}px`
        element.style.setProperty('--lead-top', `${level + LEAD - y + up}px`)
      })
    }
    place()
    pane.addEventListener('scroll', place, { passive: true })
    window.addEventListener('resize', place)
    // A note grows by itself: when a reason is asked for, when the likely causes have been found.
    const sizes = new ResizeObserver(place)
    for (const note of own.children) sizes.observe(note)
    return () => {
      sizes.disconnect()
      pane.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  })
  // Rows have their height only after the fonts have come, and notes when their code has.
  const any = notes.length > 0
  useEffect(() => {
    if (any) void Promise.all([document.fonts?.ready, findingNote.load()]).then(() => redraw((n) => n + 1))
  }, [any])

  return (
    <div className={styles.rail} ref={rail}>
      {notes.map((note) => (
        <div key={note.key} className={styles.placed}>
          <Note note={note} view={view} />
        </div>
      ))}
      <Rest count={rest} />
    </div>
  )
}

/** Where there is no margin: the notes on what is filled right now, under the table, which gets shorter by them. */
export function Dock({ view }: { view: TableView }) {
  const { notes, rest } = useNotes(view)
  const near = notes.filter((note) => note.near)
  // With none of them near, the bar below says how many there are.
  if (!near.length) return null
  return (
    <div className={styles.dock}>
      {near.map((note) => (
        <Note key={note.key} note={note} view={view} />
      ))}
      <Rest count={notes.length - near.length + rest} />
    </div>
  )
}
