import type { LeafColumn, TableSpec } from '../../format/types'
import type { Figure, Unplaced } from '../proposal'
import { withPlainYears } from '../prose/contacts'
import type { Row } from './assign'
import { bare, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON, columnsOf, type Piece } from './occurrences'
import { isValue, shownText } from './runs'

const COUNT = '(?:同期)?(?:数|数据|数量|情况|总计|合计|累计|件数)?'
const NUMBER = new RegExp(`^(20\\d\\d)年?度?${COUNT}$`)
const OWN = new RegExp(`^(?:本年度?|今年|当年|本期)${COUNT}$`)
const OTHER = new RegExp(`^(?:上一?年度?|去年|上期|上年同期)${COUNT}$`)
/** A caption is no longer than this. */
const MAX_CAPTION = 40

export type Whose = 'own' | 'other'

/** Whose figures a head promises that says nothing but a year: 2023年, 上年数. */
export function headOfYear(text: string, year: string | undefined): Whose | undefined {
  const plain = withoutBrackets(bare(withPlainYears(text)))
  const number = NUMBER.exec(plain)?.[1]
  if (number) return year === undefined ? undefined : number === year ? 'own' : 'other'
  return OWN.test(plain) ? 'own' : OTHER.test(plain) ? 'other' : undefined
}

const WITH_YEAR = /^(20\d\d年?度?|本年度?|今年|上一?年度?|去年|上期)的?(.{2,})$/
/** Whose figures the name of a column promises that says a year before it: 上年制发件数 beside 本年制发件数. */
function nameOfYear(text: string, year: string | undefined, names: ReadonlySet<string>): Whose | undefined {
  const plain = withoutBrackets(bare(withPlainYears(text)))
  const [, own, rest = ''] = WITH_YEAR.exec(plain) ?? []
  return own && !names.has(plain) && [...names].some((name) => name.endsWith(rest))
    ? headOfYear(own, year)
    : undefined
}
const namesOf = (columns: LeafColumn[]): Set<string> => new Set(columns.flatMap(spellingsOf))

/** Whose figures a line of words alone promises that names one year: 附：2022年收到和处理政府信息公开申请情况. */
function captionIn({ atoms, text }: Line, year: string | undefined): Whose | undefined {
  const words = atoms.filter(({ kind }) => kind !== 'empty')
  const isCaption = words.length === 1 && words[0]?.kind === 'label' && text.length <= MAX_CAPTION
  return isCaption ? captionOfYear(text, year) : undefined
}

/** Whose figures a text promises that names one year. */
export function captionOfYear(text: string, year: string | undefined): Whose | undefined {
  const plain = withPlainYears(text).replace(/\s+/g, '')
  const years = new Set(plain.match(/20\d\d(?=年)/g))
  if (years.size > 1) return undefined
  const [only] = years
  if (only) return year === undefined ? undefined : only === year ? 'own' : 'other'
  // 上年 alone may be a piece of a label: 上年 above 结转.
  return /(?:上一?年度?|去年)(?!结).*(?:情况|数据|统计|表)/.test(plain) ? 'other' : undefined
}

/**
 * The lines of a section without a whole table of another year, by the caption above it: only where the same table is there once
 * more. What is left out is listed, table by table.
 */
export function withoutOtherTables(
  lines: Line[],
  year: string | undefined,
  read: (lines: Line[]) => { figures: Pick<Figure, 'address'>[] },
): { lines: Line[]; left: Unplaced[] } {
  const captions = lines.map((line) => captionIn(line, year))
  const parts = captions.flatMap((whose, at) =>
    whose === 'other' ? [{ from: at, to: endOf(lines, captions, at) }] : [],
  )
  const isLeft = (at: number) => parts.some(({ from, to }) => at >= from && at < to)
  const rest = lines.filter((_, at) => !isLeft(at))
  if (!parts.length) return { lines, left: [] }
  const own = new Set(read(rest).figures.map(({ address }) => address))
  const tables = parts.map(({ from, to }) => lines.slice(from, to))
  const repeated = tables.every((table) => {
    const { figures } = read(table)
    return figures.length > 0 && figures.every(({ address }) => own.has(address))
  })
  if (!own.size || !repeated) return { lines, left: [] }
  return { lines: rest, left: tables.map((table) => ofOtherTable(table)) }
}

