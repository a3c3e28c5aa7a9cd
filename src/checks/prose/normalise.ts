/**
 * A text as the rules read it: full-width forms, wrapped lines, spaces and thousands separators are evened out, and each
 * character knows where it stands in the original.
 */
export interface Prose {
  original: string
  text: string
  /** Index in the original of each character of `text`, and the original's length at the end. */
  origin: number[]
}

/** 当中 at the head of a clause is 其中. */
const AMONG = /(?<=^|[,;:。(\n])当中(?![^,;:。\d]{0,2}[。\n])/g

/** 部分公开12件……其余为不予公开: what is left out parts what stands around it. */
const ELLIPSIS = /…+(?=[^…,;:。)\n])/g

/** Full-width forms, spaces, and the radicals and compatibility ideographs that PDF files are full of. */
const FOREIGN_FORMS = /[\u00a0\u2000-\u200b\u2e80-\u2fdf\u3000\uf900-\ufaff\ufeff\uff01-\uff5e]/
const ZERO_WIDTH = /[\u200b\ufeff]/

const CLOSING = /[。！？!?;:]/
const NUMERALS = '一二三四五六七八九十'
/** 一、 （一） 1. 第一条 at the beginning of a line; 一是 is no heading. */
const HEADING = new RegExp(
  `^(?:[${NUMERALS}]+[、.]|\\([${NUMERALS}\\d]+\\)|\\d{1,2}[.、](?!\\d)|第[${NUMERALS}]+[条章部])`,
)
const MAX_HEADING = 30
const isHeading = (line: string) => HEADING.test(line) && line.length <= MAX_HEADING && !/[,。]/.test(line)

/** Stands between two digits that the end of a line has torn apart, or has kept apart: the figures tell which. */
export const TORN = '\u2028'
const isDigit = (char: string | undefined) => char !== undefined && /\d/.test(char)
const isWord = (char: string | undefined) => char !== undefined && /[A-Za-z0-9.]/.test(char)

/** A full stop typed in half width: after Han, at the end of a line. */
const isFullStop = (text: string, at: number): boolean =>
  /[\u4e00-\u9fa5)）”]/.test(text.charAt(at - 1)) && /^(?:\s|$)/.test(text.slice(at + 1, at + 2))

/** Any other character is read as it stands. */
const ODD = new RegExp(`[\\r\\t.]|${FOREIGN_FORMS.source}`, 'g')

/** A text with the places of its characters, spaces and line breaks still in. */
function readCharacters(original: string): { read: string; places: number[] } {
  let read = ''
  const places: number[] = []
  let next = 0
  const asItStands = (to: number) => {
    read += original.slice(next, to)
    for (; next < to; next++) places.push(next)
  }
  for (const { 0: char, index } of original.matchAll(ODD)) {
    asItStands(index)
    next++
    if (char === '\r' || ZERO_WIDTH.test(char)) continue
    const plain = FOREIGN_FORMS.test(char) ? char.normalize('NFKC') : char === '\t' ? ' ' : char
    read += plain === '.' && isFullStop(original, index) ? '。' : plain
    for (let n = 0; n < plain.length; n++) places.push(index)
  }
  asItStands(original.length)
  return { read, places }
}

/** 本年新收：66件, one a line: a line of its own, though nothing closes it. */
const LABELLED = /[:：]\d+(?:\.\d+)?[\u4e00-\u9fa5%]{0,2}$/

/** A break inside a sentence, where a printed page or a fixed line width ended: the line is no heading and nothing closes. */
export function isWrap(before: string, after: string): boolean {
  const last = before.at(-1)
  return (
    last !== undefined &&
    !LABELLED.test(before) &&
    after !== '' &&
    !CLOSING.test(last) &&
    !isHeading(before) &&
    !HEADING.test(after)
  )
}

/** A line as far as it tells whether it goes on: of one that is longer than a heading both ends do. */
const endsOf = (line: string): string =>
  line.length <= 2 * MAX_HEADING ? line : line.slice(0, MAX_HEADING) + line.slice(-MAX_HEADING)

/** 收到96件，（网络61件、信函35件）: the bracket is that of the number. */
const BEFORE_BRACKET = /(?<=[\u4e00-\u9fa5])[,;](?=\((?![一二三四五六七八九十\d]{1,2}\)))/g
const THOUSANDS = /(?<![\d.])\d{1,3}(?:[, ]\d{3})+(?!\d)/g

export function normalise(original: string): Prose {
  const { read, places } = readCharacters(original)
  let kept = ''
  let line = ''
  let origin: number[] = []
  const keep = (some: string) => {
    kept += some
    line = endsOf(line + some)
  }
  let next = 0
  const keepUpTo = (to: number) => {
    keep(read.slice(next, to))
    for (; next < to; next++) origin.push(places[next] as number)
  }
  for (const { 0: gap, index } of read.matchAll(/[ \n]+/g)) {
    keepUpTo(index)
    next += gap.length
    const [before, after] = [read[index - 1], read[next]]
    let between = isWord(before) && isWord(after) ? ' ' : ''
    if (gap.includes('\n')) {
      const following = read.slice(next, next + MAX_HEADING + 1).split('\n', 1)[0] ?? ''
      const wraps = isWrap(line, following)
      if (!wraps) between = before !== undefined && after !== undefined ? '\n' : ''
      else if (isDigit(before) && isDigit(after)) between = TORN
      keep(between)
      if (!wraps) line = ''
    } else keep(between)
    if (between) origin.push(places[index] as number)
  }
  keepUpTo(read.length)
  const dropped = new Set<number>()
  for (const match of kept.matchAll(THOUSANDS))
    for (let at = 0; at < match[0].length; at++)
      if (!/\d/.test(match[0].charAt(at))) dropped.add(match.index + at)
  for (const { index } of kept.matchAll(BEFORE_BRACKET)) dropped.add(index)
  let left = ''
  let from = 0
  for (const at of [...dropped].sort((a, b) => a - b)) {
    left += kept.slice(from, at)
    from = at + 1
  }
  if (dropped.size) origin = origin.filter((_, at) => !dropped.has(at))
  const text = (left + kept.slice(from))
    .replace(AMONG, '其中')
    .replace(ELLIPSIS, (dots) => ';'.repeat(dots.length))
  origin.push(original.length)
  return { original, text, origin }
}

/** Where a stretch of the read text stands in the original. */
export function originalSpan({ origin }: Prose, start: number, end: number): [start: number, end: number] {
  const last = origin[end - 1]
  return [origin[start] ?? 0, last === undefined ? (origin[start] ?? 0) : last + 1]
}

/** A stretch as it is quoted in a message: the original characters in one line. */
export function quoted(prose: Prose, start: number, end: number): string {
  const [from, to] = originalSpan(prose, start, end)
  return prose.original.slice(from, to).replace(/\s+/g, '')
}

const KEPT = 64
const known = new Map<string, Prose>()
/** The same, remembered: between two pauses of typing most texts stay as they are. */
export function proseOf(original: string): Prose {
  let prose = known.get(original)
  if (!prose) {
    prose = normalise(original)
    if (known.size >= KEPT) known.clear()
    known.set(original, prose)
  }
  return prose
}
