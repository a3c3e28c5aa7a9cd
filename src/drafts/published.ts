import { editionByKey } from '../format/editions'
import type { Address, Edition } from '../format/types'
import { correctionOf } from '../report/correction'
import { fileText } from '../report/file'
import { localDate } from '../report/localDate'
import { isPublished, PUBLISHED_AT } from '../report/publication'
import { type Report, textAt, withTexts } from '../report/report'
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
 * What a 更正版 of a state corrects, and what is to be done to the copy. A state that was changed after its publication
 * stands on no site: what was published is the last version kept with that date, and the changes are made in the copy.
 */
export async function correctedBy(
  store: Pick<DraftStore, 'snapshots'>,
  id: string,
  state: Report,
): Promise<{ report: Report; change?: (copy: Report) => Report }> {
  const date = textAt(state.entries, PUBLISHED_AT)
  if (state.notes.reopened !== date) return { report: state }
  const published = (await publishedStates(store, id)).filter(
    ({ report }) => textAt(report.entries, PUBLISHED_AT) === date,
  )
  const last = published.at(-1)?.report
  return last ? { report: last, change: (copy) => asChanged(copy, state) } : { report: state }
}

/** The copy with the content of another state; what is said about the correction stays. */
function asChanged(copy: Report, { entries, notes }: Report): Report {
  const { correction } = editionByKey(copy.edition) ?? {}
  const own = Object.values(correction ?? {}).map((address): [Address, string] => [
    address,
    textAt(copy.entries, address),
  ])
  return { ...copy, entries: withTexts(entries, own), notes }
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
