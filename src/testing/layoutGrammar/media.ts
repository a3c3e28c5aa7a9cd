import { type Grid, type GridCell, squaresOf } from './grid'
import type { Random } from './random'
import { chance, integer } from './random'

/** A report in the order of print: lines of text and tables. */
export type Part = { text: string; heading?: boolean } | { grid: Grid }

export type Covered = 'kept' | 'dropped' | 'repeated'

/** What stands in a square: its text where the cell begins, else nothing, or the label once more. */
function textOf(square: { cell: GridCell; anchor: boolean }, covered: Covered): string {
  const { cell, anchor } = square
  if (anchor) return cell.text
  return covered === 'repeated' && cell.role !== 'figure' ? cell.text : ''
}

/** The rows of a grid as lists of texts. */
function textsOf(grid: Grid, covered: Covered): string[][] {
  return squaresOf(grid).map((line) =>
    (covered === 'dropped' ? line.filter(({ anchor }) => anchor) : line).map((square) =>
      textOf(square, covered),
    ),
  )
}

const lined = (parts: Part[], of: (grid: Grid) => string[], between: string): string =>
  `${parts.flatMap((part) => ('grid' in part ? of(part.grid) : [part.text])).join(between)}\n`

export const tabs = (parts: Part[], covered: Covered): string =>
  lined(parts, (grid) => textsOf(grid, covered).map((row) => row.join('\t')), '\n')

/** One cell a line; `keep` leaves an empty line for an empty cell, else the cell is lost. */
export const oneALine = (parts: Part[], { spaced, keep }: { spaced: boolean; keep: boolean }): string =>
  lined(
    parts,
    (grid) =>
      textsOf(grid, 'dropped')
        .flat()
        .filter((text) => keep || text !== ''),
    spaced ? '\n\n' : '\n',
  )

export const pipesInside = (parts: Part[], covered: Covered): string =>
  lined(
    parts,
    (grid) =>
      textsOf(grid, covered).map((row) =>
        row
          .map((text) => ` ${text} `)
          .join('|')
          .trim(),
      ),
    '\n',
  )

/** `|` on a line of its own between two cells. */
export const pipesAlone = (parts: Part[]): string =>
  lined(parts, (grid) => [textsOf(grid, 'dropped').flat().join('\n|\n')], '\n')

/** A row opens with `|` on a line; its cells end in ` |`, the last one in one more for each square it covers. */
export const pipesBehind = (parts: Part[]): string =>
  lined(
    parts,
    (grid) =>
      grid.rows.flatMap(({ cells }) => [
        '|',
        ...cells.map(({ text, colSpan }, at) =>
          `${text} |${at === cells.length - 1 && colSpan > 1 ? ` ${'|'.repeat(colSpan - 1)}` : ''}`.trim(),
        ),
      ]),
    '\n',
  )

