import { MAX_DIGITS } from '../../report/value'

/** What a small text says where a figure is expected. */
export type ValueText =
  | { kind: 'number'; text: string /** Printed behind the figure: 件, 万元, 元. */; suffix: string }
  /** “/”, “—”, 无: the source leaves the cell open on purpose. */
  | { kind: 'mark'; text: string }

const NUMBER = /^([-−–]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?)(件|条|次|宗|起|个|项|万元|元)?$/
const MARK = /^(?:[-−–—―~]{1,3}|\/|\\|无|空|空白|N\/A|\*)$/i

/**
 * Reads a token as a figure: full-width digits, thousands separators and a unit are allowed. The text of a number is plain
 * digits as printed, nothing padded or cut (“８８２.０” is 882.0, “1，230” is 1230). Undefined for anything else.
 */
export function readValue(token: string): ValueText | undefined {
  if (token.length > 40) return undefined
  const text = token
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .trim()
  if (!text) return undefined
  const joined = /^\d{1,3}(?: \d{3})+$/.test(text)
    ? text.replaceAll(' ', '')
    : text.replace(/ (?=件|条|次|宗|起|个|项|万元|元)/, '')
  const number = NUMBER.exec(joined)
  if (number?.[1]) {
    const digits = number[1].replaceAll(',', '').replace(/[−–]/g, '-').replace(/\.$/, '')
    if (digits.replace(/\D/g, '').length > MAX_DIGITS + 4) return undefined
    return { kind: 'number', text: digits, suffix: number[2] ?? '' }
  }
  if (MARK.test(text)) return { kind: 'mark', text: text === '/' || text === '\\' ? '/' : '' }
  return undefined
}
