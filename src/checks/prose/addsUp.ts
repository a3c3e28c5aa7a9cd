/* Whether numbers that stand one behind another make a total in some fair way, and whether one slip explains that they do not. */

const sumOf = (values: number[]) => Math.round(values.reduce((all, one) => all + one, 0) * 10_000) / 10_000

/** So often parts of parts are looked for in one list. */
const DEPTH = 3

/**
 * All of them; one division behind another (上半年15件，下半年18件，土地14件，其他19件); or without parts of parts (线上58件、线下38件，
 * 线下又有信函27件、当面11件).
 */
export function makes(values: number[], total: number, depth = DEPTH): boolean {
  // 新收5件，公开3件、不掌握2件: what is told again, and then divided, is all of it.
  if (values.length < 2) return depth < DEPTH && values[0] === total
  if (sumOf(values) === total) return true
  for (let to = 2; to < values.length - 1; to++)
    if (sumOf(values.slice(0, to)) === total && makes(values.slice(to), total, depth)) return true
  if (depth === 0) return false
  for (let from = 1; from < values.length - 1; from++)
    for (let to = from + 2; to <= values.length; to++) {
      const inner = sumOf(values.slice(from, to))
      const parts = values.slice(from, to).filter((value) => value !== 0)
      if (parts.length > 1 && values.slice(0, from).includes(inner)) {
        const rest = [...values.slice(0, from), ...values.slice(to)]
        if (makes(rest, total, depth - 1)) return true
      }
    }
  return false
}

const DIGITS = /^\d+$/
/** One digit is another, is missing or too many, or two have changed places. */
export function isSlip(said: number, meant: number): boolean {
  const [a, b] = [String(said), String(meant)]
  if (!DIGITS.test(a) || !DIGITS.test(b)) return false
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  if (long.length > short.length)
    return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  const apart = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [one = 0, other = 0] = apart
  return apart.length < 2 || (apart.length === 2 && a[one] === b[other] && a[other] === b[one])
}

/** They make the total but for two digits in each other's place, or for another digit where it has three of them. */
export function makesBySlip(values: number[], total: number): boolean {
  const sum = sumOf(values)
  const over = sum - total
  const isNear = total >= HUNDRED && Math.abs(over) <= total / 4 && values.every((value) => value < total)
  return (
    values.length > 1 &&
    (over === 0 ||
      isSwapped(total, sum) ||
      values.some((value) => isSwapped(value, value - over)) ||
      (isNear && isSlip(total, sum)))
  )
}
const HUNDRED = 100

/** 1058 for 1085: two digits side by side in each other's place. */
export function isSwapped(value: number, amount: number): boolean {
  const [a, b] = [String(value), String(amount)]
  const at = [...a].findIndex((digit, i) => digit !== b[i])
  return (
    a.length === b.length &&
    at >= 0 &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  )
}
