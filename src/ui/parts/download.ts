import { safeFileName } from '../../report/safeFileName'

/** Hands a file to the browser's own download; works offline and from a file. */
export function download(
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
) {
  const media = typeof content === 'string' ? `${type};charset=utf-8` : type
  const url = URL.createObjectURL(new Blob([content], { type: media }))
  const link = document.createElement('a')
  link.href = url
  link.download = safeFileName(fileName)
  link.click()
  // Some browsers read the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
