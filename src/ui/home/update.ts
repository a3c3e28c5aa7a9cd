import { useSyncExternalStore } from 'react'
import { createObservable } from '../parts/observable'
import { serviceWorkerUrl } from '../worker'

/** `otherPages`: the new version cannot be put in place while other pages still run the old one. */
export type Update = 'none' | 'ready' | 'otherPages'

const update = createObservable<Update>('none')
let waiting: ServiceWorker | null = null
let wanted = false

export const useUpdate = () => useSyncExternalStore(update.subscribe, update.get)

/**
 * Keeps the program for the next start without a network, and watches for a new version of it. Nothing happens where there
 * are no service workers: in the single file, on plain-http hosts.
 */
export async function keepOffline() {
  const { serviceWorker } = navigator
  if (__SINGLE_FILE__ || !import.meta.env.PROD || !serviceWorker) return
  serviceWorker.addEventListener('message', ({ data }) => data === 'otherPages' && update.set('otherPages'))
  serviceWorker.addEventListener('controllerchange', () => wanted && window.location.reload())
  const registration = await serviceWorker.register(serviceWorkerUrl())
  const look = () => {
    if (!registration.waiting || !serviceWorker.controller) return
    waiting = registration.waiting
    update.set('ready')
  }
  look()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
}

/** Puts the new version in place and reloads the page, because the clerk has asked for it. */
export function startNewVersion() {
  wanted = true
  waiting?.postMessage('activate')
}
