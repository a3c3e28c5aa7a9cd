/**
 * A report as it came, before anything is recognised: paragraphs and grids in reading order. What is recognised points
 * back here, so that the preview can show where a figure came from.
 */
export interface SourceDocument {
  /** File name, or how it was pasted. */
  name: string
  blocks: SourceBlock[]
  /** Where the columns of a text are held apart by runs of spaces or by lines: the layout carries no cells. */
  notes?: string[]
}

export interface SourceCell {
  text: string
  /** Part of a merged cell that stands to the left or above: it keeps the column, its text is in the first part. */
  covered?: true
  /** How many columns and rows of the grid it reaches over, where more than one. */
  columns?: number
  rows?: number
  /** In a row that the source hides: it counts only where nothing visible says anything else. */
  hidden?: true
  /** Why a figure in it is not certain, where that is not to be seen in its text. */
  doubt?: string
  /** It has a figure and does not show it: listed, never taken. */
  unseen?: true
  /** In a column that the source hides: an empty cell of the table, and listed. */
  concealed?: true
  /** It shows a picture or a formula object, which no reader of text can read: alone it is listed. */
  picture?: true
}
export type SourceBlock =
  /** `goesOn`: a line of the paragraph before, which was broken by hand. */
  (
    | { kind: 'paragraph'; text: string; goesOn?: true }
    /** Rows of equal meaning, merged cells expanded; rows may differ in length. */
    | { kind: 'grid'; rows: SourceCell[][] }
  ) & {
    /** The name of its sheet, where it is the first block of one of several. */
    sheet?: string
  }

/** Where a text stands in the source: a stretch of a paragraph, or of one cell of a grid. */
export interface Place {
  block: number
  row?: number
  cell?: number
  /** Offsets in the text of the paragraph or cell. */
  start: number
  end: number
}

export const textOfPlace = (source: SourceDocument, { block, row, cell, start, end }: Place): string => {
  const found = source.blocks[block]
  const text = found?.kind === 'paragraph' ? found.text : (found?.rows[row ?? 0]?.[cell ?? 0]?.text ?? '')
  return text.slice(start, end)
}
