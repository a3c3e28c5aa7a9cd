import type { Address } from '../../format/types'
import type { Pending } from '../report'
import { type StillPending, stillPending } from './pending'

/** A carried figure that waits in a text, and the carried text that it is of. */
export interface Waiting extends StillPending {
  each: Pending
}

/** So many characters on each side, up to the next figure, are the words by which one is known elsewhere; so many there must be. */
const REACH = 8
const LEAST = 6

/** Where a figure that is gone from its own text stands in another one, in the words that it was carried in. */
function strayed({ carried, figures }: Pending, of: number, text: string): [number, number] | undefined {
  const [start, end] = figures[of] as [number, number]
  const before = /[^\n0-9０-９]*$/.exec(carried.slice(Math.max(0, start - REACH), start))?.[0] ?? ''
  const after = /^[^\n0-9０-９]*/.exec(carried.slice(end, end + REACH))?.[0] ?? ''
  if (before.length + after.length < LEAST) return undefined
  const at = text.indexOf(before + carried.slice(start, end) + after)
  return at < 0 ? undefined : [at + before.length, at + before.length + end - start]
}

/**
 * The carried figures that wait in one text, in their order: its own, and those of other texts that were moved here with their
 * sentence. Of a copied sentence the copy waits once the original is changed.
 */
export function waitingIn(
  pending: Pending[],
  address: Address,
  textOf: (text: Address) => string,
): Waiting[] {
  const text = textOf(address)
  const own = pending
    .filter((each) => each.text === address)
    .flatMap((each) => stillPending(each, text).map((place) => ({ ...place, each })))
  if (!text) return own
  const taken = (start: number, end: number) => own.some((one) => one.start < end && start < one.end)
  for (const each of pending) {
    if (each.text === address) continue
    const there = new Set(stillPending(each, textOf(each.text)).map(({ of }) => of))
    if (there.size === each.figures.length) continue
    each.figures.forEach((_, of) => {
      const [start, end] = (!there.has(of) && strayed(each, of, text)) || []
      if (start !== undefined && end !== undefined && !taken(start, end)) own.push({ start, end, of, each })
    })
  }
  return own.sort((one, other) => one.start - other.start)
}
