import type { Notes, Pending } from '../report'

/** Longer than any text of a report, in characters: what was pasted there by mistake is not carried into the next year. */
export const LONGEST_CARRIED = 100_000

const isSpan = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) && value[0] < value[1]

/** The same objects as long as the notes hold the same list. */
const read = new WeakMap<Pending[], Pending[]>()

/** The carried texts that wait to be looked at; what a damaged file says otherwise is left out. */
export function pendingOf({ pending }: Pick<Notes, 'pending'>): Pending[] {
  if (!Array.isArray(pending)) return []
  const known = read.get(pending)
  if (known) return known
  const all = (pending as unknown[]).flatMap((each): Pending[] => {
    const { text, carried, figures } = (each ?? {}) as Partial<Pending>
    if (typeof text !== 'string' || typeof carried !== 'string' || !Array.isArray(figures)) return []
    const own = figures.filter((span) => isSpan(span) && span[1] <= carried.length)
    return own.length ? [{ text, carried, figures: own.sort((a, b) => a[0] - b[0]) }] : []
  })
  read.set(pending, all)
  return all
}

/** The notes with other carried texts; without the key where there is none. */
export function withPending({ pending: _, ...notes }: Notes, pending: Pending[]): Notes {
  return pending.length ? { ...notes, pending } : notes
}
