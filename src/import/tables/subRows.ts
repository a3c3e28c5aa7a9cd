import { columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import { isRowless } from './elsewhere'
import { bare, readLabel } from './labels'
import type { Atom, Line } from './lines'
import { headOfYear } from './otherYears'
import { isValue, shownText } from './runs'
import { amountOf } from './sums'
import { labelsOf } from './unread'

/** A row of the form with the lines of figures that it is divided into: its own line, then those below without a label. */
interface Group {
  lines: Line[]
  label: Atom[]
}

const FEWEST = 2
const WHOLE = /^(?:全年|累计|合计|总计|小计|共计|本年(?:累计|合计))(?:数|数量)?$/
const VALID = /[更订修]正后|修[改订]后|调整后|核[定实]后/
const VOID = /[更订修]正前|修[改订]前|调整前|核[定实]前/
const DIVIDED = '来文这一行下面还有几行数，没有说明以哪一行为准，请对照原文'
const LEFT = '来文这一项分几行填写，这里用的是另一行'

const valuesOf = ({ atoms }: Line) => atoms.filter(isValue)

/**
 * The lines of a table whose rows are each divided into several lines of figures (two years, half-years and the whole, parts and
 * their sum), with one line a row: that of the report’s year, the right one, or the one that is the sum of the others. Where words do not
 * tell, the first is read, in doubt. The others are listed.
 */
export function withoutSubRows(
  lines: Line[],
  table: TableSpec,
  year: string | undefined,
): { lines: Line[]; left: Unplaced[] } {
  const groups = groupsOf(lines, table)
  if (!groups.length) return { lines, left: [] }
  const chosen = chooseOne(groups, year)
  const changed = new Map<Line, Line>()
  const left: Unplaced[] = []
  for (const { lines: own, label } of groups) {
    const at = chosen ?? 0
    const line = own[at] as Line
    const figures = valuesOf(line).map((atom) =>
      chosen === undefined && atom.kind === 'number' ? { ...atom, doubt: atom.doubt ?? DIVIDED } : atom,
    )
    const first = own[0] as Line
    const labels = new Map(label.map((atom) => [atom.column, atom]))
    // A word that stood before the figures leaves its cell behind.
    const cells = line.atoms.flatMap((atom): Atom[] => {
      if (isValue(atom)) return figures.slice(valuesOf(line).indexOf(atom)).slice(0, 1)
      return line.grid && !labels.has(atom.column) ? [{ ...atom, kind: 'empty', text: '' }] : []
    })
    const atoms = [...label, ...cells]
    for (const each of own) changed.set(each, { ...each, atoms: [], text: '' })
    changed.set(first, {
      ...first,
      text: [...label, ...figures].map((atom) => atom.written ?? atom.text).join(' '),
      atoms: line.grid ? atoms.sort((a, b) => a.column - b.column) : atoms,
    })
    const others = own.filter((each) => each !== line)
    left.push({
      text: [label.map(({ text }) => text.trim()).join(' '), ...others.map(wordsAndFigures)].join('　'),
      places: others.flatMap((each) => valuesOf(each).map(({ place }) => place)),
      why: LEFT,
    })
  }
  return { lines: lines.map((line) => changed.get(line) ?? line), left }
}

const wordsAndFigures = (line: Line): string =>
  [subLabel(line), ...valuesOf(line).map(shownText)].filter(Boolean).join(' ')

/** The word of a line before its figures. */
const subLabel = ({ atoms }: Line): string => {
  const first = atoms.findIndex(isValue)
  return bare(
    atoms
      .slice(0, first)
      .filter(({ kind }) => kind === 'label')
      .at(-1)?.text ?? '',
  )
}

/** The kinds of case that stand before the rows of 表四 where it is turned. */
const kindsOf = ({ blocks }: TableSpec): string[] =>
  blocks
    .flatMap(({ columns }) => leavesOf<LeafColumn, ColumnGroup>(columns as Column[], columnsUnder))
    .flatMap(({ labels }) => labels.at(-2) ?? [])
    .map((label) => readLabel(label).text)

/** The rows that are divided: most rows of the form have as many lines of as many figures below them, none with a label. */
function groupsOf(lines: Line[], table: TableSpec): Group[] {
  const { ofAtom } = labelsOf(lines, table)
  const kinds = isRowless(table) ? kindsOf(table) : []
  const isOfRow = (atom: Atom) =>
    ofAtom.get(atom)?.target.row !== undefined ||
    (atom.kind === 'label' && kinds.some((name) => bare(atom.text).includes(name)))
  const groups: Group[] = []
  for (const line of lines) {
    const values = valuesOf(line)
    const last = line.atoms.filter(isOfRow).at(-1)
    if (!values.length) continue
    const open = groups.at(-1)
    const words = line.atoms.filter((atom) => atom.kind === 'label' && !ofAtom.has(atom))
    if (last) {
      const upTo = line.atoms.indexOf(last)
      const label = line.atoms.slice(0, upTo + 1).filter(({ kind }) => kind === 'label')
      // Words behind the label that are none of its row divide it; one cell may hold a figure that cannot be read.
      groups.push({ lines: [line], label })
    } else if (
      open &&
      words.length < 2 &&
      !line.atoms.some((atom) => ofAtom.has(atom) || isOfRow(atom)) &&
      line.grid === open.lines[0]?.grid &&
      values.length === valuesOf(open.lines[0] as Line).length
    )
      open.lines.push(line)
    else if (open) groups.push({ lines: [], label: [] })
  }
  const rows = groups.filter((group) => group.lines.length)
  const counts = new Map<number, number>()
  for (const { lines: own } of rows) counts.set(own.length, (counts.get(own.length) ?? 0) + 1)
  const [size = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return size > 1 && count >= FEWEST && count * 5 > rows.length * 4
    ? rows.filter(({ lines: own }) => own.length === size)
    : []
}

/** Which line of every group counts, by the words before the figures; undefined where they do not tell. */
function chooseOne(groups: Group[], year: string | undefined): number | undefined {
  const size = groups[0]?.lines.length ?? 0
  const words = Array.from({ length: size }, (_, at) => {
    const own = new Set(groups.map(({ lines }) => subLabel(lines[at] as Line)))
    return own.size === 1 ? ([...own][0] ?? '') : ''
  })
  if (words.some((word) => !word)) return undefined
  const only = (is: (word: string, at: number) => boolean): number | undefined => {
    const found = [...words.keys()].filter((at) => is(words[at] ?? '', at))
    return found.length === 1 ? found[0] : undefined
  }
  const whose = words.map((word) => headOfYear(word, year))
  if (whose.includes('other')) return whose.every(Boolean) ? only((_, at) => whose[at] === 'own') : undefined
  if (words.some((word) => VOID.test(word))) return only((word) => VALID.test(word))
  const whole = only((word) => WHOLE.test(word))
  return whole !== undefined && groups.every(({ lines }) => isSum(lines, whole)) ? whole : undefined
}

/** Whether every figure of a line is the sum of those of the others. */
const isSum = (lines: Line[], whole: number): boolean =>
  valuesOf(lines[whole] as Line).every((total, at) => {
    const parts = lines.flatMap((line, order) => (order === whole ? [] : (valuesOf(line)[at] ?? [])))
    return parts.reduce((sum, part) => sum + (amountOf(part) ?? 0n), 0n) === amountOf(total)
  })
