import { isSlip, isSwapped } from '../locate/slips'

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

/** They make the total but for two digits in each other's place, in it or in one of them. */
export function makesBySwap(values: number[], total: number): boolean {
  const sum = sumOf(values)
  const over = sum - total
  return isSwapped(total, sum) || values.some((value) => isSwapped(value, value - over))
}
/** Of a shorter total almost any number is a slip. */
const THREE_DIGITS = 100
/** They make the total, or do but for a slip. */
export function makesBySlip(values: number[], total: number): boolean {
  const sum = sumOf(values)
  const isNear = total >= THREE_DIGITS && Math.abs(sum - total) <= total / 4
  return values.length > 1 && (sum === total || makesBySwap(values, total) || (isNear && isSlip(total, sum)))
}
