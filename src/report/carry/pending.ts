import { diffArrays } from 'diff/lib/diff/array.js'
import type { Pending } from '../report'
import type { Figure } from './figures'
import { literal, waysToWrite, writtenValue } from './sameValue'

/** What two versions of a text may differ by before they are no longer compared character by character. */
const MOST_EDITS = 1_000

interface Piece {
  text: string
  start: number
  end: number
}

/** A stretch that may be a figure: what it says, or its own characters where no figure that was carried says so. */
interface Candidate extends Figure {
  value: string
}

/** A text as pieces to compare: each figure one, by its value, and every other character. */
function piecesOf(text: string, figures: Candidate[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const characters = (to: number) => {
    for (; at < to; at++) pieces.push({ text: text.charAt(at), start: at, end: at + 1 })
  }
  for (const { start, end, value } of figures) {
    characters(start)
    pieces.push({ text: value, start, end })
    at = end
  }
  characters(text.length)
  return pieces
}

const RUN = /[0-9０-９]+(?:[.．,，][0-9０-９]+)*|[一二两三四五六七八九十百千零〇○]+/g
/** Where a figure may begin: a share, a year in Chinese digits, a number. */
const NUMERAL =
  /百分之[一二两三四五六七八九十百千零〇○点]+|[二一][〇○零OＯ0一二三四五六七八九]{3}(?=年)|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?|[一二两三四五六七八九十百千零〇○]+/
const leading = (value: string) => /^\d+(?:\.\d+)?%?/.exec(value)?.[0].replace('%', '')

/** Where the present text may hold a figure: the values that were carried, however they are written and stand in it now. */
function candidates(text: string, carried: string[], known: Figure[] = []): Candidate[] {
  const found = known.map(({ start, end }) => ({
    start,
    end,
    value: writtenValue(text.slice(start, end)),
  }))
  if (!carried.length) return found
  const words = [...new Set(carried)]
  const whole = (word: string) => literal(word) + (/[0-9０-９]$/.test(word) ? '(?![0-9０-９])' : '')
  /** How each value may be written, by the number that it begins with, the longest first. */
  const byNumber = new Map<string, { value: string; ways: RegExp }[]>()
  const wordless: string[] = []
  for (const [value, own] of groupBy(words, writtenValue)) {
    const number = leading(value)
    if (number === undefined) {
      wordless.push(...own)
      continue
    }
    const isSpelt = own.some((word) => /^[^0-9０-９]+$/.test(word))
    const ways = new RegExp([...own.map(whole), waysToWrite(value, isSpelt)].join('|'), 'y')
    byNumber.set(number, [...(byNumber.get(number) ?? []), { value, ways }])
  }
  for (const ways of byNumber.values()) ways.sort((one, other) => other.value.length - one.value.length)
  const others = wordless.sort((one, other) => other.length - one.length).map(literal)
  // 25 within 256 is another figure: whole runs of digits that are none of these are taken out as a whole.
  const expression = new RegExp([...others.map((word) => `(?:${word})`), NUMERAL.source].join('|'), 'g')
  // Both come in the order of the text.
  let next = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const { index, 0: run } = match
    const said = writtenValue(run)
    let [end, value] = [index + run.length, wordless.includes(run) ? said : run]
    for (const each of byNumber.get(leading(said) ?? '') ?? []) {
      each.ways.lastIndex = index
      const way = each.ways.exec(text)
      if (!way) continue
      ;[end, value] = [index + way[0].length, each.value]
      break
    }
    expression.lastIndex = end
    while ((known[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++
    if ((known[next]?.start ?? Number.POSITIVE_INFINITY) >= end) found.push({ start: index, end, value })
  }
  return found.sort((a, b) => a.start - b.start)
}

function groupBy(words: string[], of: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words) groups.set(of(word), [...(groups.get(of(word)) ?? []), word])
  return groups
}

/** A figure that is still as it was carried: where it stands now, and which of the carried ones it is. */
export interface StillPending extends Figure {
  of: number
}

/** So many characters on each side of a figure are the words that it stands in. */
const REACH = 16

/** How many characters next to two stretches are the same. */
function likeness(one: string, { start, end }: Figure, other: string, place: Figure): number {
  const reach = (from: number, to: number, step: number) => {
    let n = 0
    while (n < REACH && one.charAt(from + n * step) === other.charAt(to + n * step)) n++
    return n
  }
  return reach(start - 1, place.start - 1, -1) + reach(end, place.end, 1)
}

/**
 * Reads two texts by the order of their numerals alone: which carried numeral stands in the place of one of the present
 * text. Only a line tells it that keeps its place or its words and holds as many numerals as before, and only where one of
 * them is new, for else nothing was written.
 */
function byOrder(carried: string, now: string): Map<number, number> {
  const linesOf = (text: string) => {
    let start = 0
    return text.split('\n').map((line) => {
      const from = start
      start += line.length + 1
      return { from, words: line.replace(RUN, '#'), numerals: [...line.matchAll(RUN)] }
    })
  }
  const [before, after] = [linesOf(carried), linesOf(now)]
  const paired = new Map<number, number>()
  after.forEach(({ from, words, numerals }, at) => {
    const was = before.length === after.length ? before[at] : before.find((line) => line.words === words)
    if (was?.numerals.length !== numerals.length) return
    const known = was.numerals.map(([numeral]) => numeral)
    const isNew = ([numeral]: RegExpExecArray) => {
      const place = known.indexOf(numeral)
      if (place >= 0) known.splice(place, 1)
      return place < 0
    }
    if (!numerals.some(isNew)) return
    numerals.forEach(({ index }, n) => {
      paired.set(from + index, was.from + (was.numerals[n]?.index ?? 0))
    })
  })
  return paired
}

/**
 * The carried figures that stand unchanged in the present text. The two texts are compared piece by piece, so that a figure
 * stays marked whatever is written around it, and comes back with an undo. What this comparison does not find is looked for
 * wherever the same figure stands: as many marks stay as it stands there, but for places that are another figure's for sure
 * (its successor by the comparison, by the order of the numerals and by the words around it).
 */
export function stillPending(pending: Pending, now: string): StillPending[] {
  const last = compared.get(pending)
  if (last?.now === now) return last.found
  const found = placesOf(pending, now)
  compared.set(pending, { now, found })
  return found
}

/** The last comparison of each: bar, marks and rule ask for the same one. */
const compared = new WeakMap<Pending, { now: string; found: StillPending[] }>()

function placesOf({ carried, figures }: Pending, now: string): StillPending[] {
  if (now === carried) return figures.map(([start, end], of) => ({ start, end, of }))
  const spans = figures.map(([start, end]) => ({ start, end }))
  const words = spans.map(({ start, end }) => carried.slice(start, end))
  const before = piecesOf(carried, candidates(carried, words, spans))
  const after = piecesOf(now, candidates(now, words))
  const byStart = new Map(spans.map(({ start }, at) => [start, at]))
  const parts =
    Math.abs(before.length - after.length) > MOST_EDITS
      ? undefined
      : diffArrays(
          before.map(({ text }) => text),
          after.map(({ text }) => text),
          { maxEditLength: MOST_EDITS },
        )
  const found: StillPending[] = []
  const spanOf = ({ start, end }: Piece) => ({ start, end })
  /** Carried figures that have no counterpart, by their values. */
  const lost = new Map<string, number[]>()
  const lose = (of: number) => {
    const value = writtenValue(words[of] as string)
    const ones = lost.get(value)
    if (ones) ones.push(of)
    else lost.set(value, [of])
  }
  if (!parts) for (const of of byStart.values()) lose(of)
  /** Places that no carried figure has taken, and those that one may have, with the piece that was there before. */
  const free: Piece[] = parts ? [] : after
  const doubtful: { piece: Piece; was: Piece }[] = []
  let [a, b] = [0, 0]
  let gone: Piece | undefined
  for (const { count, added, removed } of parts ?? []) {
    if (removed) {
      for (const piece of before.slice(a, a + count)) {
        const of = byStart.get(piece.start)
        if (of !== undefined) lose(of)
        if (of !== undefined || /[0-9０-９一二三四五六七八九十]/.test(piece.text)) gone = piece
      }
      a += count
    } else if (added) {
      const own = after.slice(b, b + count)
      if (gone) doubtful.push(...own.map((piece) => ({ piece, was: gone as Piece })))
      else free.push(...own)
      b += count
      gone = undefined
    } else {
      for (let i = 0; i < count; i++) {
        const [was, piece] = [before[a + i] as Piece, after[b + i] as Piece]
        const of = byStart.get(was.start)
        if (of !== undefined) found.push({ ...spanOf(piece), of })
        else doubtful.push({ piece, was })
      }
      a += count
      b += count
      gone = undefined
    }
  }
  const take = (piece: Piece, isAnothers?: (lostOnes: number[]) => boolean) => {
    const ones = lost.get(piece.text)
    const of = ones?.[0]
    if (!ones || of === undefined || isAnothers?.(ones)) return
    ones.shift()
    found.push({ ...spanOf(piece), of })
  }
  for (const piece of free) take(piece)
  let order: Map<number, number> | undefined
  for (const { piece, was } of doubtful)
    take(piece, (ones) => {
      const alike = (place: Figure) => likeness(now, spanOf(piece), carried, place)
      const own = Math.max(...ones.map((of) => alike(spans[of] as Figure)))
      if (own >= alike(spanOf(was))) return false
      order ??= byOrder(carried, now)
      return was.text === piece.text || order.get(piece.start) === was.start
    })
  return found.sort((one, other) => one.start - other.start)
}
