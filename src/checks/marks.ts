import type { Address } from '../format/types'
import { firstOfOverlapping } from './overlaps'
import { readingOf, spanOf } from './prose/reading'
import { tiedCell } from './prose/tied'
import { listsIn } from './rules/narrative/partsSum'
import type { Given } from './types'

/** A figure of the prose that was checked, for the text it stands in. */
export interface CheckedFigure {
  address: Address
  /** In the typed text, end exclusive: the phrase with its number and unit. */
  start: number
  end: number
  /** Doubtful ones have a finding; checked ones agree with the tables or add up. */
  state: 'checked' | 'doubtful'
  /** The rule that looks at it, and the cells it was compared with. */
  rule: string
  cells: Address[]
  /** The cell that the figure is beyond doubt, and where its digits stand. */
  tied?: { cell: Address; start: number; end: number }
}

/**
 * Every figure in the prose that was tied to something, in the order of the text and without overlaps: the editor
 * underlines them. Figures that are nobody's (dates, numbers of documents, other bodies') are left out.
 */
export function marksOf(given: Given): CheckedFigure[] {
  const claims = readingOf(given).judged.flatMap((judged): CheckedFigure[] => {
    const { written, item, state, start, end, meanings } = judged
    const cell = tiedCell(judged)
    if (state !== 'agrees' && state !== 'differs' && state !== 'closed') return []
    return [
      {
        address: written.address,
        start,
        end,
        state: state === 'agrees' ? 'checked' : 'doubtful',
        rule: item.quantity ? 'narrative.claim' : 'narrative.claim-none',
        cells: [...new Set(meanings.flatMap(({ figure }) => figure.cells))],
        ...(cell && { tied: { cell, ...spanOf(judged, 'digits') } }),
      },
    ]
  })
  const parts = listsIn(given).flatMap(({ list, outcome }) =>
    [list.total, ...list.parts].map(
      (part): CheckedFigure => ({
        address: part.written.address,
        ...spanOf(part),
        state: outcome.state === 'fails' ? 'doubtful' : 'checked',
        rule: 'narrative.parts-sum',
        cells: [],
      }),
    ),
  )
  return withoutOverlaps([...claims, ...parts])
}

/** One stretch has one mark: what is doubtful goes before what is checked, a claim before a part. */
function withoutOverlaps(marks: CheckedFigure[]): CheckedFigure[] {
  const weight = ({ state }: CheckedFigure) => (state === 'doubtful' ? 0 : 1)
  const byAddress = new Map<Address, CheckedFigure[]>()
  for (const { address } of marks) byAddress.set(address, [])
  for (const mark of [...marks].sort((a, b) => weight(a) - weight(b))) byAddress.get(mark.address)?.push(mark)
  return [...byAddress.values()].flatMap(firstOfOverlapping)
}
