import { yearOf } from '../report/deadline'
import { type Entries, textAt } from '../report/report'

export const UNNAMED_ORGAN = '未命名机关'

/** An organ's name beyond this is cut off, so that the whole name stays within what file systems take. */
const MAX_ORGAN = 80

/** 某局_2021年政府信息公开工作年度报告, `_草稿` where it cannot be final; without ending, characters as typed. */
export function fileStem(entries: Entries, draft: boolean): string {
  const organ = textAt(entries, 'organ.name').trim() || UNNAMED_ORGAN
  const year = yearOf(entries) ?? textAt(entries, 'year').trim()
  return `${organ.slice(0, MAX_ORGAN)}_${year && `${year}年`}政府信息公开工作年度报告${draft ? '_草稿' : ''}`
}
