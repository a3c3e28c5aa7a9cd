import { ATTACHMENTS, pointerTo, TABLES_LAST, tableNumber } from '../format/attachments'
import type { Edition } from '../format/types'
import type { Unplaced } from './proposal'
import { headingOf } from './prose/headings'
import type { Line } from './tables/lines'

const squeezed = (text: string) => text.replace(/\s+/g, '')
const TITLES: ReadonlySet<string> = new Set(Object.values(ATTACHMENTS))

/**
 * A copy that the program printed, as the report alone: what goes round with it behind the last section is taken out and
 * named, and tables that stand behind the text as 附表 are put where their sections point to them. Other lines stay.
 */
export function withoutOwnParts(lines: Line[], edition: Edition): { lines: Line[]; beside: Unplaced[] } {
  const last = edition.sections.at(-1)
  const end = lines.findIndex(({ text, grid }) => !grid && headingOf(text, edition)?.section === last)
  if (end < 0) return { lines, beside: [] }
  const seen = new Set<string>()
  const titles = lines.flatMap(({ text, grid }, index) => {
    const title = squeezed(text)
    // A web page has the title of a table once more, as its caption.
    if (index <= end || grid || !TITLES.has(title) || seen.has(title)) return []
    seen.add(title)
    return [index]
  })
  const report = tablesInPlace(lines.slice(0, titles[0] ?? lines.length), end, edition)
  const beside = titles.map((from, index): Unplaced => {
    const own = lines.slice(from, titles[index + 1] ?? lines.length)
    return {
      text: own.map(({ text }) => text.trim()).join('\n'),
      places: own.flatMap(({ atoms }) => atoms.map(({ place }) => place)),
      why: '附在年报后面的材料，不是年报正文',
    }
  })
  return { lines: report, beside }
}

/** Each table behind the text in the place of the line that points to it; as they stand, where one of the two is missing. */
function tablesInPlace(lines: Line[], after: number, edition: Edition): Line[] {
  const isPlain = (line: Line | undefined, is: (text: string) => boolean) =>
    line !== undefined && !line.grid && is(squeezed(line.text))
  const title = lines.findIndex(
    (line, index) => index > after && isPlain(line, (text) => text === TABLES_LAST),
  )
  if (title < 0) return lines
  const tables = edition.sections.filter(({ table }) => table)
  const heads = tables.map(({ heading }, index) =>
    lines.findIndex(
      (line, at) =>
        at > title && isPlain(line, (text) => text === squeezed(tableNumber(index + 1) + heading)),
    ),
  )
  const pointers = tables.map((_, index) =>
    lines.findIndex((line) => isPlain(line, (text) => text === pointerTo(index + 1))),
  )
  if (heads.some((at) => at < 0) || pointers.some((at) => at < 0)) return lines
  return lines.slice(0, title).flatMap((line, at) => {
    const index = pointers.indexOf(at)
    return index < 0 ? [line] : lines.slice((heads[index] ?? 0) + 1, heads[index + 1] ?? lines.length)
  })
}
