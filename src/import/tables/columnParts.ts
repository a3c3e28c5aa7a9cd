import type { LeafColumn, LeafRow } from '../../format/types'
import { columnsOf } from './occurrences'
import { HEAD_UNREAD } from './readRun'
import type { RowReading } from './repair'

type HeadOf = (row: RowReading['row']) => { named: boolean; columns: LeafColumn[] }

/** Printings of a row in several tables whose heads name its columns between them, each column once, as one row. */
function joined(parts: RowReading[], headOf: HeadOf): RowReading[] {
  const [first] = parts
  const readings = parts.flatMap(({ reading }) => reading ?? [])
  const heads = parts.map(({ row }) => headOf(row))
  const columns = heads.flatMap((head) => (head.named ? head.columns : []))
  // Totals may be missing: each part has its own.
  const entered = first ? columnsOf(first.row.target.block).filter((column) => !column.sum) : []
  const isWhole =
    new Set(columns).size === columns.length && entered.every((column) => columns.includes(column))
  if (!first || parts.length < 2 || readings.length < parts.length || !isWhole) return parts
  // What each head lacks the others name.
  const doubt = readings.find((each) => each.doubt && each.doubt !== HEAD_UNREAD)?.doubt
  return [
    {
      ...first,
      reading: {
        cells: new Map(readings.flatMap(({ cells }) => [...cells])),
        surplus: readings.flatMap(({ surplus }) => surplus),
        ...(doubt && { doubt }),
      },
    },
  ]
}

/** The rows of a table that is printed in parts side by side or below one another, some of its columns in each, as whole rows. */
export function joinColumnParts(rows: RowReading[], headOf: HeadOf): RowReading[] {
  const printings = new Map<LeafRow, RowReading[]>()
  for (const each of rows) printings.set(each.leaf, [...(printings.get(each.leaf) ?? []), each])
  return [...printings.values()].flatMap((parts) => joined(parts, headOf))
}
