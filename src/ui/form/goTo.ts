import { navigate } from 'wouter/use-hash-location'
import type { Finding } from '../../checks/types'
import { fieldAt, textSpecAt } from '../../format/names'
import type { Address } from '../../format/types'
import { addressesOf, isShown } from '../../report/report'
import { focusById } from '../parts/focusById'
import { reportPath } from '../routes'
import { findingAfter } from './findingSteps'
import { sectionKeyOf } from './findings'
import type { ReportSession, StepPlace } from './session'

/** Opens the section of an address, where it is not the one on screen, and focuses it. */
export const goTo = (session: ReportSession, address: Address) => backTo(session, { address })

/** The same, with the page scrolled as it was. */
export function backTo(session: ReportSession, { address, top, left }: StepPlace) {
  if (!document.getElementById(address))
    navigate(reportPath(session.draft.id, sectionKeyOf(session, address)))
  focusById(address, { top, left })
}

/** Opens the section, focuses the field and selects a part of its text, by characters. */
export function selectText(
  session: ReportSession,
  { address, start, end }: { address: Address; start: number; end: number },
) {
  goTo(session, address)
  const mark = (frames: number) => {
    const field = document.getElementById(address)
    if (field !== document.activeElement && frames > 0) requestAnimationFrame(() => mark(frames - 1))
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      field.setSelectionRange(start, end)
  }
  requestAnimationFrame(() => mark(60))
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
  session.at.set({ address: finding.target, key: finding.key })
  goTo(session, finding.target)
}

/** Leads to the next open finding, or the previous one, in printed order from the field the clerk is at; goes round. */
export async function goToNextFinding(session: ReportSession, by: 1 | -1) {
  await session.findings.now()
  const finding = findingAfter(session.edition, session.findings.review().findings, session.at.get(), by)
  if (finding) goToFinding(session, finding)
}
