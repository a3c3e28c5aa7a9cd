import { editionOf } from '../../aggregate/received'
import type { Overview } from '../../aggregate/task'
import { enteredCellsOf } from '../../format/cells'
import { formatAmount } from '../../report/value'

/** One line a unit, for programs: state, content code and the entered figures, each a decimal text or null. */
export const ndjsonOf = ({ standings }: Overview): string =>
  standings
    .map(({ id, unit, state, current }) => {
      const cells = current ? enteredCellsOf(editionOf(current)) : []
      const figures = cells.map(({ address, unit }, n) => {
        const figure = current?.figures[n] ?? null
        return [address, figure === null ? null : formatAmount(BigInt(figure), unit)]
      })
      return `${JSON.stringify({ unit: id, name: unit?.name ?? current?.organ.name ?? id, state, code: current?.code ?? null, figures: Object.fromEntries(figures) })}\n`
    })
    .join('')
