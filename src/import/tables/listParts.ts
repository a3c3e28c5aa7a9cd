import { foldFullWidth } from '../../report/value'
import { isSectionName } from '../prose/headings'
import { type Form, NUMERAL, namesIn } from './formNames'
import { isForeignName, isOfRows } from './headSlots'
import { type Atom, type Line, valueAtom } from './lines'
import { isIn, stretchOf } from './reach'
import { isValue } from './runs'
import { inSingleCells } from './unread'
import { readValue, type ValueText } from './values'

/** Fewer figures than these with their columns before them are no list. */
export const FEWEST = 2

/** What a line says, in turn: words, and the figures they tell the place of. */
export type Part = { words: string } | { atom: Atom } | { other: Atom }

const TOKEN = /(?:[^\s，；：、;:|,]|(?<=\d),(?=\d{3}(?!\d)))+/g
/** The figure that a token ends in, right behind names, else behind any words. */
function gluedIn(token: string, form: Form): { words: string; figure: string; value: ValueText } | undefined {
  const ways = Array.from(token, (_, at) => {
    const [words, figure] = [token.slice(0, at), token.slice(at)]
    const isSplit = /[\p{Script=Han})）]$/u.test(words) && /\d/.test(foldFullWidth(figure))
    const value = isSplit ? readValue(figure) : undefined
    return value ? [{ words, figure, value }] : []
  }).flat()
  return ways.find(({ words }) => namesIn(words, form)?.length) ?? ways[0]
}

/** A figure, or what stands in the place of one: digits and signs without a word. */
const figureIn = (token: string): ValueText | undefined =>
  readValue(token) ?? (/^\d\P{L}*$/u.test(token) ? { kind: 'unread', text: token } : undefined)

/** The longest text that says a figure is not known. */
const MAX_UNKNOWN = 8
/** A line of text by its signs, a row of a grid by its cells. */
export function partsOf(line: Line, form: Form, { rows, others, figures, heads }: ListColumns): Part[] {
  const { grid, atoms, text } = inSingleCells(line)
  // Figures without a word beside them are told their place by what stands over them.
  const isBare = form.isLabelled && grid && atoms.filter(isValue).length >= FEWEST
  if (isBare && atoms.every(({ kind }) => kind !== 'label'))
    return atoms.flatMap((atom): Part[] => {
      // Over a blank cell beside the figures stands the label of a row, not a name of theirs.
      if (atom.kind === 'empty') return []
      const over = heads.filter((head) => isIn(atom.column, stretchOf(head)))
      return [...over.map((head) => ({ words: head.text })), { atom }]
    })
  if (grid)
    return atoms.flatMap((atom): Part[] => {
      if (rows.has(atom.column)) return []
      if (others.has(atom.column)) return isValue(atom) ? [{ other: atom }] : []
      if (atom.kind !== 'label') return [{ atom }]
      const isWord =
        figureIn(atom.text)?.kind === 'unread' ||
        (figures.has(atom.column) && (NUMERAL.test(atom.text) || !namesIn(atom.text, form)))
      return [isWord ? { atom: { ...atom, kind: 'unread' } } : { words: atom.text }]
    })
  const [first] = atoms
  if (!first) return []
  const plain = text.replace(/\*\*/g, '  ')
  return [...plain.matchAll(TOKEN)].flatMap(({ 0: token, index }): Part[] => {
    // A point behind a figure may have lost digits.
    const own = token.replace(/。$/, '')
    const [before, after] = [plain.slice(0, index), plain.slice(index + token.length)]
    const isLast = /^\s*(?:[，；、;,。|]|$)/.test(after)
    const isAlone = own.length <= MAX_UNKNOWN && /[：:]\s*$/.test(before) && isLast
    const split = gluedIn(own, form)
    const isNamed = split && namesIn(split.words, form)?.length
    const isNumbering =
      (/^\d{1,2}[.)）]$/.test(own) && (/^\s*\p{Script=Han}/u.test(after) || !before.trim())) ||
      (/^\d$/.test(own) && /(?:^|[：:])\s*$/.test(before) && /^、\p{Script=Han}/u.test(after))
    const whole = isNamed || isNumbering ? undefined : figureIn(own)
    const glued = whole ? undefined : split
    const isNumeral = isLast && /\S[\s：:]+$/.test(before) && NUMERAL.test(own)
    const isUnknown = !glued && (isNumeral || (isAlone && !namesIn(own, form)))
    const value: ValueText | undefined =
      whole ?? glued?.value ?? (isUnknown ? { kind: 'unread', text: own } : undefined)
    if (!value) return [{ words: token }]
    const { words = '', figure = own } = glued ?? {}
    const start = index + words.length
    const place = { ...first.place, start, end: start + figure.length }
    return [...(words ? [{ words }] : []), { atom: valueAtom(value, figure, start, place) }]
  })
}

/** What stands in which columns of a list, by the names over them: numbers of rows, other figures, its own. */
export interface ListColumns {
  /** What numbers its rows, or tells in each the section of the form that it belongs to. */
  rows: Set<number>
  others: Set<number>
  figures: Set<number>
  /** What stands above its first figures. */
  heads: Atom[]
}
/** The columns of a grid as a list. */
export function listColumns(grid: Line[], form: Form): ListColumns {
  const found: ListColumns = { rows: new Set(), others: new Set(), figures: new Set(), heads: [] }
  const isFigure = ({ kind }: Atom) => kind === 'number'
  const begin = grid.findIndex(({ atoms }) => atoms.some(isFigure))
  const above = grid.slice(0, Math.max(0, begin))
  found.heads = above.flatMap(({ atoms }) => atoms.filter(({ kind }) => kind === 'label'))
  for (const { text, column } of found.heads)
    if (isForeignName(text) && (isOfRows(text) || !namesIn(text, form)?.length))
      (isOfRows(text) ? found.rows : found.others).add(column)
  const words = grid.slice(begin).flatMap(({ atoms }) => atoms.filter(({ kind }) => kind === 'label'))
  for (const column of new Set(words.map((word) => word.column)))
    if (words.every((word) => word.column !== column || isSectionName(word.text))) found.rows.add(column)
  const counts = new Map<number, number>()
  for (const { column } of grid.flatMap(({ atoms }) => atoms.filter(isFigure)))
    counts.set(column, (counts.get(column) ?? 0) + 1)
  for (const [column, count] of counts)
    if (count >= FEWEST && !found.rows.has(column) && !found.others.has(column)) found.figures.add(column)
  return found
}
