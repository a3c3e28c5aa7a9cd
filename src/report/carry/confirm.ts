import type { Address } from '../../format/types'
import type { Notes, Pending } from '../report'
import { stillPending } from './pending'
import { pendingOf, withPending } from './pendingNotes'

/** The notes once the carried figures between two places of a text have been looked at. */
export function confirmed(notes: Notes, address: Address, now: string, from: number, to: number): Notes {
  const pending = pendingOf(notes).flatMap((each): Pending[] => {
    if (each.text !== address) return [each]
    const looked = new Set(
      stillPending(each, now).flatMap(({ start, end, of }) => (start < to && end > from ? [of] : [])),
    )
    const figures = each.figures.filter((_, at) => !looked.has(at))
    return figures.length ? [{ ...each, figures }] : []
  })
  return withPending(notes, pending)
}
