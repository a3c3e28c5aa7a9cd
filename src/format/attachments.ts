/** Titles of what the program prints behind a report, in printed order: paper and recognition both go by them. */
export const ATTACHMENTS = {
  correction: '附：更正说明',
  approval: '审签单',
  reviewNotes: '附：数据审核说明',
  changes: '附：修改对照',
} as const

/** Title over the tables where they stand behind the text; each is 附表1 and so on, to which its section points. */
export const TABLES_LAST = '附表'
export const tableNumber = (number: number): string => `${TABLES_LAST}${number}`
export const pointerTo = (number: number): string => `详见${tableNumber(number)}。`
