import type { ReportDocument } from './document'
import type { DocumentTable } from './table'

/** A finished file as it was parsed again. */
export interface ReadBack {
  /** All texts outside tables, in order; the lines of one paragraph divided by a line feed. */
  paragraphs: string[]
  /** The cells of each table; a merged cell stands once, at its first square. */
  tables: ReadCell[][]
  /** Web pages: labels and texts of what a site asks for, in turn. */
  page?: string[]
}
export interface ReadCell {
  row: number
  column: number
  text: string
}

/** What was compared with the model. The copy is good where there are no differences, each of them a sentence. */
export interface Comparison {
  figures: number
  labels: number
  paragraphs: number
  differences: string[]
}

/** What a complete copy of the document says. */
const textsOf = ({ titleLines, parts }: ReportDocument): string[] => [
  titleLines.join('\n'),
  ...parts.flatMap((part) => (part.kind === 'table' ? [] : [part.text])),
]

/** Compares every figure, label and paragraph of a file with the document it was made from. */
export const compareDocument = (content: ReportDocument, read: ReadBack): Comparison =>
  merged([
    compareParagraphs(textsOf(content), read.paragraphs),
    compareTables(
      content.parts.filter((part) => part.kind === 'table'),
      read.tables,
    ),
  ])

export function compareParagraphs(expected: string[], actual: string[]): Comparison {
  const differences: string[] = []
  const count = Math.max(expected.length, actual.length)
  for (let i = 0; i < count; i++)
    if (expected[i] !== actual[i])
      differences.push(`第 ${i + 1} 段应为${quoted(expected[i])}，文件里是${quoted(actual[i])}。`)
  return { figures: 0, labels: 0, paragraphs: expected.length, differences }
}

export function compareTables(expected: DocumentTable[], actual: ReadCell[][]): Comparison {
  const results = expected.map((table, index) => compareTable(table, actual[index] ?? []))
  const surplus = actual.length - expected.length
  if (surplus > 0)
    results.push({ figures: 0, labels: 0, paragraphs: 0, differences: [`文件里多出 ${surplus} 张表。`] })
  return merged(results)
}

function compareTable(table: DocumentTable, actual: ReadCell[]): Comparison {
  const differences: string[] = []
  const found = new Map(actual.map((cell) => [`${cell.row}:${cell.column}`, cell.text]))
  let figures = 0
  let labels = 0
  for (const [row, { cells }] of table.rows.entries())
    for (const { start, text, role } of cells) {
      const key = `${row}:${start}`
      const read = found.get(key)
      found.delete(key)
      if (role === 'figure') figures++
      else if (text) labels++
      if ((read ?? '') !== text)
        differences.push(
          `${table.caption}第 ${row + 1} 行第 ${start + 1} 列应为${quoted(text)}，文件里是${quoted(read)}。`,
        )
    }
  for (const [key, text] of found) {
    const [row, column] = key.split(':').map(Number)
    if (text)
      differences.push(
        `${table.caption}第 ${Number(row) + 1} 行第 ${Number(column) + 1} 列多出${quoted(text)}。`,
      )
  }
  return { figures, labels, paragraphs: 0, differences }
}

const quoted = (text: string | undefined) => (text === undefined || text === '' ? '空白' : `“${text}”`)

export const merged = (results: Comparison[]): Comparison => ({
  figures: results.reduce((sum, { figures }) => sum + figures, 0),
  labels: results.reduce((sum, { labels }) => sum + labels, 0),
  paragraphs: results.reduce((sum, { paragraphs }) => sum + paragraphs, 0),
  differences: results.flatMap(({ differences }) => differences),
})
