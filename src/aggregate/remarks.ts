import type { Severity } from '../checks/types'
import { cellAt, partsOf } from '../format/cells'
import type { Edition } from '../format/types'
import { finished } from '../report/finished'
import { type FigureText, printedPlaces } from './remarkPlaces'
import { isOpen, type ReviewRow } from './review'

/** 核对意见: one thing that a unit has to mend, in words for somebody who does not know this program. */
export interface Remark {
  /** What is wrong, with the numbers. */
  message: string
  place: string
  todo: string
  weight: string
}
/** All remarks to one unit. */
export interface RemarkSheet {
  unit: string
  remarks: Remark[]
}

const WEIGHTS: Record<Severity, string> = {
  block: '必须改正',
  blank: '必须补填',
  verify: '请核实',
  note: '供参考',
}

/** A button of the program as an instruction on paper. */
const asWords = (fixes: readonly string[]) =>
  [...new Set(fixes.map((fix) => fix.replace(/[。；]$/, '')))].slice(0, 3)

/** What a unit is to do; `see` are the numbers of the remarks that speak of the same figures. */
function todoOf({ finding, disputed }: ReviewRow, see: { must: number[]; others: number[] }): string {
  const { severity, fixes, reason, target, cells } = finding
  const offered = asWords(fixes)
  const how = offered.length ? `可以这样改：${offered.join('；或者')}。` : ''
  const figures = [target, ...cells].some((address) => address.startsWith('tables.'))
  const also = see.others.length ? `另请参看${numbers(see.others)}。` : ''
  if (disputed !== undefined)
    return `报来的说明“${reason ?? ''}”没有认可：${disputed}。请改正后重报，或另作说明。`
  if (severity === 'blank') return figures ? '请按实际情况补填。' : '请补写。'
  if (severity === 'block')
    return `${how || (figures ? '请对照台账查明哪个数有误，改正后重报；有关的总计一并改。' : '请改正后重报。')}${also}`
  if (severity === 'note') return how || '请看一看是否需要改。'
  // A figure that has to be mended itself is no measure for the words.
  if (see.must.length)
    return `与${numbers(see.must)}是同一处的数：请先改好${see.must.length > 1 ? '那几条' : '那一条'}，再看这一句与改好的表是否一致，不一致的改正；数据属实的，写明原因一并报回。`
  const mend = `有误的改正后重报${offered.length ? `（${offered.join('；或者')}）` : ''}`
  return figures
    ? `请对照台账核实。${mend}；数据属实的，写明原因一并报回。`
    : `请核实。${mend}；没有写错的，写明原因一并报回。`
}
const numbers = (list: readonly number[]) => `第 ${list.join('、')} 条`

const ORDER: Severity[] = ['block', 'blank', 'verify', 'note']
const rank = ({ finding }: ReviewRow) => ORDER.indexOf(finding.severity)

/** What goes back to the units, by unit and in the order of its numbers: what is open, without mere hints; what must be done first. */
function returnedRows(rows: readonly ReviewRow[]): Map<string, ReviewRow[]> {
  const units = new Map<string, ReviewRow[]>()
  for (const row of rows) {
    if (row.finding.severity === 'note' || !isOpen(row)) continue
    const own = units.get(row.unit)
    if (own) own.push(row)
    else units.set(row.unit, [row])
  }
  for (const own of units.values()) own.sort((a, b) => rank(a) - rank(b))
  return units
}

/** The number that a finding has in the 核对意见 of its unit; those that do not go back have none. */
export const remarkNumbers = (rows: readonly ReviewRow[]): Map<ReviewRow, number> =>
  new Map([...returnedRows(rows).values()].flatMap((own) => own.map((row, n) => [row, n + 1] as const)))

/** Those of `own` that speak of figures of the `n`th, a total being the figures that it sums; told apart by whether these must be mended. */
function relatedTo(edition: Edition, own: readonly ReviewRow[]) {
  const figures = own.map(
    ({ finding: { target, cells } }) =>
      new Set([target, ...cells].filter((at) => cellAt(edition, at)).flatMap((at) => partsOf(edition, at))),
  )
  const isMust = (row: ReviewRow) => row.finding.severity === 'block'
  return (n: number) => {
    const related = own.flatMap((row, m) =>
      m !== n &&
      isMust(row) !== isMust(own[n] as ReviewRow) &&
      [...(figures[m] ?? [])].some((at) => figures[n]?.has(at))
        ? [{ row, number: m + 1 }]
        : [],
    )
    const of = (must: boolean) =>
      related.filter(({ row }) => isMust(row) === must).map(({ number }) => number)
    return { must: of(true), others: of(false) }
  }
}

/** 核对意见 of all units that have something to mend; `figure` says what stands in the report of a unit. */
export const remarkSheets = (...given: Parameters<typeof remarkingSheets>): RemarkSheet[] =>
  finished(remarkingSheets(...given))

/** `remarkSheets` unit by unit, so that a page can answer in between. */
export function* remarkingSheets(
  rows: readonly ReviewRow[],
  edition: Edition,
  figure: (unit: string) => FigureText | undefined = () => undefined,
): Generator<void, RemarkSheet[]> {
  const sheets: RemarkSheet[] = []
  for (const [unit, own] of returnedRows(rows)) {
    const related = relatedTo(edition, own)
    sheets.push({
      unit,
      remarks: own.map((row, n) => ({
        message: row.finding.message,
        place: printedPlaces(edition, row.finding, figure(unit)),
        todo: todoOf(row, related(n)),
        weight: WEIGHTS[row.finding.severity],
      })),
    })
    yield
  }
  return sheets
}
