import type { TableSpec } from '../../format/types'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf, targetsOf } from './occurrences'

/** So many names of columns down the first column, and of rows across one line, make a table that is turned. */
const FEWEST = 3

/** Lines that stand in one grid, as lines of one. */
export function gridsIn(lines: Line[]): Line[][] {
  const grids: Line[][] = []
  for (const line of lines) {
    const open = grids.at(-1)
    if (open?.[0]?.grid && line.grid && open[0].block === line.block) open.push(line)
    else grids.push([line])
  }
  return grids
}

/** A grid with its columns as lines. */
function turned(grid: Line[]): Line[] {
  const [first] = grid
  const width = Math.max(0, ...grid.flatMap(({ atoms }) => atoms.map(({ column }) => column + 1)))
  return Array.from({ length: width }, (_, column) => {
    const atoms = grid.flatMap((line, row) =>
      line.atoms.flatMap(({ columns, rows, ...atom }): Atom[] =>
        atom.column === column
          ? [{ ...atom, column: row, ...(rows && { columns: rows }), ...(columns && { rows: columns }) }]
          : [],
      ),
    )
    const text = atoms.flatMap((atom) => atom.written ?? (atom.text || [])).join(' ')
    return { atoms, grid: true, block: first?.block ?? 0, text }
  })
}

/** The lines of a table with the grids turned back whose rows stand side by side and whose columns below one another. */
export function upright(lines: Line[], table: TableSpec): Line[] {
  const namesOf = (spellings: string[]) => new Set(spellings.filter((each) => !COMMON.has(each)))
  const columns = namesOf(table.blocks.flatMap((block) => columnsOf(block).flatMap(spellingsOf)))
  const rows = namesOf(targetsOf(table).flatMap(({ row, spellings }) => (row ? spellings : [])))
  const count = (atoms: (Atom | undefined)[], names: Set<string>) =>
    new Set(
      atoms.flatMap((atom) => {
        const text = atom?.kind === 'label' ? withoutBrackets(readLabel(atom.text).text) : ''
        return names.has(text) ? [text] : []
      }),
    ).size
  const isTurned = (grid: Line[]) =>
    grid.length > FEWEST &&
    grid.some(({ atoms }) => count(atoms, rows) >= FEWEST) &&
    count(
      grid.map(({ atoms }) => atoms.find(({ kind }) => kind !== 'empty')),
      columns,
    ) >= FEWEST
  const grids = gridsIn(lines).filter(isTurned)
  if (!grids.length) return lines
  // The other lines keep their places in the order of all.
  const gone = new Set(grids.flat())
  return [...lines.map((line) => (gone.has(line) ? { ...line, atoms: [] } : line)), ...grids.flatMap(turned)]
}
