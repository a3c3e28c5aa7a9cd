import type { ReportSession } from '../form/session'

const begun = new WeakMap<ReportSession, Map<string, string>>()

/**
 * Reasons that were begun and neither saved nor given up, by the key of their finding: who turns to the figures in the
 * middle of one finds it again.
 */
export function begunReasons(session: ReportSession): Map<string, string> {
  const own = begun.get(session) ?? new Map<string, string>()
  begun.set(session, own)
  return own
}
