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

/** Of one carried text alone: a text that was carried anew is another one. */
const isSame = (one: Pending) => (other: Pending) => one.text === other.text && one.carried === other.carried

/** Of some carried figures those that are not among others. */
function without(pending: Pending[], others: Pending[]): Pending[] {
  return pending.flatMap((each): Pending[] => {
    const gone = others.filter(isSame(each)).flatMap(({ figures }) => figures.map(String))
    const figures = each.figures.filter((figure) => !gone.includes(String(figure)))
    return figures.length ? [{ ...each, figures }] : []
  })
}

/** What a step does to the carried figures that wait: those that wait no more, and those that wait only then. */
export function pendingStep(
  before: Notes,
  after: Notes,
): { before: Pending[]; after: Pending[] } | undefined {
  const gone = without(pendingOf(before), pendingOf(after))
  const come = without(pendingOf(after), pendingOf(before))
  return gone.length || come.length ? { before: gone, after: come } : undefined
}

/** The notes once some carried figures have given way to others; what was looked at since the step stays looked at. */
export function withPendingStep(notes: Notes, step: { before: Pending[]; after: Pending[] }): Notes {
  const left = without(pendingOf(notes), step.before)
  const more = without(step.after, left)
  const joined = left.map((each): Pending => {
    const own = more.filter(isSame(each)).flatMap(({ figures }) => figures)
    return own.length ? { ...each, figures: [...each.figures, ...own].sort((a, b) => a[0] - b[0]) } : each
  })
  return withPending(notes, [...joined, ...more.filter((each) => !left.some(isSame(each)))])
}
