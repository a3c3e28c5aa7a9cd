/** What a cell of a sheet shows of the number it holds. */
export interface Shown {
  text: string
  /** Why that figure is not certain. */
  doubt?: string
  /** Nothing is shown; the text is what the cell holds. */
  unseen?: true
}

/** The formats that a workbook names by number alone, as far as they are not of dates (which are read as unknown). */
const BUILT_IN: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  48: '##0.0E+0',
  49: '@',
}
/** The code of a format by its number; those of dates and of other languages are no figures. */
export const formatOf = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? BUILT_IN[id] ?? (id < 164 ? 'yyyy/m/d' : 'General')

const TOKEN =
  /"([^"]*)"|[\\!](.)|_.|\*.|\[([^\]]*)\]|(General|G\/通用格式|@)|([0#?.,]*[0#?][0#?.,]*)|([;])|(.)/gsu
const COLOUR =
  /^(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|[黑蓝青绿红白黄]色?|洋红|颜色 ?\d+)$/i

interface Section {
  before: string
  /** Placeholders of digits; `General` for the number as it is, nothing where words stand in place of a number. */
  mask?: string
  after: string
  percent: boolean
  white: boolean
  /** Dates, fractions, conditions, numbers as words. */
  unknown: boolean
}
const emptySection = (): Section => ({
  before: '',
  after: '',
  percent: false,
  white: false,
  unknown: false,
})

function sectionsOf(format: string): Section[] {
  let section = emptySection()
  const sections = [section]
  for (const [all, quoted, escaped, bracket, general, mask, end, other] of format.matchAll(TOKEN)) {
    const say = (text: string) => {
      section[section.mask === undefined ? 'before' : 'after'] += text
    }
    if (end) {
      section = emptySection()
      sections.push(section)
    } else if (quoted !== undefined) say(quoted)
    else if (escaped !== undefined) say(escaped)
    else if (bracket !== undefined) {
      if (bracket.startsWith('$')) say(bracket.slice(1).replace(/-[^-]*$/, ''))
      else if (/^(?:white|白色?)$/i.test(bracket)) section.white = true
      else if (!COLOUR.test(bracket)) section.unknown = true
    } else if (general ?? mask) {
      // Digits that stand apart: 0!.0, a fraction, a telephone number.
      if (section.mask !== undefined) section.unknown = true
      section.mask = mask ?? 'General'
    } else if (other !== undefined) {
      if (other === '%') section.percent = true
      if (/[a-z]/i.test(other)) section.unknown = true
      say(other)
    } else say(all.startsWith('_') ? ' ' : '')
  }
  return sections
}

/** A plain decimal with its point moved to the right, or to the left. */
function shifted(text: string, by: number): string {
  const [whole = '', fraction = ''] = text.split('.')
  const digits = (by < 0 ? '0'.repeat(-by) : '') + whole + fraction.padEnd(Math.max(0, by), '0')
  const point = (by < 0 ? -by : 0) + whole.length + by
  return plain(`${digits.slice(0, point)}.${digits.slice(point)}`)
}
const plain = (text: string): string =>
  text
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

/** Rounded as a sheet does it, half away from zero. */
function rounded(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.')
  if (fraction.length <= decimals) return plain(text)
  const digits = BigInt(whole + fraction.slice(0, decimals)) + (fraction.charAt(decimals) >= '5' ? 1n : 0n)
  const all = String(digits).padStart(decimals + 1, '0')
  return decimals ? `${all.slice(0, -decimals)}.${all.slice(-decimals)}` : all
}

/** A cell without a format shows so many digits. */
const GENERAL_DIGITS = 10
/** What reckoning leaves behind the last digit of a number: 10.0000000000002. */
const NOISE = 1e-12
/** As a cell without a format shows it; up to the 分 of an amount (six decimals) as it is, the cell may be wide. */
function inGeneral(amount: string): string {
  const [whole = '', fraction = ''] = plain(amount).split('.')
  return plain(fraction.length > 6 ? rounded(amount, Math.max(6, GENERAL_DIGITS - whole.length)) : amount)
}

const holds = (value: string, shown: string) => `来文这一格显示“${shown}”，存的数是 ${value}，请对照原文`

/**
 * What a sheet shows for a number (plain digits) in a format. A figure that is rounded, scaled or put into words counts as
 * it is shown, with a mark; one that is not shown at all does not count. Padding and separators are left out.
 */
export function shownAs(value: string, format: string, zeros = true): Shown {
  const sections = sectionsOf(format)
  const number = /^(-?)(\d+(?:\.\d+)?)$/.exec(value)
  if (!number) return { text: value }
  const [, sign = '', amount = ''] = number
  const zero = Number(amount) === 0
  const chosen = zero ? sections[2] : sign ? sections[1] : undefined
  const section = chosen ?? sections[0] ?? emptySection()
  // With two sections a zero is shown by the first.
  const minus = sign && !chosen ? '-' : ''
  if (zero && !zeros) return { text: '0', doubt: '来文不显示这个 0，请对照原文' }
  if (section.unknown || sections.some(({ unknown }) => unknown))
    return { text: value, doubt: `来文这一格的数字格式特别，显示的可能不是 ${value}，请对照原文` }
  const { mask } = section
  const scale = 3 * (/,+(?=\.|$)/.exec(mask ?? '')?.[0].length ?? 0) - (section.percent ? 2 : 0)
  const decimals = mask?.split('.')[1]?.replace(/[^0#?]/g, '').length ?? 0
  const figure = mask === 'General' ? inGeneral(amount) : rounded(shifted(amount, -scale), decimals)
  const isBlank = mask === undefined || (Number(figure) === 0 && mask !== 'General' && !mask.includes('0'))
  const words = `${section.before} ${section.after}`.trim()
  if (isBlank && !words)
    return zero ? { text: '0', doubt: '来文不显示这个 0，请对照原文' } : { text: value, unseen: true }
  // A dash is how sheets of accounts print a zero.
  if (isBlank && zero && /^[-–—]+$/.test(words)) return { text: '0' }
  const text = isBlank ? words : `${section.before}${minus}${figure}${section.after}`.trim()
  if (section.white) return { text, doubt: WHITE }
  const noise = Math.abs(Number(figure) - Number(amount)) <= NOISE * Number(amount)
  const same = !isBlank && (figure === plain(amount) || noise) && !/\d/.test(words)
  return same ? { text } : { text, doubt: holds(value, text) }
}
export const WHITE = '来文这一格的字是白色的，可能不显示，请对照原文'

/** Whether a format shows nothing of a text: its fourth section is empty. */
export const hidesText = (format: string): boolean => {
  const section = sectionsOf(format)[3]
  return section !== undefined && section.mask === undefined && !`${section.before}${section.after}`.trim()
}
