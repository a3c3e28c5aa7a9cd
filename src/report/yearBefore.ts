import { yearOf } from './deadline'
import type { Report } from './report'

/** Whether a report is the one of the year before another. Years that cannot be read are given the benefit of the doubt. */
export function isYearBefore(before: Pick<Report, 'entries'>, report: Pick<Report, 'entries'>): boolean {
  const [year, last] = [yearOf(report.entries), yearOf(before.entries)]
  return year === undefined || last === undefined || last === year - 1
}
