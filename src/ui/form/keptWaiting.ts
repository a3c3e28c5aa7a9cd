import { useEffect } from 'react'
import { hold, keptWaiting, stepTo } from '../drafts/waiting'
import type { ReportSession } from './session'

/** What waits in an open report; a step back leaves nothing to keep. */
export function keepWaiting(session: Pick<ReportSession, 'draft' | 'report' | 'asked'>): boolean {
  const [report, asked] = [session.report(), session.asked.get()]
  const kept = asked && !asked.passing && { ...stepTo(report, asked.to(report)), typing: asked.typing }
  return hold(session.draft.id, kept || undefined)
}

/**
 * What waits for the clerk's word waits in the browser, so that no way of leaving loses it, and whoever opens the report is asked: also
 * another tab that has taken it over. Only what the browser does not take keeps the page from being closed.
 */
export function useKeptWaiting(session: ReportSession, writes: boolean) {
  useEffect(() => {
    if (!writes) return
    const { asked, autosave, draft } = session
    const kept = keptWaiting(draft.id)
    if (kept && !asked.get()) session.resume(kept)
    let stored = true
    const keep = () => {
      if (autosave.writing()) stored = keepWaiting(session)
    }
    keep()
    const unsubscribe = asked.subscribe(keep)
    const stay = (event: BeforeUnloadEvent) => {
      if (stored) return
      event.preventDefault()
      // Chromium 109 asks only where this is set.
      event.returnValue = ''
    }
    window.addEventListener('beforeunload', stay)
    return () => {
      unsubscribe()
      window.removeEventListener('beforeunload', stay)
    }
  }, [session, writes])
}
