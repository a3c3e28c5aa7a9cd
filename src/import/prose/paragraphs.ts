import type { Section, TextSpec } from '../../format/types'
import { firstWord } from '../../report/together'
import type { Place } from '../source'
import { plainText, readLabel, spellingsOf } from '../tables/labels'
import type { Line } from '../tables/lines'
import { isChrome } from './headings'

/** A paragraph as it was meant: lines that a page or a narrow column broke are one again. */
export interface Paragraph {
  text: string
  places: Place[]
}

const CLOSING = /[。！？；：…”’）)】》」』.!?;:]\s*$/
const ITEM =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、是]|\d{1,2}[.．、]|第[一二三四五六七八九十]|[①-⑩]|附件|注[:：])/
/** What a sentence does not end with. */
const OPEN_END = /[\p{Script=Han}，、,（(“《]$/u
const CUT_NUMBER = /[\dA-Za-z]-?$/

/** The paragraphs of some lines, of a source whose lines were broken at a width. Chrome and page numbers are left out; rows of a grid stay lines of their own. */
export function paragraphsOf(lines: Line[], width: number): Paragraph[] {
  const kept = lines.filter(({ text, grid }) => text.trim() && (grid || !isChrome(text)))
  const paragraphs: Paragraph[] = []
  let before: Line | undefined
  for (const line of kept) {
    const last = paragraphs.at(-1)
    const text = tidy(line.text)
    const places = placesOf(line)
    if (last && before && continues(before, line, width)) {
      last.text += text
      last.places.push(...places)
    } else paragraphs.push({ text, places })
    before = line
  }
  return paragraphs
}

const placesOf = ({ atoms }: Line): Place[] => {
  const [first, last] = [atoms[0], atoms.at(-1)]
  if (!first || !last) return []
  if (first.place.row !== undefined) return atoms.map(({ place }) => place)
  return [{ ...first.place, end: last.place.end }]
}
/** Spaces that only set a line in are no text. */
const tidy = (text: string): string => text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')

/** How wide a text prints, in Han characters: letters and digits are half as wide. */
const widthOf = (text: string): number => {
  const narrow = text.length - text.replace(/[\x20-\x7e]/g, '').length
  return text.length - narrow / 2
}

/**
 * Width of the column that the lines of a source were broken at, in Han characters; 0 where paragraphs came whole: then
 * some are far longer than the rest.
 */
export function columnWidth(lines: Line[]): number {
  const prose = lines.filter(
    ({ grid, text, atoms }) => !grid && text.trim().length > 11 && atoms.length <= 12,
  )
  const widths = prose.map(({ text }) => widthOf(tidy(text))).sort((a, b) => a - b)
  const at = (share: number) => widths[Math.floor((widths.length - 1) * share)] ?? 0
  const wide = at(0.85)
  if (wide < 15 || wide > 140 || at(0.97) > wide + 5) return 0
  const broken = prose.filter(({ text }) => widthOf(tidy(text)) >= wide - 3 && !SENTENCE_END.test(text))
  return broken.length >= 4 ? wide : 0
}

function continues(before: Line, line: Line, width: number): boolean {
  if (before.grid || line.grid) return false
  const [a, b] = [tidy(before.text), tidy(line.text)]
  if (!width) {
    if (CLOSING.test(a) || ITEM.test(b)) return false
    // （一）紧扣民生实事，主动公开更有温度: a heading, though a comma stands in it.
    if (HEADING_ITEM.test(a) && a.length <= LONGEST_HEADING && !/[。；：;:]/.test(a)) return false
    if (CUT_NUMBER.test(a)) return a.length >= 25 && /[，。；：]/.test(a)
    return OPEN_END.test(a) && (a.length >= 25 || /[，。；]/.test(a))
  }
  // What would not go on the line before stays whole on the next one.
  const full = widthOf(a) + firstWord(b) / 2 >= width - 3
  if (!SENTENCE_END.test(a))
    return full ? !HEADING_ITEM.test(b) : widthOf(a) > width / 2 && !ITEM.test(b) && !CLOSING.test(a)
  // A full line may end a sentence by chance: it goes on where the next line is not set in as paragraphs are.
  return full && !ITEM.test(b) && indentOf(before.text) > indentOf(line.text) + 1
}
const indentOf = (text: string) => /^[\s\u3000]*/.exec(text)?.[0].length ?? 0
const SENTENCE_END = /[。！？!?][”’"）)》」』]*\s*$/
const LONGEST_HEADING = 36
const HEADING_ITEM = /^\s*(?:[（(][一二三四五六七八九十]{1,2}[)）]|[一二三四五六]、)/

/** What each of the five parts is called, whatever its number. By the last word of its address. */
const wordings: Record<string, RegExp> = {
  proactive: /^.{0,10}主动公开(?!.*申请)/,
  onRequest: /^.{0,10}(?:依申请|依法申请|依法依申请|申请公开|办理.{0,6}申请)/,
  management: /^.{0,10}信息(?:资源)?(?:公开)?(?:的)?(?:规范)?管理/,
  platform: /^.{0,12}平台/,
  oversight: /^.{0,12}(?:监督保障|监督管理|监督检查|监督与保障|保障监督|教育培训|组织保障|监督)/,
}
const PART_WORDS = [/主动公开/, /申请/, /管理/, /平台|网站/, /监督|保障/]
const namesSeveral = (heading: string) =>
  /[、和与及]/.test(heading) && PART_WORDS.filter((words) => words.test(heading)).length > 1
/** （一）, 一、, 1. and the like before a sub-heading. */
const NUMBERING =
  /^[\s#*>●○■□◆◇▶▪•·]*((?:[（(]\s*[一二三四五六七八九十\d]{1,2}\s*[)）]|[㈠-㈩]|[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}\s*[.．、])[、.．]?\s*)?/
const WORDS = /^([^。：:，,；;]{2,24})([。：:，,；;]|$)/
/** A heading that only a blank divides from its text, or nothing but the date that the text begins with. */
const RUN_ON =
  /^(\S{2,20}?)(?:[ \t\u3000\u00a0]+|(?<=情况|方面)(?=20\d\d\s*年|[本全今]年|截[至止]))(\S[\s\S]*)$/
/** 【主动公开】, before its text or on a line of its own. */
const BOXED = /^[【〔［[]([^】〕］\]]{2,18})[】〕］\]][。：:]?\s*([\s\S]*)$/
const PART_END = /(?:公开|情况|方面|管理|建设|保障|工作|办理|监督)$/
/** How far a heading goes that has no number. */
const UNNUMBERED = /^.{0,14}(?:情况|方面)$/

export interface PartHead {
  /** Undefined for a sub-heading that the form does not know. */
  spec?: TextSpec
  heading: string
  rest: string
}

/** The sub-heading a paragraph is, or begins with. */
export function partHeadOf(text: string, section: Section): PartHead | undefined {
  const numbering = NUMBERING.exec(text)?.[1] ?? ''
  const body = text.slice(NUMBERING.exec(text)?.[0].length ?? 0)
  const specs = (section.texts ?? []).filter(({ heading }) => heading)
  const exactly = (bare: string) => specs.find((spec) => spellingsOf(spec).includes(bare))
  const loosely = (bare: string) =>
    PART_END.test(bare) && bare.length <= 18
      ? specs.find(({ address }) => wordings[address.split('.').at(-1) ?? '']?.test(bare))
      : undefined
  // 管理、平台、监督: what names more than its part stays with its text.
  const found = (words: string, rest: string, spec: TextSpec): PartHead => ({
    spec,
    heading: (numbering + words).trim(),
    rest: namesSeveral(words) ? text.trim() : rest.replace(/^[*\s]+/, '').trim(),
  })

  const [, boxed = '', behind = ''] = BOXED.exec(body) ?? []
  const inBox = boxed ? (exactly(readLabel(boxed).text) ?? loosely(readLabel(boxed).text)) : undefined
  if (inBox) return found(boxed, behind, inBox)

  const [, opening = '', following = ''] = RUN_ON.exec(body) ?? []
  if (opening && /[，。；：]/.test(following.replace(/[,;:]/g, '，'))) {
    const bare = readLabel(opening).text
    const spec = numbering ? (exactly(bare) ?? loosely(bare)) : exactly(bare)
    if (spec && (numbering || UNNUMBERED.test(bare))) return found(opening, following, spec)
  }

  const [whole = '', words = '', end = ''] = WORDS.exec(body) ?? []
  if (!words) return undefined
  const rest = body.slice(whole.length).trim()
  const bare = readLabel(words).text
  const bracketed = /^[（(㈠-㈩]/.test(numbering.trim())
  const exact = exactly(bare)
  // A sentence that merely begins with such words is no heading.
  if (!exact && (!PART_END.test(bare) || bare.length > 18))
    return bracketed && !rest && bare.length <= 18 ? { heading: text.trim(), rest: '' } : undefined
  if (/[，,；;]/.test(end) && !(exact && numbering)) return undefined
  // Without a number the official words are needed, or a line of its own, or words that only a heading ends with.
  if (!numbering && !exact && (rest || end === '。') && !UNNUMBERED.test(bare)) return undefined
  if (!numbering && rest && !/[。：:]/.test(end)) return undefined
  const spec = exact ?? loosely(bare)
  if (spec) return found(words, rest, spec)
  return bracketed && (bare.length <= 18 || !rest) ? { heading: (numbering + whole).trim(), rest } : undefined
}

/** Whether a line is prose rather than a row or a head of a table. */
export const isProse = ({ text, atoms, grid }: Line): boolean => {
  if (grid && atoms.filter(({ kind }) => kind === 'label').length > 1) return false
  const plain = plainText(text)
  const figures = atoms.filter(({ kind }) => kind === 'number' || kind === 'mark').length
  // A stop behind a figure of a row (151。) makes it no sentence.
  const isRow = figures >= 3 && !atoms.some((atom) => atom.kind === 'label' && /[。；]/.test(atom.text))
  if (/[。；]/.test(text) && plain.length > 12 && !isRow) return true
  if (figures >= 2) return false
  return plain.length > 60 && /[，,]/.test(text) && !/勾稽关系/.test(plain)
}
