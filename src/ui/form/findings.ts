import { useCallback, useSyncExternalStore } from 'react'
import type { Finding } from '../../checks/types'
import { fieldAt } from '../../format/names'
import type { Address } from '../../format/types'
import type { Review } from './createFindings'
import { type ReportSession, useSession } from './session'

/** The whole look; draws again when anything of it has changed. */
export function useReview(): Review {
  const { findings } = useSession()
  return useSyncExternalStore(findings.subscribe, findings.review)
}

/** Due findings at one address; only that address's component draws again when they change. */
export function useFindingsAt(address: Address): Finding[] {
  const { findings } = useSession()
  return useSyncExternalStore(
    useCallback((listener) => findings.subscribeAt(address, listener), [findings, address]),
    () => findings.at(address),
  )
}

/** The page that an address is filled on, by the last part of its route. */
export const sectionKeyOf = (session: ReportSession, address: Address): string => {
  const section = session.edition.sections.find(
    ({ table, texts }) =>
      (table && address.startsWith(`tables.${table.key}.`)) ||
      texts?.some((text) => text.address === address),
  )
  return section?.key ?? fieldAt(session.edition, address)?.page ?? 'basic'
}
