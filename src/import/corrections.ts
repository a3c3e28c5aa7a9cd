import { type Cell, cellAt } from '../format/cells'
import type { Edition, Section } from '../format/types'
import type { Figure } from './proposal'
import { bare, readLabel, spellingsOf, withoutBrackets } from './tables/labels'
import type { Line } from './tables/lines'
import { COMMON } from './tables/occurrences'
import { isValue } from './tables/runs'

const DIGIT = '[“"‘]?\\s*\\d'
/** What is said of a figure that is printed wrong, with the right one or without it. */
const CORRECTS = new RegExp(
  [
    `(?:应当?(?:该|是|为|改为|更正为)|(?:[更修订改]正|修改|改|核定|核实)(?:为|成)|实(?:际)?(?:应)?(?:为|是)|正确(?:的)?(?:数|数字|数据|数值)?(?:应)?(?:为|是))${DIGIT}`,
    `${DIGIT}.{0,8}为准`,
    '误(?:为|写|填|作|录)|(?:填报?|录入|统计|数据|数字|\\d)(?:有误|错误)|填反|对调|颠倒|互换',
    '(?:多|少|漏)(?:计|报|统计|填).{0,6}\\d',
  ].join('|'),
)
/** Sentences of the text speak of the tables only where they say so. */
const OF_TABLES = /[上下本附]表|表[一二三四]|勘误|更正|填反|有误|误(?:为|填|写)/
/** Of whole tables, of which another one counts. */
const VOID = /作废|[上下此本]表为准/
const MAX_LENGTH = 200
const MIN_NAME = 3

const nameOf = (label: string) => withoutBrackets(readLabel(label).text)
const namesOf = (node: { label: string; variants?: string[] | undefined }) =>
  spellingsOf(node)
    .map(withoutBrackets)
    .filter((name) => name.length >= MIN_NAME && !COMMON.has(name))

/** What a sentence names of a table: undefined where nothing of it. */
function meant(
  sentence: string,
  { table, section, row, column, head, stub }: Cell,
  own: Section | undefined,
) {
  const numeral = /表([二三四])/.exec(sentence)?.[1]
  if (numeral ? numeral !== section.numeral : own?.table && own !== section) return undefined
  const has = (names: string[]) => names.some((name) => sentence.includes(name))
  const groups = head
    .slice(0, -1)
    .map(nameOf)
    .filter((name) => name.length >= MIN_NAME)
  return {
    table,
    row:
      has(namesOf(row)) ||
      has(
        stub
          .slice(0, -1)
          .map(nameOf)
          .filter((name) => name.length >= MIN_NAME),
      ),
    column: has(namesOf(column)),
    group: has(groups.slice(-1)),
  }
}

/**
 * The figures with those in doubt that the source itself corrects: by a note below a table, a remark on a row, an erratum at
 * its end. It names rows and columns, or stands beside them; where it names none, all figures of its table are in doubt.
 */
export function withCorrections(
  figures: Figure[],
  areas: ReadonlyMap<Section | undefined, Line[]>,
  edition: Edition,
): Figure[] {
  const doubts = new Map<string, string>()
  for (const [section, lines] of areas)
    for (const line of lines)
      for (const text of sentencesIn(line)) {
        if (VOID.test(text) || !CORRECTS.test(text) || (!section?.table && !OF_TABLES.test(text))) continue
        const doubt = `来文另写“${text.trim().slice(0, 60)}”，请对照原文`
        for (const figure of correctedBy(text, line, section)) doubts.set(figure.address, doubt)
      }
  return withDoubts(figures, doubts)

  function correctedBy(text: string, line: Line, section: Section | undefined): Figure[] {
    const { named, all } = namedBy(text, figures, section, edition)
    if (named.length) return named
    const [at] = line.atoms
    if (line.grid && line.atoms.some(isValue))
      return figures.filter(({ places }) =>
        places.some(({ block, row }) => block === at?.place.block && row === at?.place.row),
      )
    return section?.table || /表[二三四]/.test(text) ? all : []
  }
}

/** The figures with what makes them doubtful by address; a doubt that one has already stays. */
export const withDoubts = (figures: Figure[], doubts: ReadonlyMap<string, string>): Figure[] =>
  figures.map((figure) => {
    const doubt = doubts.get(figure.address)
    return doubt ? { ...figure, doubt: figure.doubt ?? doubt } : figure
  })

/** The figures whose rows and columns a text names, and all of the tables that it can be about. */
export function namedBy(
  text: string,
  figures: Figure[],
  section: Section | undefined,
  edition: Edition,
): { named: Figure[]; all: Figure[] } {
  const plain = bare(text)
  const cells = figures.flatMap((figure) => {
    const cell = cellAt(edition, figure.address)
    const of = cell && meant(plain, cell, section)
    return of ? [{ figure, ...of }] : []
  })
  const named = [...new Set(cells.map(({ table }) => table))].flatMap((table) => {
    const own = cells.filter((cell) => cell.table === table)
    const by = (['row', 'column', 'group'] as const).filter((key) => own.some((cell) => cell[key]))
    const found = by.length ? own.filter((cell) => by.every((key) => cell[key])) : []
    // Rows and columns that do not meet are each meant by themselves.
    return found.length || !by.length ? found : own.filter((cell) => by.some((key) => cell[key]))
  })
  return { named: named.map(({ figure }) => figure), all: cells.map(({ figure }) => figure) }
}

/** The sentences of a line: of a row with figures, those of each of its cells. */
function sentencesIn({ atoms, text, grid }: Line): string[] {
  const isRow = grid && atoms.some(isValue)
  const cells = atoms.flatMap(({ kind, whole, text: own }) =>
    whole !== undefined || kind === 'label' || kind === 'unread' ? [whole ?? own] : [],
  )
  return (isRow ? [...new Set(cells)] : [text]).flatMap((each) =>
    each.split(/[。；\n]/).filter((part) => part.length <= MAX_LENGTH),
  )
}
