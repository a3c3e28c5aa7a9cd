import type { BackedUp } from './backedUp'
import type { Locks } from './channelLocks'
import { copyOf, type Draft, hasSameContent } from './draft'
import type { DraftStore } from './draftStore'
import { keepPublished } from './published'
import type { Timers } from './timers'

/** What became of the drafts of a backup. */
export interface Restored {
  /** As they are there now: written and read back. */
  drafts: Draft[]
  /** Those for which there was no room; nothing of them has been written. */
  noRoom: Draft[]
  /** How many turned out to be there already, word for word. */
  present: number
  /** False where the browser stores nothing: then this page alone has them. */
  stored: boolean
}

const ATTEMPTS = 5

const TURN = 'nianbao:restoring'
/** Longer than any database is waited for, several times over; then it goes on without its turn, ms. */
const PATIENCE_MS = 20_000

/**
 * One tab after the other: two that bring back the same draft at the same moment do not see each other, and one of them would have its
 * text in memory alone until it looks again.
 */
export async function inTurn<T>(locks: Locks | null, timers: Timers, work: () => Promise<T>): Promise<T> {
  if (!locks) return work()
  const waiting = new AbortController()
  const patience = timers.schedule(() => waiting.abort(), PATIENCE_MS)
  let begun: Promise<T> | undefined
  try {
    await locks.request(TURN, { signal: waiting.signal }, async () => {
      timers.cancel(patience)
      begun = work()
      await begun
    })
  } catch (error) {
    if (begun || !waiting.signal.aborted) throw error
  }
  return begun ?? work()
}

/**
 * Writes drafts beside those that are there. What is there is looked at now, not when the backup was shown: a draft whose
 * id is taken (also in the trash) comes back as a copy with an id of its own.
 */
export async function restoreDrafts(
  store: Pick<DraftStore, 'reread' | 'get' | 'trash' | 'place' | 'now' | 'snapshots' | 'keep'>,
  drafts: BackedUp[],
  newId: () => string,
  tell: (done: number) => void = () => undefined,
): Promise<Restored> {
  const restored: Restored = { drafts: [], noRoom: [], present: 0, stored: true }
  for (const [at, draft] of drafts.entries()) {
    tell(at)
    await bringBack(draft)
  }
  return restored

  async function bringBack({ published = [], ...draft }: BackedUp) {
    let own: Draft = draft
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await store.reread(draft.id)
      const there = store.get(draft.id)
      if (there && hasSameContent(there.report, draft.report)) {
        restored.present++
        return
      }
      if (there || attempt || store.trash().some((each) => each.draft.id === draft.id))
        own = copyOf(draft, store.now(), newId())
      const placed = await store.place(own, undefined)
      if (placed.ok) {
        restored.drafts.push(own)
        restored.stored &&= placed.stored
        await keepAll(own.id, published)
        return
      }
      if (placed.problem === 'full') break
    }
    restored.noRoom.push(draft)
  }
  /** What was published is among 历史版本 again. */
  async function keepAll(id: string, published: Draft[]) {
    for (const state of published) {
      await keepPublished(store, { ...state, id })
    }
  }
}
