import type { LeafColumn, TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import { type Form, type FormRow, formOf, type Name, namesIn } from './formNames'
import { isForeignName } from './headSlots'
import { spellingsOf } from './labels'
import type { Atom, Line } from './lines'
import { FEWEST, type ListColumns, listColumns, partsOf } from './listParts'
import { COMMON } from './occurrences'
import { isValue, shownText } from './runs'
import { gridsIn } from './transposed'

/** What words tell of the place of figures: the row, and the rows under the stub that is named last. */
interface Told {
  row?: FormRow | undefined
  under: FormRow[]
  /** A column that is named alone above the rows. */
  over?: string | undefined
}
interface Reading extends Told {
  figures: { row: FormRow; column: LeafColumn; atom: Atom }[]
  /** Some column is named, not only a row that has just one. */
  isExplicit: boolean
  /** Words behind the last figure that say something else. */
  rest: string
  /** Figures under a name that is none of the form. */
  others: Atom[]
}

/** What names tell, with the column where one comes last; undefined where two do not go together. */
function toldBy(
  names: Name[],
  before: Told,
  { rows, stubs, columns }: Form,
): (Told & { column?: LeafColumn }) | undefined {
  let { row, under } = before
  let own: FormRow | undefined
  const last = names.at(-1)
  // Under a column that is named above, 总计 and 其他 are rows.
  const named = !before.over && last && !last.number && columns.has(last.text) ? last.text : undefined
  for (const { text, number } of named ? names.slice(0, -1) : names) {
    const stub = stubs.get(text)
    const found = rows.get(text)
    // Several rows side by side are a head.
    if (own && found !== own) return undefined
    if (stub) [row, under] = [undefined, stub]
    else if (!found || (COMMON.has(text) && number !== found.number && !under.includes(found)))
      return undefined
    else row = own = found
  }
  const name = named ?? (own ? before.over : undefined)
  if (!name)
    return { row, under, ...(names.length && row?.columns.length === 1 && { column: row.columns[0] }) }
  const column = row?.columns.find((each) => spellingsOf(each).includes(name))
  return { row, under, ...(column && { column }) }
}

/** Reads a line whose every figure is told its place; undefined where that of one is not. */
function readLine(
  line: Line,
  form: Form,
  before: Told,
  columns: ListColumns,
): Reading | 'crowded' | undefined {
  const reading: Reading = { ...before, figures: [], isExplicit: false, rest: '', others: [] }
  let words = ''
  for (const part of partsOf(line, form, columns)) {
    if ('other' in part) {
      reading.others.push(part.other)
      continue
    }
    if ('words' in part) {
      words += ` ${part.words}`
      continue
    }
    // Signs before the first words are no cells: the number of a line, a bullet.
    if (!words && !reading.figures.length) continue
    const before = reading.figures.at(-1)
    if (!words && before && !line.grid) {
      // “自然人 5 / 商业企业 3”.
      if (part.atom.kind === 'mark' && part.atom.text === '/') continue
      if (reading.over) return undefined
      // Two figures behind one name are a cell that cannot be read.
      const place = { ...before.atom.place, end: part.atom.place.end }
      const text = line.text.slice(place.start, place.end)
      before.atom = { kind: 'unread', text, column: before.atom.column, place }
      continue
    }
    const names = namesIn(words, form)
    const told = names && toldBy(names, reading, form)
    const { row, column } = told ?? {}
    if (!row || !column) {
      // A dash or a blank cell between names.
      if (told && (part.atom.kind === 'mark' || part.atom.kind === 'empty')) continue
      return told && before && !names?.length ? 'crowded' : undefined
    }
    Object.assign(reading, { row, under: told?.under })
    reading.isExplicit ||=
      (!!reading.over && row.columns.length > 1) || form.columns.has(names?.at(-1)?.text ?? '')
    reading.figures.push({ row, column, atom: part.atom })
    words = ''
  }
  const names = namesIn(words, form)
  const told = names && toldBy(names, reading, form)
  if (!told) reading.rest = words.trim()
  else if (!told.column) Object.assign(reading, { row: told.row, under: told.under })
  return reading
}

/** Whether a line may be of a list: a column named with figures, or alone; figures without a label. */
function isTold({ text, grid, atoms }: Line, { columns, isLabelled }: Form): boolean {
  const plain = text.replace(/[\s【】〔〕（）()[\]：:]+/g, '').replace(/^申请人(?:类型)?(?=.)/, '')
  if (/[\d０-９]/.test(plain) && [...columns].some((name) => plain.includes(name))) return true
  return columns.has(plain) || (isLabelled && grid && !atoms.some(({ kind }) => kind === 'label'))
}

/** A line that says of itself whose figures come below it. */
const APPLICANT = /^\s*[【（(]?申请人(?:类型)?[：:]/

/** The column that is all that a line names, unless its figure is left blank there. */
function columnAlone({ atoms, text }: Line, form: Form, { figures }: ListColumns, told: Told) {
  const isNamed = APPLICANT.test(text)
  if (!isNamed && atoms.some(({ kind, column }) => kind === 'empty' && figures.has(column))) return undefined
  if (told.row && !told.over && /[：:]\s*$/.test(text)) return undefined
  if (!isNamed && /[：:]\s*[^\s】〕]|[-—–/／]\s*$/.test(text)) return undefined
  if (!atoms.length || atoms.some(isValue) || /[\d０-９]/.test(text)) return undefined
  const [only, more] = namesIn(withoutOuter(text), form) ?? []
  return only && !more && !only.number && form.columns.has(only.text) ? only.text : undefined
}
/** “【自然人】” without its brackets. */
const withoutOuter = (text: string) =>
  text.replace(/^\s*[【〔（([]([^【〔（([\]）)〕】]*)[\]）)〕】]\s*$/, '$1')

/** A list of figures as the rows of a grid, with the lines where they stand, and words that have no place. */
export interface AddressedFigures {
  grid: Line[]
  taken: ReadonlySet<Line>
  left: Unplaced[]
}

/**
 * The figures of a table that are each told their row and their column in words: “规章：本年制发件数 3”, a row of a list with a
 * figure a line, a label above the figures of its columns. Undefined where there is no such list.
 */
export function addressed(lines: Line[], table: TableSpec): AddressedFigures | undefined {
  const form = formOf(table)
  if (!lines.some((line) => isTold(line, form))) return undefined
  const taken = new Map<Line, Reading>()
  const grids = new Map(gridsIn(lines).map((grid) => [grid[0]?.block, listColumns(grid, form)]))
  const crowded = new Set<number>()
  let told: Told = { under: [] }
  let isHead = false
  let before: Line | undefined
  for (const line of lines) {
    // A column that is named alone stands over what follows; several one below the other are the head of a table.
    const wasHead: boolean = isHead
    const columns = grids.get(line.block) ?? listColumns([], form)
    const alone = columnAlone(line, form, columns, told)
    isHead = alone !== undefined
    if (alone !== undefined) {
      told = { under: [], over: wasHead || (COMMON.has(alone) && !told.over) ? undefined : alone }
      before = line
      continue
    }
    const read = readLine(line, form, told, columns)
    if (read === 'crowded') crowded.add(line.block)
    const reading = read === 'crowded' ? undefined : read
    const isNumbered = line.atoms.some(isValue)
    // Figures alone on the line below may be of the last cell.
    const last = before && taken.get(before)?.figures.at(-1)
    if (last && !line.grid && isNumbered && line.atoms.every(isValue) && last.atom.kind === 'number')
      last.atom = { ...last.atom, doubt: GOES_ON }
    if (line.atoms.length) before = line
    if (reading?.figures.length) taken.set(line, reading)
    // A row that the form does not have, or an item of it beside its columns.
    const { over } = isNumbered || (reading && !reading.rest) ? told : { over: undefined }
    if (reading && !reading.rest) told = { row: reading.row, under: reading.under, over }
    else if (!isNumbered || !isForeignName(line.atoms[0]?.text ?? '')) told = { under: told.under, over }
  }
  const all = [...taken.values()]
  const count = all.reduce((sum, { isExplicit, figures }) => sum + (isExplicit ? figures.length : 0), 0)
  if (count < FEWEST) return undefined
  const left = [...taken].flatMap(([line, { rest, others }]): Unplaced[] => {
    const place = line.atoms.at(-1)?.place
    const words = rest && place ? [{ text: rest, places: [place], why: BEHIND }] : []
    return [
      ...words,
      ...others.map((atom) => ({ text: shownText(atom), places: [atom.place], why: OTHER_COLUMN })),
    ]
  })
  // Rows of the same list have more figures than names: any of its figures may be of another column.
  for (const [line, { figures }] of taken)
    if (line.grid && crowded.has(line.block))
      for (const figure of figures) figure.atom = inDoubt(figure.atom, SEVERAL)
  if (!form.isLabelled) left.push(...withoutRepeats(all))
  return { grid: gridOf(all, lines[0]?.block ?? 0), taken: new Set(taken.keys()), left }
}
const BEHIND = '数后面的文字，表中没有放它的地方'
const OTHER_COLUMN = '表中没有这一列，没有读取'
const SEVERAL = '来文这个清单有的行不止一个数，请对照原文'
const GOES_ON = '来文这个数的下一行还有数，可能是一格的两行，请对照原文'
const TWICE = '来文有两处写这一格，数不相同，请对照原文'
const inDoubt = (atom: Atom, doubt: string): Atom =>
  atom.kind === 'number' ? { ...atom, doubt: atom.doubt ?? doubt } : atom

/** Takes out figures that claim the cell of an earlier one, which is in doubt then. */
function withoutRepeats(readings: Reading[]): Unplaced[] {
  const first = new Map<LeafColumn, Reading['figures'][number]>()
  const left: Unplaced[] = []
  for (const reading of readings)
    reading.figures = reading.figures.filter((figure) => {
      const known = first.get(figure.column)
      if (!known) first.set(figure.column, figure)
      else if (known.atom.text !== figure.atom.text) {
        known.atom = inDoubt(known.atom, TWICE)
        left.push({ text: shownText(figure.atom), places: [figure.atom.place], why: TWICE })
      }
      return !known
    })
  return left
}

/** Figures with their rows and columns as grids of the form, one for the rows of the same columns. A figure that comes again has a row of its own. */
export function gridOf(readings: Pick<Reading, 'figures'>[], block: number): Line[] {
  const printings = new Map<FormRow, Map<LeafColumn, Atom>[]>()
  for (const { row, column, atom } of readings.flatMap(({ figures }) => figures)) {
    const known = printings.get(row) ?? [new Map()]
    printings.set(row, known)
    if (known.at(-1)?.has(column)) known.push(new Map())
    known.at(-1)?.set(column, atom)
  }
  const given = new Set([...printings.values()].flat().flatMap((cells) => [...cells.keys()]))
  const shapeOf = ({ columns }: FormRow) => columns.map(({ label }) => label).join(' ')
  return [...new Set([...printings.keys()].map(shapeOf))].flatMap((shape, order) => {
    const rows = [...printings.keys()].filter((row) => shapeOf(row) === shape)
    const [first] = rows
    const cells = rows.flatMap((row) => (printings.get(row) ?? []).map((own) => ({ row, own })))
    const place = [...(cells[0]?.own.values() ?? [])][0]?.place
    if (!first || !place) return []
    const used = first.columns.flatMap((column, at) =>
      !column.sum || rows.some(({ columns }) => given.has(columns[at] as LeafColumn)) ? [at] : [],
    )
    const line = (texts: (string | Atom | undefined)[]): Line => ({
      grid: true,
      block: -1 - block - order,
      text: '',
      atoms: texts.map(
        (text, column): Atom =>
          typeof text === 'object'
            ? { ...text, column }
            : { kind: text ? 'label' : 'empty', text: text ?? '', column, place },
      ),
    })
    return [
      line([undefined, ...used.map((at) => first.columns[at]?.label)]),
      ...cells.map(({ row, own }) =>
        line([row.label, ...used.map((at) => own.get(row.columns[at] as LeafColumn))]),
      ),
    ]
  })
}
