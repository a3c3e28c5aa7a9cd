/** So many names are said in a sentence. */
const MOST = 8

/** Names in a sentence: the first ones, and that there are more. */
export const named = (names: readonly string[], most = MOST): string =>
  names.slice(0, most).join('、') + (names.length > most ? ' 等' : '')
