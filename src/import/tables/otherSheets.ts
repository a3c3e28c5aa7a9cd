import type { Unplaced } from '../proposal'
import { withPlainYears } from '../prose/contacts'
import { yearOf } from '../prose/readProse'
import { bare } from './labels'
import type { Line } from './lines'
import { ofOtherTable } from './otherYears'

/** A caption stands within so many rows of the top of its sheet. */
const MAX_TOP = 3
const PAST = /^(?:上一?年|去年|往年)/

/** The lines of each sheet of a workbook, with its name. */
function sheetsOf(lines: Line[]): { name: string; lines: Line[] }[] {
  const sheets: { name: string; lines: Line[] }[] = []
  for (const line of lines) {
    const open = sheets.at(-1)
    if (line.sheet !== undefined || !open) sheets.push({ name: line.sheet ?? '', lines: [line] })
    else open.lines.push(line)
  }
  return sheets
}

/** The one year that a text names. */
function yearIn(text: string): string | undefined {
  const [only, ...more] = new Set(withPlainYears(text).match(/20\d\d(?!\d)/g))
  return more.length ? undefined : only
}
const isCaption = ({ atoms }: Line) => atoms.filter(({ kind }) => kind !== 'empty').length === 1
const toldBy = ({ name, lines }: { name: string; lines: Line[] }): string | undefined =>
  yearIn(name) ??
  yearIn(
    lines
      .slice(0, MAX_TOP)
      .filter(isCaption)
      .map(({ text }) => text)
      .join(' '),
  )

const labelsOf = (lines: Line[]): Set<string> =>
  new Set(
    lines
      .filter((line) => !isCaption(line))
      .flatMap(({ atoms }) => atoms.flatMap(({ kind, text }) => (kind === 'label' ? bare(text) : [])))
      .filter((text) => text.length > 1),
  )

/**
 * The lines of a workbook without the sheets of other years, by their names or the captions at their top, wherever they come:
 * only where other sheets have their labels as well. What is left out is listed, sheet by sheet.
 */
export function withoutOtherSheets(lines: Line[], file: string): { lines: Line[]; left: Unplaced[] } {
  const sheets = sheetsOf(lines).map((sheet) => ({
    ...sheet,
    year: toldBy(sheet),
    past: PAST.test(sheet.name),
  }))
  const years = sheets.flatMap(({ year, past }) => (year && !past ? [year] : []))
  const untold = sheets.filter(({ year, past }) => !year && !past).flatMap((sheet) => sheet.lines)
  const named = yearOf([], file)
  const own = named && years.includes(named) ? named : [...years, yearOf(untold, '') ?? ''].sort().at(-1)
  const isOther = ({ year, past }: (typeof sheets)[number]) => past || (year !== undefined && year !== own)
  if (!sheets.some(isOther)) return { lines, left: [] }
  const known = labelsOf(sheets.flatMap((sheet) => (isOther(sheet) ? [] : sheet.lines)))
  const others = sheets.filter((sheet) => {
    const labels = [...labelsOf(sheet.lines)]
    return isOther(sheet) && labels.filter((label) => known.has(label)).length * 2 > labels.length
  })
  return {
    lines: sheets.flatMap((sheet) => (others.includes(sheet) ? [] : sheet.lines)),
    left: others.map((sheet) => ofOtherTable(sheet.lines, sheet.name)),
  }
}
