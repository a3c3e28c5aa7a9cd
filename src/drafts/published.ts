import { editionByKey } from '../format/editions'
import type { Edition } from '../format/types'
import { correctionOf } from '../report/correction'
import { fileText } from '../report/file'
import { localDate } from '../report/localDate'
import { isPublished, PUBLISHED_AT } from '../report/publication'
import { type Report, withTexts } from '../report/report'
import { publishedStates } from './backedUp'
import { type Draft, newDraft } from './draft'
import type { DraftStore } from './draftStore'

type Keeping = Pick<DraftStore, 'snapshots' | 'keep' | 'now'>

/** What is handed out of a state: two that differ in it are two published versions. */
function what({ report }: Draft): string {
  const edition = editionByKey(report.edition)
  return edition ? fileText(report, edition, 'final') : JSON.stringify(report)
}

/** One after the other, so that two who keep the same state see each other. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * Keeps a state of a draft among 历史版本 as what was published, unless it is there. A state that is not published is kept under
 * another name. False where it cannot be kept.
 */
export function keepPublished(store: Keeping, draft: Draft): Promise<boolean> {
  const keep = async () => {
    if (!isPublished(draft.report.entries, localDate(store.now()))) return store.keep(draft, 'manual')
    const known = await publishedStates(store, draft.id)
    return known.some((other) => what(other) === what(draft)) || store.keep(draft, 'published')
  }
  const kept = turn.then(keep, keep)
  turn = kept
  return kept
}

/**
 * 复制为更正版: a draft of its own that names the version it corrects, which stands among its 历史版本. `change` is what was to be
 * done to the published report itself: it is done to the copy.
 */
export function startCorrection(
  store: Keeping & Pick<DraftStore, 'create'>,
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
  void keepPublished(store, newDraft(report, now, id))
  return draft
}
