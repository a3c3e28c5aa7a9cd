import { commonEnds } from '../../report/commonEnds'
import { remembered } from '../remembered'

/** Label texts as they are compared: how a site, a typist or a converter may have changed them. */

const NUMERALS = '一二三四五六七八九十'
const NUMBERING = new RegExp(
  `^(?:其中:?|第[${NUMERALS}]+(?:部分|项)?[、.:]?|[${NUMERALS}]+[、.,:]|\\([${NUMERALS}\\d]+\\)[、.,]?|[${NUMERALS}]+\\)|\\d{1,2}(?:[.、,:)]|(?=\\p{Script=Han})))`,
  'u',
)

/** Marks that point to a note: raised digits anywhere, figures in square brackets or circles behind the text. */
const NOTE_MARKS = /[⁰¹²³⁴-⁹]|(?<=\p{Script=Han}[”"]?[)）]?)(?:\[注?\d{1,2}\]|[①-⓿]+$)/gu

/** Not seen in print: white space, zero width, soft hyphens, marks of direction. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g

/** Without what is not seen in print. */
export const visibleText = (text: string): string => text.replace(INVISIBLE, '')

/** Half width, no white space, one kind of quotation marks and brackets. */
export const plainText = remembered((text): string =>
  text
    .replace(NOTE_MARKS, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[〔［【]/g, '(')
    .replace(/[〕］】]/g, ')'),
)

export interface Numbered {
  /** 三, 1 …: what stands in front, without its punctuation; empty where there is none. */
  number: string
  /** The rest, without white space, quotation marks and separating punctuation. */
  text: string
}

/** A label taken apart: “（三） 不予公开” is number 三, text 不予公开. Numbering may be nested (三、（三）). */
export const readLabel = remembered((label): Readonly<Numbered> => {
  let rest = plainText(label)
  let number = ''
  for (let found = NUMBERING.exec(rest); found; found = NUMBERING.exec(rest)) {
    number = found[0].replace(/[第部分项其中()、.,:]/g, '') || number
    rest = rest.slice(found[0].length)
  }
  return { number, text: bare(rest) }
})

/** Without what labels differ in: quotation marks, commas, colons and the like. */
export const bare = remembered((text): string =>
  plainText(text).replace(/[“”‘’"'「」『』《》<>,、;:。.·*:|]/g, ''),
)

/** Without explanations in brackets, which sites add and shorten freely; a bracket that never closes runs to the end. */
export const withoutBrackets = (text: string): string =>
  text.includes('(') ? text.replace(/\([^()]*(?:\)|$)/g, '') : text

/** Whether two texts differ by at most one added, missing or changed character. */
export function almostEqual(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const { head, tail } = commonEnds(a, b)
  return a.length - head - tail <= 1 && b.length - head - tail <= 1
}

/** Whether the characters of `part` occur in `whole` in this order. */
export function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const character of part) {
    at = whole.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

interface Labelled {
  label: string
  variants?: string[]
}
const spellings = new WeakMap<Labelled, string[]>()
/** All the ways a label is written: its official wording and variants, each also without explanations in brackets. */
export function spellingsOf(labelled: Labelled): string[] {
  let known = spellings.get(labelled)
  if (!known) {
    const { label, variants = [] } = labelled
    const texts = [label, ...variants].map((each) => readLabel(each).text)
    known = [...new Set([...texts, ...texts.map(withoutBrackets)])].filter(Boolean)
    spellings.set(labelled, known)
  }
  return known
}

/** Some programs count a Han character as one column, some as two. */
export const printedWidth = (text: string): number => text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0)
