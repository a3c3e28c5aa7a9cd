import type { LeafColumn } from '../../format/types'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Piece } from './occurrences'

/** A column with the innermost head over it. */
export interface Leaf {
  column: LeafColumn
  /** The innermost head over it, and all of them from the top. */
  group: string
  heads: string[]
  label: string
}

/** The head of a table whose columns repeat under each of its groups. */
export interface CaseHead {
  /** The named columns from left to right. */
  order: Leaf[]
  /** Where they stand in a grid; absent in a text. */
  places?: Map<Leaf, number>
}

const plain = (label: string) => readLabel(label).text

/** The names of columns with those of their merged heads before them: 行政复议结果维持. */
export const prefixedNames = (leaves: Leaf[]): Map<string, Leaf> =>
  new Map(
    leaves.flatMap((leaf) =>
      [leaf.group, leaf.heads.join('')].flatMap((head) =>
        spellingsOf(leaf.column).map((name) => [plain(head) + name, leaf] as const),
      ),
    ),
  )

/**
 * Reads the head of 表四 from the pieces above its figures: names with their group before them, or the names of each group in
 * turn under the groups in turn. Undefined where the groups cannot be told apart.
 */
export function readCaseHead(pieces: Piece[], leaves: Leaf[]): CaseHead | undefined {
  const groups = [...new Set(leaves.map(({ group }) => group))]
  const prefixed = prefixedNames(leaves)
  const names = new Map(
    leaves.flatMap(({ column, label }) => spellingsOf(column).map((name) => [name, label] as const)),
  )
  const whole: { leaf: Leaf; piece: Piece }[] = []
  const named: string[] = []
  const cycles: { label: string; piece: Piece }[][] = []
  // Merged heads may be repeated in the rows they cover: then the last line has all the names.
  const isName = ({ read }: Piece) => names.has(withoutBrackets(read.text))
  const bottom = pieces.filter(isName).at(-1)?.line
  const lowest = pieces.filter((piece) => piece.line === bottom && isName(piece))
  const repeated = lowest.some(({ grid }) => grid) && lowest.length > 2 * (leaves.length / groups.length)
  for (const piece of pieces) {
    if (repeated && isName(piece) && piece.line !== bottom) continue
    const text = withoutBrackets(piece.read.text)
    const leaf = prefixed.get(text)
    const label = names.get(text)
    const group = groups.find((each) => plain(each) === text)
    if (leaf) whole.push({ leaf, piece })
    else if (group) {
      if (!named.includes(group)) named.push(group)
    } else if (label) {
      const open = cycles.at(-1)
      if (!open || open.some((each) => each.label === label)) cycles.push([{ label, piece }])
      else open.push({ label, piece })
    }
  }
  const owners =
    named.length === cycles.length
      ? named
      : !named.length && cycles.length === groups.length
        ? groups
        : undefined
  const found = whole.length
    ? whole
    : (owners?.flatMap((group, at) =>
        (cycles[at] ?? []).flatMap(({ label, piece }) => {
          const leaf = leaves.find((each) => each.group === group && each.label === label)
          return leaf ? [{ leaf, piece }] : []
        }),
      ) ?? [])
  if (!found.length || new Set(found.map(({ leaf }) => leaf)).size !== found.length) return undefined
  const positions = found.map(({ piece }) => piece.atom.column)
  const placed = found.every(({ piece }) => piece.grid) && new Set(positions).size === found.length
  const sorted = placed ? [...found].sort((a, b) => a.piece.atom.column - b.piece.atom.column) : found
  return {
    order: sorted.map(({ leaf }) => leaf),
    ...(placed ? { places: new Map(found.map(({ leaf, piece }) => [leaf, piece.atom.column])) } : {}),
  }
}
