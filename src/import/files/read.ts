import { decodeText } from '../../report/decode'
import { isCsv, readCsv } from './csv'
import { readDocx } from './docx'
import { readHtml } from './html'
import { extensionOf, isCalledPacked, kindOf } from './kind'
import { isMht, readMht } from './mht'
import { readPlain } from './plain'
import {
  LOCKED,
  MAX_TEXT,
  OLD_EXCEL,
  OLD_WORD,
  OTHER,
  PICTURE,
  type ReadSource,
  RICH_TEXT,
  TOO_LONG,
  UNREADABLE,
} from './problems'
import { readXlsx } from './xlsx'

/** Reads a file of any kind but PDF, which has a reader of its own. */
export function readFile(bytes: Uint8Array, name: string): ReadSource | Promise<ReadSource> {
  return isMht(bytes) ? readMht(bytes, name) : readBytes(bytes, name)
}

/** Reads a file by what it is, not by what it is called. PDF files have a reader of their own. */
export function readBytes(bytes: Uint8Array, name: string): ReadSource {
  const extension = extensionOf(name)
  switch (kindOf(bytes)) {
    case 'word':
      return readDocx(bytes, name)
    case 'sheet':
      return readXlsx(bytes, name)
    case 'archive':
      return { problem: isOffice(extension) ? UNREADABLE : OTHER }
    case 'oldOffice':
      // A file with a password keeps its new ending around an old container.
      if (isOffice(extension)) return { problem: LOCKED }
      return { problem: extension === 'xls' || extension === 'et' ? OLD_EXCEL : OLD_WORD }
    case 'picture':
      return { problem: PICTURE }
    case 'unknown':
      if (bytes.length > MAX_TEXT) return { problem: TOO_LONG }
      return { problem: isCalledPacked(name) ? UNREADABLE : OTHER }
    case 'text':
      return bytes.length > MAX_TEXT ? { problem: TOO_LONG } : readDecoded(decodeText(bytes), name)
  }
}
const isOffice = (extension: string) => extension === 'docx' || extension === 'xlsx'

function readDecoded(text: string, name: string): ReadSource {
  if (/^\s*\{\\rtf/.test(text)) return { problem: RICH_TEXT }
  if (extensionOf(name) === 'csv' && !looksLikeHtml(text)) return readCsv(text, name)
  return readText({ text }, name)
}

/** A pasted or decoded text: HTML where it has tags of a page, else plain text. */
export function readText({ html, text }: { html?: string; text: string }, name: string): ReadSource {
  if (isTooLong(text) || (html && isTooLong(html))) return { problem: TOO_LONG }
  const markup =
    html && /<(?:t[dh]|p|div|br|h[1-6])\b/i.test(html) ? html : looksLikeHtml(text) ? text : undefined
  if (markup !== undefined) return { source: readHtml(markup, name) }
  return isCsv(text) ? readCsv(text, name) : { source: readPlain(text, name) }
}

/** Measured as the text would be in a file: a Han character has three bytes. */
function isTooLong(text: string): boolean {
  if (text.length * 3 <= MAX_TEXT) return false
  let bytes = text.length
  for (let at = 0; at < text.length && bytes <= MAX_TEXT; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7ff) bytes += 2
    else if (code > 0x7f) bytes++
  }
  return bytes > MAX_TEXT
}

const looksLikeHtml = (text: string) =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|table|div|p|meta|span|h[1-6])\b/i.test(
    text.slice(0, 2000),
  ) ||
  (/<(?:table|tr|td)\b/i.test(text) && /<\/(?:table|tr|td)>/i.test(text))
