import type { Autosave } from './autosave'
import type { Channel, Locks } from './channelLocks'
import { type Draft, draftText } from './draft'
import type { DraftStore } from './store'
import type { Timers } from './timers'

/** What tabs of one browser have in common. Without `locks` each tab believes to be alone, and merging is the only guard. */
export interface Tabs {
  locks: Locks | null
  channel: Channel | null
}

/** `writer`: this tab may type. `reader`: another tab has the draft; what it saves shows here. */
export type Role = 'writer' | 'reader'

export interface Hold {
  role(): Role
  subscribe(listener: () => void): () => void
  /** Asks the tab that has the draft to save and hand it over; goes on without it when it does not answer. */
  takeOver(): Promise<void>
  /** Saves and gives the draft up; for a report that is closed. */
  release(): void
}

interface HandMessage {
  hand: 'over' | 'done'
  id: string
  token: string
  /** The draft as it was last saved, for a tab that does not see it in storage yet. */
  text?: string
}

/**
 * A reload frees the lock a moment late; only after twice this does a tab say that it is the second one. Twice, because
 * both may be over at once while a page is drawn.
 */
const SECOND_MS = 100
/** How long the other tab may take to hand over. */
const HAND_OVER_MS = 1500
const PATIENCE_MS = 1000

/** Whoever has this lock writes the draft. */
export const lockName = (id: string): string => `nianbao:draft:${id}`

let count = 0

/**
 * Sees to it that one tab at a time writes a draft. The lock decides who; who loses it saves first. A state that was saved
 * elsewhere is always merged into the form before anything of this tab is saved.
 */
export function holdDraft({
  draft: { id },
  tabs: { locks, channel },
  store,
  autosave,
  timers,
}: {
  draft: Pick<Draft, 'id'>
  tabs: Tabs
  store: Pick<DraftStore, 'get' | 'receive' | 'reread' | 'settled' | 'subscribe'>
  autosave: Autosave
  timers: Timers
}): Hold {
  const name = lockName(id)
  const token = `${++count}:${Math.random()}`
  const listeners = new Set<() => void>()
  let role: Role = 'writer'
  let closed = false
  let queued: AbortController | undefined
  let letGo: (() => void) | undefined
  let handedOver: (() => void) | undefined

  /** The database of some profiles never answers. */
  const inTime = (work: Promise<void>) =>
    Promise.race([work, new Promise<void>((resolve) => timers.schedule(resolve, PATIENCE_MS))])

  function become(next: Role) {
    if (role === next) return
    role = next
    autosave.setWriting(next === 'writer')
    for (const listener of listeners) listener()
  }

  /** Has the lock: first everything that was saved elsewhere, then this tab writes. Ends when it lets go. */
  const granted = async (second?: unknown) => {
    timers.cancel(second)
    if (closed) return
    queued = undefined
    const gone = new Promise<void>((resolve) => {
      letGo = resolve
    })
    if (role === 'reader') await inTime(store.reread(id))
    if (closed || !letGo) return
    autosave.catchUp()
    become('writer')
    await gone
  }

  /** Waits for the lock; whoever has it goes on writing meanwhile. */
  function queue() {
    if (!locks || closed) return
    const own = new AbortController()
    queued = own
    /** On a slow computer it may take longer than any time to hear that the lock is ours: asked, not guessed. */
    const isSecond = async () => {
      const waiting = (await locks.query?.())?.pending?.map((lock) => lock.name) ?? [name]
      if (queued !== own || closed || !waiting.includes(name)) return
      autosave.flush()
      become('reader')
    }
    let second = timers.schedule(() => {
      second = timers.schedule(() => void isSecond(), SECOND_MS)
    }, SECOND_MS)
    locks.request(name, { signal: own.signal }, () => granted(second)).then(queue, () => lost(own))
  }

  /** Thrown out, by a tab that had to go on without an answer. What is typed here is saved and merged there. */
  function lost(own?: AbortController) {
    if (closed || own?.signal.aborted) return
    letGo = undefined
    autosave.flush()
    become('reader')
    queue()
  }

  async function handOver() {
    if (role !== 'writer' || !letGo) return
    autosave.flush()
    become('reader')
    await inTime(store.settled())
    const draft = store.get(id)
    channel?.postMessage({ hand: 'done', id, token, text: draft && draftText(draft) } satisfies HandMessage)
    letGo?.()
    letGo = undefined
  }

  channel?.addEventListener('message', ({ data }) => {
    const message = data as Partial<HandMessage>
    if (message.id !== id || message.token === token || closed) return
    if (message.hand === 'over') void handOver()
    else if (message.hand === 'done') {
      if (message.text) store.receive(message.text)
      handedOver?.()
    }
  })
  const unsubscribe = store.subscribe(() => autosave.catchUp())
  queue()

  return {
    role: () => role,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async takeOver() {
      if (!locks || role === 'writer' || closed) return
      const answered = new Promise<void>((resolve) => {
        handedOver = resolve
        timers.schedule(resolve, HAND_OVER_MS)
      })
      channel?.postMessage({ hand: 'over', id, token } satisfies HandMessage)
      if (channel) await answered
      // It may have come by itself meanwhile.
      if (closed || letGo) return
      queued?.abort()
      queued = undefined
      locks.request(name, { steal: true }, () => granted()).then(queue, () => lost())
    },
    release() {
      autosave.stop()
      closed = true
      unsubscribe()
      queued?.abort()
      letGo?.()
    },
  }
}
