import { readHtml } from '../import/files/html'

/** A cell as it is drawn; one that covers others comes once. */
export interface DrawnCell {
  text: string
  columns?: number
  rows?: number
}
/** A paragraph, or the rows of a table. */
export type DrawnPart = string | DrawnCell[][]

const drawnCell = ({ text, columns = 1, rows = 1 }: DrawnCell) =>
  `<td colspan=${columns} rowspan=${rows}>${text}`

/** A page with paragraphs and tables, as it is read. */
export const pageOf = (parts: DrawnPart[]) =>
  readHtml(
    parts
      .map((part) =>
        typeof part === 'string'
          ? `<p>${part}</p>`
          : `<table>${part.map((row) => `<tr>${row.map(drawnCell).join('')}`).join('')}</table>`,
      )
      .join(''),
    '',
  )