export function markdown(parts: Part[], headless: boolean): string {
  const table = (grid: Grid): string => {
    const rows = textsOf(grid, 'kept').map((row) => `| ${row.join(' | ')} |`)
    const rule = `|${' --- |'.repeat(grid.width)}`
    const blank = `|${'  |'.repeat(grid.width)}`
    const lines = headless ? [blank, rule, ...rows] : [rows[0] ?? blank, rule, ...rows.slice(1)]
    return lines.join('\n')
  }
  return `${parts
    .map((part) => ('grid' in part ? table(part.grid) : part.heading ? `## ${part.text}` : part.text))
    .join('\n\n')}\n`
}

const csvCell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
export function csv(parts: Part[], covered: Covered): string {
  const grids = parts.flatMap((part) => ('grid' in part ? [part.grid] : []))
  const width = Math.max(1, ...grids.map((grid) => grid.width))
  const row = (texts: string[]) =>
    [...texts, ...Array.from({ length: width - texts.length }, () => '')].map(csvCell).join(',')
  const rows = parts.flatMap((part) =>
    'grid' in part ? textsOf(part.grid, covered).map(row) : [row([part.text])],
  )
  return `${rows.join('\r\n')}\r\n`
}

/** Runs of spaces between cells, no alignment: an empty cell leaves no trace. */
export const spacesRagged = (parts: Part[], random: Random): string =>
  lined(
    parts,
    (grid) =>
      textsOf(grid, 'dropped').map((row) =>
        row
          .filter((text) => text !== '')
          .reduce((line, text) => line + ' '.repeat(3 + integer(random, 5)) + text, '')
          .slice(chance(random, 0.5) ? 3 : 0),
      ),
    '\n',
  )

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u2014\u201c\u201d\u2460-\u2473]/
const NOTHING = /[\u200b-\u200d\ufeff]/
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (NOTHING.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1), 0)

/** A text in pieces of so many characters; digits are never parted. */
export function broken(text: string, characters: number): string[] {
  const pieces: string[] = []
  let line = ''
  for (const token of text.match(/\d[\d.]*|./gu) ?? []) {
    if (line && [...line, ...token].length > characters) {
      pieces.push(line)
      line = ''
    }
    line += token
  }
  return line ? [...pieces, line] : pieces
}

/** Columns side by side on a page of fixed pitch; labels broken after some characters, or never. */
function page(grid: Grid, wrap: ((cell: GridCell) => number) | undefined): string[] {
  const textLines = (cell: GridCell): string[] =>
    !cell.text ? [] : wrap && cell.role !== 'figure' ? broken(cell.text, wrap(cell)) : [cell.text]
  const cells = grid.rows.flatMap((row) => row.cells)
  const lines = new Map(cells.map((cell) => [cell, textLines(cell)]))
  const need = (cell: GridCell) => Math.max(0, ...(lines.get(cell) ?? []).map(widthOf))
  const gap = wrap ? 2 : 3
  const widths: number[] = Array.from({ length: grid.width }, () => (wrap ? 6 : 4))
  for (const cell of [...cells].sort((a, b) => a.colSpan - b.colSpan)) {
    const last = cell.column + cell.colSpan - 1
    let room = gap * (cell.colSpan - 1)
    for (let at = cell.column; at <= last; at++) room += widths[at] ?? 0
    if (need(cell) > room) widths[last] = (widths[last] ?? 0) + need(cell) - room
  }
  const left = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0))
  const heights = grid.rows.map((row) =>
    Math.max(1, ...row.cells.map((cell) => (cell.rowSpan > 1 ? 0 : (lines.get(cell)?.length ?? 0)))),
  )
  const heightOf = (cell: GridCell) =>
    heights.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, height) => sum + height, 0)
  for (const cell of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const short = (lines.get(cell)?.length ?? 0) - heightOf(cell)
    const bottom = cell.row + cell.rowSpan - 1
    if (short > 0) heights[bottom] = (heights[bottom] ?? 0) + short
  }
  const top = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 0))
  const canvas: { x: number; text: string }[][] = Array.from(
    { length: heights.reduce((sum, height) => sum + height, 0) },
    () => [],
  )
  for (const cell of cells) {
    const own = lines.get(cell) ?? []
    // Middle of its squares in print; the first line where nothing is broken.
    const lead = wrap ? Math.floor((heightOf(cell) - own.length) / 2) : 0
    for (const [at, text] of own.entries())
      canvas[(top[cell.row] ?? 0) + lead + at]?.push({ x: left[cell.column] ?? 0, text })
  }
  return canvas.map((line) => {
    let out = ''
    for (const { x, text } of line.sort((a, b) => a.x - b.x)) {
      out += ' '.repeat(Math.max(out ? 1 : 0, x - widthOf(out))) + text
    }
    return out
  })
}

export const spacesAligned = (parts: Part[]): string => lined(parts, (grid) => page(grid, undefined), '\n')

export const narrow = (parts: Part[], characters: number): string =>
  lined(
    parts,
    (grid) =>
      page(grid, (cell) =>
        cell.role === 'caption' ? 99 : cell.colSpan > 1 ? characters * cell.colSpan : characters,
      ),
    '\n',
  )

/** The same broken labels as a stream: each piece and each figure on a line, empty cells lost. */
export const narrowLines = (parts: Part[], characters: number): string =>
  lined(
    parts,
    (grid) =>
      textsOf(grid, 'dropped')
        .flatMap((row, at) =>
          row.flatMap((text, position) => {
            const cell = grid.rows[at]?.cells[position]
            return cell?.role === 'figure' ? [text] : broken(text, characters)
          }),
        )
        .filter((text) => text !== ''),
    '\n',
  )

export interface HtmlChoice {
  flat: boolean
  covered: Covered
  nested: boolean
  cell: 'plain' | 'p' | 'nbsp' | 'span' | 'th' | 'br'
  spacer: 'none' | 'left' | 'edges' | 'middle'
}

/** The grid with empty columns put in at the given places (from 0 to its width). */
export function withSpacers(grid: Grid, places: number[]): Grid {
  const shifted = (column: number) => column + places.filter((place) => place <= column).length
  const rows = grid.rows.map((row, at) => {
    const cells = row.cells.map((cell) => {
      const column = shifted(cell.column)
      // A cell that reaches over an empty column covers it too.
      return { ...cell, column, colSpan: shifted(cell.column + cell.colSpan - 1) - column + 1 }
    })
    const spares = [...places]
      .sort((a, b) => a - b)
      .flatMap((place, order): GridCell[] => {
        const column = place + order
        const covered = grid.rows
          .flatMap((line) => line.cells)
          .some(
            (cell) =>
              cell.row <= at &&
              at < cell.row + cell.rowSpan &&
              cell.column < place &&
              place < cell.column + cell.colSpan,
          )
        if (covered) return []
        return [{ role: 'spare', text: '', row: at, column, rowSpan: 1, colSpan: 1 }]
      })
    return { ...row, cells: [...cells, ...spares].sort((a, b) => a.column - b.column) }
  })
  return { ...grid, width: grid.width + places.length, rows }
}

function htmlTable(source: Grid, choice: HtmlChoice): string {
  const middle = source.stubs || 0
  const places =
    choice.spacer === 'none'
      ? []
      : choice.spacer === 'left'
        ? [0]
        : choice.spacer === 'edges'
          ? [0, source.width]
          : [middle]
  const grid = withSpacers(source, places)
  const squares = squaresOf(grid)
  const inside = (text: string, role: GridCell['role']): string => {
    const shown =
      choice.cell === 'br' && role === 'head' && text.length > 3
        ? `${text.slice(0, 2)}<br>${text.slice(2)}`
        : text
    switch (choice.cell) {
      case 'p':
        return `<p style="text-indent: 0em;">${shown || '&nbsp;'}</p>`
      case 'nbsp':
        return shown ? `&nbsp;${shown}&nbsp;` : '&nbsp;'
      case 'span':
        return `<span lang="EN-US" style="font-size:10.5pt">${shown}</span>`
      default:
        return shown
    }
  }
  const tag = (role: GridCell['role'], text: string, spans: string) => {
    const name = choice.cell === 'th' && (role === 'head' || role === 'corner') ? 'th' : 'td'
    return `<${name}${spans}>${inside(text, role)}</${name}>`
  }
  const row = (at: number): string => {
    const cells = choice.flat
      ? (squares[at] ?? []).map((square) => tag(square.cell.role, textOf(square, choice.covered), ''))
      : (grid.rows[at]?.cells ?? []).map((cell) =>
          tag(
            cell.role,
            cell.text,
            (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') +
              (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''),
          ),
        )
    return `<tr>${cells.join('')}</tr>`
  }
  const heads = grid.rows.findIndex(({ kind }) => kind === 'body')
  const all = grid.rows.map((_, at) => row(at))
  const body =
    choice.cell === 'th' && heads > 0
      ? `<thead>\n${all.slice(0, heads).join('\n')}\n</thead><tbody>\n${all.slice(heads).join('\n')}\n</tbody>`
      : `<tbody>\n${all.join('\n')}\n</tbody>`
  return `<table border="1" cellspacing="0">${body}</table>`
}

export function html(parts: Part[], choice: HtmlChoice): string {
  const inner = parts
    .map((part) => {
      if (!('grid' in part)) return `<p>${part.heading ? `<strong>${part.text}</strong>` : part.text}</p>`
      const table = htmlTable(part.grid, choice)
      return choice.nested ? `<table width="100%"><tr><td align="center">${table}</td></tr></table>` : table
    })
    .join('\n')
  const main = choice.nested
    ? `<table width="960"><tr><td width="200"><a href="#">首页</a><br><a href="#">政务公开</a></td>` +
      `<td valign="top">\n${inner}\n</td></tr></table>`
    : `<div class="TRS_Editor">\n${inner}\n</div>`
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开</title></head><body>\n${main}\n</body></html>\n`
}
