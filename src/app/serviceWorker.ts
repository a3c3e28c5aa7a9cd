/**
 * Keeps the files of this build beside the browser, so that the app starts without a network. A new build waits until
 * every page of the old one is closed: a page never gets files of two builds, and never reloads by itself.
 */
declare const __FILES__: string[]
declare const __BUILD__: string

/** The part of the service worker's world that is used here; the compiler knows the page's alone. */
interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lifetime {
  request: Request
  respondWith(response: Promise<Response>): void
}
interface Told extends Lifetime {
  data: unknown
  source: { postMessage(message: unknown): void } | null
}
interface Scope {
  registration: { scope: string }
  clients: { claim(): Promise<void>; matchAll(options: { includeUncontrolled: boolean }): Promise<unknown[]> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', listener: (event: Lifetime) => void): void
  addEventListener(kind: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(kind: 'message', listener: (event: Told) => void): void
}
const worker = self as unknown as Scope

const OURS = 'nianbao-'
const CACHE = OURS + __BUILD__
const addressOf = (file: string) => new URL(file, worker.registration.scope).href
const known = new Set(__FILES__.map(addressOf))

worker.addEventListener('install', (event) => {
  // Past the browser's own cache, which may still have a file of the build before.
  const requests = __FILES__.map((file) => new Request(addressOf(file), { cache: 'reload' }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)))
})

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys())
      if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name)
    await worker.clients.claim()
  }
  event.waitUntil(tidy())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  url.hash = url.search = ''
  const address = url.href === worker.registration.scope ? addressOf('index.html') : url.href
  if (request.method !== 'GET' || !known.has(address)) return
  const cached = async () => (await (await caches.open(CACHE)).match(address)) ?? fetch(request)
  event.respondWith(cached())
})

/** A clerk wants the new build now: only where no other page would be left with the old one. */
worker.addEventListener('message', (event) => {
  const { data, source } = event
  if (data !== 'activate') return
  const decide = worker.clients.matchAll({ includeUncontrolled: true }).then((pages) => {
    if (pages.length <= 1) void worker.skipWaiting()
    else source?.postMessage('otherPages')
  })
  event.waitUntil(decide)
})
