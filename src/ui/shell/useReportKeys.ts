import { useEffect } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { addressesOf } from '../../report/report'
import { sectionKeyOf } from '../form/findings'
import { focusById, goToFinding } from '../form/goTo'
import type { ReportSession } from '../form/session'
import { BASIC, reportPath } from '../routes'

/** Keys that work on every page of a report: F8 through the findings, Alt+PageUp/PageDown through the sections. */
export function useReportKeys(session: ReportSession, section: string) {
  useEffect(() => {
    const turnTo = (by: 1 | -1) => {
      const order = [BASIC, ...session.edition.sections.map(({ key }) => key)]
      const next = order[order.indexOf(section) + by]
      if (!next) return
      navigate(reportPath(session.draft.id, next))
      const first = addressesOf(session.edition).find((address) => sectionKeyOf(session, address) === next)
      if (first) focusById(first)
    }
    const nextFinding = async (by: 1 | -1) => {
      await session.findings.now()
      const open = session.findings.review().findings.filter((finding) => finding.status === 'open')
      if (!open.length) return
      const at = open.findIndex((finding) => finding.key === session.operands.get()?.key)
      const start = at < 0 && by < 0 ? 0 : at
      const finding = open[(start + by + open.length) % open.length]
      if (finding) goToFinding(session, finding)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return
      if (event.key === 'F8') {
        event.preventDefault()
        void nextFinding(event.shiftKey ? -1 : 1)
      } else if (event.altKey && (event.key === 'PageDown' || event.key === 'PageUp')) {
        event.preventDefault()
        turnTo(event.key === 'PageDown' ? 1 : -1)
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [session, section])
}
