import { readBackupInParts } from './backup'
import type { Draft } from './draft'

/** What the worker says while it reads: some drafts of the file and how far it is, at last how it ended. */
export type BackupNews =
  | { drafts: Draft[]; read: number; of: number }
  | { unreadable: number }
  | { problem: 'notBackup' | 'damaged' | 'newer' }

self.onmessage = ({ data }: MessageEvent<string>) => {
  for (const news of readBackupInParts(data)) self.postMessage(news satisfies BackupNews)
}
