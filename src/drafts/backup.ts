import { copyOf, type Draft, hasSameContent, readDraft } from './draft'

const FORMAT = 'nianbao-backup'
const VERSION = 1

/** The backup file of some drafts, every text exactly as typed. It is for the way back only; other programs get 导出 JSON. */
export const backupText = (drafts: Draft[], now = new Date()): string =>
  [...backupParts(drafts, now)].join('')

/** The same draft by draft: the text of many takes longer than a key may wait. */
export function* backupParts(drafts: Draft[], now: Date): Generator<string> {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, madeAt: now.toISOString() }, null, 1)
  yield `${head.slice(0, -2)},\n "drafts": [`
  for (const [at, draft] of drafts.entries())
    yield `${at ? ',' : ''}\n  ${JSON.stringify(draft, null, 1).replaceAll('\n', '\n  ')}`
  yield drafts.length ? '\n ]\n}\n' : ']\n}\n'
}

/** `unreadable` counts drafts of the file that are not among `drafts`: the rest of a file is worth having. */
export type Backup = { drafts: Draft[]; unreadable: number } | { problem: 'notBackup' | 'damaged' | 'newer' }

/** Whether a text is, or was before it was cut off, a backup: it names its kind in its first line. */
export const isBackupText = (text: string): boolean => text.slice(0, 200).includes(`"${FORMAT}"`)

/**
 * Reads a backup file. `notBackup`: another kind of file. `damaged`: cut off, or nothing in it can be read. `newer`: the
 * file or a draft in it comes from a later version of the program; then nothing of it is read.
 */
export function readBackup(text: string): Backup {
  // Editors put a byte order mark in front.
  const plain = text.replace(/^\ufeff/, '')
  let file: unknown
  try {
    file = JSON.parse(plain)
  } catch {
    return { problem: isBackupText(plain) ? 'damaged' : 'notBackup' }
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT)
    return { problem: 'notBackup' }
  const { version, drafts } = file as { version?: unknown; drafts?: unknown }
  if (typeof version === 'number' && version > VERSION) return { problem: 'newer' }
  if (version !== VERSION || !Array.isArray(drafts)) return { problem: 'damaged' }
  const read = drafts.map(readSafely)
  if (read.some((draft) => 'problem' in draft && draft.problem === 'newer')) return { problem: 'newer' }
  const good = read.filter((draft): draft is Draft => !('problem' in draft))
  return good.length || !read.length
    ? { drafts: good, unreadable: read.length - good.length }
    : { problem: 'damaged' }
}

function readSafely(value: unknown): ReturnType<typeof readDraft> {
  try {
    return readDraft(value)
  } catch {
    return { problem: 'damaged' } // nested so deep that reading it overflows the stack
  }
}

/**
 * What restoring a backup beside the drafts that are there would save. A draft that is there with the same content is left
 * out, one with other content comes back as a copy with an id of its own: restoring never overwrites.
 */
export const draftsToAdd = (
  drafts: Draft[],
  present: (id: string) => Draft | undefined,
  now: Date,
  newId: () => string,
): Draft[] =>
  drafts.flatMap((draft) => {
    const own = present(draft.id)
    if (!own) return [draft]
    return hasSameContent(own.report, draft.report) ? [] : [copyOf(draft, now, newId())]
  })
