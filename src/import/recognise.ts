import { cellAt, cellsOf, columnsUnder, leavesOf } from '../format/cells'
import { proactiveDisclosure2019, wordsOf2019 } from '../format/edition2019/proactiveDisclosure'
import { sectionLabel } from '../format/names'
import type { ColumnGroup, Edition, LeafColumn, Section, TableSpec } from '../format/types'
import { among, areasOf } from './areas'
import { concealedIn } from './concealed'
import { withCorrections } from './corrections'
import { withoutOtherBodies } from './otherBodies'
import { firstReport, nameOthers } from './otherReports'
import { withoutOwnParts } from './ownParts'
import type { ImportProposal, Unplaced } from './proposal'
import { findHeadings, headingOf, isChrome } from './prose/headings'
import { columnWidth, isProse, paragraphsOf } from './prose/paragraphs'
import { organOf, readProse, yearOf } from './prose/readProse'
import type { Place, SourceDocument } from './source'
import { addressed } from './tables/addressed'
import { isRowless, tableAmong } from './tables/elsewhere'
import { withFiguresBeside } from './tables/figuresBelow'
import { bare, readLabel } from './tables/labels'
import { withLabelsFirst } from './tables/labelsBehind'
import { type Atom, type Line, linesOf } from './tables/lines'
import { columnsOf, targetsOf } from './tables/occurrences'
import { withoutOtherSheets } from './tables/otherSheets'
import { withoutOtherColumns, withoutOtherTables } from './tables/otherYears'
import { readTable } from './tables/readTable'
import type { TableReading } from './tables/rows'
import { heldToTotals } from './tables/rowTotals'
import { withoutOtherPrintings } from './tables/whichTable'
import { withTablesOfOthers } from './tablesOfOthers'
import { inOwnWriting, inWritingOfForm } from './traditional'
import { withUnitsTold } from './unitsTold'
import { withOneWideRow } from './wideRows'
import { withoutYearsBeside } from './yearsBeside'

/** Reads a source as one report of the edition: every figure with its place, what is not certain, what has no place. */
export function recognise(source: SourceDocument, edition: Edition): ImportProposal {
  const read = inWritingOfForm(source)
  const proposal = proposalOf(read, edition)
  return read === source ? proposal : inOwnWriting(proposal, source)
}

function proposalOf(source: SourceDocument, edition: Edition): ImportProposal {
  const { lines: ofYear, left: sheets } = withoutOtherSheets(linesOf(source), source.name)
  const { lines: whole, beside: parts } = withoutOwnParts(ofYear, edition)
  const { lines: first, others } = firstReport(whole, edition)
  const year = yearOf(first, source.name)
  const mine = { year, organ: organOf(first, source.name) }
  const older = isOfTrialForm(first)
  const read = (section: Section, some: Line[]) => readTable(some, specOf(section, older), mine)
  const readPlainly = (section: Section, some: Line[]) =>
    read(
      section,
      some.filter((line) => !isProse(line)),
    )
  const bodies = withoutOtherBodies(first, edition, mine, readPlainly)
  const wide = withOneWideRow(bodies.lines, edition, year)
  const beside = withoutYearsBeside(wide.lines, year)
  const all = beside.lines
  const lines = all.filter(({ page }) => !page)
  const headings = findHeadings(lines, edition)
  const width = columnWidth(lines)
  const proposal: ImportProposal = { edition: edition.key, figures: [], texts: [], unplaced: [], remarks: [] }
  if (older) {
    const other = edition.sections.find(({ table }) => table?.key === proactiveDisclosure2019.key)?.table
    proposal.olderForm = '2019'
    proposal.remarks.push({
      rule: 'import.edition-2019',
      message: `来文用的是 2019 年试行格式，${other?.name ?? proactiveDisclosure2019.name}不能直接对应。`,
      places: [],
    })
  }

  /** Lines by the section they stand in; −1 before the first heading. */
  const areas = areasOf(all, headings.map(among(lines, all)))
  const tables = edition.sections.filter(({ table }) => table)
  /** Lines of tables that do not count. */
  const gone = new Set<Line>()
  for (const section of tables) {
    const all = areas.get(section) ?? []
    const table = specOf(section, older)
    const printed = withoutOtherPrintings(all, table, mine, (some) => readPlainly(section, some))
    proposal.unplaced.push(...printed.left)
    const kept = new Set(printed.lines)
    for (const line of all) if (!kept.has(line)) gone.add(line)
    const near = withoutOtherColumns(withLabelsFirst(printed.lines, table), table, year)
    proposal.unplaced.push(...near.left)
    const area = withFiguresBeside(near.lines, table)
    areas.set(section, area)
    const list = addressed(area, table)
    if (!list) continue
    // The other lines keep their places in the order of all.
    areas.set(section, [
      ...area.map((line) => (list.taken.has(line) ? { ...line, atoms: [], text: '' } : line)),
      ...list.grid,
    ])
    proposal.unplaced.push(...list.left)
  }
  const own = new Map<Section, Line[]>()
  for (const section of tables) own.set(section, areas.get(section)?.filter((line) => !isProse(line)) ?? [])
  const prose = new Map<Section | undefined, Line[]>(
    [...areas].map(([section, area]) => [section, section?.table ? area.filter(isProse) : area]),
  )
  const readings = new Map<Section, TableReading>()
  for (const section of tables) {
    const ofYear = withoutOtherTables(own.get(section) ?? [], year, (some) => read(section, some))
    own.set(section, ofYear.lines)
    proposal.unplaced.push(...ofYear.left)
    readings.set(section, read(section, ofYear.lines))
  }
  const moved = movedTables(readings, prose, own, read)
  if (moved.size) {
    const taken = [...moved.values()].flatMap(({ lines }) => lines)
    const without = (area: Line[]) => withoutLines(area, taken)
    for (const [area, all] of prose) prose.set(area, without(all))
    for (const [section, all] of own) {
      const rest = without(all)
      if (rest.length < all.length) {
        own.set(section, rest)
        readings.set(section, read(section, rest))
      }
      const found = moved.get(section)?.reading
      const left = readings.get(section)?.unplaced ?? []
      if (found) readings.set(section, { ...found, unplaced: [...found.unplaced, ...left], lines: new Set() })
    }
  }
  for (const [section, reading] of readings) {
    const table = specOf(section, older)
    take(proposal, reading, edition, section)
    proposal.unplaced.push(...strayText(own.get(section) ?? [], edition, section, table, reading))
    for (const paragraph of paragraphsOf(prose.get(section) ?? [], width))
      proposal.unplaced.push({ ...paragraph, why: `${sectionName(section)}里的文字，表中没有放它的地方` })
  }
  const printed = areasOf(all, headings.map(among(lines, all)))
  proposal.figures = withUnitsTold(withCorrections(proposal.figures, printed, edition), printed, edition)
  if (bodies.doubt) for (const figure of proposal.figures) figure.doubt ??= bodies.doubt
  const withoutNumbers = [...prose].map(
    ([section, area]) => [section, area.filter(({ page }) => !page)] as const,
  )
  readProse(proposal, source, edition, new Map(withoutNumbers), headings, width)
  const organ = proposal.texts.find(({ address }) => address === 'organ.name')?.text
  proposal.figures = withTablesOfOthers(
    proposal.figures,
    all.filter((line) => !gone.has(line)),
    edition,
    { year, organ },
  )
  const concealed = concealedIn(source)
  proposal.unplaced.push(
    ...concealed.unplaced,
    ...parts,
    ...sheets,
    ...bodies.left,
    ...wide.left,
    ...beside.left,
  )
  proposal.remarks.push(...concealed.remarks)
  nameOthers(proposal, others)
  return proposal
}

