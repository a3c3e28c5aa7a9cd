import type { Prose } from './normalise'

/** A number with its unit, as it stands in a text. */
export interface Quantity {
  /** From the first digit to the end of the unit, in the read text. */
  start: number
  end: number
  /** End of the digits. */
  digitsEnd: number
  /** What the number says; 2万 is 20000. */
  value: number
  unit: string
  /** 万 stands behind the digits. */
  wan: boolean
  /** 余, 多, 约, 近: a bound or a rough figure, never to be compared exactly. */
  rough: boolean
}

const UNITS =
  '件次|人次|场次|条次|万元|件|份|宗|起|例|条|个|次|项|桩|篇|期|场|册|家|户|名|人|元|部|批|类|幅|张|则|封|本|套'
/** Not a number of things: 第3条, 2024-1件, 3.5版, document numbers. */
const NUMBER = new RegExp(`(?<![\\d.A-Za-z第〔\\[-])(\\d+(?:\\.\\d+)?)(万|亿)?(余|多|几)?(${UNITS})?`, 'g')
/** 个月, 个工作日, 个百分点, 人民, 次日 … name another thing than the unit alone. */
const OTHER_UNIT =
  /^(?:个(?:月|工作日|百分点|小时|自然日|多月|季度|年度)|项制度化|人民|部门|条例|家庭|本级|本机关|本年)/
const ROUGH_BEFORE = /(?:约|近|逾|超过|超|大约|不少于|不低于|至少|将近|突破|以上)$/
/** So many figures before 万 at most, when a number was rounded to it. */
const ROUNDED = 5
const FACTOR: Record<string, number> = { 万: 10_000, 亿: 100_000_000 }

const HAN_DIGITS = '零一二三四五六七八九'
/** 申请两件, 共三件: small numbers in words, where a number is to be expected. 一件事, 每一件 are none. */
const IN_WORDS =
  /(两|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(件|宗|份|起)(?!事|一|又)/g
const BEFORE_WORDS = /(?:申请|公开|事项|共|计|收到|答复|办结|受理|复议|诉讼|案件)$/

function numberOfWords(words: string): number {
  if (words === '两') return 2
  const [tens, ones] = words.includes('十') ? words.split('十') : [undefined, words]
  const digit = (char: string | undefined) => Math.max(0, HAN_DIGITS.indexOf(char || '零'))
  return (tens === undefined ? 0 : (tens === '' ? 1 : digit(tens)) * 10) + digit(ones)
}

function quantitiesInWords(text: string): Quantity[] {
  return [...text.matchAll(IN_WORDS)].flatMap((match): Quantity[] => {
    const [whole, words = '', unit = ''] = match
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    // 办结一件、解决一个: one is a manner of speaking, unless it is said to be all.
    if (!(words === '一' ? /[共计]$/ : BEFORE_WORDS).test(before)) return []
    return [
      {
        start: match.index,
        end: match.index + whole.length,
        digitsEnd: match.index + words.length,
        value: numberOfWords(words),
        unit,
        wan: false,
        rough: false,
      },
    ]
  })
}

/** Every number with a unit. Dates, document numbers, phone numbers and percentages have none and are left out. */
export function quantitiesOf(prose: Prose): Quantity[] {
  let quantities = read.get(prose)
  if (!quantities) {
    quantities = readQuantities(prose.text)
    read.set(prose, quantities)
  }
  return quantities
}
/** Several rules ask for the same text. */
const read = new WeakMap<Prose, Quantity[]>()

function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(NUMBER)) {
    const [whole, digits = '', factor, more, unit] = match
    if (!unit) continue
    const start = match.index
    const end = start + whole.length
    if (OTHER_UNIT.test(text.slice(end - unit.length, end + 4))) continue
    if (
      /[—~～至]$/.test(text.slice(0, start)) &&
      /\d[—~～至]$/.test(text.slice(Math.max(0, start - 2), start))
    )
      continue
    found.push({
      start,
      end,
      digitsEnd: start + digits.length,
      value: Math.round(Number(digits) * (factor ? (FACTOR[factor] ?? 1) : 1) * 10_000) / 10_000,
      unit,
      wan: factor !== undefined,
      rough:
        more !== undefined ||
        // 2.1万件 is rounded; 173769万条 and 12.5万元 are not.
        (factor !== undefined && unit !== '元' && digits.length <= ROUNDED) ||
        ROUGH_BEFORE.test(text.slice(Math.max(0, start - 3), start)) ||
        /^(?:左右|以上|以内|余|多)/.test(text.slice(end, end + 2)),
    })
  }
  const inWords = quantitiesInWords(text)
  return inWords.length ? [...found, ...inWords].sort((a, b) => a.start - b.start) : found
}

const SENTENCE_END = /[。！？!?\n]/
const CLAUSE_END = /[。！？!?\n,;:()]/

/** Start of what the position belongs to: the index after the last mark before it. */
function startAfter(text: string, at: number, mark: RegExp): number {
  let start = at
  while (start > 0 && !mark.test(text.charAt(start - 1))) start--
  return start
}
function endBefore(text: string, at: number, mark: RegExp): number {
  let end = at
  while (end < text.length && !mark.test(text.charAt(end))) end++
  return end
}
export const sentenceStart = (text: string, at: number) => startAfter(text, at, SENTENCE_END)
export const sentenceEnd = (text: string, at: number) => endBefore(text, at, SENTENCE_END)
export const clauseStart = (text: string, at: number) => startAfter(text, at, CLAUSE_END)
export const clauseEnd = (text: string, at: number) => endBefore(text, at, CLAUSE_END)

export interface Sentence {
  start: number
  end: number
  text: string
}

/** Sentences of a text, without their closing marks. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^。！？!?\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}
