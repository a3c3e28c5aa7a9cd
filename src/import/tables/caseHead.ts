import type { LeafColumn } from '../../format/types'
import { joinedNames } from './headNames'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Line } from './lines'
import { extent, type Piece } from './occurrences'

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
  /** The named columns from left to right; empty where only groups are named, or cannot be bound to their columns. */
  order: Leaf[]
  /** Where they stand in a grid; absent in a text. */
  places?: Map<Leaf, number>
  /** All columns in the order in which their groups are seen, else in that of the form. */
  whole: Leaf[]
  /** Groups are seen, but what stands under each cannot be told. */
  unsure?: true
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

/** The pieces of a head as its names, those in pieces joined. */
export function namesAbove(pieces: Piece[], leaves: Leaf[], lines: Line[]) {
  const names = new Set(leaves.flatMap(({ column }) => spellingsOf(column)))
  const prefixed = new Set(prefixedNames(leaves).keys())
  const flat = joinedNames(pieces, prefixed, lines)
  const heads = new Set(leaves.flatMap((leaf) => leaf.heads.map((head) => plain(head))))
  return flat.names.some(({ read }) => names.has(withoutBrackets(read.text)))
    ? joinedNames(pieces, names, lines, heads)
    : flat
}

interface Token {
  piece: Piece
  from: number
  to: number
}
const middle = ({ from, to }: Token) => (from + to) / 2

/** Where a piece stands in its row: in columns of the grid, or on its line of text. */
function tokenOf(piece: Piece, lines: Line[]): Token {
  const { column, columns = 1 } = piece.atom
  return { piece, ...(piece.grid ? { from: column, to: column + columns } : extent(piece, lines)) }
}

/** The groups of a head from left to right. */
export interface GroupOrder {
  /** Those that are named, or stand under an outer head that is. */
  order: string[]
  named: string[]
  /** The named ones in the order of reading, with where they stand. */
  tokens: Map<string, Token>
  /** Groups are seen whose order cannot be told. */
  loose: boolean
}

/**
 * The groups by their heads: an outer head (行政诉讼) stands where its groups stand. Heads of one line stand in its order; of
 * several lines, where the order of the lines and that of their places agree.
 */
export function groupOrder(pieces: Piece[], leaves: Leaf[], lines: Line[]): GroupOrder {
  const tokens = new Map<string, Token>()
  for (const piece of pieces) {
    const text = withoutBrackets(piece.read.text)
    const head = leaves.flatMap(({ heads }) => heads).find((each) => plain(each) === text)
    if (head && !tokens.has(head)) tokens.set(head, tokenOf(piece, lines))
  }
  let loose = false
  const before = (a: Token, b: Token): number => {
    const place = Math.sign(a.from - b.from)
    const line = Math.sign(a.piece.line - b.piece.line)
    if (place * line < 0) loose = true
    return line && !a.piece.grid ? line : place || line
  }
  const sorted = (names: string[], at: (name: string) => Token | undefined) =>
    names
      .flatMap((name) => {
        const token = at(name)
        return token ? [{ name, token }] : []
      })
      .sort((a, b) => before(a.token, b.token))
      .map(({ name }) => name)
  const groupsUnder = (top: string) => [
    ...new Set(leaves.flatMap(({ heads, group }) => (heads[0] === top ? [group] : []))),
  ]
  const tops = [...new Set(leaves.flatMap(({ heads }) => heads[0] ?? []))]
  // Without their outer head its groups may stand apart.
  const outermost = sorted(
    tops.flatMap((top) => (tokens.has(top) ? [top] : groupsUnder(top))),
    (head) => tokens.get(head),
  )
  const order = outermost.flatMap((head) => {
    const inner = sorted(groupsUnder(head), (group) => tokens.get(group))
    return inner.length ? inner : tops.includes(head) ? groupsUnder(head) : [head]
  })
  return { order, named: order.filter((group) => tokens.has(group)), tokens, loose }
}

type Cycle = { label: string; token: Token }[]

/** The names of the columns, begun anew where one is repeated. */
function cyclesOf(names: { label: string; token: Token }[]): Cycle[] {
  const cycles: Cycle[] = []
  for (const name of names) {
    const open = cycles.at(-1)
    if (!open || open.some(({ label }) => label === name.label)) cycles.push([name])
    else open.push(name)
  }
  return cycles
}

