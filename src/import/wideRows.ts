import type { Edition } from '../format/types'
import type { Unplaced } from './proposal'
import { formOf, namesIn } from './tables/formNames'
import { bare } from './tables/labels'
import type { Atom, Line } from './tables/lines'
import { isValue, shownText } from './tables/runs'
import { gridsIn } from './tables/transposed'

/** Fewer names that tell a whole place are no head of a list of years or offices. */
const FEWEST = 4
const SUM = /^(?:全[市县区省]|各单位)?(?:合计|总计|汇总)$/

/**
 * The lines of a source with one row of each list that has all figures of a year or an office side by side, under names that tell
 * their whole places: the row of the report’s year, or the sum of all offices. The other rows are listed.
 */
export function withOneWideRow(
  lines: Line[],
  edition: Edition,
  year: string | undefined,
): { lines: Line[]; left: Unplaced[] } {
  const forms = edition.sections.flatMap(({ table }) => (table ? [formOf(table)] : []))
  const tellsPlace = ({ kind, text }: Atom) =>
    kind === 'label' &&
    forms.some((form) => {
      const names = namesIn(text, form)
      const row = names?.map((name) => form.rows.get(name.text)).find((each) => each)
      return row && (row.columns.length === 1 || names?.some((name) => form.columns.has(name.text)))
    })
  const changed = new Map<Line, Line>()
  const left: Unplaced[] = []
  const isColumn = ({ kind, text }: Atom) =>
    kind === 'label' && forms.some((form) => namesIn(text, form)?.some((name) => form.columns.has(name.text)))
  for (const grid of gridsIn(lines)) {
    const { head, last } = headOf(grid, tellsPlace, isColumn)
    if (!head?.grid) continue
    // A name over several columns has theirs below it: no row of it is whole.
    const isOpen = ({ kind, text }: Atom) =>
      kind === 'label' &&
      forms.some((form) => namesIn(text, form)?.length) &&
      !tellsPlace({ kind, text } as Atom)
    if (head.atoms.some(isOpen)) continue
    const columns = new Set(head.atoms.flatMap((atom) => (tellsPlace(atom) ? [atom.column] : [])))
    const isOwn = (atom: Atom) => columns.has(atom.column)
    const rows = grid.slice(last + 1).filter(({ atoms }) => atoms.filter(isValue).filter(isOwn).length > 1)
    const words = rows.map(({ atoms }) =>
      atoms.flatMap((atom) =>
        isOwn(atom) || atom.kind === 'empty' ? [] : [bare(atom.written ?? atom.text)],
      ),
    )
    // Names of columns before the rows make a table that is turned.
    if (words.flat().some((word) => forms.some(({ columns: names }) => names.has(word) && !SUM.test(word))))
      continue
    const only = (is: (word: string) => boolean) => {
      const found = rows.filter((_, order) => words[order]?.some(is))
      return found.length === 1 ? found[0] : undefined
    }
    const chosen =
      only((word) => word.replace(/年度?$/, '') === year) ??
      only((word) => SUM.test(word)) ??
      (rows.length === 1 ? rows[0] : undefined)
    if (!chosen || !words.some(({ length }) => length)) continue
    for (const line of grid.slice(0, last + 1)) changed.set(line, { ...line, atoms: [], text: '' })
    changed.set(grid[last] ?? head, { ...head, atoms: head.atoms.filter(isOwn) })
    for (const row of rows)
      changed.set(
        row,
        row === chosen ? { ...row, atoms: row.atoms.filter(isOwn) } : { ...row, atoms: [], text: '' },
      )
    for (const row of rows.filter((each) => each !== chosen))
      left.push({
        text: row.text.trim() || row.atoms.map(shownText).join(' '),
        places: row.atoms.filter(isValue).map(({ place }) => place),
        why: '别的年份或单位的数，没有读取',
      })
  }
  return { lines: lines.map((line) => changed.get(line) ?? line), left }
}

/**
 * The head of a list, and its last line: names of whole places on one line, or the names of columns below those of their
 * rows, each joined to the last name at or before it.
 */
function headOf(
  grid: Line[],
  tellsPlace: (atom: Atom) => boolean,
  isColumn: (atom: Atom) => boolean,
): { head?: Line | undefined; last: number } {
  const isHead = ({ atoms }: Line) => atoms.filter(tellsPlace).length >= FEWEST
  for (const [at, line] of grid.entries()) {
    const lower = grid[at + 1]
    const upper = line.atoms.filter(({ kind }) => kind === 'label')
    if (lower && !isHead(lower) && lower.atoms.filter(isColumn).length >= FEWEST) {
      const under = lower.atoms.filter(isColumn).map((atom) => {
        const over = upper.filter(({ column }) => column <= atom.column).at(-1)
        return { ...atom, text: `${over?.text ?? ''}${atom.text}` }
      })
      const taken = new Set(under.map(({ column }) => column))
      const joined = { ...lower, atoms: [...upper.filter(({ column }) => !taken.has(column)), ...under] }
      if (isHead(joined)) return { head: joined, last: at + 1 }
    }
    if (isHead(line)) return { head: line, last: at }
  }
  return { last: -1 }
}
