import { type BackupNews, readBackupInParts } from './backup'

self.onmessage = ({ data }: MessageEvent<string>) => {
  for (const news of readBackupInParts(data)) self.postMessage(news satisfies BackupNews)
}
