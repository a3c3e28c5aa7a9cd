import type { TableSpec } from '../../format/types'
import { readCases } from './cases'
import { isRowless, MAX_TABLE_LINES } from './elsewhere'
import { withFootHeadsAbove } from './footHeads'
import { withHeadsApart } from './headsApart'
import { withLabelsFirst } from './labelsBehind'
import type { Line } from './lines'
import { withoutOtherColumns, withoutOtherRows } from './otherYears'
import type { Mine } from './qualifiers'
import { readRows, type TableReading } from './rows'
import { underShiftedHeads } from './shiftedHead'
import { withWholeNames } from './shortNames'
import { withoutSubRows } from './subRows'
import { upright } from './transposed'
import { withTurnedRows } from './turnedRows'
import { withoutPages } from './unread'

/** Reads the table of a section from the lines where it stands. */
export const readTable = (lines: Line[], table: TableSpec, mine: Mine): TableReading => {
  const { year } = mine
  const whole = withoutPages(lines, table).slice(0, MAX_TABLE_LINES)
  const ordered = withFootHeadsAbove(withLabelsFirst(whole, table), table)
  const apart = withHeadsApart(isRowless(table) ? ordered : withWholeNames(ordered, table), table)
  const single = withoutSubRows(apart, table, mine)
  const rows = isRowless(table) ? withoutOtherRows(single.lines, year) : { lines: single.lines, left: [] }
  const near = withoutOtherColumns(rows.lines, table, year)
  const reading = isRowless(table)
    ? readCases(underShiftedHeads(near.lines, table), table)
    : readRows(upright(withTurnedRows(underShiftedHeads(near.lines, table), table), table), table, { year })
  reading.unplaced.push(...single.left, ...rows.left, ...near.left)
  return reading
}
