import type { SourceCell } from '../source'
import { plainText } from './labels'
import { readValue } from './values'

/** A row with where the text of each of its cells begins in the cell of the source. */
export interface ApartRow {
  cells: SourceCell[]
  starts: number[]
}

/** No table has as many rows. */
const MAX_ROWS = 60

/**
 * A row that holds several rows, each cell all their lines: as many labels as there are figures in every column. One row
 * where the lines do not agree in number.
 */
export function apartRows(row: SourceCell[]): ApartRow[] {
  const whole = { cells: row, starts: row.map(() => 0) }
  const lines = row.map(({ text }) => text.split('\n'))
  // Some of its lines may be blank, or such as cannot be read.
  const isOfFigures = (at: number) => {
    const own = lines[at] ?? []
    return own.filter((line) => readValue(line)).length * 2 > own.length
  }
  const first = lines.findIndex((own, at) => own.length > 1 && isOfFigures(at))
  const count = lines[first]?.length ?? 0
  const label = row.map(({ text }, at) => at < first && plainText(text) !== '').lastIndexOf(true)
  const behind = row.flatMap(({ text, covered }, at) =>
    at >= first && !covered && plainText(text) ? [at] : [],
  )
  const isStacked =
    first > 0 &&
    count <= MAX_ROWS &&
    behind.length > 0 &&
    lines[label]?.length === count &&
    behind.every((at) => lines[at]?.length === count && isOfFigures(at))
  if (!isStacked) return [whole]
  return Array.from({ length: count }, (_, order) => ({
    // What stands before the labels is said once.
    cells: row.map((cell, at) => ({
      ...cell,
      text: at >= label ? (lines[at]?.[order] ?? '') : order ? '' : cell.text,
    })),
    starts: lines.map((own, at) =>
      at >= label ? own.slice(0, order).join('\n').length + Math.min(order, 1) : 0,
    ),
  }))
}
