import { type Draft, parseDraft } from './draft'
import type { DraftStore } from './draftStore'
import { realTimers, type Timers } from './timers'

/** A draft as a backup has it: with its states that were published. Programs of before leave these where they are. */
export interface BackedUp extends Draft {
  published?: Draft[]
}

/** The states of a draft that were published, oldest first, of those that can be read. */
export async function publishedStates(store: Pick<DraftStore, 'snapshots'>, id: string): Promise<Draft[]> {
  return (await store.snapshots(id)).flatMap(({ reason, text }) => {
    const read = reason === 'published' ? parseDraft(text) : { problem: 'damaged' as const }
    return 'problem' in read ? [] : [read]
  })
}

/** A backup is handed out without them rather than late: who asks for one may be about to lose the browser, ms. */
const PATIENCE_MS = 3000

/** The drafts with their published states; as they are where the database does not answer. */
export async function withPublished(
  store: Pick<DraftStore, 'snapshots'>,
  drafts: readonly Draft[],
  timers: Timers = realTimers,
): Promise<BackedUp[]> {
  let waiting: unknown
  const late = new Promise<BackedUp[]>((resolve) => {
    waiting = timers.schedule(() => resolve([...drafts]), PATIENCE_MS)
  })
  const all = Promise.all(
    drafts.map(async (draft): Promise<BackedUp> => {
      const published = await publishedStates(store, draft.id)
      return published.length ? { ...draft, published } : draft
    }),
  )
  const first = await Promise.race([all.catch(() => [...drafts]), late])
  timers.cancel(waiting)
  return first
}

/** What a backup says of its published versions, for the line that names its file. */
export function publishedWords(drafts: readonly BackedUp[]): string {
  const count = drafts.reduce((sum, { published = [] }) => sum + published.length, 0)
  return count ? `，公布过的版本 ${count} 份也在里面` : ''
}
