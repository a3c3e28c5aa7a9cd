import type { Address } from '../format/types'
import { firstOfOverlapping } from './overlaps'
import { claimsIn } from './prose/claims'
import { originalSpan } from './prose/normalise'
import { listsIn, partsFailure } from './textArithmetic'
import type { Given } from './types'

/** A figure of the prose that was checked, for the text it stands in. */
export interface Mark {
  address: Address
  /** In the typed text, end exclusive: the phrase with its number and unit. */
  start: number
  end: number
  /** Doubtful ones have a finding; checked ones agree with the tables or add up. */
  state: 'checked' | 'doubtful'
  /** The rule that looks at it, and the cells it was compared with. */
  rule: string
  cells: Address[]
}

/**
 * Every figure in the prose that was tied to something, in the order of the text and without overlaps: the editor
 * underlines them. Figures that are nobody's (dates, numbers of documents, other bodies') are left out.
 */
export function marksOf(given: Given): Mark[] {
  const claims = claimsIn(given).flatMap((claim): Mark[] => {
    if (claim.state === 'open' || claim.state === 'missing') return []
    return [
      {
        address: claim.address,
        start: claim.start,
        end: claim.end,
        state: claim.state === 'agrees' ? 'checked' : 'doubtful',
        rule: claim.denies ? 'narrative.claim-none' : 'narrative.claim',
        cells: [...new Set(claim.meanings.flatMap(({ kind }) => kind.cells))],
      },
    ]
  })
  const parts = listsIn(given).flatMap((listed) => {
    const failure = partsFailure(listed)
    return [listed.list.total, ...listed.list.parts].map((quantity): Mark => {
      const [start, end] = originalSpan(listed.written.prose, quantity.start, quantity.end)
      return {
        address: listed.written.address,
        start,
        end,
        state: failure ? 'doubtful' : 'checked',
        rule: 'narrative.parts-sum',
        cells: [],
      }
    })
  })
  return withoutOverlaps([...claims, ...parts])
}

/** One stretch has one mark: what is doubtful goes before what is checked, a claim before a part. */
function withoutOverlaps(marks: Mark[]): Mark[] {
  const weight = ({ state }: Mark) => (state === 'doubtful' ? 0 : 1)
  const byAddress = new Map<Address, Mark[]>()
  for (const { address } of marks) byAddress.set(address, [])
  for (const mark of [...marks].sort((a, b) => weight(a) - weight(b))) byAddress.get(mark.address)?.push(mark)
  return [...byAddress.values()].flatMap(firstOfOverlapping)
}
