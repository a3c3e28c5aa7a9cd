/**
 * Batches of at most so many pieces and so much in them: small ones travel together, a large one alone. The size of a piece is asked
 * for as late as can be: of a file on a disk it costs the page a look at that disk, and of thousands at once half a second.
 */
export function* batchesOf<T>(
  all: readonly T[],
  { most, size = Number.POSITIVE_INFINITY }: { most: number; size?: number },
  sizeOf: (one: T) => number = () => 0,
): Generator<T[], undefined> {
  let batch: T[] = []
  let left = size
  for (const one of all) {
    const own = sizeOf(one)
    if (batch.length && (batch.length >= most || own > left)) {
      yield batch
      batch = []
      left = size
    }
    batch.push(one)
    left -= own
  }
  if (batch.length) yield batch
}
