/**
 * A check sum of 53 bits as 14 hexadecimal digits (cyrb53: two multiply-and-mix rounds over the UTF-16 code units). It
 * finds damage on the disk; it is no protection against a forger.
 */
export function checkSum(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}

const SEAL = /,"sum":"([0-9a-f]{14})"\}$/

/** A JSON object as text with its check sum as its last key. */
export const sealed = (json: string): string => {
  const open = json.slice(0, -1)
  return `${open},"sum":"${checkSum(open)}"}`
}

/** `none`: the text ends without a check sum. */
export function sealOf(text: string): 'intact' | 'broken' | 'none' {
  const found = SEAL.exec(text)
  if (!found) return 'none'
  return checkSum(text.slice(0, found.index)) === found[1] ? 'intact' : 'broken'
}
