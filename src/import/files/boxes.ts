import type { SourceBlock } from '../source'
import { blocksOfTable, type OpenCell } from './tableBlocks'

/** Signs of each thickness that tables are drawn with, as the plain ones. */
const SIGNS: [RegExp, string][] = [
  [/[┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛]/g, '+'],
  [/[─━═]/g, '-'],
  [/[│┃║┆｜]/g, '|'],
]
const TOP = /^\+[-=+]*[-=][-=+]*\+$/
const WITHIN = /^[+|]/
/** A bar, or a corner with a drawn line at one side at least. */
const EDGE = /\||\+(?=[-=])|(?<=[-=])\+/g
const FIGURE = /^-?[\d,.]*\d$/

const CROOKED = '来文画表格的线没有对齐，请对照原文'
/** Edges may stand so far beside the corners of the table. */
const SLACK = 2

/** How wide programs count a sign: Han as two columns, and other signs that are no ASCII as one or two. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const isOpen = (sign: string) => sign > '\u007f' && !WIDE.test(sign)
const measures: ((sign: string) => number)[] = [
  (sign) => (sign > '\u007f' ? 2 : 1),
  (sign) => (WIDE.test(sign) ? 2 : 1),
  () => 1,
]

/** What stands between two edges of a line: a stretch of columns. */
interface Stretch {
  from: number
  to: number
  text: string
  isRule: boolean
}

/**
 * The table that begins on a line, drawn by lines around its cells, whose texts may run over several lines; and its last line.
 * Without blocks each of its lines is a row, in doubt where the drawn lines do not meet.
 */
export function boxAt(
  lines: string[],
  at: number,
  textOf: (cell: string) => string,
): { blocks?: SourceBlock[]; doubt?: string; end: number } | undefined {
  const drawn = (line = '') => SIGNS.reduce((text, [sign, plain]) => text.replace(sign, plain), line.trim())
  if (!TOP.test(drawn(lines[at]))) return undefined
  let end = at
  for (let next = at + 1; next < lines.length; next++) {
    const line = drawn(lines[next])
    if (TOP.test(line)) end = next
    else if (line && !WITHIN.test(line)) break
  }
  const box = lines
    .slice(at, end + 1)
    .filter((line) => line.trim())
    .map((line) => ({ written: line.trim(), plain: drawn(line) }))
  if (box.length < 3) return undefined
  const [best] = measures
    .flatMap((widthOf) => stretchesOf(box, widthOf) ?? [])
    .sort((one, other) => one.off - other.off)
  const rows = best && cellsOf(best.lines, textOf)
  if (!rows) return { end, doubt: CROOKED }
  return rows === 'a line a row' ? { end } : { blocks: blocksOfTable(rows), end }
}

/**
 * The stretches of each line between the columns that the corners stand in, and by how much its edges miss them: by no more
 * than there are signs of unknown width.
 */
function stretchesOf(
  box: { written: string; plain: string }[],
  widthOf: (sign: string) => number,
): { lines: Stretch[][]; off: number } | undefined {
  const measured = box.map(({ written, plain }) => {
    const starts: number[] = []
    let width = 0
    for (const sign of written) {
      for (const _ of sign) starts.push(width)
      width += widthOf(sign)
    }
    const edges = [...plain.matchAll(EDGE)].map(({ index }) => index)
    return { written, plain, width, edges, places: edges.map((index) => starts[index] ?? 0) }
  })
  const width = measured[0]?.width
  const corners = measured.flatMap((line) =>
    line.width === width ? line.places.filter((_, order) => line.plain[line.edges[order] ?? 0] === '+') : [],
  )
  const columns = [...new Set(corners)].sort((a, b) => a - b)
  let off = 0
  const lines: Stretch[][] = []
  for (const { written, plain, edges, places } of measured) {
    const near = places.map((place) =>
      columns.reduce(
        (best, column, order) =>
          Math.abs(column - place) < Math.abs((columns[best] ?? 0) - place) ? order : best,
        0,
      ),
    )
    const missed = places.map((place, order) => Math.abs((columns[near[order] ?? 0] ?? 0) - place))
    const open = [...written].filter(isOpen).length
    const isWhole = near[0] === 0 && near.at(-1) === columns.length - 1
    if (!isWhole || near.some((one, order) => order > 0 && one <= (near[order - 1] ?? 0))) return undefined
    if (missed.some((distance) => distance > Math.max(open, SLACK))) return undefined
    off += missed.reduce((sum, distance) => sum + distance, 0)
    lines.push(
      edges.slice(1).map((edge, order) => {
        const [start, drawnText] = [(edges[order] ?? 0) + 1, plain.slice((edges[order] ?? 0) + 1, edge)]
        const isRule = /^[-=]+$/.test(drawnText) && plain[edge] === '+' && plain[start - 1] === '+'
        return { from: near[order] ?? 0, to: near[order + 1] ?? 0, text: written.slice(start, edge), isRule }
      }),
    )
  }
  return { lines, off }
}

/**
 * The cells by the rows that they begin in. Undefined where stretches do not make cells. Where figures stand below each other
 * without a line between, each line is a row.
 */
function cellsOf(
  lines: Stretch[][],
  textOf: (cell: string) => string,
): OpenCell[][] | 'a line a row' | undefined {
  const rules = lines.map((line) => line.filter(({ isRule }) => isRule))
  /** Lines between two on which something is drawn, those without any left out. */
  const bands: { first: number; last: number }[] = []
  for (const [at, line] of lines.entries()) {
    if (rules[at]?.length) continue
    const open = bands.at(-1)
    if (open?.last === at - 1) open.last = at
    else if (line.length) bands.push({ first: at, last: at })
  }
  const isClosed = (at: number, { from, to }: Stretch) =>
    rules[at]?.some((rule) => rule.from <= from && to <= rule.to) ||
    rules[at]?.some((rule) => from <= rule.from && rule.to <= to)
  const taken = new Set<Stretch>()
  const rows: OpenCell[][] = []
  const counts = { single: 0, several: 0 }
  for (const [order, { first }] of bands.entries()) {
    const row: OpenCell[] = []
    for (const stretch of lines[first] ?? []) {
      if (taken.has(stretch)) continue
      const own: Stretch[] = []
      let at = first
      for (; at < lines.length && !isClosed(at, stretch); at++) {
        const part = lines[at]?.find(({ from }) => from === stretch.from)
        if (!part || part.to !== stretch.to) return undefined
        own.push(part)
        taken.add(part)
      }
      const texts = own.map(({ text }) => text.trim()).filter(Boolean)
      const figures = texts.filter((text) => FIGURE.test(text)).length
      if (figures) counts[figures > 1 ? 'several' : 'single']++
      const text = textOf(texts.join('\n'))
      row.push({
        blocks: text ? [{ kind: 'paragraph', text }] : [],
        columns: stretch.to - stretch.from,
        rows: bands.filter((band) => band.first >= first && band.last < at).length,
      })
    }
    if (order === 0 || row.length) rows.push(row)
  }
  const all = lines.flat().filter((stretch) => !stretch.isRule)
  if (counts.several > counts.single) return 'a line a row'
  return all.every((stretch) => taken.has(stretch)) ? rows : undefined
}
