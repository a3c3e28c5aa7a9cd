import { useSyncExternalStore } from 'react'

/** A value outside React that components read with useSyncExternalStore. */
export interface Observable<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

/** One that somebody else writes. */
export type Readable<T> = Pick<Observable<T>, 'get' | 'subscribe'>

/** An observable that holds `initial`; who subscribes hears of another value, not of the same one set again. */
export function createObservable<T>(initial: T): Observable<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The value now; the component draws again when it changes. */
export const useObservable = <T>(observable: Readable<T>): T =>
  useSyncExternalStore(observable.subscribe, observable.get)
