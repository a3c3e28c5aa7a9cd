import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Severity } from '../../checks/types'
import type { Address } from '../../format/types'
import { type ReportSession, useSession } from '../form/session'

/** What stands in a cell beside its figure. */
export interface CellMark {
  /** What is wrong with the cell itself. */
  error?: string
  /** Place among the outlined operands, from 1, and how grave their finding is. */
  operand?: number
  severity?: Severity
}

function markAt({ findings, operands }: ReportSession, address: Address): CellMark | null {
  const errors = findings.at(address).filter(({ due }) => due === 'onLeave')
  const outlined = operands.get()
  const operand = (outlined?.addresses.indexOf(address) ?? -1) + 1
  if (!errors.length && !operand) return null
  return {
    error: errors.map(({ message }) => message).join(' ') || undefined,
    operand: operand || undefined,
    severity: operand ? outlined?.severity : undefined,
  }
}

/**
 * The marks of the cells of one row, in their order; null where there is none. One subscription for the row: 25 of them
 * are made while a table is opened instead of hundreds. Nothing of it changes on a key.
 */
export function useRowMarks(addresses: Address[]): (CellMark | null)[] {
  const session = useSession()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [session.findings, session.operands].map((each) => each.subscribe(listener))
      return () => {
        for (const end of ends) end()
      }
    },
    [session],
  )
  // As text, so that equal marks are the same snapshot.
  const text = useSyncExternalStore(subscribe, () => {
    const marks = addresses.map((address) => markAt(session, address))
    return marks.some((mark) => mark) ? JSON.stringify(marks) : ''
  })
  return useMemo(() => (text ? JSON.parse(text) : []), [text])
}
