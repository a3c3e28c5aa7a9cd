import { foldFullWidth, MAX_DIGITS } from '../../report/value'
import { remembered } from '../remembered'

/** What a small text says where a figure is expected. */
export type ValueText =
  | {
      kind: 'number'
      /** Plain digits as printed, nothing padded or cut. */
      text: string
      /** Printed behind the figure: 件, 万元, 元. */
      suffix: string
      /** Why it is not certain: a note mark, a word beside it, digits that are letters. */
      doubt?: string
    }
  /** “/”, “—”, 无: the source leaves the cell open on purpose. */
  | { kind: 'mark'; text: string }
  /** By its shape no label and no figure: “####”, “#REF!”, “1,51”. */
  | { kind: 'unread'; text: string }

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?`
const NUMBER = new RegExp(`^([-−–]?${DIGITS})(件|条|次|宗|起|个|项|万元|元)?$`)
const WHOLE = new RegExp(`^${DIGITS}$`)
const MARK = /^(?:[-−–—―~]{1,3}|\/|无|空|空白)$/
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/

/** Figures and signs that point to a note: ①, ¹, *, （注1）, [1]. */
const NOTE = String.raw`(?:[①-⓿❶-➓⁰¹²³⁴-⁹₀-₉*※†‡]|\((?:注[^()]{0,4}|[^()]*\p{Script=Han}[^()]*)\)|\[[^\[\]]{1,6}\]|〔[^〔〕]{1,6}〕|注[\d⁰¹²³⁴-⁹]{0,2})`
const NOTED = new RegExp(`^(${DIGITS})(件|条|次|宗|起|个|项|万元|元)?(${NOTE}+)$`, 'u')
const NOTES = new RegExp(`^${NOTE}+$`, 'u')
/** Marks that stand alone in a cell as well, where nothing could be read. */
const ALONE = /^[?*①-⓿¹²³⁰-⁹]+$/u
const ABOUT =
  '(?:约为?|大约|大概|将?近|接近|几乎|共计?|合计|累计|计|不足|不到|未满|超过?|逾|至[少多]|最[少多]|[±＞＜><≥≤≈~～])?'
const COUNTERS =
  '(?:余|多|来|几)?(?:人次|件次|条次|人|份|例|批|户|家|篇|宗次)?(?:余|多)?(?:件|条|次|宗|起|个|项|万元|元)?(?:余|多|许|左右|上下|以[上下内]|不到|±)?'
/** A word, a unit or marks of notes that a blank holds apart from their figure. */
const BLANK_BEFORE = new RegExp(
  `(?<=^${ABOUT}) (?=\\d)| (?=件|条|次|宗|起|个|项|万元|元|余|多|左右|上下|以[上下内]|(?:${NOTE} ?)+$)`,
  'gu',
)
/** Words beside a number that leave its value readable. */
const WORDED = new RegExp(String.raw`^(${ABOUT})(${DIGITS})(${COUNTERS}(?:\([^()]*\))?)$`)
/** Several numbers, held apart by their units or by a sign: 151件2, 12人3, 151/152, 151→152. */
const SEVERAL = new RegExp(
  String.raw`^${ABOUT}${DIGITS}(?:(?:(?=\D)${COUNTERS}[/、;+→±|&]?)${DIGITS})+${COUNTERS}$`,
)
/** Digits in groups of three with blanks between: most likely one number, yet two could stand so as well. */
const GROUPED = /^[1-9]\d?(?: \d{3})+(?:\.\d*)?$/
/** A number between signs that are none of its digits: '151, +151, 151?, 151。 Numbering (1. 1、 1)) is none. */
const SIGNED = new RegExp(
  String.raw`^([^\p{L}\p{N}\s,.(\[（、:\-−–/\\#=]{0,3})(${DIGITS})([^\p{L}\p{N}\s,.、:()\[\]%‰°/\\]{0,3}|[a-zA-Z]{1,2})$`,
  'u',
)
const CHINESE = /^[零〇一二两三四五六七八九十百千万亿]+$/
const OCR = /^(?=.*[lIO|])[\dlIoO|]{2,15}$/
/** Errors of spreadsheets, columns too narrow for a figure, formulas, misplaced separators. */
const UNREADABLE =
  /^(?:#{1,20}|#[A-Z/0!?]{2,10}[!?]?|=[A-Z(].{0,200}|\d+(?:,\d+)+(?:\.\d*)?|\d+(?:\.\d+){2,}|\d+(?:\.\d+)?%|[?*]{1,6}|[①-⓿¹²³⁰-⁹]{1,2}|\d+[-~]\d+(?:件|条|次|宗|起|个|项|万元|元)?|\.\d+|[□■◇◆○●△▲×�]{1,4}|\\|N\/A)$/iu

/** Whether a token is nothing but marks of notes, and whether it may as well be all that a cell holds. */
export function noteIn(token: string): 'note' | 'perhaps' | undefined {
  const folded = foldFullWidth(token)
  return NOTES.test(folded) ? (ALONE.test(folded) ? 'perhaps' : 'note') : undefined
}

/** No figure with its unit and notes is longer. */
const MAX_LENGTH = 40
const LONG_NUMBER = /^\s*[\d,，]+\s*$/

const noted = (figure: string, rest: string) => `来文写“${rest}”，按 ${figure} 收入，请对照原文`
const plainDigits = (digits: string) => digits.replaceAll(',', '').replace(/[−–]/g, '-').replace(/\.$/, '')
const tooLong = (digits: string) => digits.replace(/\D/g, '').length > MAX_DIGITS + 4

/**
 * Reads the text of a cell, or a token of a line, as a figure: certain (full-width digits, thousands separators, the unit),
 * with a mark of doubt (a note mark, words beside it, digits as words or letters), open on purpose, or unreadable by its
 * shape. Undefined for words, which may be a label.
 */
export const readValue = remembered((token): Readonly<ValueText> | undefined => {
  if (token.length > MAX_LENGTH)
    return LONG_NUMBER.test(token) ? { kind: 'unread', text: token.trim() } : undefined
  const folded = foldFullWidth(token)
    .trim()
    .replace(/[〔【]/g, '[')
    .replace(/[〕】]/g, ']')
  const outer = folded.replace(
    /^[\u00ad\u200b-\u200f\u2060\ufeff\s]+|[\u00ad\u200b-\u200f\u2060\ufeff\s]+$/g,
    '',
  )
  const split = ZERO_WIDTH.test(outer)
  const text = outer.replace(new RegExp(ZERO_WIDTH, 'g'), '').replace(/\s+/g, ' ')
  if (!text) return undefined
  const joined = text.replace(BLANK_BEFORE, '')
  const number = (digits: string, suffix: string, doubted: boolean): ValueText | undefined => {
    const plain = plainDigits(digits)
    if (tooLong(plain)) return { kind: 'unread', text: outer }
    const value = { kind: 'number' as const, text: plain, suffix }
    return doubted ? { ...value, doubt: noted(plain, text) } : value
  }
  const certain = NUMBER.exec(joined)
  if (certain?.[1]) {
    // A point that no digit follows may have lost them.
    if (!split) return number(certain[1], certain[2] ?? '', certain[1].endsWith('.'))
    const read = number(certain[1], certain[2] ?? '', true)
    return read?.kind === 'number'
      ? { ...read, doubt: `来文的 ${read.text} 中间有看不见的字符，请对照原文` }
      : read
  }
  const whole = tornFigure(outer) ?? (GROUPED.test(text) ? text.replaceAll(' ', '') : undefined)
  if (whole !== undefined) return number(whole, '', true)
  if (MARK.test(text)) return { kind: 'mark', text: text === '/' ? '/' : '' }
  if (SEVERAL.test(joined)) return { kind: 'unread', text: outer }
  const note = NOTED.exec(joined)
  if (note?.[1]) return number(note[1], note[2] ?? '', true)
  const worded = WORDED.exec(joined)
  if (worded?.[2] && (worded[1] || worded[3])) return number(worded[2], '', true)
  if (UNREADABLE.test(joined)) return { kind: 'unread', text: outer }
  const signed = SIGNED.exec(joined)
  if (signed?.[2]) return number(signed[2], '', true)
  if (OCR.test(joined)) return number(joined.replace(/[lI|]/g, '1').replace(/[oO]/g, '0'), '', true)
  const chinese = CHINESE.test(joined) ? fromChinese(joined) : undefined
  if (chinese !== undefined) return number(chinese, '', true)
  return undefined
})

/**
 * A figure that its narrow column broke: lines of the same length and a shorter last one. Undefined where the lines are as
 * long as one another, because then two numbers most likely stand one above the other.
 */
function tornFigure(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const [first = '', ...others] = lines
  const last = others.at(-1)
  if (last === undefined || last.length >= first.length) return undefined
  if (others.slice(0, -1).some((line) => line.length !== first.length)) return undefined
  const whole = lines.join('')
  return lines.every((line) => /^[\d.,]+$/.test(line)) && WHOLE.test(whole) ? whole : undefined
}

const UNITS: Record<string, bigint> = { 十: 10n, 百: 100n, 千: 1000n }
/** 一百五十一 as 151; undefined for a single 一 to 十, which may be a number of a row, and for what is no number. */
function fromChinese(text: string): string | undefined {
  if (/^[一二两三四五六七八九十]$/.test(text)) return undefined
  const values = '零一二三四五六七八九'
  if (/^[〇零一二三四五六七八九]+$/.test(text))
    return [...text].map((digit) => values.indexOf(digit.replace('〇', '零'))).join('')
  let total = 0n
  let part = 0n
  let digit = 0n
  for (const character of text) {
    if (character === '万' || character === '亿') {
      total = (total + part + digit) * (character === '万' ? 10_000n : 100_000_000n)
      part = 0n
      digit = 0n
    } else if (UNITS[character]) {
      part += (digit || 1n) * UNITS[character]
      digit = 0n
    } else digit = character === '〇' ? 0n : character === '两' ? 2n : BigInt(values.indexOf(character))
  }
  return String(total + part + digit)
}
