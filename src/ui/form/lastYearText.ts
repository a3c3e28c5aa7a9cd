import { editionByKey } from '../../format/editions'
import type { Address } from '../../format/types'
import { yearOf } from '../../report/deadline'
import { type Report, textAt, valuesOf } from '../../report/report'
import { totalOf, totalText } from '../../report/totals'
import { isYearBefore } from '../../report/yearBefore'
import type { ReportSession } from './session'

/** What a report is called beside another one: 示例局 2021 年. */
export const reportName = ({ entries }: Report): string =>
  [textAt(entries, 'organ.name') || '未命名机关', yearOf(entries) && `${yearOf(entries)} 年`]
    .filter(Boolean)
    .join(' ')

/**
 * Last year's figure at an address, totals included, for beside the cell: as typed where it is entered, computed where it
 * is a total. Undefined without a report for the year before, and where its form has no such cell.
 */
export function lastYearText(session: ReportSession, address: Address): string | undefined {
  const before = session.notes.get().lastYear
  const edition = before && editionByKey(before.edition)
  if (!before || !edition || !isYearBefore(before, { entries: session.entries() })) return undefined
  const value = valuesOf(edition, before.entries)
  const shown = totalText(edition, address, totalOf(edition, address, value))
  return shown === '—' ? textAt(before.entries, address) || undefined : shown
}
