import { decodeText } from '../../report/decode'
import { readCsv } from './csv'
import { readDocx } from './docx'
import { readHtml } from './html'
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

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, at) => bytes[at] === byte)
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b)
const isPdf = (bytes: Uint8Array) => {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  return head.includes('%PDF-')
}
const extensionOf = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Reads a file of any kind but PDF, which has a reader of its own. */
export function readFile(bytes: Uint8Array, name: string): ReadSource | Promise<ReadSource> {
  return isMht(bytes) ? readMht(bytes, name) : readBytes(bytes, name)
}

export const isPdfFile = (bytes: Uint8Array): boolean => isPdf(bytes)

/** Reads a file by what it is, not by what it is called. PDF files have a reader of their own. */
export function readBytes(bytes: Uint8Array, name: string): ReadSource {
  const extension = extensionOf(name)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // A file with a password keeps its new ending around an old container.
    if (extension === 'docx' || extension === 'xlsx') return { problem: LOCKED }
    return { problem: extension === 'xls' || extension === 'et' ? OLD_EXCEL : OLD_WORD }
  }
  if (isZip(bytes)) {
    const kind = zipKind(bytes)
    if (kind === 'word') return readDocx(bytes, name)
    if (kind === 'sheet') return readXlsx(bytes, name)
    return { problem: extension === 'docx' || extension === 'xlsx' ? UNREADABLE : OTHER }
  }
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46) ||
    startsWith(bytes, 0x42, 0x4d)
  )
    return { problem: PICTURE }
  if (bytes.length > MAX_TEXT) return { problem: TOO_LONG }
  if (extension === 'docx' || extension === 'xlsx' || extension === 'pdf') {
    if (!looksLikeText(bytes)) return { problem: UNREADABLE }
  } else if (!looksLikeText(bytes)) return { problem: OTHER }
  const text = decodeText(bytes)
  if (/^\s*\{\\rtf/.test(text)) return { problem: RICH_TEXT }
  if (extension === 'csv' && !looksLikeHtml(text)) return readCsv(text, name)
  return readText({ text }, name)
}

/** A pasted or decoded text: HTML where it has tags of a page, else plain text. */
export function readText({ html, text }: { html?: string; text: string }, name: string): ReadSource {
  if (isTooLong(text) || (html && isTooLong(html))) return { problem: TOO_LONG }
  const markup =
    html && /<(?:t[dh]|p|div|br|h[1-6])\b/i.test(html) ? html : looksLikeHtml(text) ? text : undefined
  if (markup !== undefined) return { source: readHtml(markup, name) }
  return { source: readPlain(text, name) }
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

/** Where the archive's list of contents names the main part, whatever the file is called. */
function zipKind(bytes: Uint8Array): 'word' | 'sheet' | undefined {
  // Names stand in the list at the end of the archive, at most this far from it.
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 262_144)))
  if (/word\/document\d*\.xml/.test(tail)) return 'word'
  if (tail.includes('xl/workbook.xml')) return 'sheet'
  return undefined
}

/** Text has no zero bytes, apart from UTF-16. */
const looksLikeText = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || !bytes.subarray(0, 8192).includes(0)
