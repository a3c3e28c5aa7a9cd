import type { Unit } from '../format/types'

/**
 * A cell as it was read. Amounts are whole numbers: 件, or hundred-million-millionths of 万元 where the form asks for that
 * (fees are published exact to the 分 and finer), so nothing is ever added up in binary fractions.
 */
export type CellValue =
  | { kind: 'number'; amount: bigint }
  | { kind: 'blank' }
  | { kind: 'slash' }
  | { kind: 'malformed'; problem: Problem }

/** Why a text is no figure: no number at all, below zero, decimals where none are allowed, too long to be exact. */
export type Problem = 'notNumber' | 'negative' | 'decimals' | 'tooLong'

/** Figures of more digits than this are kept as text: a JSON number could not hold them exactly. */
export const MAX_DIGITS = 15

/** The most digits of a figure: what one organ counts is bounded, sums over many (汇总, 口径 `level` and `all`) are not. */
export const digitsIn = (scope: string): number =>
  scope === 'level' || scope === 'all' ? Number.POSITIVE_INFINITY : MAX_DIGITS

const WAN_DECIMALS = MAX_DIGITS - 1
/** 1 万元 and 1 元 as amounts. */
export const WAN = 10n ** BigInt(WAN_DECIMALS)
export const YUAN = WAN / 10_000n

const decimalsOf = (unit: Unit) => (unit === '万元' ? WAN_DECIMALS : 0)
const BLANK: CellValue = { kind: 'blank' }
const SLASH: CellValue = { kind: 'slash' }
const ZERO: CellValue = { kind: 'number', amount: 0n }
const malformed = (problem: Problem): CellValue => ({ kind: 'malformed', problem })

/** Full-width forms as the characters they stand for; ① and ¹ are note marks and no digits. */
export const foldFullWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')

/** Full-width digits, spaces around and thousands separators are read as digits; the typed text itself stays. */
function plain(text: string): string {
  const trimmed = foldFullWidth(text).trim()
  return /^[-−–]?\s*\d{1,3}([, \u00a0]\d{3})+(\.\d*)?$/.test(trimmed)
    ? trimmed.replace(/[, \u00a0]/g, '')
    : trimmed
}

/** Most cells hold a few plain digits: these need no normalising. */
const SIMPLE = /^\d{1,15}$/

/** Reads what was typed into a cell. Blank, “/” and text that is no figure stay apart from zero. */
export function readCell(text: string, unit: Unit, most: number = MAX_DIGITS): CellValue {
  // What most cells of most reports say.
  if (text === '0') return ZERO
  const places = decimalsOf(unit)
  if (SIMPLE.test(text)) return { kind: 'number', amount: places ? BigInt(text) * WAN : BigInt(text) }
  const read = plain(text)
  if (read === '') return BLANK
  if (read === '/') return SLASH
  if (/^[-−–]\s*(\d+\.?\d*|\.\d+)$/.test(read)) return malformed('negative')
  const match = /^(\d+)(?:\.(\d*))?$/.exec(read)
  if (!match) return malformed('notNumber')
  const [, whole = '', fraction = ''] = match
  if (places === 0 && read.includes('.')) return malformed('decimals')
  const digits = whole.replace(/^0+(?=\d)/, '')
  const decimals = fraction.replace(/0+$/, '')
  if ((digits + decimals).length > most || decimals.length > places) return malformed('tooLong')
  return { kind: 'number', amount: BigInt(digits + decimals.padEnd(places, '0')) }
}

/** An amount in the unit of the form, without padding: 882.0 万元 is 882, 1 元 is 0.0001 万元. */
export function formatAmount(amount: bigint, unit: Unit): string {
  const places = decimalsOf(unit)
  if (places === 0) return String(amount)
  const sign = amount < 0n ? '-' : ''
  const digits = String(amount < 0n ? -amount : amount).padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return sign + digits.slice(0, -places) + (fraction && `.${fraction}`)
}

/**
 * A cell as it is printed: a figure as entered after reading (“８８２.０” as 882.0, “1,230” as 1230, “882.” as 882,
 * nothing padded), “/” and malformed text as typed, a blank as nothing.
 */
export function printedCell(text: string, unit: Unit): string {
  const value = readCell(text, unit)
  if (value.kind !== 'number') return text.trim()
  return plain(text)
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '')
}
