import { navigate } from 'wouter/use-hash-location'
import type { Finding } from '../../checks/types'
import type { Address } from '../../format/types'
import { reportPath } from '../routes'
import { sectionKeyOf } from './findings'
import type { ReportSession } from './session'

/** A section is in the page within a few frames; after 120 of them, about two seconds, the address does not exist. */
const FRAMES = 120

/** Scrolls the element clear of the sticky heads, then focuses it: a focus first would scroll it under them. */
export function focusById(id: string, frames = FRAMES) {
  const element = document.getElementById(id)
  if (!element) {
    if (frames > 0) requestAnimationFrame(() => focusById(id, frames - 1))
    return
  }
  element.closest('details:not([open])')?.setAttribute('open', '')
  element.scrollIntoView({ block: 'center', inline: 'nearest' })
  element.focus({ preventScroll: true })
}

/** Opens the section of an address, where it is not the one on screen, and focuses it. */
export function goTo(session: ReportSession, address: Address) {
  if (!document.getElementById(address))
    navigate(reportPath(session.draft.id, sectionKeyOf(session, address)))
  focusById(address)
}

/** Leads to a finding's target and outlines its operands, numbered in their order. */
export function goToFinding(session: ReportSession, finding: Finding) {
  session.operands.set({ key: finding.key, addresses: finding.operands, severity: finding.severity })
  goTo(session, finding.target)
}

/** Leads to the next open finding, or the previous one, after the one that was led to last; goes round. */
export async function goToNextFinding(session: ReportSession, by: 1 | -1) {
  await session.findings.now()
  const open = session.findings.review().findings.filter(({ status }) => status === 'open')
  const at = open.findIndex(({ key }) => key === session.operands.get()?.key)
  const start = at < 0 && by < 0 ? 0 : at
  const finding = open[(start + by + open.length) % open.length]
  if (finding) goToFinding(session, finding)
}
