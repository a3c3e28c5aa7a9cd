import { useState } from 'react'
import { createFormControl, useForm } from 'react-hook-form'
import { onTestFinished } from 'vitest'
import type { Draft } from '../drafts/draft'
import type { DraftStore } from '../drafts/store'
import { currentEdition as edition } from '../format/editions'
import type { Entries } from '../report/report'
import { createSession } from '../ui/form/createSession'
import type { ReportSession } from '../ui/form/session'

type Form = ReportSession['form']

/** What it still meant to look at or to save would come in the middle of another test. */
function ending(session: ReportSession): ReportSession {
  // Held loosely: a property opens thousands, and one that is gone has nothing left to do.
  const own = new WeakRef(session)
  onTestFinished(() => {
    own.deref()?.findings.stop()
    own.deref()?.autosave.setWriting(false)
  })
  return session
}
const defaultValues = ({ report }: Draft) => structuredClone(report.entries)

/** An open report without its page; it ends with the test. */
export function sessionOf(draft: Draft, store: DraftStore): ReportSession {
  const { formControl } = createFormControl<Entries>({ defaultValues: defaultValues(draft) })
  // What the hook does when its component is on the page; before that the form answers with its defaults.
  formControl.control._state.mount = true
  return ending(createSession(draft, edition, formControl as Form, store))
}

/** An open report for the page that calls this; it ends with the test. */
export function useSessionOf(draft: Draft, store: DraftStore): ReportSession {
  const form = useForm<Entries>({ defaultValues: defaultValues(draft) })
  const [session] = useState(() => ending(createSession(draft, edition, form, store)))
  return session
}
