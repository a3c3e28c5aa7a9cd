import { Parser } from 'htmlparser2'

interface Level {
  start: number
  format: string
  /** %1 stands for the number of the first level, and so on. */
  text: string
}
/** Where a paragraph or a style says that it is numbered. */
export interface NumberedAs {
  list?: string
  level?: number
}
interface Style extends NumberedAs {
  basedOn?: string
}
interface List {
  definition: string
  /** Levels that begin anew in this list, with their first number. */
  starts: Map<number, number>
}

/** Numbers that Word prints and does not write: the next paragraph of a style or list gets the next one. */
export interface Numbering {
  /** What is printed before a paragraph, “（四）”; empty where nothing is. Asked once for each paragraph, in their order. */
  next(style: string | undefined, own: NumberedAs): string
}

const MAX_LEVELS = 9
const settingOf = (attributes: Record<string, string>) => attributes['w:val'] ?? ''

/** Reads word/numbering.xml and word/styles.xml, as far as they say how paragraphs are numbered. */
export function readNumbering(numberingXml = '', stylesXml = ''): Numbering {
  const { definitions, lists } = readLists(numberingXml)
  const styles = readStyles(stylesXml)
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  /** A style passes on what it does not say itself. */
  function ofStyle(name: string | undefined): NumberedAs {
    const found: NumberedAs = {}
    const seen = new Set<string>()
    for (let at = name; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
      seen.add(at)
      const style = styles.get(at)
      found.list ??= style?.list
      found.level ??= style?.level
    }
    return found
  }

  return {
    next(style, own) {
      const inherited = ofStyle(style)
      const id = own.list ?? inherited.list
      const level = own.level ?? inherited.level ?? 0
      const list = id === undefined ? undefined : lists.get(id)
      const levels = list && definitions.get(list.definition)
      const now = levels?.[level]
      // List 0 takes the numbering of the style away.
      if (!id || !list || !levels || !now) return ''
      const count = counts.get(list.definition) ?? []
      counts.set(list.definition, count)
      const anew = list.starts.get(level)
      if (anew !== undefined && !begun.has(`${id} ${level}`)) {
        begun.add(`${id} ${level}`)
        count[level] = anew
      } else count[level] = (count[level] ?? now.start - 1) + 1
      count.length = level + 1
      return now.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const { format, start } = levels[at] ?? now
        return numberIn(format, count[at] ?? start)
      })
    },
  }
}

function readLists(xml: string): { definitions: Map<string, Level[]>; lists: Map<string, List> } {
  const definitions = new Map<string, Level[]>()
  const lists = new Map<string, List>()
  let levels: Level[] | undefined
  let level: Level | undefined
  let list: List | undefined
  let overridden = 0
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const value = settingOf(attributes)
        if (tag === 'w:abstractNum') {
          levels = []
          definitions.set(attributes['w:abstractNumId'] ?? '', levels)
        } else if (tag === 'w:lvl' && levels) {
          const at = Number(attributes['w:ilvl'])
          level = { start: 1, format: 'decimal', text: '' }
          if (at >= 0 && at < MAX_LEVELS) levels[at] = level
        } else if (tag === 'w:start' && level) level.start = Number(value) || 0
        else if (tag === 'w:numFmt' && level) level.format = value
        else if (tag === 'w:lvlText' && level) level.text = value
        else if (tag === 'w:num') {
          list = { definition: '', starts: new Map() }
          lists.set(attributes['w:numId'] ?? '', list)
        } else if (tag === 'w:abstractNumId' && list) list.definition = value
        else if (tag === 'w:lvlOverride') overridden = Number(attributes['w:ilvl']) || 0
        else if (tag === 'w:startOverride' && list) list.starts.set(overridden, Number(value) || 0)
      },
      onclosetag(tag) {
        if (tag === 'w:abstractNum') levels = undefined
        else if (tag === 'w:lvl') level = undefined
        else if (tag === 'w:num') list = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return { definitions, lists }
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === 'w:style') {
          style = {}
          styles.set(attributes['w:styleId'] ?? '', style)
        } else if (!style) return
        else if (tag === 'w:basedOn') style.basedOn = settingOf(attributes)
        else if (tag === 'w:numId') style.list = settingOf(attributes)
        else if (tag === 'w:ilvl') style.level = Number(settingOf(attributes)) || 0
      },
      onclosetag(tag) {
        if (tag === 'w:style') style = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return styles
}

const DIGITS = '〇一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'

/** 1 to 99 as it is counted in Chinese: 十一, 二十. Longer lists are written digit by digit. */
function counted(number: number, digits = DIGITS, ten = '十', one = ''): string {
  if (number < 10) return digits[number] ?? ''
  if (number > 99) return [...String(number)].map((digit) => digits[Number(digit)]).join('')
  const [tens, rest] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : one}${ten}${rest ? digits[rest] : ''}`
}

const ROMAN: [number, string][] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
function roman(number: number): string {
  let rest = Math.min(number, 399)
  let text = ''
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign
  return text
}
const letter = (number: number): string => String.fromCharCode(97 + ((number - 1) % 26))

/** A number in one of Word's formats; those that reports do not use print as plain digits. */
function numberIn(format: string, number: number): string {
  if (format === 'bullet' || format === 'none') return ''
  if (/^(?:chineseCounting|taiwaneseCounting|japaneseCounting|koreanDigital)/.test(format))
    return counted(number)
  if (format === 'chineseLegalSimplified') return counted(number, LEGAL, '拾', '壹')
  if (/^ideographDigital|^taiwaneseDigital|^japaneseDigitalTenThousand/.test(format))
    return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('')
  if (format === 'ideographTraditional') return STEMS[(number - 1) % 10] ?? String(number)
  if (/^decimalEnclosedCircle/.test(format) && number >= 1 && number <= 20)
    return String.fromCharCode(0x2460 + number - 1)
  if (format === 'lowerLetter') return letter(number)
  if (format === 'upperLetter') return letter(number).toUpperCase()
  if (format === 'lowerRoman') return roman(number)
  if (format === 'upperRoman') return roman(number).toUpperCase()
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  return String(number)
}
