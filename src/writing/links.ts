import type { CheckedFigure } from '../checks/marks'
import { cellAt, partsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { yearOf } from '../report/deadline'
import { type Entries, type Link, type Notes, textAt, valuesOf } from '../report/report'
import { totalOf } from '../report/totals'
import { formatAmount } from '../report/value'

/** So much of the text around a number names it. */
const LEAD = 16
const TAIL = 8
const NUMBER = '\\d+(?:\\.\\d+)?'
const LAST_NUMBER = new RegExp(`^([\\s\\S]*?)(${NUMBER})([^\\d]*)$`)
/** The words of a phrase as an expression; other numbers in it may change as well. */
const wordsOf = (text: string) =>
  text
    .split(new RegExp(NUMBER))
    .map((words) => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join(NUMBER)

/** What tells a link from others: its text, and its phrase whatever the numbers in it. */
const nameOf = ({ text, phrase }: Link) => `${text} ${phrase.replace(new RegExp(NUMBER, 'g'), '#')}`
const named = (links: Link[]) => [...new Map(links.map((link) => [nameOf(link), link])).values()]

/** The links of a report, the later one of two that speak of one phrase; what a damaged file says otherwise is left out. */
export function linksOf({ links }: Pick<Notes, 'links'>): Link[] {
  if (!Array.isArray(links)) return []
  const sound = (links as unknown[]).filter((each): each is Link => {
    const { text, cell, phrase, value } = (each ?? {}) as Partial<Link>
    return (
      [text, cell, phrase].every((one) => typeof one === 'string') &&
      typeof value === 'number' &&
      LAST_NUMBER.test(phrase as string)
    )
  })
  return named(sound)
}

/** Up to where a phrase begins: in the clause of its words, whatever it counts on the way, or in the next one. */
const ON = '(?:(?:(?!(?:19|20)\\d{2}\\s*年|[本今当]年)[^，,；;])*|[^，,；;\\d]*[，,][^，,；;\\d]*)$'
const FROM = '(?:^|[，,：:；;])(?:而|但|其中)?[在于]?'

/** A clause that speaks of another year or of other offices. */
const OF_OTHERS = new RegExp(
  `${FROM}(?:上一?年|去年|前年|往年|(?:其[他它余]|[所下]属|下级|各|兄弟)[^，,：:；;\\d]{0,10}(?:单位|部门|机关|乡镇|街道|[厅局委办]))${ON}`,
)

/** A clause that is set in a year. */
const IN_YEAR = new RegExp(`${FROM}((?:19|20)\\d{2})\\s*年${ON}`)

/**
 * Where the number of a link stands in its text now; undefined where its phrase is gone, stands there twice, or is said of
 * other offices or of another year than the report's.
 */
export function numberOf({ phrase }: Pick<Link, 'phrase'>, text: string, year?: number) {
  const [, lead = '', number, tail = ''] = LAST_NUMBER.exec(phrase) ?? []
  if (number === undefined) return undefined
  const expression = new RegExp(`${wordsOf(lead)}(?<![\\d.])(${NUMBER})(?=${wordsOf(tail)})`, 'g')
  const [match, another] = text.matchAll(expression)
  if (!match || another) return undefined
  const before = /[^。\n]*$/.exec(text.slice(0, match.index))?.[0] ?? ''
  if (OF_OTHERS.test(before) && !/^[本今当]年/.test(match[0])) return undefined
  const end = match.index + match[0].length
  const start = end - (match[1] as string).length
  const [, set] = IN_YEAR.exec(/[^。\n]*$/.exec(text.slice(0, start))?.[0] ?? '') ?? []
  if (year !== undefined && set !== undefined && Number(set) !== year) return undefined
  return { start, end, text: match[1] as string }
}

/**
 * The link between a number of a text and a cell, called by the words around the number: as few as tell it from every other
 * place, at most those of its sentence. Undefined where these stand elsewhere too.
 */
export function linkAt(
  { text: address, cell, prose }: { text: Address; cell: Address; prose: string },
  start: number,
  end: number,
): Link | undefined {
  const tail = /^[^\d\n]*/.exec(prose.slice(end, end + TAIL))?.[0] ?? ''
  const sentence = /[^。\n]*$/.exec(prose.slice(0, start))?.[0] ?? ''
  const near = /[^\d]*$/.exec(sentence.slice(-LEAD))?.[0] ?? ''
  const number = prose.slice(start, end)
  for (const lead of [near, sentence]) {
    const link = { text: address, cell, phrase: lead + number + tail, value: Number(number) }
    const found = numberOf(link, prose)
    if (found?.start === start && found.end === end) return link
  }
  return undefined
}

/** Longer than any text of a report, and more links than one needs: what was pasted by mistake is not linked. */
const LONGEST_TEXT = 10_000
const MOST_LINKS = 100

/**
 * The links of the figures that the reader has tied to cells, as far as they are written as their cells are (not 1.2万件);
 * `marks` are those of the text as it stands.
 */
export function tiedLinks(
  edition: Edition,
  entries: Entries,
  address: Address,
  marks: CheckedFigure[],
): Link[] {
  const prose = textAt(entries, address)
  if (prose.length > LONGEST_TEXT) return []
  return marks
    .flatMap(({ tied }) => tied ?? [])
    .slice(0, MOST_LINKS)
    .flatMap(({ cell, start, end }) =>
      prose.slice(start, end) === writtenFigure(edition, entries, cell)
        ? (linkAt({ text: address, cell, prose }, start, end) ?? [])
        : [],
    )
}

/**
 * The notes with the links that the reader has found, as far as their phrases stand in the texts and their numbers are not
 * linked yet. A link to another cell gives way where its own cell says something else: the sentence has become another one.
 * The same notes where nothing is new.
 */
export function withTied(edition: Edition, entries: Entries, notes: Notes, tied: Link[]): Notes {
  let links = linksOf(notes)
  const year = yearOf(entries)
  const startOf = (link: Link) => numberOf(link, textAt(entries, link.text), year)?.start
  const starts = new Map(links.map((link) => [link, startOf(link)]))
  const added = tied.filter((link) => {
    const start = startOf(link)
    if (start === undefined) return false
    const own = links.filter((other) => other.text === link.text && starts.get(other) === start)
    const isHeld = own.some(({ cell }) => {
      const figure = writtenFigure(edition, entries, cell)
      return cell === link.cell || figure === undefined || Number(figure) === link.value
    })
    if (isHeld) return false
    const ofText = links.filter(({ text }) => text === link.text)
    // One whose phrase is gone makes room.
    const room =
      ofText.length < MOST_LINKS ? undefined : ofText.find((other) => starts.get(other) === undefined)
    if (!own.length && ofText.length >= MOST_LINKS && !room) return false
    links = links.filter((other) => !own.includes(other) && other !== room)
    return true
  })
  return added.length ? withLinks(notes, links, added) : notes
}

/** A linked number whose cell says something else. */
export interface Stale {
  link: Link
  start: number
  end: number
  /** What the cell says, as it would be written. */
  now: string
  /** The cell says something else than when the two last agreed; else it is the sentence that was changed. */
  cellChanged: boolean
}

/** The figure at a cell as prose writes it; undefined while a part is missing. */
export function writtenFigure(edition: Edition, entries: Entries, cell: Address): string | undefined {
  const total = totalOf(edition, cell, valuesOf(edition, entries))
  return 'value' in total ? formatAmount(total.value, cellAt(edition, cell)?.unit ?? '件') : undefined
}

/** The linked numbers of a text that differ from their cells, in the order of the text. */
export function staleLinks(edition: Edition, entries: Entries, notes: Notes, address: Address): Stale[] {
  const text = textAt(entries, address)
  const year = yearOf(entries)
  return linksOf(notes)
    .flatMap((link): Stale[] => {
      if (link.text !== address || !partsOf(edition, link.cell).length) return []
      const place = numberOf(link, text, year)
      const now = writtenFigure(edition, entries, link.cell)
      if (!place || now === undefined || Number(now) === Number(place.text)) return []
      const cellChanged = Number(now) !== link.value
      return [{ link, start: place.start, end: place.end, now, cellChanged }]
    })
    .sort((a, b) => a.start - b.start)
}

/** A link as it is once its text says what its cell says; undefined while they differ, or its phrase is gone. */
export function agreed(edition: Edition, entries: Entries, link: Link): Link | undefined {
  const place = numberOf(link, textAt(entries, link.text), yearOf(entries))
  const now = place && partsOf(edition, link.cell).length && writtenFigure(edition, entries, link.cell)
  return now && Number(now) === Number(place.text) ? { ...link, value: Number(now) } : undefined
}

/** A text with some of its linked numbers as their cells say now. */
export const updated = (text: string, stale: Stale[]): string =>
  [...stale]
    .sort((a, b) => b.start - a.start)
    .reduce((after, { start, end, now }) => after.slice(0, start) + now + after.slice(end), text)

/** The notes with more links; of two that speak of one phrase the later one counts. */
export function withLinks({ links: _, ...notes }: Notes, before: Link[], more: Link[]): Notes {
  const links = named([...before, ...more])
  return links.length ? { ...notes, links } : notes
}

/** What a step does to the links: those that it takes away, and those that it brings. */
export function linkStep(before: Notes, after: Notes): { before: Link[]; after: Link[] } | undefined {
  const without = (links: Link[], others: Link[]) => {
    const known = others.map((link) => JSON.stringify(link))
    return links.filter((link) => !known.includes(JSON.stringify(link)))
  }
  const gone = without(linksOf(before), linksOf(after))
  const come = without(linksOf(after), linksOf(before))
  return gone.length || come.length ? { before: gone, after: come } : undefined
}
