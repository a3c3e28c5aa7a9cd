import type { Unit } from '../../format/types'

/**
 * What an ideal reader does with a figure: takes it without a mark, takes it (or leaves the cell blank) with a mark
 * of doubt, or lists its text because no value can be known.
 */
export type Certainty = 'certain' | 'marked' | 'listed'

/** A figure as it stands in the source, and what can be read from it. */
export interface Printed {
  text: string
  value: number | null
  certainty: Certainty
  /** Values that are fair as well, as long as they are marked; null is a blank cell with the text listed. */
  alternatives?: (number | null)[]
}

const certain = (text: string, value: number | null): Printed => ({ text, value, certainty: 'certain' })
const marked = (text: string, value: number | null, ...alternatives: (number | null)[]): Printed => ({
  text,
  value,
  certainty: 'marked',
  ...(alternatives.length ? { alternatives } : {}),
})
const listed = (text: string, ...alternatives: number[]): Printed => ({
  text,
  value: null,
  certainty: 'listed',
  ...(alternatives.length ? { alternatives } : {}),
})

export const plainText = (value: number): string => String(value)
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

export const plain = (value: number): Printed => certain(plainText(value), value)

/**
 * A cell with nothing in it. A blank is no zero: the ideal reader leaves the cell without a figure (or with the
 * sign itself, as “/”); zero with a mark of doubt is fair for a sign that says “none”.
 */
export const zeroSigns = {
  '0': (): Printed => certain('0', 0),
  empty: (): Printed => certain('', null),
  hyphen: (): Printed => ({ ...certain('-', null), alternatives: [0] }),
  dash: (): Printed => ({ ...certain('—', null), alternatives: [0] }),
  slash: (): Printed => ({ ...certain('/', null), alternatives: [0] }),
  none: (): Printed => ({ ...certain('无', null), alternatives: [0] }),
  'full-width': (): Printed => certain('０', 0),
  circle: (): Printed => marked('〇', 0, null),
} as const
export type ZeroSign = keyof typeof zeroSigns

/** Marks on a figure that leave its value readable. */
export const noteMarks = {
  circled: (value: number): Printed => marked(`${plainText(value)}①`, value, null),
  raised: (value: number): Printed => marked(`${plainText(value)}¹`, value, null),
  star: (value: number): Printed => marked(`${plainText(value)}*`, value, null),
  sup: (value: number): Printed => marked(`${plainText(value)}<sup>1</sup>`, value, null),
  note: (value: number): Printed => marked(`${plainText(value)}（注1）`, value, null),
} as const
export type NoteMark = keyof typeof noteMarks

/** Ways to write every figure of a report. */
export const writings = {
  // The row's own unit behind a number is certain.
  unit: (value: number, unit: Unit): Printed => certain(`${plainText(value)}${unit}`, value),
  thousands: (value: number): Printed => {
    const [whole = '', fraction] = plainText(value).split('.')
    const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
    return certain(fraction === undefined ? grouped : `${grouped}.${fraction}`, value)
  },
  'full-width': (value: number): Printed => certain(fullWidth(plainText(value)), value),
} as const
export type Writing = keyof typeof writings

const DIGITS = '零一二三四五六七八九'
function inChinese(value: number): string {
  const below10000 = (part: number, first: boolean): string => {
    let out = ''
    let gap = false
    for (const [size, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(part / size) % 10
      if (digit === 0) {
        gap = gap || out !== '' || !first
        continue
      }
      if (gap && (out !== '' || !first)) out += '零'
      gap = false
      out += size === 10 && digit === 1 && out === '' && first ? name : `${DIGITS[digit]}${name}`
    }
    return out
  }
  if (value === 0) return '零'
  const high = Math.floor(value / 10000)
  const low = value % 10000
  return (high ? `${below10000(high % 10000, true)}万` : '') + (low ? below10000(low, !high) : '')
}

const ZERO_WIDTH = '\u200b'

/**
 * Cells that are hard or impossible to read; undefined where the kind cannot be made from that value. Values below
 * 100 million and whole only where the kind needs it.
 */
export const unreadables = {
  hashes: (value: number) => listed('####', value),
  reference: (value: number) => listed('#REF!', value),
  apostrophe: (value: number) => marked(`'${plainText(value)}`, value, null),
  star: (value: number) => marked(`${plainText(value)}*`, value, null),
  plus: (value: number) => (value > 0 ? marked(`+${plainText(value)}`, value, null) : undefined),
  'odd comma': (value: number) => {
    const text = plainText(value)
    // A group of two behind the comma: a lost digit or a misplaced comma, and nobody can say which.
    return /^\d{2,}$/.test(text) && text.length > 2
      ? listed(`${text.slice(0, -2)},${text.slice(-2)}`, value)
      : undefined
  },
  'other unit': (value: number) => marked(`${plainText(value)}人次`, value, null),
  about: (value: number) => marked(`约${plainText(value)}`, value, null),
  chinese: (value: number) =>
    Number.isInteger(value) && value > 10 && value < 1e8 ? marked(inChinese(value), value, null) : undefined,
  'letter l': (value: number) => {
    const text = plainText(value)
    return text.includes('1') && text.length > 1 ? marked(text.replaceAll('1', 'l'), value, null) : undefined
  },
  bracket: (value: number) => marked(`${plainText(value)}（含转办）`, value, null),
  'zero width': (value: number) => {
    const text = plainText(value)
    return text.length > 1 ? marked(`${text[0]}${ZERO_WIDTH}${text.slice(1)}`, value, null) : undefined
  },
} as const satisfies Record<string, (value: number) => Printed | undefined>
export type Unreadable = keyof typeof unreadables
