import { useLocation } from 'wouter'
import { newDraft, newDraftId } from '../../drafts/draft'
import { withTexts } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { BASIC, reportPath } from '../routes'
import type { Export } from './useExport'

/** 复制为更正版: a draft of its own that names the final version it corrects. It has not been published yet. */
export function useCorrection({ report, code }: Export): () => void {
  const store = useDraftStore()
  const [, navigate] = useLocation()
  return () => {
    const { entries, notes } = structuredClone(report)
    const corrected = {
      ...report,
      entries: withTexts(entries, [['publishedAt', '']]),
      notes: { ...notes, base: code },
    }
    const draft = newDraft(corrected, store.now(), newDraftId(window.crypto))
    store.create(draft)
    navigate(reportPath(draft.id, BASIC))
  }
}
