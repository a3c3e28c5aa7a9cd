import type { Draft } from '../../drafts/draft'
import { yearOf } from '../../report/deadline'

/** 年报通_归档_2019-2021年度_2026-11-24.json: what is in it and when it was made. `today` is YYYY-MM-DD. */
export function archiveName(drafts: Draft[], today: string): string {
  const years = drafts.flatMap(({ report }) => yearOf(report.entries) ?? [])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const span = !years.length ? '' : first === last ? `${first}年度_` : `${first}-${last}年度_`
  return `年报通_归档_${span}${today}.json`
}

/** The drafts that still are as the file has them: what has been changed since stays where it is. */
export const asArchived = (archived: Draft[], get: (id: string) => Draft | undefined): Draft[] =>
  archived.filter((draft) => {
    const now = get(draft.id)
    return now?.revision === draft.revision && now.savedAt === draft.savedAt
  })
