import { channelLocks } from '../drafts/channelLocks'
import type { StorePlaces } from '../drafts/store'
import type { Tabs } from '../drafts/tabGuard'
import { realTimers } from '../drafts/timers'
import { connection } from './connection'

/** What the store gets of this browser. Merely naming `localStorage` throws where storage is switched off. */
export function browserPlaces(): StorePlaces {
  return {
    storage: attempt(() => window.localStorage),
    indexedDB: attempt(() => window.indexedDB),
    connection,
    onOtherTab: (listener) =>
      window.addEventListener('storage', ({ key, newValue }) => listener(key, newValue)),
  }
}

/** What the tabs share. Plain-http hosts have no Web Locks: there the tabs agree by messages. */
export function browserTabs(): Tabs {
  const channel = attempt(() => new BroadcastChannel('nianbao'))
  const token = Array.from(window.crypto.getRandomValues(new Uint32Array(2)), String).join('-')
  const locks = attempt(() => window.navigator.locks ?? null)
  return { channel, locks: locks ?? (channel && channelLocks(channel, realTimers, token)) }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/**
 * Asks the browser not to clear the drafts when the disk gets full. Only where it decides by itself: Firefox would put a
 * question to a clerk who has not asked for anything.
 */
export function askForLastingStorage() {
  if ('userAgentData' in navigator) void navigator.storage?.persist?.().catch(() => undefined)
}

/** The first script waits neither for the page nor for its styles; the first drawing does, also where a file is missing. */
export async function pageStands(): Promise<void> {
  if (document.readyState === 'loading') await told(document, 'DOMContentLoaded')
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  const missing = styles.filter((link) => !link.sheet)
  if (missing.length && document.readyState !== 'complete')
    await Promise.race([Promise.all(missing.map((link) => told(link, 'load'))), told(window, 'load')])
}

const told = (target: EventTarget, event: string) =>
  new Promise((done) => target.addEventListener(event, done, { once: true }))
