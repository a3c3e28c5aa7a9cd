import type { Edition } from '../format/types'
import { yearOf } from '../report/deadline'
import { isCorrection } from '../report/publication'
import { type Report, textAt } from '../report/report'

export const UNNAMED_ORGAN = '未命名机关'

/** An organ's name beyond this is cut off, so that the whole name stays within what file systems take. */
const MAX_ORGAN = 80

/**
 * 某局_2021年政府信息公开工作年度报告, of a correction `_更正版` with its date, so that it is not taken for what it corrects;
 * `_草稿` where it cannot be final. Without ending, characters as typed.
 */
export function fileStem(report: Report, edition: Edition, draft: boolean): string {
  const { entries } = report
  const organ = textAt(entries, 'organ.name').trim() || UNNAMED_ORGAN
  const year = yearOf(entries) ?? textAt(entries, 'year').trim()
  const corrected = isCorrection(report)
    ? `_更正版${edition.correction ? textAt(entries, edition.correction.date).trim() : ''}`
    : ''
  return `${organ.slice(0, MAX_ORGAN)}_${year && `${year}年`}政府信息公开工作年度报告${corrected}${draft ? '_草稿' : ''}`
}