/**
 * Tables that do not stand under their own headings, with the lines where they do and what is read there: among the text, under the heading of
 * another table, or below another table under their own.
 */
function movedTables(
  readings: Map<Section, TableReading>,
  prose: Map<Section | undefined, Line[]>,
  own: Map<Section, Line[]>,
  read: (section: Section, lines: Line[]) => TableReading,
): Map<Section, { lines: Line[]; reading: TableReading }> {
  const moved = new Map<Section, { lines: Line[]; reading: TableReading }>()
  const taken: Line[] = []
  const without = (area: Line[]) => withoutLines(area, taken)
  for (const [section, { figures, rows }] of readings) {
    const { table } = section
    if (!table || figures.length || (rows >= 3 && !isRowless(table))) continue
    // The table is there, with a dash in each cell: what stands elsewhere is of others.
    const marks = own.get(section)?.flatMap(({ atoms }) => atoms.filter(({ kind }) => kind === 'mark')) ?? []
    if (isRowless(table) && marks.length >= table.blocks.flatMap(columnsOf).length) continue
    const areas = [...prose].flatMap(([other, area]) =>
      other?.table ? [] : [withLabelsFirst(without(area), table)],
    )
    // Without a heading of its own a list of figures stands among the text; sentences stay there.
    const list = own.get(section)?.length
      ? undefined
      : areas
          .map((area) =>
            addressed(
              area.filter(({ grid, text }) => grid || !text.includes('。')),
              table,
            ),
          )
          .find((each) => each)
    if (list) {
      const reading = read(section, list.grid)
      moved.set(section, {
        lines: [...list.taken],
        reading: { ...reading, unplaced: [...reading.unplaced, ...list.left] },
      })
      continue
    }
    const others = [...own].flatMap(([other, area]) =>
      isRowless(table) || other !== section ? [without(area)] : [],
    )
    const lines = tableAmong(table, [...areas, ...others])
    const reading = read(section, lines)
    if (!reading.figures.length && reading.rows <= rows) continue
    moved.set(section, { lines, reading })
    taken.push(...lines)
  }
  return moved
}

/** An area without some lines, known by their places: a line with its label put first is another one of the same places. */
function withoutLines(area: Line[], taken: Line[]): Line[] {
  const places = new Set(taken.flatMap(({ atoms }) => atoms.map(({ place }) => place)))
  return area.filter(({ atoms }) => !atoms.some(({ place }) => places.has(place)))
}

const sectionName = (section: Section) => `“${sectionLabel(section)}”`

