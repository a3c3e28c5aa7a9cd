import { columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import type { Unplaced } from '../proposal'
import { isForeignName } from './headSlots'
import { bare, plainText, readLabel, spellingsOf } from './labels'
import { type Atom, type Line, valueAtom } from './lines'
import { COMMON, columnsOf, targetsOf } from './occurrences'
import { isValue } from './runs'
import { readValue, type ValueText } from './values'

/** A row with the columns that its figures stand in; of a table without row labels, a kind of case. */
interface FormRow {
  label: string
  number: string
  columns: LeafColumn[]
}
/** The names that tell where a figure stands. */
interface Form {
  rows: Map<string, FormRow>
  /** Stubs with the rows under each. */
  stubs: Map<string, FormRow[]>
  columns: Set<string>
  /** All names, and words that say nothing of the place, the longest first. */
  words: string[]
}

/** Words around names that say nothing of the place. */
const SILENT = [
  '申请人情况',
  '法人或其他组织',
  '信息内容',
  '主动公开',
  '依申请公开',
  '复议诉讼',
  '计量单位',
  '单位',
  '申请人',
  '数量',
  '情况',
  '其中',
  '万元',
  '件',
  '元',
]
const TABLE = /^附?表[一二三四\d]/

const forms = new WeakMap<TableSpec, Form>()
function formOf(table: TableSpec): Form {
  const known = forms.get(table)
  if (known) return known
  const rows = new Map<string, FormRow>()
  const stubs = new Map<string, FormRow[]>()
  const silent = [...SILENT]
  const ofLeaf = new Map<LeafRow, FormRow>()
  for (const { row, block, label, number, spellings } of targetsOf(table)) {
    if (!row || !label) continue
    const own = { label, number, columns: columnsOf(block) }
    ofLeaf.set(row, own)
    for (const name of spellings) rows.set(name, own)
  }
  for (const { row, rows: leaves, spellings } of targetsOf(table))
    if (!row)
      for (const name of spellings)
        stubs.set(
          name,
          leaves.flatMap((leaf) => ofLeaf.get(leaf) ?? []),
        )
  if (!rows.size)
    for (const { columns } of table.blocks)
      for (const { leaf, labels } of leavesOf<LeafColumn, ColumnGroup>(columns as Column[], columnsUnder)) {
        const [outer = '', group = outer] = labels.slice(0, -1)
        const name = readLabel(group).text
        const row = rows.get(name) ?? { label: group, number: '', columns: [] }
        row.columns.push(leaf)
        rows.set(name, row)
        if (group !== outer) silent.push(readLabel(outer).text)
      }
  for (const { caption = '', captionVariants = [], corner = '' } of table.blocks)
    silent.push(...[caption, corner, ...captionVariants].map((text) => readLabel(text).text))
  const columns = new Set([...rows.values()].flatMap((row) => row.columns.flatMap(spellingsOf)))
  const words = [...rows.keys(), ...stubs.keys(), ...columns, ...silent]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
  const form = { rows, stubs, columns, words }
  forms.set(table, form)
  return form
}

interface Name {
  text: string
  number: string
}
const NUMBER = /^\(?([一二三四五六七八九十]{1,2}|\d{1,2})\)?/
const BRACKET = /^\([^()]*\)/

/** The names that a text consists of; undefined where it says anything else. */
function namesIn(text: string, { rows, stubs, columns, words }: Form): Name[] | undefined {
  let rest = bare(plainText(text).replace(TABLE, '')).replace(/[—–―\-~/>→#•●○■◆+＊]/g, ' ')
  let number = ''
  const names: Name[] = []
  while (rest) {
    const word = words.find((each) => rest.startsWith(each))
    const [skipped = ' '] = word
      ? [word]
      : (NUMBER.exec(rest) ?? BRACKET.exec(rest) ?? (/^ +/.exec(rest) || ['']))
    if (!skipped) return undefined
    if (word && (rows.has(word) || stubs.has(word) || columns.has(word))) names.push({ text: word, number })
    number = word ? '' : (NUMBER.exec(rest)?.[1] ?? number)
    rest = rest.slice(skipped.length)
  }
  return names
}

/** What a line says, in turn: words, and the figures they tell the place of. */
type Part = { words: string } | { atom: Atom }

const TOKEN = /(?:[^\s，；：、;:|,]|(?<=\d),(?=\d{3}(?!\d)))+/g
const GLUED = /^(.*[\p{Script=Han})）])([\d０-９][^\p{Script=Han}]*(?:件|万元|元)?)$/u

/** A figure, or what stands in the place of one: digits and signs without a word. */
const figureIn = (token: string): ValueText | undefined =>
  readValue(token) ?? (/^\d\P{L}*$/u.test(token) ? { kind: 'unread', text: token } : undefined)

/** A line of text by its signs, a row of a grid by its cells. */
function partsOf({ grid, atoms, text }: Line): Part[] {
  if (grid)
    return atoms.map((atom) => {
      if (atom.kind !== 'label') return { atom }
      return figureIn(atom.text)?.kind === 'unread'
        ? { atom: { ...atom, kind: 'unread' } }
        : { words: atom.text }
    })
  const [first] = atoms
  if (!first) return []
  return [...text.replace(/\*\*/g, '  ').matchAll(TOKEN)].flatMap(({ 0: token, index }): Part[] => {
    const own = token.replace(/[。.]$/, '')
    const whole = /^\d{1,2}[.)）]$/.test(token) ? undefined : figureIn(own)
    const [, words = '', glued] = whole ? [] : (GLUED.exec(own) ?? [])
    const written = glued ?? own
    const value = whole ?? (glued && !/[(（]$/.test(words) ? readValue(glued) : undefined)
    if (!value) return [{ words: token }]
    const start = index + words.length
    const place = { ...first.place, start, end: start + written.length }
    return [...(words ? [{ words }] : []), { atom: valueAtom(value, written, start, place) }]
  })
}

/** What words tell of the place of figures: the row, and the rows under the stub that is named last. */
interface Told {
  row?: FormRow | undefined
  under: FormRow[]
}
interface Reading extends Told {
  figures: { row: FormRow; column: LeafColumn; atom: Atom }[]
  /** Some column is named, not only a row that has just one. */
  isExplicit: boolean
  /** Words behind the last figure that say something else. */
  rest: string
}

/** What names tell, with the column where one comes last; undefined where two do not go together. */
function toldBy(
  names: Name[],
  before: Told,
  { rows, stubs, columns }: Form,
): (Told & { column?: LeafColumn }) | undefined {
  let { row, under } = before
  const last = names.at(-1)
  const named = last && !last.number && columns.has(last.text) ? last.text : undefined
  for (const { text, number } of named ? names.slice(0, -1) : names) {
    const stub = stubs.get(text)
    const found = rows.get(text)
    if (stub) [row, under] = [undefined, stub]
    else if (!found || (COMMON.has(text) && number !== found.number && !under.includes(found)))
      return undefined
    else row = found
  }
  if (!named)
    return { row, under, ...(names.length && row?.columns.length === 1 && { column: row.columns[0] }) }
  const column = row?.columns.find((each) => spellingsOf(each).includes(named))
  return { row, under, ...(column && { column }) }
}

/** Reads a line whose every figure is told its place; undefined where that of one is not. */
function readLine(line: Line, form: Form, before: Told): Reading | undefined {
  const reading: Reading = { ...before, figures: [], isExplicit: false, rest: '' }
  let words = ''
  for (const part of partsOf(line)) {
    if ('words' in part) {
      words += ` ${part.words}`
      continue
    }
    // Signs before the first words are no cells: the number of a line, a bullet.
    if (!words && !reading.figures.length) continue
    const before = reading.figures.at(-1)
    if (!words && before && !line.grid) {
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
      return undefined
    }
    Object.assign(reading, { row, under: told?.under })
    reading.isExplicit ||= form.columns.has(names?.at(-1)?.text ?? '')
    reading.figures.push({ row, column, atom: part.atom })
    words = ''
  }
  const names = namesIn(words, form)
  const told = names && toldBy(names, reading, form)
  if (!told) reading.rest = words.trim()
  else if (!told.column) Object.assign(reading, { row: told.row, under: told.under })
  return reading
}

/** A list of figures as the rows of a grid, with the lines where they stand, and words that have no place. */
export interface AddressedFigures {
  grid: Line[]
  taken: ReadonlySet<Line>
  left: Unplaced[]
}

const GOES_ON = '来文这个数的下一行还有数，可能是一格的两行，请对照原文'

/** Fewer figures than these with their columns before them are no list. */
const FEWEST = 2

/**
 * The figures of a table that are each told their row and their column in words: “规章：本年制发件数 3”, a row of a list with a
 * figure a line, a label above the figures of its columns. Undefined where there is no such list.
 */
export function addressed(lines: Line[], table: TableSpec): AddressedFigures | undefined {
  const form = formOf(table)
  const isTold = ({ text }: Line) => {
    const plain = text.replace(/\s+/g, '')
    return /[\d０-９]/.test(plain) && [...form.columns].some((name) => plain.includes(name))
  }
  if (!lines.some(isTold)) return undefined
  const taken = new Map<Line, Reading>()
  let told: Told = { under: [] }
  let before: Line | undefined
  for (const line of lines) {
    const reading = readLine(line, form, told)
    const isNumbered = line.atoms.some(isValue)
    // Figures alone on the line below may be of the last cell.
    const last = before && taken.get(before)?.figures.at(-1)
    if (last && !line.grid && isNumbered && line.atoms.every(isValue) && last.atom.kind === 'number')
      last.atom = { ...last.atom, doubt: GOES_ON }
    if (line.atoms.length) before = line
    if (reading?.figures.length) taken.set(line, reading)
    // A row that the form does not have, or an item of it beside its columns.
    if (reading && !reading.rest) told = { row: reading.row, under: reading.under }
    else if (!isNumbered || !isForeignName(line.atoms[0]?.text ?? '')) told = { under: told.under }
  }
  const all = [...taken.values()]
  const count = all.reduce((sum, { isExplicit, figures }) => sum + (isExplicit ? figures.length : 0), 0)
  if (count < FEWEST) return undefined
  return {
    grid: gridOf(all, lines[0]?.block ?? 0),
    taken: new Set(taken.keys()),
    left: [...taken].flatMap(([line, { rest }]) => {
      const place = line.atoms.at(-1)?.place
      return rest && place ? [{ text: rest, places: [place], why: '数后面的文字，表中没有放它的地方' }] : []
    }),
  }
}

/** Figures with their rows and columns as grids of the form, one for the rows of the same columns. A figure that comes again has a row of its own. */
function gridOf(readings: Reading[], block: number): Line[] {
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
