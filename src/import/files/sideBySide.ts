import type { SourceCell } from '../source'
import { readValue } from '../tables/values'

/** So many rows with a label and figures behind it make a table of its own. */
const FEWEST = 3

type Rows = SourceCell[][]

/** A column that holds nothing, but for a title over all of the sheet. */
const isBlank = (rows: Rows, column: number) =>
  rows.every(
    (row) => row.filter(({ text }) => text).length < 2 || (!row[column]?.text && !row[column]?.covered),
  )

/** How many names over as many figures make a table of a single row. */
const FEWEST_ASIDE = 5
/** The one row of figures of a table without labels, right below its names. */
function isSingleRow(rows: Rows): boolean {
  const count = (row: SourceCell[] = [], is: (text: string) => boolean) =>
    row.filter(({ text }) => is(text)).length
  const isFigure = (text: string) => readValue(text)?.kind === 'number'
  const [only, more] = [...rows.keys()].filter((at) => rows[at]?.some(({ text }) => isFigure(text)))
  if (only === undefined || more !== undefined) return false
  return (
    count(rows[only], isFigure) >= FEWEST_ASIDE &&
    count(rows[only - 1], (text) => /\p{Script=Han}/u.test(text)) >= FEWEST_ASIDE
  )
}

function isTable(rows: Rows): boolean {
  const labelled = rows.filter((row) => {
    const first = row.findIndex(({ text }) => text)
    const label = row[first]?.text ?? ''
    return (
      /\p{Script=Han}/u.test(label) &&
      !readValue(label) &&
      row.slice(first + 1).some(({ text }) => readValue(text)?.kind === 'number')
    )
  })
  return labelled.length >= FEWEST || isSingleRow(rows)
}

/**
 * The tables of a sheet that stand side by side with a blank column between them, each with its own rows and all else in the
 * place of one; the whole sheet where there is one.
 */
export function tablesAside(rows: Rows): Rows[] {
  const whole = partedByColumns(rows)
  if (whole.length > 1) return whole
  // Tables one below the other may be as wide as they please.
  const parts = partedByRows(rows).map(partedByColumns)
  return parts.some(({ length }) => length > 1) ? parts.flat() : whole
}

/** The stretches of a sheet between blank rows, with these. */
function partedByRows(rows: Rows): Rows[] {
  const parts: Rows[] = []
  let isBlank = true
  for (const row of rows) {
    const wasBlank = isBlank
    isBlank = row.every(({ text }) => !text)
    if (wasBlank && !isBlank) parts.push([row])
    else parts.at(-1)?.push(row)
  }
  return parts
}

function partedByColumns(rows: Rows): Rows[] {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const bands: { from: number; to: number }[] = []
  for (let column = 0; column < width; column++) {
    const open = bands.at(-1)
    if (isBlank(rows, column)) continue
    if (open && open.to === column) open.to++
    else bands.push({ from: column, to: column + 1 })
  }
  const cut = (from: number, to?: number) => rows.map((row) => row.slice(from, to))
  const starts = bands.filter(({ from, to }) => isTable(cut(from, to))).map(({ from }) => from)
  if (starts.length < 2) return [rows]
  return starts.map((from, at) => cut(at ? from : 0, starts[at + 1]))
}