/** A table of another year as it is listed, below its name where that is not part of it. */
export const ofOtherTable = (lines: Line[], name = ''): Unplaced => ({
  text: [name, ...lines.map(({ text }) => text.trim())].filter(Boolean).join('\n'),
  places: lines.flatMap(({ atoms }) => atoms.filter(isValue).map(({ place }) => place)),
  why: '别的年份的表，没有读取',
})

/** Where a table ends that begins with a caption: at the next caption, or where it begins anew. */
function endOf(lines: Line[], captions: (Whose | undefined)[], caption: number): number {
  const text = (at: number) => bare(lines[at]?.text ?? '')
  const first = lines.findIndex((_, at) => at > caption && text(at) !== '')
  let figures = false
  for (let at = first + 1; first > 0 && at < lines.length; at++) {
    if (captions[at] || (figures && text(at) === text(first))) return at
    figures ||= lines[at]?.atoms.some(isValue) ?? false
  }
  return lines.length
}

/**
 * The lines of a table without the columns of other years beside those of the report, by the heads over them: in a grid that
 * tells its merged cells, else where a row has as many cells as the head.
 */
export function withoutOtherColumns(
  lines: Line[],
  table: TableSpec,
  year: string | undefined,
): { lines: Line[]; left: Unplaced[] } {
  const names = namesOf(table.blocks.flatMap(columnsOf))
  const whose = ({ kind, text }: Atom) =>
    kind === 'label' ? (headOfYear(text, year) ?? nameOfYear(text, year, names)) : undefined
  const isOther = (atom: Atom) => whose(atom) === 'other'
  const isHead = ({ atoms }: Line) =>
    !atoms.some(isValue) &&
    atoms.some(({ kind, text }) => kind === 'label' && names.has(bare(text)) && !COMMON.has(bare(text)))
  const starts = lines.flatMap((line, at) =>
    line.grid && line.atoms.some(isOther) && !line.atoms.some(isValue) ? [at] : [],
  )
  const without = new Map<Line, Line>()
  const left: Unplaced[] = []
  for (const [order, at] of starts.entries()) {
    const head = lines[at] as Line
    const first = lines.findIndex(({ atoms }, below) => below > at && atoms.some(isValue))
    const end = lines.findIndex(
      (line, below) => below > at && (line.block !== head.block || (below > first && isHead(line))),
    )
    const under = lines.slice(at, Math.min(end < 0 ? lines.length : end, starts[order + 1] ?? lines.length))
    // Rows of another length than their head are told from the right, where the head names every column.
    const uneven = under.some(({ atoms }) => atoms.some(isValue) && atoms.length !== head.atoms.length)
    const named = new Set(head.atoms.map(({ text }) => withoutBrackets(bare(text))))
    const isWhole = table.blocks.some((block) =>
      columnsOf(block).every((column) => spellingsOf(column).some((name) => named.has(name))),
    )
    const merged = lines.some(
      ({ block, atoms }) => block === head.block && atoms.some(({ columns, rows }) => columns || rows),
    )
    if (!merged && uneven && isWhole) continue
    const years = head.atoms.filter(whose)
    const [one, two] = years.map(({ column }) => column)
    const width = one === undefined || two === undefined ? 1 : two - one
    for (const own of years.filter(isOther)) {
      const next = head.atoms.find(({ kind, column }) => kind === 'label' && column > own.column)
      const reach = merged ? (own.columns ?? 1) : (next?.column ?? own.column + width) - own.column
      const isIn = ({ column, columns = 1 }: Atom) =>
        column >= own.column && column + columns <= own.column + reach
      const rows = under.filter((line) => merged || cellsIn(line) === cellsIn(head))
      const values = rows.flatMap(({ atoms }) => atoms.filter((atom) => isIn(atom) && isValue(atom)))
      const rest = rows.some(({ atoms }) => atoms.some((atom) => !isIn(atom) && isValue(atom)))
      if (!values.length || !rest) continue
      // A name over the columns of several years stands over what is left of them.
      for (const line of lines.slice(0, at).filter(({ block }) => block === head.block)) {
        const known = without.get(line) ?? line
        const narrowed = known.atoms.map((atom) =>
          atom.column === own.column && (atom.columns ?? 1) > reach
            ? { ...atom, column: atom.column + reach, columns: (atom.columns ?? 1) - reach }
            : atom,
        )
        without.set(line, { ...known, atoms: narrowed })
      }
      for (const line of rows) {
        const known = without.get(line) ?? line
        without.set(line, { ...known, atoms: known.atoms.filter((atom) => !isIn(atom)) })
      }
      left.push(ofOtherYear(own.text, values))
    }
  }
  return { lines: lines.map((line) => without.get(line) ?? line), left }
}

