/** A stretch of two lists: in both of them, only in the second (added) or only in the first (removed). */
export interface Stretch<T> {
  value: T[]
  count: number
  added: boolean
  removed: boolean
}

interface Step {
  count: number
  added: boolean
  removed: boolean
  before: Step | undefined
}
interface Path {
  /** So many items of the first list are behind. */
  at: number
  last: Step | undefined
}

const grown = ({ at, last }: Path, added: boolean): Path => ({
  at: added ? at : at + 1,
  last:
    last && last.added === added && last.removed !== added
      ? { ...last, count: last.count + 1 }
      : { count: 1, added, removed: !added, before: last },
})

/** A shortest way from one list to another, by Myers' greedy search; undefined where it takes more than so many edits. */
export function editsOf<T>(from: readonly T[], to: readonly T[], most: number): Stretch<T>[] | undefined {
  /** Goes on over what both have, and tells whether both end there. */
  const follow = (path: Path, diagonal: number): boolean => {
    const start = path.at
    while (
      path.at < from.length &&
      path.at - diagonal < to.length &&
      from[path.at] === to[path.at - diagonal]
    )
      path.at++
    const count = path.at - start
    if (count) path.last = { count, added: false, removed: false, before: path.last }
    return path.at >= from.length && path.at - diagonal >= to.length
  }
  const first: Path = { at: 0, last: undefined }
  if (follow(first, 0)) return stretchesOf(from, to, first.last)
  const paths = new Map([[0, first]])
  let [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let edits = 1; edits <= Math.min(most, from.length + to.length); edits++)
    for (let d = Math.max(lowest, -edits); d <= Math.min(highest, edits); d += 2) {
      const [less, more] = [paths.get(d - 1), paths.get(d + 1)]
      paths.delete(d - 1)
      const adds = more && more.at > d && more.at - d <= to.length
      const removes = less && less.at < from.length
      paths.delete(d)
      if (!adds && !removes) continue
      const path = adds && (!removes || less.at < more.at) ? grown(more, true) : grown(less as Path, false)
      if (follow(path, d)) return stretchesOf(from, to, path.last)
      paths.set(d, path)
      if (path.at >= from.length) highest = Math.min(highest, d - 1)
      if (path.at - d >= to.length) lowest = Math.max(lowest, d + 1)
    }
  return undefined
}

function stretchesOf<T>(from: readonly T[], to: readonly T[], last: Step | undefined): Stretch<T>[] {
  const steps: Step[] = []
  for (let step = last; step; step = step.before) steps.push(step)
  let [old, now] = [0, 0]
  return steps.reverse().map(({ count, added, removed }) => {
    const value = removed ? from.slice(old, old + count) : to.slice(now, now + count)
    if (!added) old += count
    if (!removed) now += count
    return { value, count, added, removed }
  })
}
