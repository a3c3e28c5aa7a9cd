import { useRef } from 'react'
import { useLocation } from 'wouter'
import { newDraftId } from '../../drafts/draft'
import type { Report } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { focusById } from '../parts/focusById'
import { BASIC, reportPath } from '../routes'
import { type ReportSession, useSession } from './session'

/**
 * 复制为更正版 of a version, or of the open report: then what waits for the clerk's word is made in the copy. Pressed twice it is one
 * copy, for it leads to another page.
 */
export function useCorrection(): (version?: Report) => Promise<void> {
  const store = useDraftStore()
  const session = useSession()
  const [, navigate] = useLocation()
  const begun = useRef(false)
  return async (version) => {
    if (begun.current) return
    begun.current = true
    try {
      const { correctedBy, startCorrection } = await import('../../drafts/published')
      const { edition, asked, draft } = session
      const { report, change } = await correctedBy(store, draft.id, version ?? session.report())
      const id = newDraftId(window.crypto)
      startCorrection(store, report, edition, id, change ?? (version ? undefined : asked.get()?.to))
      if (!version) asked.set(null)
      navigate(reportPath(id, BASIC))
      if (edition.correction) focusById(edition.correction.reason)
    } catch (error) {
      begun.current = false
      throw error
    }
  }
}

/** Saves, and keeps that state among 历史版本 as what was published. False where it cannot be kept. */
export async function keepPublishedNow(
  { autosave }: Pick<ReportSession, 'autosave'>,
  store: Parameters<typeof import('../../drafts/published').keepPublished>[0],
): Promise<boolean> {
  const { keepPublished } = await import('../../drafts/published')
  autosave.flush()
  return keepPublished(store, autosave.saved())
}
