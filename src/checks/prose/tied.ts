import type { Address } from '../../format/types'
import type { Judged } from './reading'

/**
 * The one cell that a figure of the prose is for certain: its sentence was understood whole, its words allow no other
 * reading, it agrees with the cell, and it is written as the cell writes it (not 约, 万件 or 元, not a share).
 */
export function tiedCell({ state, certain, sole, item: { quantity, part } }: Judged): Address | undefined {
  if (state !== 'agrees' || !certain || !sole || !quantity || part) return undefined
  // 9528.5万元 is a fee to its last digit, 1.2万件 is not.
  const inWan = quantity.wan && quantity.unit === '元'
  if (quantity.rough || quantity.spelt) return undefined
  if (
    inWan
      ? !sole.figure.cells.every((cell) => cell.endsWith('.amount'))
      : quantity.wan || quantity.unit === '元'
  )
    return undefined
  const [cell, another] = sole.figure.cells
  return another ? undefined : cell
}
