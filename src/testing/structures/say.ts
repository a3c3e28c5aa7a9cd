import type { Drawn, DrawnNumber, Figures, Random, Style } from './types'

/** A number before its place in the text is known. */
export type Num = Omit<DrawnNumber, 'at'>
export type Part = string | Num | readonly Part[]

/** Template text with numbers, strings and lists of parts between. */
export const say = (strings: TemplateStringsArray, ...parts: Part[]): Part[] =>
  strings.flatMap((text, index) => [text, parts[index] ?? ''])

export const joined = (parts: readonly Part[], separator: string): Part[] =>
  parts.flatMap((part, index) => (index ? [separator, part] : [part]))

/** The last two joined by another sign or word: 甲、乙和丙. */
export const joinedWithLast = (parts: readonly Part[], separator: string, last: string): Part[] =>
  parts.flatMap((part, index) => (index ? [index === parts.length - 1 ? last : separator, part] : [part]))

export function drawn(...parts: Part[]): Drawn {
  const numbers: DrawnNumber[] = []
  let text = ''
  const add = (part: Part): void => {
    if (typeof part === 'string') text += part
    else if (Array.isArray(part)) part.forEach(add)
    else {
      const number = part as Num
      numbers.push({ at: text.length, ...number })
      text += number.text
    }
  }
  parts.forEach(add)
  return { text, numbers }
}

const digits = '〇一二三四五六七八九'

/** Below 10000; 2 before a measure word is 两. */
export function chinese(value: number): string {
  if (value === 0) return '零'
  if (value === 2) return '两'
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) gap = text !== ''
    else {
      const one = digit === 1 && unit === 10 && text === ''
      text += `${gap ? '零' : ''}${one ? '' : digits[digit]}${name}`
      gap = false
    }
  }
  return text
}

/** A value in a style; percent, tenThousand, hundredMillion and decimal keep the given decimals. */
export function spell(value: number, style?: Style, decimals = 1): string {
  switch (style) {
    case 'chinese':
      return chinese(value)
    case 'torn': {
      const plain = String(value)
      const cut = plain.length - 1
      return `${plain.slice(0, cut)}\n${plain.slice(cut)}`
    }
    case 'grouped':
      return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
    case 'wide':
      return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    case 'percent':
    case 'tenThousand':
    case 'hundredMillion':
      return String(Number(value.toFixed(decimals)))
    default:
      return String(value)
  }
}

export const sumOf = (f: Figures, cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + f.get(cell), 0)

/** A number that the tables check: the sum of these cells. */
export const told = (f: Figures, cells: string | readonly string[], style?: Style): Num => {
  const list = typeof cells === 'string' ? [cells] : [...cells]
  const number: Num = { text: spell(sumOf(f, list), style), accusable: true, cells: list }
  return style ? { ...number, style } : number
}

/** A number that no table checks, or of which a reader cannot tell that it is the wrong one. */
export const free = (value: number | string, note: string): Num => ({
  text: String(value),
  accusable: false,
  note,
})

/** A share of two sums of cells, checked by them. */
export const share = (part: number, whole: number, decimals = 1): Num => ({
  text: spell((100 * part) / whole, 'percent', decimals),
  accusable: true,
  style: 'percent',
  note: `${part}/${whole}`,
})

/** Parts of at least 1 that add up to the value; undefined if it is too small. */
export function split(r: Random, value: number, count: number): number[] | undefined {
  if (value < count) return undefined
  const cuts = new Set<number>()
  while (cuts.size < count - 1) cuts.add(r.int(1, value - 1))
  const ends = [...cuts].sort((a, b) => a - b)
  return [...ends, value].map((end, index) => end - (ends[index - 1] ?? 0))
}
