import { amountOf } from '../checks/prose/figures'
import { type Judged, readingOf, spanOf } from '../checks/prose/reading'
import { givenOf } from '../checks/run'
import type { Given } from '../checks/types'
import { editionByKey } from '../format/editions'
import { textsOf } from '../format/names'
import type { Address, Edition } from '../format/types'
import { isInPeriod } from '../report/carry/figures'
import type { StillPending } from '../report/carry/pending'
import { pendingOf, withPending } from '../report/carry/pendingNotes'
import { waitingIn } from '../report/carry/waiting'
import { yearOf } from '../report/deadline'
import { type Link, type Notes, type Pending, type Report, textAt, withTexts } from '../report/report'
import { linkAt, linksOf, withLinks } from './links'

/** A report whose carried prose was renewed from its tables. */
export interface Renewed {
  changes: { address: Address; after: string }[]
  notes: Notes
  /** How many figures and years were renewed. */
  count: number
}

/** What stands in the place of a carried figure this year, and the cell it follows where it is one. */
interface Renewal {
  after: string
  cell?: Address
}

const SCALE: Record<string, number> = { 万元: 10_000 }

/** Two deeds of one number, or a deed in time: that they were as many last year does not say so of this year. */
const TWO_DEEDS = /[并且](?:已|均|全部)?(?:答复|办[结理]|处理|回复)|[及按准]时|按期|如期|期限|时限|限期/
/** What is said of all of them behind their number. */
const OF_ALL = /^[^，,；;。]*[，,]?\s*(?:现?已|目前)?(?:均|都|全部|全数|悉数)/

/** What came in, or what was done with it: the word tells it only where the two are different numbers. */
const HANDLED = /办理|处理/
const [RECEIVED, DONE] = ['tables.requests.received.total', 'tables.requests.outcomeTotal.total']

/** Whether the words about a figure tell more than the one cell that it would be taken from. */
function saysMore({ sentence: { text }, item: { quantity }, meanings }: Judged, then: Given): boolean {
  if (!quantity) return false
  const before = /[^，,；;。]*$/.exec(text.slice(0, quantity.start))?.[0] ?? ''
  const isTotal = meanings[0]?.figure.cells.some((cell) => cell === RECEIVED || cell === DONE)
  const isEither = isTotal && HANDLED.test(before) && amountOf(then, [RECEIVED]) === amountOf(then, [DONE])
  return isEither || TWO_DEEDS.test(before) || OF_ALL.test(text.slice(quantity.end))
}

/** What a carried figure says this year, where last year's tables tell which figure it is. */
function ofTables(judged: Judged, then: Given, now: Given) {
  const { state, certain, several, item, meanings } = judged
  const [meaning] = meanings
  const { quantity } = item
  if (state !== 'agrees' || !certain || several || !quantity || !meaning || saysMore(judged, then))
    return undefined
  // 9528.5万元 is a fee to its last digit, 1.2万件 is not.
  const inWan = quantity.wan && quantity.unit === '元'
  if (quantity.rough || quantity.spelt || item.part) return undefined
  if ((quantity.wan || quantity.spread) && !inWan) return undefined
  const amount = amountOf(now, meaning.figure.cells)
  if (amount === undefined) return undefined
  const after = String(Math.round((amount / (inWan ? 10_000 : (SCALE[quantity.unit] ?? 1))) * 1e6) / 1e6)
  const [cell, another] = meaning.figure.cells
  return { after, cell: another || (quantity.unit === '元' && !inWan) ? undefined : cell }
}

/** What the report counts, done in its year: with how many, or with the word that there were none. */
const COUNTED =
  /(?:收到|接收|新收|受理|办理|处理|答复|办结|公开|发布|制发|制作|废止)(?!的)[^。；\n]*?[0-9０-９]|(?:未|没有)(?:收到|受理|接到|发生|产生)/
/** Behind a year and a comma anything counted was done in that year. */
const ANY_COUNT = /[0-9０-９]|(?:未|没有)(?:收到|受理|接到|发生|产生)/
const TITLE = /^(?:度?(?:政府信息公开(?:工作)?)?年度报告|度(?:政府信息公开(?:工作)?)?报告)/

