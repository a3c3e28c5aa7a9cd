import type { Draft } from '../../drafts/draft'
import { dateInWords, localDate } from '../../report/localDate'
import { type Entries, textAt } from '../../report/report'

export const organOf = (entries: Entries): string => textAt(entries, 'organ.name').trim() || '未命名机关'

/** A report as it is spoken of: 鼓楼区卫生健康委员会 2021 年度. */
export function titleOf(entries: Entries): string {
  const year = textAt(entries, 'year').trim()
  return year ? `${organOf(entries)} ${year} 年度` : organOf(entries)
}

/** The file with one draft as typed; the same name as on its own pages. */
export function backupName(drafts: Draft[], now: Date): string {
  const only = drafts.length === 1 ? drafts[0] : undefined
  if (!only) return `年报通_全部备份_${localDate(now)}.json`
  const year = textAt(only.report.entries, 'year').trim()
  return `${[organOf(only.report.entries), year && `${year}年`, '备份'].filter(Boolean).join('_')}.json`
}

const two = (number: number) => String(number).padStart(2, '0')

/** When something was done, as a clerk says it: 今天 14:32, 昨天 17:05, 1 月 18 日, 2021 年 3 月 22 日. */
export function dayWords(iso: string, now: Date): string {
  const time = new Date(iso)
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (localDate(time) === localDate(now)) return `今天 ${clock}`
  if (localDate(time) === localDate(yesterday)) return `昨天 ${clock}`
  return dateWords(localDate(time), now.getFullYear())
}

/** A date without its year where that is the current one; text that is no date stays as typed. */
export function dateWords(date: string, currentYear: number): string {
  const words = dateInWords(date)
  if (words === date.trim()) return date
  return words
    .replace(`${currentYear}年`, '')
    .replace(/\d+(?=([年月日]))/g, '$& ')
    .replace(/[年月](?=\d)/g, '$& ')
}
