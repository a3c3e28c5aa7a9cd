import { useLocation } from 'wouter'
import { newDraft, newDraftId, parseDraft } from '../../drafts/draft'
import { PUBLISHED_AT } from '../../report/publication'
import { type Report, textAt } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { focusById } from '../parts/focusById'
import { localDate } from '../parts/localDate'
import { BASIC, reportPath } from '../routes'
import { type ReportSession, useSession } from './session'

/** 复制为更正版: a draft of its own that names the version it corrects, which stands among its 历史版本. */
export function useCorrection(): (report: Report) => Promise<void> {
  const store = useDraftStore()
  const { edition } = useSession()
  const [, navigate] = useLocation()
  return async (report) => {
    const { correctionOf } = await import('../../report/correction')
    const now = store.now()
    const id = newDraftId(window.crypto)
    store.create(newDraft(correctionOf(report, edition, localDate(now)), now, id))
    void store.keep(newDraft(report, now, id), 'published')
    navigate(reportPath(id, BASIC))
    if (edition.correction) focusById(edition.correction.reason)
  }
}

/** Saves, and keeps that state among 历史版本 as what was published, unless it is there. False where it cannot be kept. */
export async function keepPublished(
  { autosave, draft, report, edition }: ReportSession,
  store: Pick<ReturnType<typeof useDraftStore>, 'snapshots'>,
): Promise<boolean> {
  const { contentCode } = await import('../../report/contentCode')
  const now = report()
  const isThis = (other: Report) =>
    contentCode(other, edition) === contentCode(now, edition) &&
    textAt(other.entries, PUBLISHED_AT) === textAt(now.entries, PUBLISHED_AT)
  const known = (await store.snapshots(draft.id)).some(({ reason, text }) => {
    const read = reason === 'published' ? parseDraft(text) : { problem: 'damaged' as const }
    return !('problem' in read) && isThis(read.report)
  })
  return known || autosave.keep('published')
}

/** From here on the published report itself is changed, without another question. */
export function reopen({ notes, entries }: ReportSession) {
  notes.set({ ...notes.get(), reopened: textAt(entries(), PUBLISHED_AT) })
}
