import type { Address } from '../../format/types'
import type { Judged } from './reading'

/**
 * The one cell that a figure of the prose is for certain: its sentence was understood whole, its words allow no other
 * reading, and it agrees with the cell. How it is written (1.2万件, 1,541) is not asked.
 */
export function tiedCell({ state, certain, sole, item: { quantity, part } }: Judged): Address | undefined {
  const [cell, another] = sole?.figure.cells ?? []
  return state === 'agrees' && certain && quantity && !part && !another ? cell : undefined
}
