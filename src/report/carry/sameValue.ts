import { HAN_DIGITS, hanDigit, hanNumber } from '../hanNumber'
import { COUNTS } from './figures'

const HAN = '一二两三四五六七八九十百千零〇○'

/** A Chinese numeral below ten thousand, or a year digit by digit, in Arabic digits. */
const arabic = (han: string): string =>
  /[十百千]/.test(han) ? String(hanNumber(han)) : [...han].map(hanDigit).join('')

/** Words as they stand, for an expression. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** 25 as 二十五; undefined beyond ninety-nine, which nobody spells and counts. */
function spelt(number: string): string | undefined {
  const n = Number(number)
  if (!Number.isInteger(n) || n < 1 || n > 99 || String(n) !== number) return undefined
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${HAN_DIGITS.charAt(tens)}十`
  return ten + (ones ? HAN_DIGITS.charAt(ones) : '')
}

/** What a figure, a year or a date says however it is written: 1,541 and １５４１, 二十五 and 25, 3月5号 and 3 月 5 日 are one. */
export function writtenValue(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/^百分之(.+)$/, '$1%')
    .replace(/^[二一][〇○零O0一二三四五六七八九]{3}(?=年|$)/, arabic)
    .replace(new RegExp(`[${HAN}]+`, 'g'), arabic)
    .replace(/号$/, '日')
}

/** The digits of a number, of full width too, with or without commas between thousands. */
const digits = (number: string) =>
  [...number]
    .map((one, at) => {
      const wide = one === '.' ? '[.．]' : `[${one}${String.fromCharCode(one.charCodeAt(0) + 0xfee0)}]`
      const whole = number.split('.')[0]?.length ?? 0
      const comma = at > 0 && at < whole && (whole - at) % 3 === 0 ? '[,，]?' : ''
      return comma + wide
    })
    .join('')

/**
 * Every way in which a text may write what `writtenValue` has read, as an expression. A Chinese numeral has to count something, or
 * to have been one before: most of those in a text are words (统一).
 */
export function waysToWrite(value: string, wasSpelt: boolean): string {
  const numbers = value.match(/\d+(?:\.\d+)?/g)
  const [number = ''] = numbers ?? []
  const rest = value.slice(number.length)
  const suffix = (words: string) =>
    words
      .split(/(\d+(?:\.\d+)?)/)
      .map((part) => {
        if (/\d/.test(part)) return digits(part)
        return (
          part && `[ \\u00a0\\u3000]?${part === '日' ? '[日号]' : part === '%' ? '[%％]' : literal(part)}`
        )
      })
      .join('[ \\u00a0\\u3000]?')
  const arabicWays = `(?<![0-9０-９])${digits(number)}${rest ? suffix(rest) : '(?![0-9０-９])'}`
  const han = spelt(number)
  const all = [arabicWays]
  if (rest === '%' && han) all.push(`百分之${han}(?![${HAN}])`)
  if (!rest && han) {
    const ways = number === '2' ? '[二两]' : han
    all.push(`(?<![${HAN}第])${ways}(?![${HAN}]${wasSpelt ? '' : `|(?!${COUNTS})`})`)
  }
  if (/^年/.test(rest) && number.length === 4)
    all.push(
      [...number].map((one) => (one === '0' ? '[〇○零OＯ0]' : HAN_DIGITS.charAt(Number(one)))).join('') +
        suffix(rest),
    )
  return all.join('|')
}
