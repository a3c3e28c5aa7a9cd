import { useEffect } from 'react'
import { BASIC, CHECK, EXPORT, HISTORY } from '../routes'
import { backTo, goToNextFinding, openPart } from './goTo'
import { currentText, type ReportSession } from './session'

/** What can stand beside the work: 查找/替换, or the list of keys. */
export type PanelName = 'find' | 'keys'

/** Leads to the part before or after, into its first field; after the last section comes 核对. */
function turnTo(session: ReportSession, section: string, by: 1 | -1) {
  const order = [BASIC, ...session.edition.sections.map(({ key }) => key), CHECK]
  const next = order[order.indexOf(section) + by]
  if (next) openPart(session, next)
}

/** Pages that show the whole report: a step back changes what they show, and they stay. */
const WHOLE = [CHECK, EXPORT, HISTORY]

/** Takes back the last step or does it again, and leads to where the clerk was when it was made. */
export function stepBack(session: ReportSession, again: boolean, stay = false) {
  const place = again ? session.redo() : session.undo()
  if (!place) return
  if (!stay) return backTo(session, place)
  const ownFocus = () => document.activeElement === document.body && document.getElementById('main')?.focus()
  void session.findings.now().then(() => requestAnimationFrame(ownFocus))
}

const isRedo = ({ key, shiftKey }: KeyboardEvent) => key.toLowerCase() === 'y' || shiftKey

/** Whether a text that is being typed still has steps of its own, which the browser takes back itself. */
function browserUndoes(session: ReportSession, event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false
  // A box or a radio button has no text to take back.
  if (target.type === 'checkbox' || target.type === 'radio') return false
  const { visit } = session
  // A field that is no value of the report (a reason, a search) is the browser's altogether.
  if (visit?.address !== target.id) return true
  // A figure is one word: it goes back as a whole, like a cell of a spreadsheet.
  if (target.closest('td')) return false
  if (isRedo(event)) return session.history.get().undone.length === 0
  return currentText(session, visit.address) !== visit.before
}

/**
 * Keys that work on every page of a report: F8 through the findings, Alt+PageUp/PageDown through the sections, Ctrl+Z
 * and Ctrl+Y through the history of the report, Ctrl+F to 查找 (the browser's own does not look into fields), Ctrl+P for
 * the document, except where the page is the document.
 */
export function useReportKeys(
  session: ReportSession,
  section: string,
  { onPanel, onPrint }: { onPanel(panel: PanelName): void; onPrint?(): void },
) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const { key, altKey, shiftKey } = event
      const command = (event.ctrlKey || event.metaKey) && !altKey
      if (key === 'F8') void goToNextFinding(session, shiftKey ? -1 : 1)
      else if (altKey && (key === 'PageDown' || key === 'PageUp'))
        turnTo(session, section, key === 'PageDown' ? 1 : -1)
      else if (command && !shiftKey && ['f', 'h'].includes(key.toLowerCase())) onPanel('find')
      else if (command && !shiftKey && key.toLowerCase() === 'p' && onPrint) onPrint()
      else if (command && ['z', 'y'].includes(key.toLowerCase()) && !browserUndoes(session, event))
        stepBack(session, isRedo(event), WHOLE.includes(section))
      else return
      event.preventDefault()
    }
    // Asked before the field changes: reading the scroll position then does not force a new layout.
    const onBeforeInput = () => session.aboutToType()
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('beforeinput', onBeforeInput)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('beforeinput', onBeforeInput)
    }
  }, [session, section, onPanel, onPrint])
}
