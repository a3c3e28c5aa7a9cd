const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, at) => bytes[at] === byte)

/**
 * UTF-8 and UTF-16 with or without their marks, else GB 18030, which includes GBK and GB 2312. UTF-16 without its mark is
 * known by a first character of ASCII, as markup and JSON begin.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe) || (bytes[0] && bytes[1] === 0))
    return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff) || (bytes[0] === 0 && bytes[1]))
    return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const chinese = new TextDecoder('gb18030').decode(bytes)
    // A damaged UTF-8 file stays more readable as what it was.
    const lost = chinese.split('\ufffd').length
    const loose = new TextDecoder('utf-8').decode(bytes)
    return lost > loose.split('\ufffd').length ? loose : chinese
  }
}
