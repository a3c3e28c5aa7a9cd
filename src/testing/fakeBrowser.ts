import { IDBFactory } from 'fake-indexeddb'
import { type Autosave, startAutosave } from '../drafts/autosave'
import { type Channel, channelLocks, type Locks } from '../drafts/channelLocks'
import { type Draft, newDraft } from '../drafts/draft'
import type { Places } from '../drafts/shelf'
import { type DraftStore, startDraftStore } from '../drafts/store'
import { type Hold, holdDraft } from '../drafts/tabGuard'
import type { Timers } from '../drafts/timers'
import { currentEdition as edition } from '../format/editions'
import { blankReport, type Entries, type Notes, withTexts } from '../report/report'

/** Lets everything go on that waits for a promise or for the fake database. */
export async function settle(turns = 12): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** localStorage of one browser, with a quota in characters. */
export function memoryStorage(quota = Number.POSITIVE_INFINITY) {
  const items = new Map<string, string>()
  return {
    items,
    quota,
    get length() {
      return items.size
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem(key: string, value: string) {
      let used = key.length + value.length
      for (const [other, text] of items) if (other !== key) used += other.length + text.length
      if (used > this.quota) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
  }
}

/** Time that a test moves by hand. */
export function handTimers() {
  let now = Date.parse('2022-01-20T08:00:00Z')
  let count = 0
  const due = new Map<number, { at: number; action: () => void }>()
  const timers: Timers = {
    schedule(action, milliseconds) {
      due.set(++count, { at: now + milliseconds, action })
      return count
    },
    cancel: (timer) => void due.delete(timer as number),
  }
  return {
    timers,
    now: () => new Date(now),
    async advance(milliseconds: number) {
      const end = now + milliseconds
      for (;;) {
        const [next] = [...due].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)
        if (!next) break
        const [timer, { at, action }] = next
        due.delete(timer)
        now = Math.max(now, at)
        action()
        await settle(2)
      }
      now = end
      await settle()
    },
  }
}

/** A database that can fall silent: what is asked of it while `answers` is false waits until `wake` is called. */
export function neverAnswering(factory: IDBFactory) {
  const asleep: (() => void)[] = []
  const self = {
    answers: false,
    wake() {
      for (const go of asleep.splice(0)) go()
    },
    open(name: string, version?: number) {
      const request = { result: undefined, error: null, transaction: null } as unknown as IDBOpenDBRequest
      const copy = (real: IDBOpenDBRequest) => {
        const given = request as { -readonly [key in keyof IDBOpenDBRequest]: IDBOpenDBRequest[key] }
        try {
          given.result = real.result
          given.transaction = real.transaction
        } catch {
          given.error = real.error
        }
      }
      const begin = () => {
        const real = factory.open(name, version)
        real.onupgradeneeded = (event) => {
          copy(real)
          request.onupgradeneeded?.(event)
        }
        real.onerror = (event) => {
          copy(real)
          request.onerror?.(event)
        }
        real.onsuccess = (event) => {
          copy(real)
          const database = real.result
          const transaction = database.transaction.bind(database)
          database.transaction = (...how: Parameters<typeof transaction>) =>
            self.answers ? transaction(...how) : silentTransaction()
          request.onsuccess?.(event)
        }
      }
      if (self.answers) begin()
      else asleep.push(begin)
      return request
    },
  }
  /** Takes every request and answers none. */
  const silentTransaction = (): IDBTransaction => {
    const request = () => ({ transaction: { commit: () => undefined } })
    const index = { getAll: request, getAllKeys: request }
    const store = {
      ...index,
      put: request,
      get: request,
      delete: request,
      add: request,
      clear: request,
      index: () => index,
    }
    return { objectStore: () => store, abort: () => undefined } as unknown as IDBTransaction
  }
  return self as typeof self & IDBFactory
}

/** Web Locks of one browser. */
function lockManager(): Locks {
  const held = new Map<string, { steal: () => void; done: Promise<void> }>()
  const queues = new Map<string, (() => void)[]>()
  function next(name: string) {
    if (!held.has(name)) queues.get(name)?.shift()?.()
  }
  return {
    request: (name, { signal, steal }, hold) =>
      new Promise<void>((resolve, reject) => {
        const run = () => {
          if (signal?.aborted) return next(name)
          const own = {
            steal: () => reject(new Error('stolen')),
            done: Promise.resolve().then(hold),
          }
          held.set(name, own)
          void own.done.then(resolve, reject).finally(() => {
            if (held.get(name) !== own) return
            held.delete(name)
            next(name)
          })
        }
        if (steal) {
          held.get(name)?.steal()
          held.delete(name)
          return run()
        }
        signal?.addEventListener('abort', () => reject(new Error('aborted')))
        queues.set(name, [...(queues.get(name) ?? []), run])
        next(name)
      }),
  }
}

/** One open report in one tab, without its screen. */
export interface Tab {
  store: DraftStore
  autosave: Autosave
  hold: Hold
  entries(): Entries
  /** Types unless another tab has the draft; whether it could. */
  type(address: string, text: string): boolean
  /** Leaves the page: what is pending is saved. */
  close(): void
}

/**
 * A browser with several tabs: each sees what another one writes into localStorage only when the news has arrived, as
 * it is between processes.
 */
export function fakeBrowser({ webLocks = true, factory = new IDBFactory() } = {}) {
  const clock = handTimers()
  const disk = new Map<string, string>()
  const locks = lockManager()
  const tabs = new Set<{
    see: (key: string, value: string | null, at: number) => void
    hear: (data: unknown) => void
  }>()
  let opened = 0
  let writes = 0

  /** A page that has opened its store; `leave` ends it. */
  function openPage() {
    const view = new Map(disk)
    const ownWrites = new Map<string, number>()
    const storageListeners: ((key: string | null, value: string | null) => void)[] = []
    const channelListeners: ((event: { data: unknown }) => void)[] = []
    let alive = true
    const self = {
      see(key: string, value: string | null, at: number) {
        if (!alive) return
        // What this page has written since is what it goes on seeing.
        if ((ownWrites.get(key) ?? 0) < at) {
          if (value === null) view.delete(key)
          else view.set(key, value)
        }
        for (const listener of storageListeners) listener(key, value)
      },
      hear(data: unknown) {
        if (alive) for (const listener of channelListeners) listener({ data })
      },
    }
    tabs.add(self)
    const others = (tell: (tab: typeof self) => void) => {
      for (const tab of tabs) if (tab !== self) setImmediate(() => tell(tab))
    }
    const write = (key: string, value: string | null) => {
      if (value === null) {
        disk.delete(key)
        view.delete(key)
      } else {
        disk.set(key, value)
        view.set(key, value)
      }
      const at = ++writes
      ownWrites.set(key, at)
      others((tab) => tab.see(key, value, at))
    }
    const storage: Places = {
      getItem: (key) => view.get(key) ?? null,
      setItem: (key, value) => write(key, value),
      removeItem: (key) => write(key, null),
      key: (index) => [...view.keys()][index] ?? null,
      get length() {
        return view.size
      },
    }
    const channel: Channel = {
      postMessage: (data) => others((tab) => tab.hear(structuredClone(data))),
      addEventListener: (_, listener) => void channelListeners.push(listener),
    }
    const { store, opened: whole } = startDraftStore({
      storage,
      indexedDB: factory,
      now: clock.now,
      timers: clock.timers,
      onOtherTab: (listener) => void storageListeners.push(listener),
    })
    const leave = () => {
      alive = false
      tabs.delete(self)
    }
    return { store, whole, channel, leave }
  }

  const locksFor = (channel: Channel) =>
    webLocks ? locks : channelLocks(channel, clock.timers, `tab ${++opened}`)

  async function open(id: string): Promise<Tab> {
    const { store, whole, channel, leave } = openPage()
    // What localStorage has is shown at once; only the journal can say that there is none.
    if (!store.get(id)) await whole
    if (!store.get(id)) store.save(newDraft(blankReport(edition), clock.now(), id))
    const draft = store.get(id) as Draft
    let { entries, notes }: { entries: Entries; notes: Notes } = structuredClone(draft.report)
    const autosave = startAutosave({
      read: () => ({ edition: edition.key, entries: structuredClone(entries), notes }),
      adopt(merged) {
        entries = withTexts(
          entries,
          merged.changes.map(({ address, after }) => [address, after]),
        )
        notes = merged.notes
      },
      draft,
      store,
      timers: clock.timers,
    })
    const hold = holdDraft({
      draft,
      tabs: {
        channel,
        locks: locksFor(channel),
      },
      store,
      autosave,
      timers: clock.timers,
    })
    return {
      store,
      autosave,
      hold,
      entries: () => entries,
      type(address, text) {
        if (hold.role() === 'reader') return false
        entries = withTexts(entries, [[address, text]])
        autosave.changed()
        return true
      },
      close() {
        autosave.flush()
        hold.release()
        leave()
      },
    }
  }
  return {
    open,
    /** The drafts alone, without an open report. */
    async openStore() {
      const { store, whole } = openPage()
      await whole
      return store
    },
    /** A page without an open report that may write into a draft all the same. */
    async openIdle() {
      const { store, whole, channel } = openPage()
      await whole
      return { store, locks: locksFor(channel), timers: clock.timers }
    },
    advance: clock.advance,
    timers: clock.timers,
    /** The browser's own locks, which all its pages share. */
    locks,
    disk,
  }
}
