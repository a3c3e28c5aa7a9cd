import { organKindOf } from '../../format/organKinds'
import type { Edition } from '../../format/types'
import { daysBetween, deadlineOf, statutoryDeadline, yearOf } from '../../report/deadline'
import { dateInWords } from '../../report/localDate'
import { isCorrection } from '../../report/publication'
import { type Report, textAt } from '../../report/report'

/** Within so many days of the date, and past it, the line stands out. */
const NEAR_DAYS = 10

/** What was found wrong is put right at once; the date of the first publication is past. */
const NO_DEADLINE = '更正版没有另外的公布期限，改好即公布'

/** When the report is to be published, for the head of the page; undefined where no date is known. */
export function deadlineLine(
  edition: Edition,
  report: Pick<Report, 'entries' | 'notes'>,
  today: string,
): { text: string; near: boolean } | undefined {
  const { entries } = report
  const published = textAt(entries, 'publishedAt')
  if (published) return { text: `已于 ${dateInWords(published)}公布`, near: false }
  if (isCorrection(report)) return { text: NO_DEADLINE, near: false }
  const deadline = deadlineOf(edition, report)
  if (!deadline) return undefined
  const left = daysBetween(today, deadline)
  if (Number.isNaN(left)) return { text: `公布期限：${deadline}`, near: false }
  const days = left < 0 ? `已过 ${-left} 天` : left === 0 ? '就在今天' : `还有 ${left} 天`
  return { text: `应于 ${dateInWords(deadline)}前公布，${days}`, near: left <= NEAR_DAYS }
}

/** What the date is when the field is left blank, by kind of organ. */
export function deadlineHint(edition: Edition, report: Pick<Report, 'entries' | 'notes'>): string {
  const { entries } = report
  if (isCorrection(report)) return '首次公布的期限，随原稿保留；更正版没有自己的期限。'
  const kind = organKindOf(edition, textAt(entries, 'organ.kind'))
  if (!kind) return '选好机关类型后按条例第四十九条给出；本地通知更早的，改成通知的日期。'
  const note = kind.deadlineNote ? `（${kind.deadlineNote}）` : ''
  const statutory = statutoryDeadline(edition, entries)
  if (statutory)
    return `不填即按 ${dateInWords(statutory)}${note || '（条例第四十九条）'}；本地通知更早的，改成通知的日期。`
  if (!kind.deadline) return `${kind.deadlineNote ?? '随本地通知'}。请填本地通知的日期。`
  const [month, day] = kind.deadline.split('-').map(Number)
  return yearOf(entries) === undefined
    ? `不填即按次年 ${month}月${day}日${note || '（条例第四十九条）'}；本地通知更早的，改成通知的日期。`
    : ''
}
