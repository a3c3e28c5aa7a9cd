import type { Unplaced } from './proposal'
import { bare } from './tables/labels'
import type { Atom, Line } from './tables/lines'
import { headOfYear } from './tables/otherYears'
import { isValue } from './tables/runs'
import { gridsIn } from './tables/transposed'

const textOf = (atoms: Atom[]) => atoms.flatMap((atom) => atom.written ?? (atom.text || [])).join(' ')

/** So many rows have the same label under each year. */
const FEWEST = 2

/**
 * The lines of a source with the tables of the report’s year alone where those of several years stand side by side in one grid,
 * each with labels of its own, below a row that names nothing but the years.
 */
export function withoutYearsBeside(
  lines: Line[],
  year: string | undefined,
): { lines: Line[]; left: Unplaced[] } {
  const changed = new Map<Line, Line>()
  const left: Unplaced[] = []
  for (const grid of gridsIn(lines)) {
    if (!grid[0]?.grid) continue
    const heads = grid.flatMap((line, at) => {
      const words = line.atoms.filter(({ kind }) => kind !== 'empty')
      const whose = words.map((atom) => headOfYear(atom.written ?? atom.text, year))
      const isHead =
        words.length > 1 && whose.every(Boolean) && whose.filter((each) => each === 'own').length === 1
      return isHead ? [{ at, words, own: whose.indexOf('own') }] : []
    })
    for (const [order, { at, words, own }] of heads.entries()) {
      const rows = grid.slice(at + 1, heads[order + 1]?.at)
      const ends = words.map((_, band) => words[band + 1]?.column ?? Number.POSITIVE_INFINITY)
      const starts = words.map(({ column }, band) => (band ? column : 0))
      const isIn = ({ column }: Atom, band: number) =>
        column >= (starts[band] ?? 0) && column < (ends[band] ?? 0)
      const labelled = rows.filter(({ atoms }) => {
        const labels = words.map((_, band) =>
          bare(atoms.find((atom) => atom.kind === 'label' && isIn(atom, band))?.text ?? ''),
        )
        return labels[0] && labels.every((label) => label === labels[0]) && atoms.some(isValue)
      })
      const figures = rows.filter(({ atoms }) => atoms.some(isValue))
      if (labelled.length < FEWEST || labelled.length * 2 <= figures.length) continue
      const start = starts[own] ?? 0
      for (const line of [grid[at] as Line, ...rows]) {
        const kept = line.atoms.filter((atom) => isIn(atom, own))
        const atoms = kept.map((atom) => ({ ...atom, column: atom.column - start }))
        changed.set(line, { ...line, atoms, text: textOf(atoms) })
      }
      const others = words.flatMap((_, band) => (band === own ? [] : [band]))
      for (const band of others) {
        const atoms = rows.flatMap((line) => line.atoms.filter((atom) => isIn(atom, band)))
        left.push({
          text: textOf([words[band] ?? [], ...atoms].flat()),
          places: atoms.filter(isValue).map(({ place }) => place),
          why: '别的年份的表，没有读取',
        })
      }
    }
  }
  return { lines: lines.map((line) => changed.get(line) ?? line), left }
}
