import type { Edition } from '../format/types'
import { type FileTree, toFile } from './file'
import type { Report, Values } from './report'
import { sha256 } from './sha256'

/**
 * Whether a copy is final and when it was published or explained says nothing about what it contains, nor does what a clerk
 * still has to look at, which cell a figure of the prose follows, or which 汇总 a figure was taken from.
 */
const LEFT_OUT = new Set(['status', 'publishedAt', 'pending', 'links', 'sources'])

/**
 * The content of a report file as one text: keys sorted, everything in NFC, without `status`, `publishedAt`,
 * `pending`, `links`, `sources` and `exceptions[].at`; unknown keys included. Two files with the same text are the same report.
 */
export function canonicalContent(file: FileTree): string {
  const top = Object.entries(file).filter(([key]) => !LEFT_OUT.has(key))
  return write(
    Object.fromEntries(top.map(([key, value]) => [key, key === 'exceptions' ? undated(value) : value])),
  )
}

const undated = (exceptions: unknown): unknown =>
  Array.isArray(exceptions)
    ? exceptions.map((exception) =>
        typeof exception === 'object' && exception !== null
          ? Object.fromEntries(Object.entries(exception).filter(([key]) => key !== 'at'))
          : exception,
      )
    : exceptions

function write(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const tree = value as Record<string, unknown>
  const keys = Object.keys(tree)
  const order = orderOf(keys)
  let written = '{'
  for (let n = 0; n < order.length; n++) {
    const { key, name } = order[n] as OrderedKey
    written += `${n ? ',' : ''}${name}:${write(tree[key])}`
  }
  return `${written}}`
}

/** A key as it stands in the object, and as it is written. */
interface OrderedKey {
  key: string
  name: string
}
/**
 * The program's own keys stand in one order in every file: thousands of reports are written here one after the other, and sorting their
 * keys again and again took half of that time.
 */
const orders = new Map<string, OrderedKey[]>()
const MOST_ORDERS = 500
const PLAIN = /^[A-Za-z0-9.]+$/

/** Keys in NFC, sorted. */
function orderOf(keys: string[]): OrderedKey[] {
  const joined = keys.join()
  const known = orders.get(joined)
  // A key with a comma in it is never among those that are kept, but would join to the same text: then there are fewer.
  if (known?.length === keys.length) return known
  const order = keys
    .map((key) => ({ key, normal: key.normalize('NFC') }))
    .sort((a, b) => (a.normal < b.normal ? -1 : a.normal > b.normal ? 1 : 0))
    .map(({ key, normal }) => ({ key, name: JSON.stringify(normal) }))
  if (orders.size < MOST_ORDERS && keys.every((key) => PLAIN.test(key))) orders.set(joined, order)
  return order
}

/** The content code in full: SHA-256 of the canonical content in hexadecimal, as files carry it and `base` names it. */
export const contentCode = (report: Report, edition: Edition, value?: Values): string =>
  sha256(canonicalContent(toFile(report, edition, 'draft', value)))

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * A content code as it is printed: its first 16 base32 characters (RFC 4648) in groups of four. What is no content code, as a file may
 * name anything as the version that it corrects, is printed as it stands.
 */
export function printedCode(code: string): string {
  if (!/^[0-9a-f]{20}/i.test(code)) return code
  let bits = BigInt(`0x${code.slice(0, 20)}`)
  let letters = ''
  for (let i = 0; i < 16; i++) {
    letters = BASE32.charAt(Number(bits & 31n)) + letters
    bits >>= 5n
  }
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
