import type { Finding } from '../../checks/types'
import type { ReportSession } from './session'

/** Where the clerk was in the list of 核对 when a finding was followed or dealt with. */
interface ListPlace {
  key: string
  /** Keys of the whole list at that time, in its order. */
  order: string[]
  /** Set by 返回核对 until the list has taken it up. */
  returning: boolean
}

/** Kept with the open report, beside React: the page is away while its finding is being dealt with. */
const places = new WeakMap<ReportSession, ListPlace>()

export function rememberPlace(session: ReportSession, key: string) {
  places.set(session, { key, order: listed(session.findings.review().findings), returning: false })
}

export function returnToPlace(session: ReportSession, key: string) {
  const known = places.get(session)
  const order = known?.order ?? listed(session.findings.review().findings)
  places.set(session, { key, order, returning: true })
}

/** The finding to stand at after 返回核对: the same, or where it was; undefined when the page was opened afresh. */
export function takeReturn(session: ReportSession, findings: Finding[]): string | undefined {
  const place = places.get(session)
  if (!place?.returning) return undefined
  place.returning = false
  return keyAt(place.order, place.key, listed(findings))
}

const listed = (findings: Finding[]): string[] => findings.map((finding) => finding.key)

/** The key itself if it is still listed, else the next one after it in the earlier order, else the last before it. */
export function keyAt(order: string[], key: string, now: string[]): string | undefined {
  const present = new Set(now)
  const at = order.indexOf(key)
  const after = order.slice(Math.max(at, 0)).find((candidate) => present.has(candidate))
  return (
    after ??
    order
      .slice(0, Math.max(at, 0))
      .reverse()
      .find((candidate) => present.has(candidate))
  )
}
