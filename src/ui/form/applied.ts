import type { EditStep } from '../../report/history'
import type { ReportSession } from './session'

/** Changes many cells at once, and the step that this was, if it changed anything and does not wait for the clerk's word. */
export function applied(
  session: Pick<ReportSession, 'apply' | 'history'>,
  ...what: Parameters<ReportSession['apply']>
): EditStep | undefined {
  const before = session.history.get()
  session.apply(...what)
  const after = session.history.get()
  return after === before ? undefined : after.done.at(-1)
}
