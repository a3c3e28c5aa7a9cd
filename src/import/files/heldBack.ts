import type { SourceBlock } from '../source'
import { readPlain } from './plain'

/** Elements whose text is no part of the page as it stands, and may be a table all the same. */
export const RAW = new Set(['script', 'textarea'])

/** A string of a script as the text that it stands for. */
const unescaped = (text: string): string =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(["'`/])/g, '$1')

/** What such an element holds: the tables that a script writes, the lines of a field. */
export function blocksHeldBack(
  tag: string,
  text: string,
  readPage: (html: string) => SourceBlock[],
): SourceBlock[] {
  if (tag === 'textarea') return readPlain(text, '').blocks
  const page = unescaped(text)
  const lower = page.toLowerCase()
  const [from, to] = [lower.indexOf('<table'), lower.lastIndexOf('</table>')]
  return from >= 0 && to > from ? readPage(page.slice(from, to)) : []
}
