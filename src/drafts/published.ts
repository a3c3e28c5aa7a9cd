import type { Edition } from '../format/types'
import { contentCode } from '../report/contentCode'
import { correctionOf } from '../report/correction'
import { localDate } from '../report/localDate'
import { PUBLISHED_AT } from '../report/publication'
import { type Report, textAt, withTexts } from '../report/report'
import { publishedStates } from './backedUp'
import { type Draft, newDraft } from './draft'
import type { DraftStore } from './draftStore'

/** Keeps a state of a draft among 历史版本 as what was published, unless it is there. False where it cannot be kept. */
export async function keepPublished(
  store: Pick<DraftStore, 'snapshots' | 'keep'>,
  draft: Draft,
  edition: Edition,
): Promise<boolean> {
  const what = ({ report }: Draft) =>
    `${contentCode(report, edition)} ${textAt(report.entries, PUBLISHED_AT)}`
  const known = await publishedStates(store, draft.id)
  return known.some((other) => what(other) === what(draft)) || store.keep(draft, 'published')
}

/**
 * 复制为更正版: a draft of its own that names the version it corrects, which stands among its 历史版本. `change` is what was to be
 * done to the published report itself: it is done to the copy.
 */
export function startCorrection(
  store: Pick<DraftStore, 'create' | 'keep' | 'now'>,
  report: Report,
  edition: Edition,
  id: string,
  change: (report: Report) => Report = (same) => same,
): Draft {
  const now = store.now()
  const copy = correctionOf(report, edition, localDate(now))
  const { entries, notes } = change(copy)
  const { base, corrected } = copy.notes
  const { reopened, ...kept } = notes
  const draft = newDraft(
    { ...copy, entries: withTexts(entries, [[PUBLISHED_AT, '']]), notes: { ...kept, base, corrected } },
    now,
    id,
  )
  store.create(draft)
  void store.keep(newDraft(report, now, id), 'published')
  return draft
}
