import { organKindOf } from '../format/organKinds'
import type { Edition } from '../format/types'
import { isCorrection } from './publication'
import { type Entries, type Report, textAt } from './report'

/** A year as typed, or undefined when it is none. */
export function yearOf(entries: Entries): number | undefined {
  const text = textAt(entries, 'year').normalize('NFKC').trim()
  return /^\d{4}$/.test(text) ? Number(text) : undefined
}

/**
 * The date by which the report is to be published, in the year after the reporting year (条例第四十九条): 1月31日 for
 * departments, 3月31日 for governments of county level and above. Undefined where the statute names none for the kind of
 * organ, or while year or kind are not known. As YYYY-MM-DD.
 */
export function statutoryDeadline(edition: Edition, entries: Entries): string | undefined {
  const year = yearOf(entries)
  const kind = organKindOf(edition, textAt(entries, 'organ.kind'))
  return year !== undefined && kind?.deadline ? `${year + 1}-${kind.deadline}` : undefined
}

/**
 * The date in force: the one a local notice set, else the statutory one. A 更正版 has none: its report was published before, and
 * what is wrong is put right when it is found.
 */
export const deadlineOf = (edition: Edition, { entries, notes }: Pick<Report, 'entries' | 'notes'>) =>
  isCorrection({ notes }) ? undefined : textAt(entries, 'deadline') || statutoryDeadline(edition, entries)

/** Whole days from one local date to another, both YYYY-MM-DD; negative when `to` is past. NaN for text that is no date. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
