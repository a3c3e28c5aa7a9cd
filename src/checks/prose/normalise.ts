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

/** Characters with their places, spaces and line breaks still in. */
function readCharacters(original: string): { chars: string[]; places: number[] } {
  const chars: string[] = []
  const places: number[] = []
  for (let i = 0; i < original.length; i++) {
    const char = original.charAt(i)
    if (char === '\r' || ZERO_WIDTH.test(char)) continue
    const read = FOREIGN_FORMS.test(char) ? char.normalize('NFKC') : char === '\t' ? ' ' : char
    if (read === '.' && isFullStop(original, i)) {
      chars.push('。')
      places.push(i)
      continue
    }
    for (const part of read) {
      chars.push(part)
      places.push(i)
    }
  }
  return { chars, places }
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
const endsOf = (kept: string[], from: number): string =>
  kept.length - from <= 2 * MAX_HEADING
    ? kept.slice(from).join('')
    : [...kept.slice(from, from + MAX_HEADING), ...kept.slice(-MAX_HEADING)].join('')

/** 收到96件，（网络61件、信函35件）: the bracket is that of the number. */
const BEFORE_BRACKET = /(?<=[\u4e00-\u9fa5])[,;](?=\((?![一二三四五六七八九十\d]{1,2}\)))/g
const THOUSANDS = /(?<![\d.])\d{1,3}(?:[, ]\d{3})+(?!\d)/g

export function normalise(original: string): Prose {
  const { chars, places } = readCharacters(original)
  const kept: string[] = []
  const origin: number[] = []
  const keep = (char: string, place: number) => {
    kept.push(char)
    origin.push(place)
  }
  let i = 0
  let lineStart = 0
  while (i < chars.length) {
    const char = chars[i] as string
    if (char !== ' ' && char !== '\n') {
      keep(char, places[i] as number)
      i++
      continue
    }
    let end = i
    let broken = false
    while (chars[end] === ' ' || chars[end] === '\n') broken = chars[end++] === '\n' || broken
    const before = kept.at(-1)
    const after = chars[end]
    const place = places[i] as number
    if (broken) {
      const next =
        chars
          .slice(end, end + MAX_HEADING + 1)
          .join('')
          .split('\n', 1)[0] ?? ''
      if (!isWrap(endsOf(kept, lineStart), next)) {
        if (before !== undefined && after !== undefined) keep('\n', place)
        lineStart = kept.length
      } else if (isDigit(before) && isDigit(after)) keep(TORN, place)
      else if (isWord(before) && isWord(after)) keep(' ', place)
    } else if (isWord(before) && isWord(after)) keep(' ', place)
    i = end
  }
  const dropped = new Set<number>()
  const joined = kept.join('')
  for (const match of joined.matchAll(THOUSANDS))
    for (let at = 0; at < match[0].length; at++)
      if (!/\d/.test(match[0].charAt(at))) dropped.add(match.index + at)
  for (const { index } of joined.matchAll(BEFORE_BRACKET)) dropped.add(index)
  const text = kept
    .filter((_, at) => !dropped.has(at))
    .join('')
    .replace(AMONG, '其中')
    .replace(ELLIPSIS, (dots) => ';'.repeat(dots.length))
  return { original, text, origin: [...origin.filter((_, at) => !dropped.has(at)), original.length] }
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
