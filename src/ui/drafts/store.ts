import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Draft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import type { Tabs } from '../../drafts/tabGuard'

const StoreContext = createContext<DraftStore | null>(null)
export const DraftStoreProvider = StoreContext.Provider

/** The drafts of this browser, opened once at start. */
export function useDraftStore(): DraftStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('outside the app')
  return store
}

export function useDrafts(): Draft[] {
  const store = useDraftStore()
  return useSyncExternalStore(store.subscribe, store.list)
}

export function useHealth() {
  const store = useDraftStore()
  return useSyncExternalStore(store.subscribe, store.health)
}

const TabsContext = createContext<Tabs>({ locks: null, channel: null })
export const TabsProvider = TabsContext.Provider

/** The way to the other tabs of this browser. */
export const useTabs = () => useContext(TabsContext)
