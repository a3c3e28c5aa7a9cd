import { cellsOf } from '../../format/cells'
import { currentEdition, editionByKey } from '../../format/editions'
import { type Report, textAt, valuesOf } from '../../report/report'
import { totalOf } from '../../report/totals'

/** How many of the printed figures a report has: entered ones that are not blank, totals whose parts are all there. */
export function countFigures(report: Report): { figures: number; of: number } {
  const edition = editionByKey(report.edition) ?? currentEdition
  const value = valuesOf(edition, report.entries)
  const cells = cellsOf(edition)
  const there = cells.filter(({ address, parts }) =>
    parts ? 'value' in totalOf(edition, address, value) : textAt(report.entries, address).trim() !== '',
  )
  return { figures: there.length, of: cells.length }
}
