import type { Prose } from './normalise'
import { type Quantity, quantitiesOf, sentenceEnd, sentenceStart } from './quantities'
import { COMPARISON } from './vocabulary'

/** A total and the parts that the prose divides it into. */
export interface PartList {
  total: Quantity
  /** What the total is for this list: several figures that are divided together count as one. */
  amount: number
  parts: Quantity[]
  /** Sums that the parts come to: with and without what was carried over, up to each place where the list may end. */
  sums: number[]
  /** All parts together. */
  sum: number
  /** 等, 主要包括: more than what is listed. */
  open: boolean
  /** Behind a colon, without 其中: only a close miss is an error. */
  implied: boolean
}

const MARKER = /其中|包括|包含|分别为|分别是|分为/g
const REACH = 200
const CARRIED = /结转|转结|遗留|转入?下|转至|顺延/
/** Another total begins; what follows is no part of the list. */
const NEW_TOTAL =
  /^[,;]?.*(?:办结|答复|收到|受理|新收|全年|累计|合计|总计|共计|另有|另外|另|此外|同时|开展|举办|召开|组织)/
const ONLY_PART_OF = /主要(?:包括|包含|有|为)?$|重点$|例如|如$/

const round = (value: number) => Math.round(value * 10_000) / 10_000

/** Depth of brackets before each position. */
function depthsOf(text: string): Uint8Array {
  const depths = new Uint8Array(text.length + 1)
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === ')') depth = Math.max(0, depth - 1)
    depths[at] = depth
    if (char === '(') depth++
  }
  depths[text.length] = depth
  return depths
}

function closingBracket(text: string, depths: Uint8Array, at: number): number {
  const depth = depths[at] ?? 0
  let end = at
  while (end < text.length && (depths[end] ?? 0) >= depth) end++
  return end
}

/** Percentages and years between a total and its list do not part them. */
const WITHOUT_COMMENTS = /\d+(?:\.\d+)?%|20\d\d年(?:度)?/g
const isBetween = (between: string): boolean =>
  between.length <= REACH &&
  !/[\d\n]/.test(between.replace(WITHOUT_COMMENTS, '')) &&
  (between.match(/[。!?！？]/g)?.length ?? 0) <= 1

const isComparison = (text: string, start: number): boolean =>
  COMPARISON.test(text.slice(Math.max(0, start - 12), start).replace(/^.*[,;。]/, ''))

/** The text between, without figures that only compare. */
function withoutComparisons(text: string, quantities: Quantity[], from: number, to: number): string {
  let between = ''
  let at = from
  for (const { start, end } of quantities)
    if (start >= from && end <= to && isComparison(text, start)) {
      between += text.slice(at, start)
      at = end
    }
  return between + text.slice(at, to)
}

/** Figures that stand before the list and may be divided together: 新收a件，上年结转b件，其中…. */
function dividedTogether(text: string, quantities: Quantity[], total: Quantity): Quantity[] {
  const from = sentenceStart(text, total.start)
  return quantities.filter(({ start, end, unit }) => start >= from && end <= total.end && unit === total.unit)
}

