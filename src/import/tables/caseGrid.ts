import type { Leaf } from './caseHead'
import { bare, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { isIn, isShort, MERGED, SHORT, stretchOf } from './reach'
import { isValue } from './runs'
import { gridsIn } from './transposed'
import { type PlacedCases, SUM_FAILS, sumsOf } from './turnedCases'
import { inSingleCells } from './unread'

/** What a name says of the figures under or beside it: whose they are, which result they count. */
interface Says {
  groups?: Set<string>
  result?: string
}

/** Reads a name of heads and results alone, together or apart: 行政诉讼（复议后起诉）, 行政复议—结果维持. */
export function reader(leaves: Leaf[]): (text: string) => Says | undefined {
  const plain = (text: string) => bare(readLabel(text).text).replace(/[()—–-]|情况$/g, '')
  const heads = [...new Set(leaves.flatMap((leaf) => leaf.heads))]
    .map((head) => ({
      name: plain(head),
      groups: new Set(leaves.flatMap((leaf) => (leaf.heads.includes(head) ? [leaf.group] : []))),
    }))
    .sort((a, b) => b.name.length - a.name.length)
  const results = new Map(
    leaves.flatMap(({ column, label }) =>
      [...spellingsOf(column), label.replace(/结果|尚/g, '')].map((name) => [name, label] as const),
    ),
  )
  return (text) => {
    let rest = plain(text)
    let groups: Set<string> | undefined
    for (const head of heads) {
      if (!rest.includes(head.name)) continue
      rest = rest.replace(head.name, '')
      groups = new Set([...head.groups].filter((group) => groups?.has(group) ?? true))
    }
    const result =
      results.get(rest) ?? (groups ? undefined : results.get(withoutBrackets(readLabel(text).text)))
    if (rest && !result) return undefined
    return groups || result ? { ...(groups && { groups }), ...(result && { result }) } : undefined
  }
}

/** Names put together, the nearest first: a farther one only narrows what the nearer leave open. */
function together(names: Says[]): Says {
  let [groups, result]: [Says['groups'], Says['result']] = [undefined, undefined]
  for (const name of names) {
    result ??= name.result
    if (groups?.size === 1) continue
    const both = new Set([...(name.groups ?? [])].filter((group) => groups?.has(group) ?? true))
    if (both.size) groups = both
  }
  return { ...(groups && { groups }), ...(result && { result }) }
}

/**
 * The figures of 表四 in grids by what stands over and beside each: whichever of kinds of case and results stands in the head
 * and which in front of the rows. What stands under or beside another name (合计, 序号) is left out. Undefined where most
 * figures are not named this way, or one place has two.
 */
export function namedCases(lines: Line[], leaves: Leaf[]): (PlacedCases & { others: Atom[] }) | undefined {
  const read = reader(leaves)
  const cells = new Map<Leaf, Atom>()
  const others: Atom[] = []
  /** All places that have a cell, blank or not. */
  const bound = new Set<Leaf>()
  let doubt: string | undefined
  let caption: Says = {}
  for (const grid of gridsIn(lines.map(inSingleCells))) {
    if (!grid[0]?.grid) {
      caption = read(grid.flatMap(({ atoms }) => atoms.map(({ text }) => text)).join('')) ?? caption
      continue
    }
    const isMerged = grid.some(({ atoms }) => atoms.some(({ columns, rows }) => columns || rows))
    const all = grid.flatMap((line, row) => {
      let before: { says: Says; to: number } | undefined
      return line.atoms.flatMap((atom) => {
        const says = atom.kind === 'label' ? read(atom.text) : undefined
        const { from, to } = stretchOf(atom)
        // Where no cell is merged, a head goes on over the empty cells behind it.
        if (!says && before && atom.kind === 'empty' && !isMerged && before.to === from) {
          before.to = to
          return [{ says: before.says, row, rows: 1, from, to, isOwn: false }]
        }
        before = says && !says.result ? { says, to } : undefined
        return says ? [{ says, row, rows: atom.rows ?? 1, from, to, isOwn: true }] : []
      })
    })
    // Over names it is a head that goes on, over figures a blank of its row.
    const named = all.filter(
      ({ isOwn, row, from }) => isOwn || all.some((each) => each.isOwn && each.row > row && isIn(from, each)),
    )
    const isEmptyBetween = (from: number, to: number, column: number) =>
      grid
        .slice(from + 1, to + 1)
        .every(({ atoms }) => atoms.every((atom) => atom.kind === 'empty' || !isIn(column, stretchOf(atom))))
    const leafAt = (row: number, column: number): Leaf | undefined => {
      const over = named.filter((each) => each.row < row && isIn(column, each)).reverse()
      const before = named.filter((each) => each.row <= row && each.to <= column)
      // In front of its row; where no cell is merged, a name goes on over the empty cells below it, up to names right of it.
      const ofRow = before.filter((each) => each.row + each.rows > row)
      const beside = before.filter(
        (each) =>
          ofRow.includes(each) ||
          (!isMerged &&
            ofRow.some(({ from }) => from >= each.to) &&
            isEmptyBetween(each.row, row, each.from)),
      )
      const front = beside.reverse()
      const [up, left] = [together(over.map(({ says }) => says)), together(front.map(({ says }) => says))]
      if (up.result && left.result && up.result !== left.result) return undefined
      const all = together([left, up, ...((up.groups ?? left.groups) ? [] : [caption])])
      const [group, ...more] = all.groups ?? []
      return more.length
        ? undefined
        : leaves.find((leaf) => leaf.group === group && leaf.label === all.result)
    }
    const isHeaded = (row: number, column: number) =>
      grid
        .slice(0, row)
        .some(({ atoms }) => atoms.some((atom) => atom.kind === 'label' && isIn(column, stretchOf(atom))))
    const used = new Set<Leaf>()
    for (const [row, line] of grid.entries()) {
      const values = line.atoms.filter(isValue)
      for (const written of line.atoms) {
        const { from, to } = stretchOf(written)
        // Words in the place of a figure, among others or right of a name.
        const isRow = values.length > 0 || line.atoms.some(({ text, column }) => column < from && read(text))
        const isWord = written.kind === 'label' && isRow && !read(written.text)
        const atom: Atom = isWord && leafAt(row, from) ? { ...written, kind: 'unread' } : written
        if (atom.kind === 'empty') for (const leaf of [leafAt(row, from) ?? []].flat()) bound.add(leaf)
        if (!isValue(atom)) continue
        const [leaf, ...more] = new Set(
          Array.from({ length: to - from }, (_, at) => leafAt(row, from + at) ?? []).flat(),
        )
        // Under a head that says nothing it may be of any column.
        if (!leaf && !isHeaded(row, from)) return undefined
        if (!leaf) others.push(atom)
        else if (cells.has(leaf)) return undefined
        else {
          cells.set(leaf, atom)
          used.add(leaf)
          bound.add(leaf)
          if (more.length) doubt ??= MERGED
        }
      }
      const ends = named.filter((each) => each.row < row).map(({ to }) => to - 1)
      if (values.length && isShort(line.atoms, ends)) doubt ??= SHORT
    }
    if (used.size) caption = {}
  }
  if (cells.size < 2 || others.length >= 2 * cells.size) return undefined
  if (bound.size < leaves.length && sumsOf(cells) === false) doubt ??= SUM_FAILS
  return { cells, others, ...(doubt && { doubt }) }
}
