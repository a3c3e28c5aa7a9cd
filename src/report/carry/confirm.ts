import type { Address } from '../../format/types'
import type { Notes, Pending } from '../report'
import { pendingOf, stillPending } from './pending'

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

/** The notes with other carried texts; without the key where there is none. */
export function withPending({ pending: _, ...notes }: Notes, pending: Pending[]): Notes {
  return pending.length ? { ...notes, pending } : notes
}
