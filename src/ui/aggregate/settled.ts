import type { StoredReport } from '../../aggregate/store'
import { currentEdition } from '../../format/editions'
import { fileText } from '../../report/file'
import type { Report } from '../../report/report'
import { take } from './intake'

/**
 * A settled report as the file that is kept beside the one that came in: our own, naming the version that it corrects, so that it is
 * read, summed, judged and handed on as every other. Undefined where it cannot be read back.
 */
export async function settledFile(
  { entries, edition, notes }: Report,
  base: string,
  file: string,
): Promise<StoredReport | undefined> {
  const text = fileText({ entries, edition, notes: { ...notes, base } }, currentEdition, 'draft')
  const bytes = new TextEncoder().encode(text)
  const taken = await take({ name: `${file}（核定稿）.json`, bytes })
  return 'report' in taken ? { received: taken.report, bytes } : undefined
}
