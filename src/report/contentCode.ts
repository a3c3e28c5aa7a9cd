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
  // The program's own keys need no normalising, and thousands of reports are written here one after the other.
  if (keys.every((key) => PLAIN.test(key)))
    return `{${keys
      .sort()
      .map((key) => `"${key}":${write(tree[key])}`)
      .join(',')}}`
  const entries = keys
    .map((key): [string, unknown] => [key.normalize('NFC'), tree[key]])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${write(child)}`).join(',')}}`
}
const PLAIN = /^[A-Za-z0-9.]+$/

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
