import { groupOrder, type Leaf, namesAbove } from './caseHead'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import type { Piece } from './occurrences'
import { isValue, type Run } from './runs'
import { sumHolds } from './sums'

/** The figures of 表四 with their columns. */
export interface PlacedCases {
  cells: Map<Leaf, Atom>
  doubt?: string
}
export const UNORDERED = '来文表头的各列名称没有读清先后，请对照原文'
export const SUM_FAILS = '各项相加不等于来文的总计，请对照原文'

export const sumsOf = (cells: Map<Leaf, Atom>) =>
  sumHolds(new Map([...cells].map(([leaf, atom]) => [leaf.column, atom])))

/** The figures of 表四 whose labels stand beside them: a line for each kind of case, for each result, or for each figure. */
export function turned(runs: Run[], leaves: Leaf[], pieces: Piece[], lines: Line[]): PlacedCases | undefined {
  const groups = [...new Set(leaves.map(({ group }) => group))]
  const spelled = (label: string) => readLabel(label).text
  const results = leaves.filter(({ group }) => group === groups[0])
  const resultAt = (text: string) => results.findIndex(({ column }) => spellingsOf(column).includes(text))
  const groupAt = (text: string) => groups.findIndex((group) => spelled(group) === text)
  const labels = runs.map((run) => pieces[run.beside.at(-1) ?? -1]?.read.text ?? '')
  const cells = new Map<Leaf, Atom>()
  const put = (group: number, result: number, atom: Atom | undefined) => {
    const leaf = leaves[group * results.length + result]
    if (leaf && atom) cells.set(leaf, atom)
  }
  const valuesOf = (run: Run) => run.atoms.filter(isValue)
  const certain = (doubt?: string): PlacedCases =>
    doubt ? { cells, doubt } : sumsOf(cells) === false ? { cells, doubt: SUM_FAILS } : { cells }
  const above = pieces.slice(0, runs[0]?.beside[0] ?? runs[0]?.next)

  if (
    runs.length === results.length &&
    labels.every((text) => resultAt(text) >= 0) &&
    runs.every((run) => valuesOf(run).length === groups.length)
  ) {
    const { order, loose } = groupOrder(namesAbove(above, leaves, lines).names, leaves, lines)
    const isTold = order.length === groups.length && !loose
    for (const [index, run] of runs.entries())
      for (const [at, atom] of valuesOf(run).entries())
        put(isTold ? groups.indexOf(order[at] ?? '') : at, resultAt(labels[index] ?? ''), atom)
    return certain(order.length && !isTold ? UNORDERED : undefined)
  }
  if (
    runs.length === groups.length &&
    labels.every((text) => groupAt(text) >= 0) &&
    runs.every((run) => valuesOf(run).length === results.length)
  ) {
    const { names, unordered } = namesAbove(above, leaves, lines)
    const named = names.map(({ read }) => resultAt(withoutBrackets(read.text))).filter((at) => at >= 0)
    const isTold = named.length === results.length && new Set(named).size === named.length && !unordered
    const isOfficial = named.every((at, index) => index === 0 || at > (named[index - 1] ?? at))
    for (const [index, run] of runs.entries())
      for (const [at, atom] of valuesOf(run).entries())
        put(groupAt(labels[index] ?? ''), isTold ? (named[at] ?? at) : at, atom)
    return certain(isTold || isOfficial ? undefined : UNORDERED)
  }
  const single = runs.every((run) => valuesOf(run).length === 1)
  if (runs.length >= results.length && single) {
    let group = -1
    let before = Number.POSITIVE_INFINITY
    let piece = 0
    let named = false
    const seen = new Set<number>()
    for (const run of runs) {
      let result = -1
      for (; piece < run.next; piece++) {
        const text = pieces[piece]?.read.text ?? ''
        if (groupAt(text) >= 0) {
          group = groupAt(text)
          seen.clear()
          named = true
        }
        if (resultAt(text) >= 0) result = resultAt(text)
      }
      if (result < 0) return undefined
      // Without a head between, the results begin anew with the next kind of case.
      if (!named && result <= before) group++
      else if (named && seen.has(result)) return undefined
      before = result
      seen.add(result)
      put(group, result, valuesOf(run)[0])
    }
    return cells.size === runs.length ? certain() : undefined
  }
  return undefined
}
