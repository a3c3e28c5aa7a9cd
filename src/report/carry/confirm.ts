import type { Address } from '../../format/types'
import type { Notes, Pending } from '../report'
import { pendingOf, withPending } from './pendingNotes'
import { waitingIn } from './waiting'

/**
 * The notes once the carried figures between two places of a text have been looked at.
 * @param now the text as it is by now; `textOf` says what stands in the others
 */
export function confirmed(
  notes: Notes,
  address: Address,
  now: string,
  from: number,
  to: number,
  textOf: (text: Address) => string,
): Notes {
  const all = pendingOf(notes)
  const looked = waitingIn(notes, address, (text) => (text === address ? now : textOf(text))).filter(
    ({ start, end }) => start < to && end > from,
  )
  const pending = all.flatMap((each): Pending[] => {
    const gone = new Set(looked.flatMap((one) => (one.each === each ? [one.of] : [])))
    const figures = each.figures.filter((_, at) => !gone.has(at))
    return figures.length ? [{ ...each, figures }] : []
  })
  return withPending(notes, pending)
}
