import type { Notes, Pending } from '../report'

const isSpan = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) && value[0] < value[1]

/** The carried texts that wait to be looked at; what a damaged file says otherwise is left out. */
export function pendingOf({ pending }: Pick<Notes, 'pending'>): Pending[] {
  if (!Array.isArray(pending)) return []
  return (pending as unknown[]).flatMap((each): Pending[] => {
    const { text, carried, figures } = (each ?? {}) as Partial<Pending>
    if (typeof text !== 'string' || typeof carried !== 'string' || !Array.isArray(figures)) return []
    const own = figures.filter((span) => isSpan(span) && span[1] <= carried.length)
    return own.length ? [{ text, carried, figures: own.sort((a, b) => a[0] - b[0]) }] : []
  })
}

/** The notes with other carried texts; without the key where there is none. */
export function withPending({ pending: _, ...notes }: Notes, pending: Pending[]): Notes {
  return pending.length ? { ...notes, pending } : notes
}