/** The group over each cycle of names, where all stand side by side and each group in the middle of one cycle. */
function groupsAbove(names: Cycle, tokens: Map<string, Token>, groups: string[]) {
  const aside = [...names].sort((a, b) => a.token.from - b.token.from)
  if (aside.some(({ token }, at) => token.to > (aside[at + 1]?.token.from ?? token.to))) return undefined
  const cycles = cyclesOf(aside)
  const owners = cycles.map((cycle) => {
    const [from, to] = [cycle[0]?.token.from ?? 0, cycle.at(-1)?.token.to ?? 0]
    return groups.filter((group) => {
      const token = tokens.get(group)
      return token && middle(token) >= from && middle(token) <= to
    })
  })
  const bound = owners.flatMap(([only, ...more]) => (only !== undefined && !more.length ? [only] : []))
  const isWhole = bound.length === cycles.length && new Set(bound).size === groups.length
  return isWhole ? bound.map((group, at) => ({ group, cycle: cycles[at] ?? [] })) : undefined
}

/** The group of each cycle of names by the order in which they are seen; undefined where they do not fit. */
function groupsInTurn(names: Cycle, seen: GroupOrder, all: string[]) {
  const cycles = cyclesOf(names)
  const order = seen.order.length ? seen.order : all
  const owners = [seen.named, order].find(({ length }) => length === cycles.length)
  if (!owners?.length) return undefined
  const oneLine = new Set(names.map(({ token }) => token.piece.line)).size === 1
  // Names of several lines come as their groups do, wherever those stand.
  const inReading = [...seen.tokens.keys()].filter((group) => owners.includes(group))
  const own = oneLine || inReading.length < owners.length ? owners : inReading
  const bound = own.map((group, at) => ({ group, cycle: cycles[at] ?? [] }))
  return owners.flatMap((group) => bound.filter((each) => each.group === group))
}

/**
 * Reads the head of 表四 from the pieces above its figures: names with their group before them, or the names of each group
 * under it, by their places where those show it, else in turn. Undefined where nothing of a head is seen.
 */
export function readCaseHead(pieces: Piece[], leaves: Leaf[], lines: Line[]): CaseHead | undefined {
  const groups = [...new Set(leaves.map(({ group }) => group))]
  const prefixed = prefixedNames(leaves)
  const labels = new Map(
    leaves.flatMap(({ column, label }) => spellingsOf(column).map((name) => [name, label] as const)),
  )
  // Merged heads may be repeated in the rows they cover: then the last line has all the names.
  const isName = ({ read }: Piece) => labels.has(withoutBrackets(read.text))
  const bottom = pieces.filter(isName).at(-1)?.line
  const lowest = pieces.filter((piece) => piece.line === bottom && isName(piece))
  const repeated = lowest.some(({ grid }) => grid) && lowest.length > 2 * (leaves.length / groups.length)
  const whole = pieces.flatMap((piece) => {
    const leaf = prefixed.get(withoutBrackets(piece.read.text))
    return leaf ? [{ leaf, piece }] : []
  })
  const names = pieces.flatMap((piece): Cycle => {
    const label = labels.get(withoutBrackets(piece.read.text))
    const isCovered = repeated && piece.line !== bottom
    return label === undefined || isCovered ? [] : [{ label, token: tokenOf(piece, lines) }]
  })
  const seen = groupOrder(pieces, leaves, lines)
  const above = whole.length ? undefined : groupsAbove(names, seen.tokens, seen.named)
  const bound = above ?? groupsInTurn(names, seen, groups)
  const found = whole.length
    ? whole
    : (bound ?? []).flatMap(({ group, cycle }) =>
        cycle.flatMap(({ label, token: { piece } }) => {
          const leaf = leaves.find((each) => each.group === group && each.label === label)
          return leaf ? [{ leaf, piece }] : []
        }),
      )
  const isTold = seen.order.length === groups.length && !seen.loose
  const order = isTold ? seen.order : groups
  const byGroup = order.flatMap((group) => leaves.filter((leaf) => leaf.group === group))
  if (!found.length || new Set(found.map(({ leaf }) => leaf)).size !== found.length) {
    if (!seen.order.length) return undefined
    const isOfficial = isTold && byGroup.every((leaf, at) => leaf === leaves[at])
    return { order: [], whole: byGroup, ...(!isOfficial && { unsure: true as const }) }
  }
  const positions = found.map(({ piece }) => piece.atom.column)
  const placed = found.every(({ piece }) => piece.grid) && new Set(positions).size === found.length
  const sorted = placed ? [...found].sort((a, b) => a.piece.atom.column - b.piece.atom.column) : found
  return {
    order: sorted.map(({ leaf }) => leaf),
    whole: byGroup,
    ...(placed ? { places: new Map(found.map(({ leaf, piece }) => [leaf, piece.atom.column])) } : {}),
    ...(seen.loose && !above && !whole.length && { unsure: true as const }),
  }
}
