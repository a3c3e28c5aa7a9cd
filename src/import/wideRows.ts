import type { Edition } from '../format/types'
import type { Unplaced } from './proposal'
import { formOf, namesIn, rowNamed } from './tables/formNames'
import { bare } from './tables/labels'
import type { Atom, Line } from './tables/lines'
import { isValue, shownText } from './tables/runs'
import { gridsIn } from './tables/transposed'

/** Fewer names that tell a whole place are no head of a list of years or offices. */
const FEWEST = 4
/** Tables that are made of one row have numbers of their own, as the blocks of a source are counted from 0. */
const FIRST_OWN = -200_000
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
  /** The table that a name tells a whole place of. */
  const formWith = ({ kind, text }: Atom) =>
    kind !== 'label'
      ? undefined
      : forms.find((form) => {
          const named = rowNamed(text, form)
          return named && (named.row.columns.length === 1 || named.withColumn)
        })
  const tellsPlace = (atom: Atom) => formWith(atom) !== undefined
  const isColumn = ({ kind, text }: Atom) =>
    kind === 'label' && forms.some((form) => namesIn(text, form)?.some((name) => form.columns.has(name.text)))
  const changed = new Map<Line, Line[]>()
  const left: Unplaced[] = []
  for (const grid of gridsIn(lines)) {
    const { head, lines: heads } = headOf(grid, tellsPlace, isColumn)
    if (!head?.grid) continue
    // A name over several columns has theirs below it: no row of it is whole.
    const isOpen = ({ kind, text }: Atom) =>
      kind === 'label' &&
      forms.some((form) => namesIn(text, form)?.length) &&
      !tellsPlace({ kind, text } as Atom)
    if (head.atoms.some(isOpen)) continue
    const columns = new Set(head.atoms.flatMap((atom) => (tellsPlace(atom) ? [atom.column] : [])))
    const isOwn = (atom: Atom) => columns.has(atom.column)
    const below = grid.slice(grid.indexOf(heads.at(-1) as Line) + 1)
    const isRow = ({ atoms }: Line) => atoms.filter(isValue).filter(isOwn).length > 1
    // Words alone behind the rows begin another table.
    const first = below.findIndex(isRow)
    const end = below.findIndex(({ atoms }, order) => order > first && !atoms.some(isValue))
    const rows = below.slice(0, end < 0 ? undefined : end).filter(isRow)
    // The head of 表四 itself, over its one row, may have a column more.
    const isOfForm = head.atoms.some((atom) => formWith(atom)?.isLabelled === false)
    if (heads.length > 1 && rows.length < 2 && isOfForm) continue
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
    // A table each: what is named together may belong to several.
    const tables = [...new Set(head.atoms.flatMap((atom) => formWith(atom) ?? []))].map((form) => {
      const own = new Set(head.atoms.flatMap((atom) => (formWith(atom) === form ? [atom.column] : [])))
      return [head, chosen].map((line) => ({
        ...line,
        atoms: line.atoms.filter(({ column }) => own.has(column)),
      }))
    })
    for (const line of heads) changed.set(line, [])
    changed.set(
      heads.at(-1) as Line,
      tables.flatMap((lines, order) =>
        lines.map((line) => ({ ...line, block: order ? FIRST_OWN - order : line.block })),
      ),
    )
    for (const row of rows) changed.set(row, [])
    const leftmost = Math.min(...columns)
    const beside = chosen.atoms.filter((atom) => isValue(atom) && !isOwn(atom) && atom.column > leftmost)
    if (beside.length)
      left.push({
        text: beside.map(shownText).join(' '),
        places: beside.map(({ place }) => place),
        why: '列名不是表中的项目，没有读取',
      })
    for (const row of rows.filter((each) => each !== chosen))
      left.push({
        text: row.text.trim() || row.atoms.map(shownText).join(' '),
        places: row.atoms.filter(isValue).map(({ place }) => place),
        why: '别的年份或单位的数，没有读取',
      })
  }
  return { lines: lines.flatMap((line) => changed.get(line) ?? [line]), left }
}

/**
 * The head of a list with its lines: names of whole places, or the names of columns below those of their rows, each joined to
 * the last name at or before it.
 */
function headOf(
  grid: Line[],
  tellsPlace: (atom: Atom) => boolean,
  isColumn: (atom: Atom) => boolean,
): { head?: Line; lines: Line[] } {
  const isHead = ({ atoms }: Line) => atoms.filter(tellsPlace).length >= FEWEST
  for (const [at, line] of grid.entries()) {
    const lower = grid[at + 1]
    const under = lower && !isHead(lower) ? lower.atoms.filter(isColumn) : []
    if (lower && under.length >= FEWEST) {
      const names = line.atoms.filter(({ kind }) => kind === 'label')
      const joined = under.map((atom) => {
        const over = names.filter(({ column }) => column <= atom.column).at(-1)
        return { ...atom, text: `${over?.text ?? ''}${atom.text}` }
      })
      const taken = new Set(under.map(({ column }) => column))
      const head = { ...lower, atoms: [...names.filter(({ column }) => !taken.has(column)), ...joined] }
      if (isHead(head)) return { head, lines: [line, lower] }
    }
    if (isHead(line)) return { head: line, lines: [line] }
  }
  return { lines: [] }
}
