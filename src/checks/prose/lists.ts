import type { Judged } from './reading'

/** A total and what it is divided into, as the words of a sentence say it. */
export interface PartList {
  total: Judged
  parts: Judged[]
  /** Parts that end with 等, or whose list may go on: less than the total is no contradiction. */
  open: boolean
  /** Parts side by side in one clause: nothing else can stand among them. */
  tight: boolean
}

const counts = (one: Judged) =>
  one.item.quantity !== undefined && one.item.quantity.unit !== '%' && one.item.quantity.unit !== ''
const unitOf = (one: Judged) => one.item.quantity?.unit ?? ''

/** So many characters may stand between a total and its first part. */
const FAR = 60

/** Lists behind 其中, a colon or in brackets. The total is the last number of the same unit before them. */
export function partListsOf(own: Judged[], earlier: Judged[]): PartList[] {
  const numbers = own.filter(counts)
  const lists: PartList[] = []
  const add = (total: Judged | undefined, candidates: Judged[]) => {
    if (!total || candidates.length < 2) return
    const parts = candidates.filter((one) => unitOf(one) === unitOf(total))
    const last = parts.at(-1)
    if (parts.length < 2 || !last?.item.quantity) return
    const { text } = last.sentence
    lists.push({
      total,
      parts,
      open:
        /^[^,;。]{0,6}等/.test(text.slice(last.item.quantity.end)) ||
        /[最较]多|居前|前[两二三四五六七八九十][位名]|主要/.test(
          text.slice(total.item.quantity?.end, parts[0]?.item.quantity?.start),
        ),
      tight: new Set(parts.map(({ item }) => item.cell)).size === 1,
    })
  }
  for (const bracket of new Set(numbers.map(({ item }) => item.bracket))) {
    const level = numbers.filter(({ item }) => item.bracket === bracket)
    const [first] = level
    if (!first) continue
    if (bracket) {
      const outer = numbers.find(({ item }) => item === first.item.outer)
      if (
        outer &&
        /^[^,;。]{0,4}\($/.test(
          first.sentence.text.slice(
            outer.item.quantity?.end ?? 0,
            first.sentence.text.indexOf('(', outer.item.quantity?.end ?? 0) + 1,
          ),
        )
      )
        add(outer, level)
      continue
    }
    level.forEach((one, i) => {
      const next = level[i + 1]
      const from = i === 0 && !one.item.bracket ? 0 : -1
      const lead = one.sentence.text.slice(0, one.item.quantity?.start ?? 0)
      if (from === 0 && /^[^,:]{0,2}其中/.test(lead)) {
        const total = [...earlier]
          .reverse()
          .filter(counts)
          .find((before) => unitOf(before) === unitOf(one) && before.item.bracket === 0)
        add(total, segmentOf(level, i))
      }
      if (!next) return
      const between = one.sentence.text
        .slice(one.item.quantity?.end ?? 0, next.item.quantity?.start ?? 0)
        .replace(/\([^()]*\)/g, '')
      if (between.length <= FAR && /^[^;]*(?:其中|:|包括|包含|分别为|分为)/.test(between))
        add(one, segmentOf(level, i + 1))
    })
  }
  return lists
}

/** From a number to the end of its segment. */
const segmentOf = (level: Judged[], from: number): Judged[] => {
  const segment = level[from]?.item.segment
  const rest = level.slice(from)
  const end = rest.findIndex(({ item }) => item.segment !== segment)
  return end < 0 ? rest : rest.slice(0, end)
}

/** Sums of the first parts of a list: where it ends is the author's to say. */
export function prefixSums(parts: Judged[]): number[] {
  let sum = 0
  return parts.map(({ item }) => {
    sum = Math.round((sum + item.value) * 10_000) / 10_000
    return sum
  })
}
