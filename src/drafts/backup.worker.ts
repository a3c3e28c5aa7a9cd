import { decodeText } from '../report/decode'
import { type BackupNews, readBackupInParts } from './readBackup'

self.onmessage = ({ data }: MessageEvent<string | Uint8Array>) => {
  const text = typeof data === 'string' ? data : decodeText(data)
  for (const news of readBackupInParts(text)) self.postMessage(news satisfies BackupNews)
}
