import PostalMime from 'postal-mime'
import { decodeText } from '../../report/decode'
import { readHtml } from './html'
import { type ReadSource, UNREADABLE } from './problems'

/** A web page as browsers save it in one file (.mht, .mhtml): a MIME message whose first HTML part is the page; style sheets are other parts. */
export async function readMht(bytes: Uint8Array, name: string): Promise<ReadSource> {
  const { html, attachments } = await PostalMime.parse(bytes)
  const sheets = attachments
    .filter(({ mimeType }) => mimeType === 'text/css')
    .map(({ content }) => (typeof content === 'string' ? content : decodeText(new Uint8Array(content))))
  return html ? { source: readHtml(html, name, sheets) } : { problem: UNREADABLE }
}

/** Whether a file begins like a MIME message: lines of headers, with MIME-Version or a multipart type among them. */
export function isMht(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /^[A-Za-z-]+:/.test(head) && /^(?:MIME-Version:|Content-Type:\s*multipart\/)/im.test(head)
}
