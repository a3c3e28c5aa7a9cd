import { cellsOf, enteredCellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { formatAmount } from '../report/value'
import type { Figure, Received } from './received'

/** One figure of the 汇总: what is there, added up, and how many units have nothing to be used. Never a blank taken for 0. */
export interface Sum {
  /** Decimal text in the unit of the cell, exact however long. */
  value: string
  /** Units without a usable figure here. */
  missing: number
}

/** Adds whole numbers: in doubles while these are exact, beyond in bigint. */
class Adder {
  #large = 0n
  #small = 0
  missing = 0

  add(figure: Figure) {
    if (figure === null) this.missing++
    else if (typeof figure === 'bigint') this.#large += figure
    else {
      const next = this.#small + figure
      if (Number.isSafeInteger(next)) this.#small = next
      else {
        this.#large += BigInt(this.#small)
        this.#small = figure
      }
    }
  }
  get value(): bigint {
    return this.#large + BigInt(this.#small)
  }
}

/** Adds up reports one by one, so that none of them has to be kept. */
export function summing(edition: Edition) {
  const entered = enteredCellsOf(edition)
  const adders = entered.map(() => new Adder())
  const at = new Map(entered.map(({ address }, n) => [address, n]))
  // A total lacks a unit as often as one of its parts does, but counts each unit once.
  const totals = cellsOf(edition)
    .filter(({ parts }) => parts)
    .map(({ address, parts = [] }) => ({
      address,
      parts: parts.map((part) => at.get(part) as number),
      missing: 0,
    }))
  let absent = 0
  return {
    add({ figures }: Pick<Received, 'figures'>) {
      for (let n = 0; n < adders.length; n++) adders[n]?.add(figures[n] ?? null)
      for (const total of totals)
        if (total.parts.some((part) => (figures[part] ?? null) === null)) total.missing++
    },
    /** A unit that should be there and of which there is nothing to sum. */
    addAbsent() {
      absent++
    },
    /** All figures of the form in printed order. */
    sums(): Map<Address, Sum> {
      const total = new Map(totals.map((one) => [one.address, one]))
      return new Map(
        cellsOf(edition).map(({ address, unit }) => {
          const sum = total.get(address)
          const parts = sum ? sum.parts : [at.get(address) as number]
          const value = parts.reduce((value, part) => value + (adders[part]?.value ?? 0n), 0n)
          const missing = sum ? sum.missing : (adders[at.get(address) as number]?.missing ?? 0)
          return [address, { value: formatAmount(value, unit), missing: missing + absent }]
        }),
      )
    },
  }
}
