import { useEffect, useState } from 'react'
import { holdDraft, type Role } from '../../drafts/tabGuard'
import { realTimers } from '../../drafts/timers'
import type { ReportSession } from '../form/session'
import { useDraftStore, useTabs } from './store'

/** Whether this tab may type into the open report, and the way to get there. */
export function useHold({ draft, autosave }: ReportSession): { role: Role; takeOver: () => void } {
  const store = useDraftStore()
  const tabs = useTabs()
  const [role, setRole] = useState<Role>('writer')
  const [takeOver, setTakeOver] = useState<() => void>(() => () => undefined)
  useEffect(() => {
    const hold = holdDraft({ draft, tabs, store, autosave, timers: realTimers })
    const unsubscribe = hold.subscribe(() => setRole(hold.role()))
    setTakeOver(() => () => void hold.takeOver())
    return () => {
      unsubscribe()
      hold.release()
    }
  }, [draft, autosave, store, tabs])
  return { role, takeOver }
}
