import type { Severity } from '../checks/types'
import type { Edition } from '../format/types'
import { isOpen, placeWords, type ReviewRow } from './review'

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
  name: string
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

function todoOf({ finding, disputed }: ReviewRow): string {
  const { severity, fixes, reason, target } = finding
  const offered = asWords(fixes)
  const how = offered.length ? `可以这样改：${offered.join('；或者')}。` : ''
  if (disputed !== undefined)
    return `报来的说明“${reason ?? ''}”没有认可：${disputed}。请改正后重报，或另作说明。`
  if (severity === 'blank')
    return target.startsWith('tables.') ? '请按实际情况补填；没有发生的填 0。' : '请补写。'
  if (severity === 'block') return how || '请对照台账查明哪个数或哪句话有误，改正后重报。'
  if (severity === 'note') return how || '请看一看是否需要改。'
  return `请对照台账核实。有误的改正后重报${offered.length ? `（${offered.join('；或者')}）` : ''}；数据属实的，写明原因一并报回。`
}

const ORDER: Severity[] = ['block', 'blank', 'verify', 'note']
const rank = ({ finding }: ReviewRow) => ORDER.indexOf(finding.severity)

/** What goes back to the units, by unit: what is open, without mere hints. Units with nothing to mend have no sheet. */
export function remarkSheets(rows: readonly ReviewRow[], edition: Edition): RemarkSheet[] {
  const sheets = new Map<string, RemarkSheet>()
  // What must be done comes before what is to be looked at.
  const ordered = [...rows].sort((a, b) => rank(a) - rank(b))
  for (const row of ordered) {
    if (row.finding.severity === 'note' || !isOpen(row)) continue
    const sheet = sheets.get(row.unit) ?? { unit: row.unit, name: row.name, remarks: [] }
    sheet.remarks.push({
      message: row.finding.message,
      place: placeWords(edition, row.finding),
      todo: todoOf(row),
      weight: WEIGHTS[row.finding.severity],
    })
    sheets.set(row.unit, sheet)
  }
  const order = new Map(rows.map(({ unit }, n) => [unit, n]))
  return [...sheets.values()].sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0))
}
