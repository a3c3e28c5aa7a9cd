import type { Timers } from './timers'

/** The part of `navigator.locks` that is used here. */
export interface Locks {
  /**
   * Calls `hold` when nobody else has the lock, and keeps it until the promise of `hold` ends. With `steal` the holder is
   * thrown out: its request rejects. A request that was given up through `signal` rejects too.
   */
  request(
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    hold: () => Promise<void>,
  ): Promise<unknown>
  /** Who waits for a lock; absent where the tabs agree by messages. */
  query?(): Promise<{ pending?: { name?: string }[] }>
}

/** The part of `BroadcastChannel` that is used here. */
export interface Channel {
  postMessage(message: unknown): void
  addEventListener(kind: 'message', listener: (event: { data: unknown }) => void): void
}

interface LockMessage {
  lock: 'ask' | 'held' | 'free'
  name: string
  token: string
  steal?: boolean
}

/** Long enough for a tab in the background to answer. */
const ANSWER_MS = 150
/** A tab that crashed says nothing, so those that wait ask again. */
const RETRY_MS = 2000

interface Claim {
  state: 'asking' | 'waiting' | 'held'
  timer: unknown
  granted: () => void
  lost: () => void
}

/**
 * Locks for browsers without Web Locks (plain-http hosts): the tabs agree by messages. Two tabs that ask at once are
 * ordered by their tokens. A tab that does not answer in time is passed over; it gives way when it wakes up.
 */
export function channelLocks(channel: Channel, timers: Timers, token: string): Locks {
  const claims = new Map<string, Claim>()
  const say = (lock: LockMessage['lock'], name: string, steal?: boolean) =>
    channel.postMessage({ lock, name, token, steal } satisfies LockMessage)

  function ask(name: string, claim: Claim) {
    claim.state = 'asking'
    say('ask', name)
    timers.cancel(claim.timer)
    claim.timer = timers.schedule(() => {
      claim.state = 'held'
      say('held', name)
      claim.granted()
    }, ANSWER_MS)
  }
  function wait(name: string, claim: Claim, milliseconds: number) {
    claim.state = 'waiting'
    timers.cancel(claim.timer)
    claim.timer = timers.schedule(() => ask(name, claim), milliseconds)
  }

  channel.addEventListener('message', ({ data }) => {
    const { lock, name, token: other, steal } = data as Partial<LockMessage>
    const claim = typeof name === 'string' && claims.get(name)
    if (!claim || typeof other !== 'string' || other === token) return
    const yields = steal || other < token
    if (lock === 'ask') {
      if (claim.state === 'held') say('held', name)
      else if (claim.state === 'asking' && yields) wait(name, claim, RETRY_MS)
    } else if (lock === 'held') {
      if (claim.state === 'held') {
        if (yields) claim.lost()
        else say('held', name)
      } else wait(name, claim, RETRY_MS)
    } else if (lock === 'free' && claim.state === 'waiting') ask(name, claim)
  })

  /** One request from its start to its end; rejects when the lock is taken away or the request given up. */
  const run = (name: string, signal: AbortSignal | undefined, steal: boolean, hold: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const end = () => {
        timers.cancel(claim.timer)
        if (claims.get(name) === claim) claims.delete(name)
      }
      const giveUp = (why: string) => {
        end()
        reject(new Error(why))
      }
      const claim: Claim = {
        state: 'asking',
        timer: undefined,
        granted: () =>
          void hold()
            .then(resolve, reject)
            .finally(() => {
              if (claims.get(name) === claim) say('free', name)
              end()
            }),
        lost: () => giveUp('another tab has taken the lock'),
      }
      claims.set(name, claim)
      signal?.addEventListener('abort', () => claim.state !== 'held' && giveUp('given up'))
      if (steal) {
        claim.state = 'held'
        say('held', name, true)
        claim.granted()
      } else ask(name, claim)
    })

  /** The requests of this tab for one lock come one after the other. */
  const last = new Map<string, Promise<void>>()
  return {
    request(name, { signal, steal = false }, hold) {
      const before = last.get(name) ?? Promise.resolve()
      const request = before.then(() => {
        if (signal?.aborted) throw new Error('given up')
        return run(name, signal, steal, hold)
      })
      last.set(
        name,
        request.catch(() => undefined),
      )
      return request
    },
  }
}
