import type { TableSpec } from '../../format/types'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf } from './occurrences'
import { isValue } from './runs'

/** Fewer names on a line are no head. */
const FEWEST = 3

/** What is said of a column beside those of its half years. */
const WHOLE_YEAR = /全年(?:数|合计|累计)?$/

/**
 * The lines of a table with the names in the heads of its grids as the form has them where they are shortened (企业, 科研, 公益),
 * or say that they are of the whole year.
 */
export function withWholeNames(lines: Line[], table: TableSpec): Line[] {
  const columns = table.blocks.flatMap(columnsOf)
  const known = new Set(columns.flatMap(spellingsOf))
  const nameOf = ({ text }: Atom) => withoutBrackets(readLabel(text).text)
  /** The one column whose name holds the words. */
  const wholeOf = (atom: Atom): string | undefined => {
    const short = nameOf(atom)
    const ofYear = short.replace(WHOLE_YEAR, '')
    if (atom.kind === 'label' && ofYear !== short && known.has(ofYear)) return ofYear
    if (atom.kind !== 'label' || short.length < 2 || known.has(short) || COMMON.has(short)) return undefined
    const [only, more] = new Set(columns.flatMap(({ label }) => (label.includes(short) ? [label] : [])))
    return more ? undefined : only
  }
  return lines.map((line) => {
    if (!line.grid || line.atoms.some(isValue)) return line
    const whole = line.atoms.map((atom) => wholeOf(atom))
    const names = line.atoms.map((atom, at) => whole[at] ?? nameOf(atom)).filter((name) => known.has(name))
    if (!whole.some(Boolean) || names.length < FEWEST || new Set(names).size < names.length) return line
    return { ...line, atoms: line.atoms.map((atom, at) => ({ ...atom, text: whole[at] ?? atom.text })) }
  })
}
