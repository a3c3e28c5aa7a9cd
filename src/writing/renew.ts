import { amountOf } from '../checks/prose/figures'
import { type Judged, readingOf, spanOf } from '../checks/prose/reading'
import { givenOf } from '../checks/run'
import { editionByKey } from '../format/editions'
import type { Address, Edition } from '../format/types'
import { type StillPending, stillPending } from '../report/carry/pending'
import { pendingOf, withPending } from '../report/carry/pendingNotes'
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

/** What a carried figure says this year, where last year's tables tell which figure it is. */
function ofTables({ state, certain, item, meanings }: Judged, now: ReturnType<typeof givenOf>) {
  const [meaning] = meanings
  const { quantity } = item
  if (state !== 'agrees' || !certain || !quantity || !meaning) return undefined
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

/** The year of the report itself: its period, its title, and where a sentence is set in it. Other years are left to the clerk. */
function ofYear(text: string, { start, end }: StillPending, last: number, year: number): Renewal | undefined {
  const written = text.slice(start, end)
  const words = written.replace(/\s/g, '')
  const rest = text.slice(end).trimStart()
  const [from = '', to = ''] = [String(last), String(year)]
  if (!words.startsWith(from)) return undefined
  const opens = /(?:^|[。；\n])\s*$/.test(text.slice(0, start)) && /^(?:度|[，,]|我|本|全|共)/.test(rest)
  const isPeriod = words.length > `${from}年`.length && /1月1日.*12月31日/.test(words)
  const isReport = words === `${from}年` && /^度?(?:政府信息公开工作)?年度报告|^度/.test(rest)
  return isPeriod || isReport || (words === `${from}年` && opens)
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
  const changes: Renewed['changes'] = []
  const links: Link[] = []
  let count = 0
  const pending = pendingOf(notes).flatMap((each): Pending[] => {
    const text = textAt(entries, each.text)
    const byStart = new Map(
      readLast(each, last, before).map((one) => [spanOf(one, 'digits').start, one] as const),
    )
    const done = new Set<number>()
    const places: { cell: Address; start: number; end: number }[] = []
    let after = ''
    let at = 0
    for (const place of stillPending(each, text)) {
      const [carried = 0] = each.figures[place.of] ?? []
      const judged = byStart.get(carried)
      const renewal: Renewal | undefined =
        (judged && ofTables(judged, now)) ??
        (year !== undefined && lastYear !== undefined ? ofYear(text, place, lastYear, year) : undefined)
      if (!renewal) continue
      count++
      // What is written anew waits no more by itself, and waits again after an undo.
      if (renewal.after === text.slice(place.start, place.end)) done.add(place.of)
      after += text.slice(at, place.start)
      if (renewal.cell)
        places.push({ cell: renewal.cell, start: after.length, end: after.length + renewal.after.length })
      after += renewal.after
      at = place.end
    }
    after += text.slice(at)
    if (after !== text) changes.push({ address: each.text, after })
    for (const { cell, start, end } of places)
      links.push(
        ...[linkAt({ text: each.text, cell, prose: after }, start, end)].flatMap((link) => link ?? []),
      )
    const figures = each.figures.filter((_, index) => !done.has(index))
    return figures.length ? [{ ...each, figures }] : []
  })
  return count
    ? { changes, notes: withLinks(withPending(notes, pending), linksOf(notes), links), count }
    : unchanged
}
