import { type Draft, newDraft } from '../drafts/draft'
import type { DraftStore } from '../drafts/store'
import type { Report } from '../report/report'

/** A draft of this report and a store that holds it, and others beside it; each save succeeds and changes nothing. */
export function oneDraft(
  report: Report,
  at: string,
  others: Draft[] = [],
): { draft: Draft; store: DraftStore } {
  const now = new Date(at)
  const draft = newDraft(report, now, 'testdraft001')
  const drafts = [...others, draft]
  const store: Partial<DraftStore> = {
    save: () => ({ ok: true, journalled: Promise.resolve('ok') }),
    now: () => now,
    get: () => draft,
    keep: async () => true,
    isOpen: () => true,
    list: () => drafts,
    subscribe: () => () => undefined,
  }
  return { draft, store: store as DraftStore }
}