function isOfTrialForm(lines: Line[]): boolean {
  const words = new Set(wordsOf2019.map((word) => bare(word)))
  const found = new Set<string>()
  for (const { atoms } of lines)
    for (const { kind, text } of atoms)
      if (kind === 'label' && text.length < 30 && words.has(bare(text))) found.add(bare(text))
  return found.size >= 2
}

const specOf = ({ table }: Section, older: boolean): TableSpec =>
  older && table?.key === proactiveDisclosure2019.key ? proactiveDisclosure2019 : (table as TableSpec)

/** Figures whose address the edition has; those of an older form that it does not have are listed. */
function take(proposal: ImportProposal, reading: TableReading, edition: Edition, section: Section) {
  const foreign = new Map<string, { text: string[]; places: Place[] }>()
  for (const figure of heldToTotals(reading.figures, edition)) {
    if (cellAt(edition, figure.address)) proposal.figures.push(figure)
    else {
      const row = figure.address.split('.').slice(0, 3).join('.')
      const known = foreign.get(row) ?? { text: [], places: [] }
      known.text.push(figure.text)
      known.places.push(...figure.places)
      foreign.set(row, known)
    }
  }
  for (const [row, { text, places }] of foreign) {
    const name =
      targetsOf(proactiveDisclosure2019).find(({ key }) => row.endsWith(`.${key}`))?.label ??
      sectionName(section)
    proposal.unplaced.push({
      text: `${name} ${text.join(' ')}`,
      places,
      why: '2019 年格式的项目，现行格式没有对应的格',
    })
  }
  proposal.unplaced.push(...reading.unplaced)
  proposal.remarks.push(...reading.remarks)
}

/** “表二”, “附表3：” before the name of a table. */
const TABLE_NUMBER = /^\s*附?表\s*(?:[一二三四五六]|\d)?[\s、.：:]*/

/** Words that published tables print beside those of the form. */
const BESIDE_THE_FORM = '单位件万元勾稽关系说明序号项目内容合计保留4位小数'

/** Words that any table of the form prints above and beside its figures: captions, corners and merged heads. */
const wordsAround = (edition: Edition): string[] =>
  edition.sections.flatMap(({ table }) =>
    (table?.blocks ?? []).flatMap(({ caption = '', captionVariants = [], corner = '', columns }) => [
      caption,
      ...captionVariants,
      corner,
      ...leavesOf<LeafColumn, ColumnGroup>(columns, columnsUnder).flatMap(({ labels }) =>
        labels.slice(0, -1),
      ),
    ]),
  )

/** Text between the tables that is neither label nor head nor figure: （续表）, notes. */
function strayText(
  lines: Line[],
  edition: Edition,
  section: Section,
  table: TableSpec,
  { lines: read, unplaced }: TableReading,
): Unplaced[] {
  const ofCells = unplaced.filter(({ address }) => address)
  const listed = new Set(ofCells.flatMap(({ places }) => places.map(({ block }) => block)))
  const words = bare(
    [
      BESIDE_THE_FORM,
      ...wordsAround(edition),
      ...table.blocks.flatMap(({ caption = '', captionVariants = [], corner = '' }) => [
        caption,
        ...captionVariants,
        corner,
      ]),
      ...table.blocks.flatMap((block) =>
        columnsOf(block).flatMap((column) => [column.label, ...(column.variants ?? [])]),
      ),
      ...targetsOf(table).flatMap(({ spellings, label }) => [label, ...spellings]),
      section.table?.name ?? '',
      section.heading,
      ...(section.variants ?? []),
    ].join('|'),
  )
  /** Digits that are no number before a label, as “24，尚未审结” behind other words has. */
  const hasDigits = ({ kind, text, place }: Atom) => {
    const own = place.start ? text.replace(/^(\d+)[,，]/, '$1x') : text
    return (
      kind === 'label' &&
      !listed.has(place.block) &&
      /\d/.test(readLabel(own).text) &&
      !words.includes(bare(text))
    )
  }
  return lines.flatMap(({ text, grid, atoms }, index): Unplaced[] => {
    const plain = bare(text.replace(TABLE_NUMBER, ''))
    if (
      grid ||
      isChrome(text) ||
      headingOf(text, edition)?.section.table ||
      (plain.length < 2 && !/\d{2}/.test(text)) ||
      ((read.has(index) || atoms.some(({ kind }) => kind !== 'label')) && !atoms.some(hasDigits))
    )
      return []
    const known = atoms.every((atom) => {
      const part = bare(atom.text.replace(TABLE_NUMBER, ''))
      return (
        words.includes(part) ||
        (part.length <= 12 && !hasDigits(atom) && [...part].every((character) => words.includes(character)))
      )
    })
    const [first, last] = [atoms[0], atoms.at(-1)]
    if (known || !first || !last) return []
    return [{ text: text.trim(), places: [{ ...first.place, end: last.place.end }], why: '表格之外的文字' }]
  })
}
/** How many figures of the form were found, printed totals included. */
export const countOf = (proposal: ImportProposal, edition: Edition): { found: number; of: number } => ({
  found: proposal.figures.length,
  of: cellsOf(edition).length,
})
