import type { BackedUp } from './backedUp'

export const BACKUP_FORMAT = 'nianbao-backup'
export const BACKUP_VERSION = 1

/** The backup file of some drafts, every text exactly as typed. It is for the way back only; other programs get 导出 JSON. */
export const backupText = (drafts: BackedUp[], now = new Date()): string =>
  [...backupParts(drafts, now)].join('')

/** The same draft by draft: the text of many takes longer than a key may wait. */
export function* backupParts(drafts: BackedUp[], now: Date): Generator<string> {
  const head = JSON.stringify(
    { format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt: now.toISOString() },
    null,
    1,
  )
  yield `${head.slice(0, -2)},\n "drafts": [`
  for (const [at, draft] of drafts.entries())
    yield `${at ? ',' : ''}\n  ${JSON.stringify(draft, null, 1).replaceAll('\n', '\n  ')}`
  yield drafts.length ? '\n ]\n}\n' : ']\n}\n'
}
