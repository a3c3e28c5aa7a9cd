import { useCallback, useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Draft } from '../../drafts/draft'
import { editionByKey } from '../../format/editions'
import { completed, type Entries, isBlank } from '../../report/report'
import { useSavedOnReopen } from '../drafts/missing'
import { useDraftStore } from '../drafts/store'
import { createSession } from './createSession'
import type { ReportSession } from './session'

/** The first picture stands by then, and typing may have begun, ms. */
const SETTLED_MS = 700
/** What a clerk may need next comes when a slow network has had time for the table, ms. */
const AHEAD_MS = 2500

/** Opens a draft, once: later states of it come from this very session. */
export function useReportSession(draft: Draft): ReportSession {
  const store = useDraftStore()
  const [edition] = useState(() => {
    const known = editionByKey(draft.report.edition)
    if (!known) throw new Error(`unknown edition ${draft.report.edition}`)
    return known
  })
  const [defaultValues] = useState(() => completed(edition, draft.report.entries))
  const form = useForm<Entries>({ defaultValues })
  const [session] = useState(() => createSession(draft, edition, form, store))

  // What the storage refuses is the store's to say.
  useSavedOnReopen(useCallback(() => session.autosave.flush().problem !== 'stale', [session]))
  useEffect(() => {
    // The rules are no part of the first picture. Of a blank report they only tell that it is blank.
    const blank = isBlank(edition, session.entries())
    session.findings.opened(blank ? AHEAD_MS : SETTLED_MS)
    const save = () => session.autosave.flush()
    const hidden = () => document.visibilityState === 'hidden' && save()
    // A date that is being typed is left with the page.
    const close = () => {
      session.leave()
      save()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', close)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', close)
      close()
      session.autosave.stop()
      session.findings.stop()
    }
  }, [session, edition])
  return session
}
