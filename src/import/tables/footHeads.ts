import type { Block, TableSpec } from '../../format/types'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf, targetsOf } from './occurrences'
import { isValue } from './runs'
import { gridsIn } from './transposed'

/** The lines of a table with each head that stands at the foot of its grid, and none above, over its rows. */
export const withFootHeadsAbove = (lines: Line[], table: TableSpec): Line[] =>
  gridsIn(lines).flatMap((grid) =>
    grid[0]?.grid ? table.blocks.reduce((rest, block) => withHeadAbove(rest, block, table), grid) : grid,
  )

function withHeadAbove(grid: Line[], block: Block, table: TableSpec): Line[] {
  const columns = new Set(columnsOf(block).flatMap(spellingsOf))
  const rows = new Set(
    targetsOf(table).flatMap((each) => (each.row && each.block === block ? each.spellings : [])),
  )
  const nameOf = ({ kind, text }: Atom) => (kind === 'label' ? withoutBrackets(readLabel(text).text) : '')
  const isRow = ({ atoms }: Line) => atoms.some(isValue) && atoms.some((atom) => rows.has(nameOf(atom)))
  const isHead = ({ atoms }: Line) => {
    const names = new Set(atoms.map(nameOf).filter((name) => columns.has(name)))
    return !atoms.some(isValue) && names.size > 1 && [...names].some((name) => !COMMON.has(name))
  }
  const first = grid.findIndex(isRow)
  const head = grid.findIndex(isHead)
  if (first < 0 || head < first) return grid
  const isOver = (line: Line) => !line.atoms.some(isValue)
  let from = head
  while (isOver(grid[from - 1] as Line)) from--
  let to = head + 1
  while (grid[to] && isHead(grid[to] as Line)) to++
  if (grid.slice(head).some(isRow)) return grid
  return [...grid.slice(0, first), ...grid.slice(from, to), ...grid.slice(first, from), ...grid.slice(to)]
}
