import { duplicateKey } from '../report/jsonShape'
import type { BackedUp } from './backedUp'
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup'
import { type Draft, hasSameContent, readDraft } from './draft'

/** `unreadable` counts drafts of the file that are not among `drafts`: the rest of a file is worth having. */
export type Backup = { drafts: BackedUp[]; unreadable: number } | BackupProblem
export type BackupProblem =
  | { problem: 'notBackup' | 'damaged' | 'newer' }
  /** `key` stands twice in one object, named with the keys above it: nobody knows which of the two is meant. */
  | { problem: 'twice'; key: string }

/** Whether a text is, or was before it was cut off, a backup: it names its kind in its first line. */
export const isBackupText = (text: string): boolean => text.slice(0, 200).includes(`"${BACKUP_FORMAT}"`)

/**
 * Reads a backup file. `notBackup`: another kind of file. `damaged`: cut off, or nothing in it can be read. `twice`: a key stands twice in one object. `newer`: the
 * file or a draft in it comes from a later version of the program; then nothing of it is read.
 */
export function readBackup(text: string): Backup {
  const drafts: BackedUp[] = []
  for (const news of readBackupInParts(text)) {
    if ('problem' in news) return news
    if ('unreadable' in news) return { drafts, unreadable: news.unreadable }
    drafts.push(...news.drafts)
  }
  return { problem: 'damaged' }
}

/** What is said while a backup is read: some drafts of the file and how far it is, at last how it ended. */
export type BackupNews =
  | { drafts: BackedUp[]; read: number; of: number }
  | { unreadable: number }
  | BackupProblem

/** So many drafts are handed over at once: taking more of them in would hold up the page. */
const PART = 10

/** The same part by part; the last one says how it ended. */
export function* readBackupInParts(text: string): Generator<BackupNews> {
  // Editors put a byte order mark in front.
  const plain = text.replace(/^\ufeff/, '')
  let file: unknown
  try {
    file = JSON.parse(plain)
  } catch {
    return yield { problem: isBackupText(plain) ? 'damaged' : 'notBackup' }
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== BACKUP_FORMAT)
    return yield { problem: 'notBackup' }
  const twice = duplicateKey(plain)
  if (twice !== undefined) return yield { problem: 'twice', key: twice }
  const { version, drafts } = file as { version?: unknown; drafts?: unknown }
  if (typeof version === 'number' && version > BACKUP_VERSION) return yield { problem: 'newer' }
  if (version !== BACKUP_VERSION || !Array.isArray(drafts)) return yield { problem: 'damaged' }
  let unreadable = 0
  for (let at = 0; at < drafts.length; at += PART) {
    const part = drafts.slice(at, at + PART).map(readSafely)
    if (part.some((draft) => 'problem' in draft && draft.problem === 'newer'))
      return yield { problem: 'newer' }
    const good = part.filter((draft): draft is BackedUp => !('problem' in draft))
    unreadable += part.length - good.length
    yield { drafts: good, read: Math.min(at + PART, drafts.length), of: drafts.length }
  }
  yield drafts.length && unreadable === drafts.length ? { problem: 'damaged' } : { unreadable }
}

function readSafely(value: unknown): BackedUp | Extract<ReturnType<typeof readDraft>, { problem: unknown }> {
  try {
    const draft = readDraft(value)
    const { published: states } = value as { published?: unknown }
    if ('problem' in draft || !Array.isArray(states)) return draft
    const published = states.map(readDraft).filter((state): state is Draft => !('problem' in state))
    return published.length ? { ...draft, published } : draft
  } catch {
    return { problem: 'damaged' } // nested so deep that reading it overflows the stack
  }
}

/**
 * The drafts of a backup that restoring would save: all but those that are there with the same content. What is there with
 * other content stays, and the other one comes beside it: restoring never overwrites.
 */
export const draftsToAdd = (drafts: BackedUp[], present: (id: string) => Draft | undefined): BackedUp[] =>
  drafts.filter((draft) => {
    const own = present(draft.id)
    return !own || !hasSameContent(own.report, draft.report)
  })
