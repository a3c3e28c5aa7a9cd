import { createContext, useContext } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Severity } from '../../checks/types'
import type { Autosave } from '../../drafts/autosave'
import type { Draft } from '../../drafts/draft'
import type { Address, Edition } from '../../format/types'
import type { EditStep, History, StepNotes, Whereabouts } from '../../report/history'
import { type Change, type Entries, type Notes, type Report, textAt } from '../../report/report'
import type { KeptWaiting } from '../drafts/waiting'
import type { Observable, Readable } from '../parts/observable'
import type { FindingsStore } from './createFindings'
import type { LiveTotals } from './liveTotals'
import type { Asked } from './waiting'

/** Where a step leads to; without the scroll where its field was not on the page. */
export type StepPlace = Pick<Whereabouts, 'address'> & Partial<Whereabouts>

export type AppliedNotes = Omit<StepNotes, 'sourceTotals'> & {
  sourceTotals?: Notes['sourceTotals']
  /** A state is put back: the one before is kept as a version. */
  restores?: true
}

/** Everything about the one report that is open. Made once per opened draft; its identity never changes while it is. */
export interface ReportSession {
  draft: Draft
  edition: Edition
  /** The single holder of what was typed. Nothing subscribes to its values while typing. */
  form: UseFormReturn<Entries>
  totals: LiveTotals
  findings: FindingsStore
  autosave: Autosave
  /** Written through `note` alone, or as a part of a step. */
  notes: Readable<Notes>
  /** Set after the values have changed, so that who follows it reads the new ones. */
  history: Observable<History>
  /** The operands of the finding that was jumped to, in their order. */
  operands: Observable<{ key: string; addresses: Address[]; severity: Severity } | null>
  /** The field that was entered or led to last, with the key of the finding where one led there. */
  at: Observable<{ address: Address; key?: string } | null>
  /** What has just been done to the report by a button, with the step of the history that takes it back. */
  said: Observable<{ words: string; step: EditStep } | null>
  /** A change to a published report that waits for the clerk's word: where it would be, and what makes it after all. */
  asked: Observable<Asked | null>
  /** Changes the notes; in a published report that waits as a change of its values does. */
  note(change: (notes: Notes) => Notes): void
  /** Whether the report is published, and not to be changed without a word of the clerk. */
  guarded(): boolean
  /** From here on the published report itself is changed, without another question. */
  reopen(): void
  /** The text that waits is typed on, in the question. */
  retype(text: string, caret: number): void
  /** What waited when the report was left waits again; where nothing has to wait any more it is made. */
  resume(kept: KeptWaiting): void
  /** The address that has the focus. */
  focused: Observable<Address | null>
  /** The same once it has stayed there for a moment: what only accompanies the work waits while keys move on. */
  resting: Observable<Address | null>
  /** The field that has the focus, and its text as the last step left it. */
  readonly visit: { address: Address; before: string } | null
  /** A key is about to change the field with the focus: undo leads back to where it stands now. */
  aboutToType(): void
  /** A field of the report gets the focus, or loses it: what was typed meanwhile becomes one step of the history. */
  enter(address: Address): void
  leave(): void
  /** What stands in the form now. The form's own object: read it, do not keep or change it. */
  entries(): Entries
  /** One value was typed into: called on each key, so it only hands on. */
  typed(address: Address, text: string): void
  /** The same for the form's own registration: one function for all fields. */
  onFieldChange(event: { target: { name: string; value: string }; nativeEvent?: Event }): void
  /**
   * Several values at once, as one step of the history: paste, fill, fix. `notes` are what comes with them; of 来文总计 those
   * that came along, which are kept beside the others.
   */
  apply(changes: Pick<Change, 'address' | 'after'>[], notes?: AppliedNotes): void
  /**
   * Takes back the last step, or does it again; where the clerk was when it was made, else what changed first. Nothing while a
   * question stands, or where the step itself has to be asked for: by it a published report would be changed, published no longer, or
   * on another day.
   */
  undo(): StepPlace | undefined
  redo(): StepPlace | undefined
  report(): Report
}

const SessionContext = createContext<ReportSession | null>(null)
export const SessionProvider = SessionContext.Provider

export function useSession(): ReportSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('outside a report')
  return session
}

/** Current text of a value; for event handlers, not for rendering. */
export const currentText = (session: Pick<ReportSession, 'entries'>, address: Address): string =>
  textAt(session.entries(), address)
