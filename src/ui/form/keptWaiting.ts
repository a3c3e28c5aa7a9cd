import { useEffect } from 'react'
import type { Draft } from '../../drafts/draft'
import { waitingKey } from '../../drafts/shelf'
import { changesFrom } from '../../drafts/threeWay'
import type { Report } from '../../report/report'
import type { ReportSession } from './session'
import type { KeptWaiting } from './waiting'

/** What the browser does not take stays with the page. */
const held = new Map<string, string>()

function attempt<T>(use: (places: Storage) => T): T | undefined {
  try {
    return use(window.localStorage)
  } catch {
    return undefined
  }
}

/** True where the browser itself has it, so that nothing is lost with the page. */
function hold(id: string, kept: KeptWaiting | undefined): boolean {
  const key = waitingKey(id)
  held.delete(id)
  if (!kept) {
    attempt((places) => places.removeItem(key))
    return true
  }
  const text = JSON.stringify(kept)
  const isKept = attempt((places) => {
    places.setItem(key, text)
    return true
  })
  if (!isKept) held.set(id, text)
  return isKept === true
}

/** From a report to what is wanted of it, as values and notes. */
function stepTo(report: Report, made: Report): KeptWaiting {
  const [before, after] = [report.notes, made.notes]
  return {
    changes: changesFrom(report.entries, made.entries),
    notes: JSON.stringify(before) === JSON.stringify(after) ? undefined : { before, after },
  }
}

/** What waits in an open report; a step back leaves nothing to keep. */
export function keepWaiting(session: Pick<ReportSession, 'draft' | 'report' | 'asked'>): boolean {
  const [report, asked] = [session.report(), session.asked.get()]
  const kept = asked && !asked.passing && { ...stepTo(report, asked.to(report)), typing: asked.typing }
  return hold(session.draft.id, kept || undefined)
}

/** What was to be done from outside to a published report waits until it is open, where the clerk is asked. */
export const leaveWaiting = ({ id, report }: Draft, wanted: Report): boolean =>
  hold(id, stepTo(report, wanted))

export function keptWaiting(id: string): KeptWaiting | undefined {
  const text = held.get(id) ?? attempt((places) => places.getItem(waitingKey(id)))
  if (!text) return undefined
  try {
    const value = JSON.parse(text) as KeptWaiting
    const isText = (own: unknown) => typeof own === 'string'
    return value.changes.every((each) => isText(each.address) && isText(each.after)) ? value : undefined
  } catch {
    // Not written by this program.
    return undefined
  }
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
