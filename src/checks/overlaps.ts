/**
 * Of stretches that overlap the one given first stays; in the order of the text. What is kept stands in order without
 * overlaps, so each newcomer is compared with its two neighbours alone: a pasted text may have ten thousand figures.
 */
export function firstOfOverlapping<T extends { start: number; end: number }>(stretches: T[]): T[] {
  const kept: T[] = []
  for (const stretch of stretches) {
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((kept[middle] as T).start < stretch.start) low = middle + 1
      else high = middle
    }
    const before = kept[low - 1]
    const after = kept[low]
    if ((before && before.end > stretch.start) || (after && after.start < stretch.end)) continue
    kept.splice(low, 0, stretch)
  }
  return kept
}
