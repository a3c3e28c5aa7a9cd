import { ANSWER_MS } from './emptying'
import type { Journal } from './journal'
import type { Timers } from './timers'

export interface JournalQueue {
  /** Does something with the journal; `unavailable` where there is none, where it refuses, or does not answer in time. */
  write<T>(work: (journal: Journal) => Promise<T>): Promise<T | 'unavailable'>
  /** Resolves when every piece of work begun so far has ended. */
  settled(): Promise<void>
}

/** The way to the journal: nothing throws and nothing waits for ever. `journal` is a promise until it has been opened. */
export function journalQueue({
  journal,
  timers,
  tell,
}: {
  journal: () => Journal | null | Promise<Journal | null>
  timers: Timers
  tell: (state: 'ok' | 'unavailable') => void
}): JournalQueue {
  const pending = new Set<Promise<unknown>>()

  async function begin<T>(there: Journal | null, work: (journal: Journal) => Promise<T>) {
    if (!there) return 'unavailable'
    const failed = () => {
      tell('unavailable')
      return 'unavailable' as const
    }
    const working = work(there).then((result) => {
      tell('ok')
      return result
    }, failed)
    return new Promise<T | 'unavailable'>((resolve) => {
      const timer = timers.schedule(() => resolve(failed()), ANSWER_MS)
      void working.then((result) => {
        timers.cancel(timer)
        resolve(result)
      })
    })
  }
  return {
    write(work) {
      const there = journal()
      const done = there instanceof Promise ? there.then((found) => begin(found, work)) : begin(there, work)
      pending.add(done)
      void done.then(() => pending.delete(done))
      return done
    },
    async settled() {
      while (pending.size) await Promise.all(pending)
    },
  }
}