/** The parts from a place on: the same unit, one after the other, until another total begins or the stretch ends. */
function partsFrom(
  text: string,
  quantities: Quantity[],
  depths: Uint8Array,
  from: number,
  to: number,
  unit: string,
): { parts: Quantity[]; others: Quantity[]; ends: number[] } {
  const depth = depths[from] ?? 0
  const parts: Quantity[] = []
  const others: Quantity[] = []
  /** Numbers of parts after which a semicolon closes the list. */
  const ends: number[] = []
  let last = from
  for (const quantity of quantities) {
    if (quantity.start < from || quantity.end > to) continue
    if ((depths[quantity.start] ?? 0) > depth) continue
    const gap = text.slice(last, quantity.start)
    if (/其中|包括/.test(gap) && last !== from) break
    if (parts.length && NEW_TOTAL.test(gap)) break
    if (gap.includes(';') && parts.length) ends.push(parts.length)
    last = quantity.end
    const own = gap.replace(/^.*[、,;(]/, '')
    if (COMPARISON.test(own) || /占(?!地|用|道)/.test(own)) continue
    if (quantity.unit === unit) parts.push(quantity)
    else others.push(quantity)
  }
  return { parts, others, ends }
}

function listAt(
  text: string,
  quantities: Quantity[],
  depths: Uint8Array,
  total: Quantity,
  from: number,
  to: number,
  implied: boolean,
): PartList | undefined {
  const first = quantities.find(({ start, end }) => start >= from && end <= to)
  if (!first) return undefined
  const { parts, others, ends } = partsFrom(text, quantities, depths, from, to, total.unit)
  // 自然人22件，企业1件；予以公开…: the first division ends at the semicolon. Items set apart by semicolons go on.
  const firstEnd = ends[0]
  const counted = firstEnd !== undefined && firstEnd >= 2 ? parts.slice(0, firstEnd) : parts
  if (counted.length < 2) return undefined
  const isCarried = ({ start, end }: Quantity) =>
    CARRIED.test(text.slice(Math.max(from, start - 14), start).replace(/^.*[、,;]/, '')) ||
    CARRIED.test(text.slice(end, end + 6).replace(/[、,;。].*$/, ''))
  const add = (figures: Quantity[]) => round(figures.reduce((sum, { value }) => sum + value, 0))
  const sums = new Set<number>()
  for (let n = 2; n <= parts.length; n++) {
    const some = parts.slice(0, n)
    sums.add(add(some))
    sums.add(add(some.filter((part) => !isCarried(part))))
  }
  // 网站公开1000条，新媒体公开950条 of 1000: the same things counted twice on purpose, no division.
  if (parts.some(({ value }) => value === total.value)) sums.add(total.value)
  sums.add(round(add(parts) + add(others)))
  const together = dividedTogether(text, quantities, total)
  const before = text.slice(Math.max(0, total.start - 12), total.start)
  const previous = together.at(-2)
  const several =
    previous !== undefined &&
    !/[();。]/.test(text.slice(previous.end, total.start)) &&
    (CARRIED.test(before) || /诉讼/.test(before))
  const last = counted.at(-1)
  const lead = text.slice(Math.max(0, from - 8), from)
  return {
    total,
    amount: several ? add(together.slice(-2)) : total.value,
    parts: counted,
    sums: [...sums],
    sum: add(counted.filter((part) => !isCarried(part))),
    open:
      ONLY_PART_OF.test(lead.replace(MARKER, '')) ||
      /^[^,;。]{0,8}等/.test(text.slice(last?.end ?? 0, (last?.end ?? 0) + 10)) ||
      counted.some(({ rough }) => rough),
    implied,
  }
}

/** Every total of a text that is followed by its parts: 共1230条，其中…; 3607件（…）; 23件：…. */
export function partListsOf(prose: Prose): PartList[] {
  let lists = read.get(prose)
  if (!lists) {
    lists = readLists(prose)
    read.set(prose, lists)
  }
  return lists
}
/** Several rules ask for the same text. */
const read = new WeakMap<Prose, PartList[]>()

function readLists(prose: Prose): PartList[] {
  const { text } = prose
  const quantities = quantitiesOf(prose)
  const depths = depthsOf(text)
  const lists: PartList[] = []
  const push = (list: PartList | undefined) => {
    if (list && !list.total.rough) lists.push(list)
  }
  for (const match of text.matchAll(MARKER)) {
    const at = match.index
    const from = at + match[0].length
    // 共10件，较上年减少2件，其中…: what is compared is no total.
    const total = [...quantities].reverse().find(({ start, end }) => end <= at && !isComparison(text, start))
    if (!total || !isBetween(withoutComparisons(text, quantities, total.end, at))) continue
    if ((depths[total.start] ?? 0) > (depths[at] ?? 0)) continue
    const to = (depths[at] ?? 0) > 0 ? closingBracket(text, depths, at) : sentenceEnd(text, from)
    push(listAt(text, quantities, depths, total, from, to, false))
  }
  for (const total of quantities) {
    const next = text.charAt(total.end)
    if (
      next === '(' &&
      !/^\((?:不?含|另|其中|包括|较|比|同比|上年|去年)/.test(text.slice(total.end, total.end + 5))
    ) {
      const from = total.end + 1
      push(listAt(text, quantities, depths, total, from, closingBracket(text, depths, from), false))
    } else if (next === ':') {
      const from = total.end + 1
      push(listAt(text, quantities, depths, total, from, sentenceEnd(text, from), true))
    }
  }
  return lists
}

/** Whether the parts come to the total, in one of the ways a reader would add them up. */
export function addsUp(text: string, quantities: Quantity[], list: PartList): boolean {
  const totals = new Set([list.amount, list.total.value])
  const together = dividedTogether(text, quantities, list.total)
  for (let n = 2; n <= together.length; n++)
    totals.add(round(together.slice(-n).reduce((sum, { value }) => sum + value, 0)))
  for (const { value } of together) totals.add(value)
  return list.sums.some((sum) => totals.has(sum))
}