const cellsIn = ({ atoms }: Line) => new Set(atoms.map(({ column }) => column)).size

const ofOtherYear = (name: string, values: Atom[]): Unplaced => ({
  text: `${name.trim()}：${values.map(shownText).join(' ')}`,
  places: values.map(({ place }) => place),
  why: '别的年份的数，没有读取',
})

/**
 * The lines of a table without rows of other years among those of the report: where each is named by its year alone, as in
 * 表四, whose rows have no other name.
 */
export function withoutOtherRows(
  lines: Line[],
  year: string | undefined,
): { lines: Line[]; left: Unplaced[] } {
  const whose = lines.map(({ atoms }) => {
    const [only, ...more] = atoms.filter(({ kind }) => kind === 'label')
    return only && !more.length && atoms.some(isValue) ? headOfYear(only.text, year) : undefined
  })
  if (!whose.includes('own')) return { lines, left: [] }
  return {
    lines: lines.flatMap((line, at) =>
      whose[at] === 'own'
        ? [{ ...line, atoms: line.atoms.filter(({ kind }) => kind !== 'label') }]
        : whose[at] === 'other'
          ? []
          : [line],
    ),
    left: lines.flatMap(({ atoms }, at) =>
      whose[at] === 'other'
        ? [ofOtherYear(atoms.find(({ kind }) => kind === 'label')?.text ?? '', atoms.filter(isValue))]
        : [],
    ),
  }
}

const BESIDE = '来文并列几个年份的数，按表头取本年的，请对照原文'
const UNTOLD = '来文的表头里还有别的年份，请对照原文'

/**
 * Rows of figures of several years in turn, as a text has them, reduced to those of the report's year by the order of the heads
 * above: year by year, or beside the names of the columns. What cannot be told apart is in doubt.
 */
export function chooseYear(rows: Row[], above: (row: Row) => Piece[], year: string | undefined): Unplaced[] {
  const left: Unplaced[] = []
  for (const row of rows) {
    const { run, target } = row
    const columns = columnsOf(target.block)
    const names = namesOf(columns)
    const heads = above(row).flatMap((piece) => {
      const { text } = piece.atom
      const whose = headOfYear(text, year) ?? nameOfYear(text, year, names)
      return whose || columns.some((column) => isNamed(piece, column)) ? [whose] : []
    })
    const years = heads.filter((whose) => whose !== undefined)
    if (!years.includes('other')) continue
    const values = run.atoms.filter(isValue)
    const inBlocks = years.filter((whose) => whose === 'own').length === 1 && years.length > 1
    const beside = heads.length === values.length && heads.length - years.length === columns.length
    const from = years.indexOf('own') * columns.length
    const chosen = beside
      ? values.filter((_, at) => heads[at] === undefined)
      : inBlocks && values.length === columns.length * years.length
        ? values.slice(from, from + columns.length)
        : undefined
    row.doubt ??= chosen ? BESIDE : UNTOLD
    if (!chosen) continue
    left.push(
      ofOtherYear(
        row.written ?? target.label,
        values.filter((atom) => !chosen.includes(atom)),
      ),
    )
    run.atoms = chosen
    run.onFirst = chosen.filter(({ place }) => place.block === chosen[0]?.place.block).length
  }
  return left
}

const isNamed = ({ read }: Piece, column: LeafColumn) =>
  spellingsOf(column).includes(withoutBrackets(read.text))
