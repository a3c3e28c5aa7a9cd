import { addressOf } from '../../format/cells'
import { rowName } from '../../format/names'
import type { Address, LeafColumn, TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import type { Atom } from './lines'
import { alsoOver } from './reach'
import type { RowReading } from './repair'

/** Figures in merged cells of a table with rows: those that are in doubt, and the cells that have none of their own. */
export function mergedFigures(rows: RowReading[], table: TableSpec) {
  const doubtful = new Set<Atom>()
  const without: Unplaced[] = []
  const list = ({ leaf }: RowReading, column: LeafColumn, atom: Atom) => {
    const address: Address = addressOf(table, leaf, column)
    without.push({
      text: `${[table.name, rowName(leaf), column.label].filter(Boolean).join('·')}：${atom.text}`,
      places: [atom.place],
      why: '来文的这一格并在别的格里，只有一个数，没有填入',
      address,
    })
  }
  for (const each of rows) {
    const { reading, row } = each
    if (!reading || !row.run.grid) continue
    for (const [own, atom] of reading.cells) {
      if (atom.kind !== 'number' || !reading.at) continue
      const over = alsoOver(atom, reading.at)
      for (const column of over) list(each, column, atom)
      const from = atom.place.row ?? 0
      const below = rows.filter(({ row: { run }, reading: other }) => {
        const [first] = run.atoms
        const at = first?.place.row ?? 0
        return (
          run.grid &&
          first?.place.block === atom.place.block &&
          at > from &&
          at < from + (atom.rows ?? 1) &&
          !other?.cells.has(own)
        )
      })
      for (const other of below) for (const column of [own, ...over]) list(other, column, atom)
      if (over.length || below.length) doubtful.add(atom)
    }
  }
  return { doubtful, without }
}
