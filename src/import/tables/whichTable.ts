import type { TableSpec } from '../../format/types'
import type { Figure, Unplaced } from '../proposal'
import { isRowless } from './elsewhere'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Line } from './lines'
import { COMMON, columnsOf, findLabels, piecesOf, targetsOf } from './occurrences'
import type { Mine } from './qualifiers'
import { isValue } from './runs'
import { type Printing, tellsIn, toldApart } from './tells'

/** All that a table calls its rows and columns. */
export const namesIn = (table: TableSpec): Set<string> =>
  new Set([
    ...table.blocks.flatMap((block) => columnsOf(block).flatMap(spellingsOf)),
    ...targetsOf(table).flatMap(({ spellings }) => spellings),
  ])

/** Where the rows of a table come anew, or the head of a table without labels. */
function printingsIn(lines: Line[], table: TableSpec, isTell: (at: number) => boolean): Printing[] {
  const starts: number[] = []
  if (isRowless(table)) {
    const names = new Set(table.blocks.flatMap((block) => columnsOf(block).flatMap(spellingsOf)))
    let isBehind = true
    for (const [at, { atoms }] of lines.entries()) {
      const isHead = atoms.some(
        ({ kind, text }) => kind === 'label' && names.has(withoutBrackets(readLabel(text).text)),
      )
      if (isHead && isBehind && !atoms.some(isValue)) starts.push(at)
      if (atoms.some(isValue) && !isTell(at)) isBehind = true
      else if (isHead) isBehind = false
    }
  } else {
    let seen = new Set<unknown>()
    for (const { target, firstLine, exact } of findLabels(piecesOf(lines), targetsOf(table))) {
      if (!exact || !target.row || COMMON.has(target.spellings[0] ?? '')) continue
      if (!starts.length || seen.has(target)) {
        starts.push(firstLine)
        seen = new Set()
      }
      seen.add(target)
    }
  }
  return starts.map((first, order) => {
    const end = starts[order + 1] ?? lines.length
    let last = first
    for (let at = first; at < end; at++) if (lines[at]?.atoms.some(isValue) && !isTell(at)) last = at
    return { first, last }
  })
}

type Read = (lines: Line[]) => { figures: Pick<Figure, 'address'>[] }

/** Whether most of what is in one set is in all. */
const areNearlySame = (sets: Set<unknown>[]): boolean =>
  sets.every((own) => {
    const [first = own] = sets
    const both = [...own].filter((each) => first.has(each)).length
    return both * 2 > Math.max(own.size, first.size)
  })

/** Whether the same cells stand in all parts. */
const areAlike = (parts: Line[][], read: Read): boolean =>
  areNearlySame(parts.map((part) => new Set(read(part).figures.map(({ address }) => address))))

/** Whether the same rows and columns are named in all parts, however few figures they have. */
const haveSameRows = (parts: Line[][], table: TableSpec): boolean => {
  const names = namesIn(table)
  return areNearlySame(
    parts.map(
      (part) =>
        new Set(
          part.flatMap(({ atoms }) =>
            atoms.flatMap(({ kind, text }) => {
              const name = withoutBrackets(readLabel(text).text)
              return kind === 'label' && names.has(name) ? [name] : []
            }),
          ),
        ),
    ),
  )
}

/**
 * The lines of a section with one of several tables of the same form, as words beside them tell. What is of another year, or
 * void, is left out and listed. Where nothing tells, all stay: what differs between them is in doubt then.
 */
export function withoutOtherPrintings(
  lines: Line[],
  table: TableSpec,
  mine: Mine,
  read: Read,
): { lines: Line[]; left: Unplaced[] } {
  const names = namesIn(table)
  const tells = lines.map((line) => tellsIn(line, names, mine))
  if (!tells.some((own) => own.length)) return { lines, left: [] }
  const printings = printingsIn(lines, table, (at) => (tells[at]?.length ?? 0) > 0)
  const apart = printings.length > 1 ? toldApart(lines, tells, printings) : undefined
  if (!apart || !(areAlike(apart.parts, read) || haveSameRows(apart.parts, table))) return { lines, left: [] }
  return {
    lines: apart.parts.flatMap((part, order) => (apart.gone.has(order) ? [] : part)),
    left: apart.left,
  }
}
