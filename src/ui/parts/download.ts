/** Characters that file systems refuse become “_”; so do those that would hide in a name. */
export const safeFileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}\u200b-\u200f\u202a-\u202e]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '_')
    .slice(0, 180)

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
