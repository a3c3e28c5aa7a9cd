import type { Locks } from './channelLocks'
import { lockName } from './tabGuard'
import type { Timers } from './timers'

/**
 * How long to wait for the lock, ms. One that nobody has is there at once, but a slow computer is told so late: the page itself may be
 * busy for a second. A tab that has the draft keeps it as long as the draft is open.
 */
const PATIENCE_MS = 3000

/**
 * Does something with a draft that is not open in this tab, and only where no other tab has it open: what is written under
 * a form that is being typed into is lost, or overwrites. `held` where another tab has it; then nothing was done.
 */
export async function whileFree<T>(
  locks: Locks | null,
  id: string,
  timers: Timers,
  work: () => T | Promise<T>,
): Promise<T | 'held'> {
  if (!locks) return work()
  const waiting = new AbortController()
  let done: { result: T } | undefined
  const patience = timers.schedule(() => waiting.abort(), PATIENCE_MS)
  try {
    await locks.request(lockName(id), { signal: waiting.signal }, async () => {
      timers.cancel(patience)
      if (!waiting.signal.aborted) done = { result: await work() }
    })
  } catch (error) {
    // Given up waiting; anything else is a mistake in the program.
    if (!waiting.signal.aborted) throw error
  }
  return done ? done.result : 'held'
}
