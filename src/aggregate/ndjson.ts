import { cellsOf } from '../format/cells'
import type { Edition } from '../format/types'
import type { Standing } from './task'
import { unitRows } from './unitRows'

/** One line a unit, for programs: who it is, its state, the content code of what is summed, and all figures, each a decimal text or null. */
export function ndjsonOf(edition: Edition, standings: readonly Standing[], onLine?: () => void): string {
  const addresses = cellsOf(edition).map(({ address }) => address)
  const rowOf = unitRows(edition)
  return standings
    .map((standing) => {
      const { id, code, name, parent, state, contentCode, figures } = rowOf(standing)
      onLine?.()
      return `${JSON.stringify({
        unit: id,
        organCode: code || null,
        name,
        parent: parent || null,
        state,
        code: contentCode,
        figures: Object.fromEntries(addresses.map((address, n) => [address, figures[n] ?? null])),
      })}\n`
    })
    .join('')
}
