import type { SourceCell } from '../source'
import { readValue } from '../tables/values'

const MAX_LABEL = 60

/**
 * Marks what the columns of a grid hide, but for cells that are merged with those of shown ones. Labels stay, so that a
 * hidden column of the form keeps its place and none of its neighbours' figures moves there; a sentence, or a word beside
 * which nothing shows or that stands behind a figure, is none.
 */
export function markHiddenColumns(rows: SourceCell[][], hidden: ReadonlySet<number>) {
  if (!hidden.size) return
  const isHidden = ({ columns = 1 }: SourceCell, at: number) =>
    Array.from({ length: columns }, (_, more) => at + more).every((column) => hidden.has(column))
  for (const row of rows) {
    const shows = row.some((cell, at) => cell?.text && !isHidden(cell, at))
    const figure = row.findIndex((cell, at) => cell?.text && !isHidden(cell, at) && readValue(cell.text))
    for (const [at, cell] of row.entries()) {
      if (!(cell?.text || cell?.picture) || !isHidden(cell, at)) continue
      const words =
        cell.text && !readValue(cell.text) && cell.text.length <= MAX_LABEL && !/[。；]/.test(cell.text)
      if (!words || !shows || (figure >= 0 && at > figure)) row[at] = { ...cell, concealed: true }
    }
  }
}
