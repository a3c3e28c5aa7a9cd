import { cellAt, partsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { type CellValue, formatAmount } from './value'

/** A sum, or how many of its parts have no value yet. A part that is blank, “/” or malformed is missing, never 0. */
export type Total = { value: bigint } | { missing: number }

export function sumOf(values: CellValue[]): Total {
  let value = 0n
  let missing = 0
  for (const part of values) {
    if (part.kind === 'number') value += part.amount
    else missing++
  }
  return missing ? { missing } : { value }
}

/** The total at an address, from the entered cells behind it. */
export const totalOf = (edition: Edition, address: Address, value: (address: Address) => CellValue): Total =>
  sumOf(partsOf(edition, address).map(value))

/** A total as it is shown and printed; “—” while a part is missing. */
export const totalText = (edition: Edition, address: Address, total: Total): string =>
  'value' in total ? formatAmount(total.value, cellAt(edition, address)?.unit ?? '件') : '—'
