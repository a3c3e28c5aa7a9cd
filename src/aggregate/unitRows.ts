import { cellsOf, enteredCellsOf } from '../format/cells'
import type { Edition } from '../format/types'
import { formatAmount } from '../report/value'
import type { Figure } from './received'
import { isSummed, type Standing, type State } from './task'

/** A unit as a line of a table: who it is, what came of it, and what of it is summed. */
export interface UnitRow {
  id: string
  /** 统一社会信用代码, or "". */
  code: string
  name: string
  /** Id of the unit above, or "". */
  parent: string
  state: State
  /** Of the report that is summed; null where none is. */
  contentCode: string | null
  /** All figures of the form in printed order, each as decimal text; null where there is none to be used. A total is that of its parts that are there. */
  figures: (string | null)[]
}

/** How a unit's figures are read off its report: the entered ones, and the totals over them. */
export function unitRows(edition: Edition): (standing: Standing) => UnitRow {
  const at = new Map(enteredCellsOf(edition).map(({ address }, n) => [address, n]))
  const cells = cellsOf(edition).map(({ address, unit, parts }) => ({
    unit,
    places: (parts ?? [address]).map((part) => at.get(part) ?? -1),
  }))
  const none = cells.map(() => null)
  const figure = (own: Figure[], places: number[], unit: (typeof cells)[number]['unit']): string | null => {
    let sum = 0n
    let there = false
    // As the sums take it: of a total, the parts that are there.
    for (const place of places) {
      const part = own[place] ?? null
      if (part === null) continue
      there = true
      if (places.length === 1 && typeof part === 'number') return String(part)
      sum += BigInt(part)
    }
    return there ? formatAmount(sum, unit) : null
  }
  return (standing) => {
    const { id, unit, state, current } = standing
    const own = isSummed(standing) ? current?.figures : undefined
    return {
      id,
      code: unit?.code || current?.organ.code || '',
      name: unit?.name ?? current?.organ.name ?? id,
      parent: unit?.parent ?? '',
      state,
      contentCode: own ? (current?.code ?? null) : null,
      figures: own ? cells.map(({ places, unit }) => figure(own, places, unit)) : none,
    }
  }
}
