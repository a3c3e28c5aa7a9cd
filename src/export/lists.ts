/** Lists with long texts in their cells, as they go to people on paper: 核对意见, 审核结果表, 户数变动表. */
export interface PrintedList {
  title: string
  /** Sentences between title and table. */
  lines: string[]
  columns: { label: string /** Share of the width, percent. */; width: number }[]
  rows: string[][]
  /** Sentences below the table. */
  ending: string[]
  /** What the sheet of a workbook is called. */
  sheet: string
  /** A form that somebody fills in further down: what is typed there stays text, so that Excel rounds no code. */
  form?: boolean
}
