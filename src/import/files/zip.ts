import { unzipSync } from 'fflate'

/** More text than any report has. What a file says of its own size is looked at before anything is unpacked. */
const MAX_UNPACKED = 40 * 1024 * 1024

/**
 * The wanted files of a zip archive as text. `tooBig` where they would take more memory than any report; undefined where
 * it is no archive or damaged.
 */
export function unzipTexts(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
): Map<string, string> | 'tooBig' | undefined {
  let total = 0
  let tooBig = false
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (tooBig || !wanted(name)) return false
        total += originalSize
        if (total > MAX_UNPACKED) tooBig = true
        return !tooBig
      },
    })
    if (tooBig) return 'tooBig'
    const decoder = new TextDecoder()
    return new Map(Object.entries(files).map(([name, content]) => [name, decoder.decode(content)]))
  } catch {
    return undefined
  }
}
