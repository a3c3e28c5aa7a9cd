/** What a paste event hands over. */
export interface Clipboard {
  html?: string
  text: string
}
/** Whether the clipboard holds more than one cell, so that it is not for the browser to paste. Cheap and synchronous. */
export const isGrid = ({ html, text }: Clipboard): boolean =>
  /\t|\S\s*[\r\n]+\s*\S/.test(text) || (html !== undefined && (html.match(/<t[dh]\b/gi)?.length ?? 0) > 1)
