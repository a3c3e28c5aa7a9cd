import { organKindsOfName } from '../../format/organKinds'
import type { Edition } from '../../format/types'
import { type Entries, textAt } from '../../report/report'

/** The question under 机关类型 where the name fits several kinds; undefined where there is none. */
export function kindQuestion(edition: Edition, entries: Entries): string | undefined {
  if (textAt(entries, 'organ.kind') !== '') return undefined
  const kinds = organKindsOfName(edition, textAt(entries, 'organ.name'))
  if (kinds.length < 2) return undefined
  return `从名称看不出是${kinds.map(({ label }) => `“${label}”`).join('还是')}，请选择。`
}
