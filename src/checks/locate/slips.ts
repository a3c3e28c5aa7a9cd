/** How a figure may have become another one under the fingers. */
export type Slip = 'swapped' | 'dropped' | 'added' | 'digit' | 'emptied' | 'missing' | 'other'

/** Two digits of one text have changed places; neighbours far more often than others, but both are seen. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const different = [...a].flatMap((char, at) => (char === b.charAt(at) ? [] : [at]))
  const [first, second] = different
  return (
    different.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    a.charAt(first) === b.charAt(second) &&
    a.charAt(second) === b.charAt(first)
  )
}

/** One digit of the longer text is left out in the shorter. */
function isShortened(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false
  for (let at = 0; at < long.length; at++) if (long.slice(0, at) + long.slice(at + 1) === short) return true
  return false
}

/** What may have happened when `right` was meant and `typed` was written. */
export function slipBetween(typed: bigint, right: bigint): Slip {
  const [a, b] = [String(typed), String(right)]
  if (right === 0n) return 'emptied'
  if (typed === 0n) return 'missing'
  if (isSwapped(a, b)) return 'swapped'
  // 10 is swapped to 01, which is written 1.
  if (a.length < b.length && isSwapped(a.padStart(b.length, '0'), b)) return 'swapped'
  if (isShortened(b, a)) return 'dropped'
  if (isShortened(a, b)) return 'added'
  if (
    a.length === b.length &&
    a.length > 1 &&
    [...a].filter((char, at) => char !== b.charAt(at)).length === 1
  )
    return 'digit'
  return 'other'
}
