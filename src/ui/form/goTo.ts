import { navigate } from 'wouter/use-hash-location'
import type { Finding } from '../../checks/types'
import { fieldAt, textSpecAt } from '../../format/names'
import type { Address } from '../../format/types'
import { addressesOf, isShown } from '../../report/report'
import { focusById } from '../parts/focusById'
import { reportPath } from '../routes'
import { sectionKeyOf } from './findings'
import type { ReportSession } from './session'

/** Opens the section of an address, where it is not the one on screen, and focuses it. */
export function goTo(session: ReportSession, address: Address) {
  if (!document.getElementById(address))
    navigate(reportPath(session.draft.id, sectionKeyOf(session, address)))
  focusById(address)
}

/** Opens a part of the report (its key is its route) with the focus in its first field; 核对 and 导出 have their own. */
export function openPart(session: ReportSession, key: string) {
  navigate(reportPath(session.draft.id, key))
  const { edition } = session
  const first = addressesOf(edition).find((address) => {
    const text = textSpecAt(edition, address)
    const isOnPage = text ? isShown(text, session.entries()) : !fieldAt(edition, address)?.page
    return isOnPage && sectionKeyOf(session, address) === key
  })
  if (first) focusById(first)
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
