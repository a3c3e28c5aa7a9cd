import { useCallback, useEffect, useRef, useState } from 'react'
import { type Hold, holdDraft, type Role } from '../../drafts/tabGuard'
import { realTimers } from '../../drafts/timers'
import { useDraftStore, useTabs } from '../drafts/store'
import type { ReportSession } from './session'

/** `newer`: a later version of the program has saved it. */
export type Access = Role | 'newer'

/** Whether this tab may type into the open report, and the way to get there. */
export function useHold({ draft, autosave }: ReportSession): { access: Access; takeOver: () => void } {
  const store = useDraftStore()
  const tabs = useTabs()
  const [access, setAccess] = useState<Access>(store.isNewer(draft.id) ? 'newer' : 'writer')
  const held = useRef<Hold | null>(null)
  useEffect(() => {
    if (store.isNewer(draft.id)) return autosave.setWriting(false)
    const hold = holdDraft({ draft, tabs, store, autosave, timers: realTimers })
    held.current = hold
    const unsubscribe = hold.subscribe(() => setAccess(hold.role()))
    return () => {
      unsubscribe()
      hold.release()
    }
  }, [draft, autosave, store, tabs])
  const takeOver = useCallback(() => void held.current?.takeOver(), [])
  return { access, takeOver }
}
