import { cellAt } from '../../format/cells'
import type { Edition } from '../../format/types'
import type { Figure } from '../proposal'

/** Fewer rows than these may be wrong in the source. */
const FEWEST = 3

/**
 * Figures of one table as they are certain by the totals printed beside them. Where most rows do not add up, the head of a
 * table stands beside its columns more likely than that all its rows were added wrongly: everything is in doubt then. A
 * total left at 0 says nothing.
 */
export function heldToTotals(figures: Figure[], edition: Edition): Figure[] {
  const numbers = new Map(figures.map(({ address, text }) => [address, Number(text) || 0]))
  const totals = figures.flatMap(({ address }) => {
    const cell = cellAt(edition, address)
    const total = numbers.get(address)
    if (!total || !cell?.parts || !cell.column.sum || cell.row.sum) return []
    return [cell.parts.reduce((sum, part) => sum + (numbers.get(part) ?? 0), 0) === total]
  })
  const failing = totals.filter((holds) => !holds).length
  if (failing < FEWEST || failing * 2 <= totals.length) return figures
  const doubt = '多数行的各数之和与印出的总计不符，列名可能错开了一列'
  return figures.map((figure) => ({ doubt, ...figure }))
}
