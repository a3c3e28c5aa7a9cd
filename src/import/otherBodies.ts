import type { Edition, Section } from '../format/types'
import type { Figure, Unplaced } from './proposal'
import { candidatesIn } from './prose/headings'
import type { Line } from './tables/lines'
import type { Mine } from './tables/qualifiers'
import { isValue, shownText } from './tables/runs'
import { type Printing, tellsIn, toldApart } from './tables/tells'
import { namesIn } from './tables/whichTable'

/** The table sections of a source with the lines under the heading of each. */
type Body = Map<Section, Line[]>
type Read = (section: Section, lines: Line[]) => { figures: Pick<Figure, 'address'>[] }

const UNTOLD = '来文里的另一份表，没有说明以哪一份为准，没有读取'
const DOUBT = '来文里有几份这样的表，数不相同，没有说明以哪一份为准，请对照原文'

/**
 * The lines of a source whose tables come several times over with their headings (last year's and this year's, one void and one
 * right), with those alone that count, as words beside them tell. Where nothing tells, the first are read, in doubt.
 */
export function withoutOtherBodies(
  lines: Line[],
  edition: Edition,
  mine: Mine,
  read: Read,
): { lines: Line[]; left: Unplaced[]; doubt?: string } {
  const whole = { lines, left: [] }
  const bodies: { from: number; sections: Section[] }[] = []
  const headings = candidatesIn(lines, edition)
  for (const { section, first, order } of headings) {
    if (!section.table) continue
    const open = bodies.at(-1)
    if (open?.sections.every((each) => edition.sections.indexOf(each) < order)) open.sections.push(section)
    else bodies.push({ from: first, sections: [section] })
  }
  if (bodies.length < 2) return whole
  const names = new Set(edition.sections.flatMap(({ table }) => (table ? [...namesIn(table)] : [])))
  const isHeading = new Set(headings.flatMap(({ first, last }) => [first, last]))
  const tells = lines.map((line, at) => (isHeading.has(at) ? [] : tellsIn(line, names, mine)))
  const last = headings.filter(({ section }) => section.table).at(-1)
  const behind = headings.find(({ section, first }) => !section.table && first > (last?.last ?? 0))
  const printings = bodies.map(({ from }, order): Printing => {
    const end = bodies[order + 1]?.from ?? behind?.first ?? lines.length
    let last = from
    for (let at = from; at < end; at++) if (lines[at]?.atoms.some(isValue) && !tells[at]?.length) last = at
    return { first: from, last }
  })
  const parted = printings.map(({ first }, order) =>
    bodyOf(lines.slice(first, printings[order + 1]?.first ?? behind?.first), edition),
  )
  if (!areAlike(parted, read)) return whole
  const end = behind?.first ?? lines.length
  const apart = toldApart(lines.slice(0, end), tells.slice(0, end), printings)
  if (apart)
    return {
      lines: [
        ...apart.parts.flatMap((part, order) => (apart.gone.has(order) ? [] : part)),
        ...lines.slice(end),
      ],
      left: apart.left,
    }
  const [, second] = printings
  const others = printings
    .slice(1)
    .map(({ first }, order) => lines.slice(first, printings[order + 2]?.first ?? end))
  const textOf = (part: Line[]) => part.flatMap(({ atoms }) => atoms.filter(isValue).map(shownText)).join(' ')
  const own = textOf(lines.slice(printings[0]?.first, second?.first))
  const left = others.flatMap((part): Unplaced[] =>
    textOf(part) === own
      ? []
      : [
          {
            text: part.map(({ text }) => text.trim()).join('\n'),
            places: part.flatMap(({ atoms }) => atoms.filter(isValue).map(({ place }) => place)),
            why: UNTOLD,
          },
        ],
  )
  return {
    lines: [...lines.slice(0, second?.first), ...lines.slice(end)],
    left,
    ...(left.length && { doubt: DOUBT }),
  }
}

function bodyOf(lines: Line[], edition: Edition): Body {
  const headings = candidatesIn(lines, edition)
  return new Map(
    headings.map(({ section, last }, at) => [section, lines.slice(last + 1, headings[at + 1]?.first)]),
  )
}

/** Whether every body has the same cells in two tables at least. */
function areAlike(bodies: Body[], read: Read): boolean {
  const addresses = bodies.map((body) =>
    [...body].map(([section, lines]) =>
      section.table ? read(section, lines).figures.map(({ address }) => address) : [],
    ),
  )
  const counts = addresses.map((own) => own.filter(({ length }) => length).length)
  const [first = []] = addresses.map((own) => own.flat())
  return (
    counts.every((count) => count > 1) &&
    addresses.every((own) => {
      const all = own.flat()
      return all.filter((address) => first.includes(address)).length * 2 > Math.max(all.length, first.length)
    })
  )
}
