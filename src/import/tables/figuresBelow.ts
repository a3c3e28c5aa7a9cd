import type { TableSpec } from '../../format/types'
import { formOf, rowNamed } from './formNames'
import type { Line } from './lines'
import { isValue, shownText } from './runs'

/** Fewer names of whole places above figures are no list. */
const FEWEST = 3

/**
 * The lines of a section with each figure that stands alone below the name of its row and column beside this name, as
 * lists of terms on a web page have it.
 */
export function withFiguresBeside(lines: Line[], table: TableSpec): Line[] {
  const form = formOf(table)
  const isName = ({ grid, atoms, text }: Line) =>
    !grid && atoms.length > 0 && !atoms.some(isValue) && rowNamed(text, form)?.withColumn === true
  const isFigure = (line: Line | undefined) =>
    line !== undefined && !line.grid && line.atoms.length === 1 && line.atoms.every(isValue)
  const named = new Set(lines.filter((line, at) => isName(line) && isFigure(lines[at + 1])))
  const [first] = named
  // Figures above their names would be told the place of the next one.
  if (named.size < FEWEST || !first || isFigure(lines[lines.indexOf(first) - 1])) return lines
  return lines.flatMap((line, at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]]
    if (before && named.has(before)) return []
    const [figure] = named.has(line) ? (after?.atoms ?? []) : []
    if (!figure) return [line]
    const atoms = [...line.atoms, figure].map((atom, column) => ({ ...atom, column }))
    return [{ ...line, grid: true, atoms, text: `${line.text} ${shownText(figure)}` }]
  })
}
