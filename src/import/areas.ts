import type { Section } from '../format/types'
import type { Heading } from './prose/headings'
import type { Line } from './tables/lines'

/** Headings that were found among some lines, as they stand among all of them. */
export const among = (some: Line[], all: Line[]) => {
  const at = new Map(all.map((line, index) => [line, index]))
  const indexOf = (index: number) => at.get(some[index] as Line) ?? index
  return (heading: Heading): Heading => ({
    ...heading,
    first: indexOf(heading.first),
    last: indexOf(heading.last),
  })
}

/** The lines below each heading, up to the next one; those before the first under no section. */
export function areasOf(lines: Line[], headings: Heading[]): Map<Section | undefined, Line[]> {
  const areas = new Map<Section | undefined, Line[]>([
    [undefined, lines.slice(0, headings[0]?.first ?? lines.length)],
  ])
  for (const [index, heading] of headings.entries()) {
    const area = lines.slice(heading.last + 1, headings[index + 1]?.first ?? lines.length)
    const line = lines[heading.last]
    if (heading.rest && line) {
      const start = line.text.lastIndexOf(heading.rest)
      const [first] = line.atoms
      const atoms: Line['atoms'] = first
        ? [
            {
              ...first,
              kind: 'label',
              text: heading.rest,
              place: { ...first.place, start: Math.max(0, start), end: line.text.length },
            },
          ]
        : []
      area.unshift({ ...line, text: heading.rest, atoms })
    }
    areas.set(heading.section, area)
  }
  return areas
}
