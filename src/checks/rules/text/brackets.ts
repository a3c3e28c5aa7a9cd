/** Brackets around the year of a document number, right or wrong: for patterns. */
export const OPEN = '[〔\\[(【{]'

export const CLOSE = '[〕\\])】}]'
