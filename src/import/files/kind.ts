/** What a file is, told by its bytes; its name decides nothing that they can tell. */
export type FileKind = 'word' | 'sheet' | 'archive' | 'oldOffice' | 'picture' | 'text' | 'unknown'

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, at) => bytes[at] === byte)

/** PDF files have a reader of their own, and may begin with a few lines of something else. */
export const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')

/** The kind of a file that is no PDF. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'oldOffice'
  if (startsWith(bytes, 0x50, 0x4b)) return zipKind(bytes)
  const isPicture =
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46) ||
    startsWith(bytes, 0x42, 0x4d)
  if (isPicture) return 'picture'
  return looksLikeText(bytes) ? 'text' : 'unknown'
}

/** The ending of a file name, in small letters and without the dot; empty where there is none. */
export const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether a file is called like one that holds pictures and fonts beside its text, and is large for that. */
export const isCalledPacked = (name: string): boolean => /^(?:docx|xlsx|pdf)$/.test(extensionOf(name))

/** Where the archive's list of contents names the main part, whatever the file is called. */
function zipKind(bytes: Uint8Array): 'word' | 'sheet' | 'archive' {
  // Names stand in the list at the end of the archive, at most this far from it.
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 262_144)))
  if (/word\/document\d*\.xml/.test(tail)) return 'word'
  return tail.includes('xl/workbook.xml') ? 'sheet' : 'archive'
}

/** Text has no zero bytes, apart from UTF-16. */
const looksLikeText = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || !bytes.subarray(0, 8192).includes(0)
