import { cellsOf } from '../format/cells'
import { type Comparison, compareTables, merged } from './compare'
import { readXlsx } from './readXlsx'
import { HEAD_ROWS, OWN_COLUMNS } from './sumBook'
import type { SumFacts } from './sumFacts'
import { tableOf } from './table'
import { ROWS_ABOVE } from './xlsx'

/** Compares a workbook of a 汇总, as it was read again, with what it was made from: the tables, and every figure of every unit. */
export function compareBook(facts: SumFacts, file: Uint8Array): Comparison {
  const { edition, sums, units } = facts
  const sheets = readXlsx(file)
  const tables = edition.sections.flatMap((section) =>
    section.table
      ? tableOf(
          section.table,
          `${section.table.name} ${section.heading}`,
          (address) => sums.get(address)?.value ?? '',
        )
      : [],
  )
  const read = sheets
    .slice(0, tables.length)
    .map(({ cells }, index) =>
      cells
        .map((cell) => ({ ...cell, row: cell.row - ROWS_ABOVE }))
        .filter(({ row }) => row >= 0 && row < (tables[index]?.rows.length ?? 0)),
    )
  const columns = OWN_COLUMNS + cellsOf(edition).length
  const found = new Map<number, string>()
  for (const { row, column, text } of sheets[tables.length]?.cells ?? [])
    if (row >= HEAD_ROWS) found.set(row * columns + column, text)
  const differences: string[] = []
  let figures = 0
  for (const [n, unit] of units.entries()) {
    const own = unit.figures()
    const at = (n + HEAD_ROWS) * columns
    const name = found.get(at + 2)
    if (name !== unit.name) differences.push(`第 ${n + 1} 家应为“${unit.name}”，文件里是“${name ?? ''}”。`)
    for (const [place, figure] of own.entries()) {
      figures++
      const text = found.get(at + OWN_COLUMNS + place) ?? ''
      if (text !== (figure ?? ''))
        differences.push(`${unit.name}的第 ${place + 1} 个数应为“${figure ?? ''}”，文件里是“${text}”。`)
    }
  }
  return merged([compareTables(tables, read), { figures, labels: 0, paragraphs: 0, differences }])
}
