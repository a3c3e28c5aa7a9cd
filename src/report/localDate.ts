/** Today as the clerk's calendar has it, YYYY-MM-DD. */
export const localDate = (date = new Date()): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

/** 2022-01-20 as 2022年1月20日; any other text as it was typed. */
export const dateInWords = (text: string): string =>
  text.trim().replace(/^(\d{4})-(\d{2})-(\d{2})$/, (_, year, month, day) => `${year}年${+month}月${+day}日`)