/**
 * The year of the report itself: its period, its title, and where a sentence that counts is set in it. A plan, an honour or
 * a list of that year is still called after it: those, and all other years, are left to the clerk.
 */
function ofYear(text: string, { start, end }: StillPending, last: number, year: number): Renewal | undefined {
  const written = text.slice(start, end)
  const words = written.replace(/\s/g, '')
  const rest = text.slice(end).trimStart()
  const [from = '', to = ''] = [String(last), String(year)]
  if (!words.startsWith(from)) return undefined
  const isPeriod = isInPeriod(text, start)
  const isAlone = words === `${from}年`
  const sentence = /^[^。；\n]*/.exec(rest)?.[0] ?? ''
  const counts = /^度?[，,]/.test(sentence)
    ? ANY_COUNT.test(sentence)
    : /^度?(?:我|本|全|共|收|新收|受理|办|主动)/.test(sentence) && COUNTED.test(sentence)
  const opens = counts && /(?:^|[。；\n])\s*$/.test(text.slice(0, start))
  return isPeriod || (isAlone && (opens || TITLE.test(rest)))
    ? { after: written.replaceAll(from, to) }
    : undefined
}

/** How last year's text was read against last year's tables. */
function readLast(each: Pending, last: Report, edition: Edition): Judged[] {
  const report = { ...last, entries: withTexts(last.entries, [[each.text, each.carried]]) }
  return readingOf(givenOf({ edition, report, today: '' })).judged.filter(
    ({ written, item }) => written.address === each.text && item.quantity,
  )
}

/**
 * 全部按本年数据更新: each carried figure that last year's text took from last year's tables beyond doubt becomes the figure of
 * the same cells this year, linked to its cell where it is one; the year of the report becomes this year. Everything else
 * still waits to be looked at. Without last year's report nothing is known.
 */
export function renewed(report: Report, edition: Edition): Renewed {
  const { notes, entries } = report
  const last = notes.lastYear
  const before = last && editionByKey(last.edition)
  const [year, lastYear] = [yearOf(entries), last && yearOf(last.entries)]
  const unchanged = { changes: [], notes, count: 0 }
  if (!last || !before) return unchanged
  const now = givenOf({ edition, report, today: '' })
  const then = givenOf({ edition: before, report: last, today: '' })
  const changes: Renewed['changes'] = []
  const links: Link[] = []
  let count = 0
  const all = pendingOf(notes)
  const readings = new Map(
    all.map((each) => [
      each,
      new Map(readLast(each, last, before).map((one) => [spanOf(one, 'digits').start, one] as const)),
    ]),
  )
  const done = new Map(all.map((each) => [each, new Set<number>()]))
  for (const { address } of textsOf(edition)) {
    const text = textAt(entries, address)
    const places: { cell: Address; start: number; end: number }[] = []
    let after = ''
    let at = 0
    for (const place of waitingIn(notes, address, (other) => textAt(entries, other))) {
      const { each, of, start, end } = place
      const judged = readings.get(each)?.get(each.figures[of]?.[0] ?? 0)
      const renewal: Renewal | undefined =
        (judged && ofTables(judged, then, now)) ??
        (year !== undefined && lastYear !== undefined ? ofYear(text, place, lastYear, year) : undefined)
      if (!renewal || start < at) continue
      count++
      // What is written anew waits no more by itself, and waits again after an undo.
      if (renewal.after === text.slice(start, end)) done.get(each)?.add(of)
      after += text.slice(at, start)
      if (renewal.cell)
        places.push({ cell: renewal.cell, start: after.length, end: after.length + renewal.after.length })
      after += renewal.after
      at = end
    }
    after += text.slice(at)
    if (after !== text) changes.push({ address, after })
    for (const { cell, start, end } of places)
      links.push(...[linkAt({ text: address, cell, prose: after }, start, end)].flatMap((link) => link ?? []))
  }
  const pending = all.flatMap((each): Pending[] => {
    const figures = each.figures.filter((_, index) => !done.get(each)?.has(index))
    return figures.length ? [{ ...each, figures }] : []
  })
  return count
    ? { changes, notes: withLinks(withPending(notes, pending), linksOf(notes), links), count }
    : unchanged
}
