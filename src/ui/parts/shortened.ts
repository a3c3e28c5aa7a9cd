/** So many characters of a text stand in a list or a narrow column. */
const SHOWN = 60

/** The beginning of a long text; never half a character. */
export const shortened = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '')}…` : text
