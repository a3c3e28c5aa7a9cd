/** How a figure may have become another one under the fingers. */
export type Slip = 'swapped' | 'dropped' | 'added' | 'digit' | 'emptied' | 'missing' | 'other'

/** Where two texts differ, up to the end of the first. */
const differences = (a: string, b: string) => [...a].flatMap((char, at) => (char === b[at] ? [] : [at]))

/** How far from each other the two digits stand that have changed places, where nothing else is another. */
function swappedOver(a: string, b: string): number | undefined {
  const [first = 0, second = 0, ...more] = differences(a, b)
  const isSwapped = first < second && a[first] === b[second] && a[second] === b[first]
  return isSwapped && !more.length && a.length === b.length ? second - first : undefined
}
/** 1058 for 1085: two digits side by side in each other's place. */
export const isSwapped = (said: number, meant: number) => swappedOver(String(said), String(meant)) === 1

/** One digit of the longer text is left out in the shorter. */
const isShortened = (long: string, short: string) =>
  long.length === short.length + 1 &&
  [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)

const DIGITS = /^\d+$/
/** One digit is another, is missing or too many, or two have changed places, next to each other or not. */
export function isSlip(said: number, meant: number): boolean {
  const [a, b] = [String(said), String(meant)]
  if (!DIGITS.test(a) || !DIGITS.test(b)) return false
  const isDigit = a.length === b.length && differences(a, b).length < 2
  return isDigit || swappedOver(a, b) !== undefined || isShortened(a, b) || isShortened(b, a)
}

/** Of two small numbers each may be written for the other. */
export const LITTLE = 9
const TIMES = 2.5
/** One digit may stand for any other; of two such numbers only what is near is likely. */
export const isTellingSlip = (said: number, meant: number): boolean =>
  Math.max(said, meant) > LITTLE && isSlip(said, meant)

/** 1236 beside 96: neither a slip nor the wrong row makes one of the other, they count different things. */
export const isFarOff = (said: number, meant: number, times = TIMES, little = LITTLE): boolean =>
  meant > 0 &&
  Math.abs(said - meant) > little &&
  (said > Math.ceil(meant * times) || said < Math.floor(meant / times)) &&
  !isTellingSlip(said, meant)

/** Two percentages, so many points apart at most. */
const POINTS = 10.5
/** 47% where 23.88% is right: no slip of the figures as printed with so many decimals, and too far for a wrong sum. */
export function isShareFarOff(said: number, meant: number, places: number): boolean {
  const digits = (share: number) => Math.round(share * 10 ** places)
  return Math.abs(said - meant) > POINTS && !isSlip(digits(said), digits(meant))
}

/** What may have happened when `right` was meant and `typed` was written. */
export function slipBetween(typed: bigint, right: bigint): Slip {
  const [a, b] = [String(typed), String(right)]
  if (right === 0n) return 'emptied'
  if (typed === 0n) return 'missing'
  // 10 is swapped to 01, which is written 1.
  if (swappedOver(a.padStart(b.length, '0'), b)) return 'swapped'
  if (isShortened(b, a)) return 'dropped'
  if (isShortened(a, b)) return 'added'
  if (a.length === b.length && a.length > 1 && differences(a, b).length === 1) return 'digit'
  return 'other'
}
