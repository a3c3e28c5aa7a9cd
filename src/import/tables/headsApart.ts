import type { TableSpec } from '../../format/types'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf } from './occurrences'
import { isValue } from './runs'
import { gridsIn } from './transposed'

/** Blocks of the source are counted from 0; those that a grid is parted into have numbers of their own. */
const FIRST_OWN = -100_000
const MIN_NAMES = 2

/**
 * The lines of a table with each grid parted where its head comes again with its columns in other places, below its rows or
 * beside them: rows lie under the head that is nearest to them.
 */
export function withHeadsApart(lines: Line[], table: TableSpec): Line[] {
  const names = new Map(
    table.blocks.flatMap((block) =>
      columnsOf(block).flatMap((column) => spellingsOf(column).map((name) => [name, column.path] as const)),
    ),
  )
  const blocks = table.blocks.map((block) => columnsOf(block).map(({ path }) => path))
  const nameOf = ({ kind, text }: Atom) =>
    kind === 'label' ? names.get(withoutBrackets(readLabel(text).text)) : undefined
  const isHead = ({ atoms }: Line) =>
    !atoms.some(isValue) &&
    atoms.filter((atom) => nameOf(atom) && !COMMON.has(atom.text.trim())).length >= MIN_NAMES
  let next = FIRST_OWN
  return gridsIn(lines).flatMap((grid) => (grid[0]?.grid ? parted(grid) : grid))

  function parted(grid: Line[]): Line[] {
    const cut = besideAt(grid)
    if (cut === undefined) return parts(grid)
    const right = next--
    return [
      ...parts(grid.map((line) => ({ ...line, atoms: line.atoms.filter(({ column }) => column < cut) }))),
      ...parts(
        grid.map((line) => ({
          ...line,
          block: right,
          atoms: line.atoms.filter(({ column }) => column >= cut),
        })),
      ),
    ]
  }

  /** Where a second head begins beside the first whose columns stand in another order. */
  function besideAt(grid: Line[]): number | undefined {
    const head = grid.find(isHead)
    const named = head?.atoms.flatMap((atom) => {
      const name = nameOf(atom)
      return name ? [{ name, atom }] : []
    })
    const again =
      named?.findIndex(({ name }, at) => named.slice(0, at).some((each) => each.name === name)) ?? -1
    const [first, second] = [named?.slice(0, again), named?.slice(again)]
    const isTwice = again > 0 && first?.length === second?.length
    if (!isTwice || first?.every(({ name }, at) => name === second?.[at]?.name)) return undefined
    const corner = head?.atoms[head.atoms.indexOf(second?.[0]?.atom as Atom) - 1]
    const isCorner = corner?.kind === 'label' && !nameOf(corner)
    const rows = grid.filter(({ atoms }) => atoms.some(isValue))
    return isCorner &&
      rows.every(({ atoms }) => atoms.every((atom) => atom.column !== corner.column || !isValue(atom)))
      ? corner.column
      : undefined
  }

  function parts(grid: Line[]): Line[] {
    const blocks = grid.map(({ block }) => block)
    let places = new Map<string, number>()
    let isOpen = false
    for (const [at, line] of grid.entries()) {
      if (line.atoms.some(isValue)) isOpen = false
      if (!isHead(line)) continue
      const own = new Map(
        line.atoms.flatMap((atom) => {
          const name = nameOf(atom)
          return name ? [[name, atom.column] as const] : []
        }),
      )
      if (!isOpen && [...own].some((name) => isElsewhere(name, places))) {
        places = new Map()
        // What stands right above the head belongs to it.
        let from = at
        while (from > 0 && !grid[from - 1]?.atoms.some(isValue)) from--
        blocks.fill(next--, from)
      }
      places = new Map([...places, ...own])
      isOpen = true
    }
    return grid.map((line, at) =>
      blocks[at] === line.block ? line : { ...line, block: blocks[at] ?? line.block },
    )
  }

  /** Whether a column stood in another place before, or another one of its block in its place. */
  function isElsewhere([name, column]: [string, number], places: ReadonlyMap<string, number>): boolean {
    const known = places.get(name)
    const others = [...places].filter(([other, at]) => at === column && other !== name)
    return (
      (known !== undefined && known !== column) ||
      (known === undefined &&
        others.some(([other]) => blocks.some((paths) => paths.includes(name) && paths.includes(other))))
    )
  }
}
