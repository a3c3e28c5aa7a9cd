import type { Address, Edition } from '../format/types'
import { contentCode } from './contentCode'
import { PUBLISHED_AT } from './publication'
import { bareCopy, type Report, withTexts } from './report'

/**
 * 更正版 of a published report, whatever its findings: the same content, to be published anew. It names the version that it
 * corrects, with a copy of it to tell what has changed; why and at whose request is for the clerk to write.
 */
export function correctionOf(report: Report, edition: Edition, today: string): Report {
  const { entries, notes } = structuredClone(report)
  const { reopened, ...kept } = notes
  const { correction } = edition
  return {
    ...report,
    entries: withTexts(entries, [
      [PUBLISHED_AT, ''],
      ...(correction
        ? ([
            [correction.reason, ''],
            [correction.requestedBy, ''],
            [correction.date, today],
          ] as [Address, string][])
        : []),
    ]),
    notes: { ...kept, base: contentCode(report, edition), corrected: bareCopy(report) },
  }
}
