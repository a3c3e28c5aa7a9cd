/** So many characters of a text stand in a list or a narrow column. */
const SHOWN = 60

/** The beginning of a long text; never half a character. */
export const shortened = (text: string, most = SHOWN): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text
