import type { Draft } from '../../drafts/draft'
import type { Backup, BackupNews } from '../../drafts/readBackup'
import { startWorker } from '../worker'

/** A longer text is read beside the page, in characters: reading a megabyte takes about a tenth of a second. */
const LONG = 1_000_000

/** Reads a backup, as text or as bytes, which are given away; `tell` hears how many of its drafts have been read. Rejects when the worker fails. */
export async function parseBackup(
  content: string | Uint8Array,
  tell: (read: number, of: number) => void = () => undefined,
): Promise<Backup> {
  if (typeof content === 'string' && content.length < LONG)
    return (await import('../../drafts/readBackup')).readBackup(content)
  const worker = startWorker((await import('../../drafts/backup.worker.ts?workerText')).default)
  const drafts: Draft[] = []
  const reading = new Promise<Backup>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message))
    worker.onmessage = ({ data }: MessageEvent<BackupNews>) => {
      if ('problem' in data) resolve(data)
      else if ('unreadable' in data) resolve({ drafts, unreadable: data.unreadable })
      else {
        drafts.push(...data.drafts)
        tell(data.read, data.of)
      }
    }
  })
  if (typeof content === 'string') worker.postMessage(content)
  else worker.postMessage(content, [content.buffer])
  try {
    return await reading
  } finally {
    worker.terminate()
  }
}
