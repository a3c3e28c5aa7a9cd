import { describe, expect, test } from 'vitest'
import { madeUpEdition } from '../testing/madeUpEdition'
import { editions } from './editions'
import { layoutOf } from './layout'
import type { TableSpec } from './types'

interface Placed {
  row: number
  start: number
  rowSpan: number
  colSpan: number
}

/** Every head, label and figure of a table with the grid row it begins in; captions are lines of their own. */
function placed(table: TableSpec): { cells: Placed[]; rows: number; columns: number } {
  const { blocks, columns } = layoutOf(table)
  const cells: Placed[] = []
  let row = 0
  for (const { block, head, body } of blocks) {
    if (block.caption) cells.push({ row: row++, start: 0, rowSpan: 1, colSpan: columns })
    for (const line of head) {
      for (const cell of line) cells.push({ row, ...cell })
      row++
    }
    for (const line of body) {
      for (const cell of line.stubs) cells.push({ row, ...cell })
      for (const cell of line.cells) cells.push({ row, rowSpan: 1, ...cell })
      row++
    }
  }
  return { cells, rows: row, columns }
}

const tables = [...editions, madeUpEdition].flatMap((edition) =>
  edition.sections.flatMap(({ table }) => (table ? [{ name: `${edition.key} ${table.name}`, table }] : [])),
)

describe.each(tables)('$name', ({ table }) => {
  test('spans cover every square of the table exactly once', () => {
    const { cells, rows, columns } = placed(table)
    const covered = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
    for (const { row, start, rowSpan, colSpan } of cells)
      for (let y = row; y < row + rowSpan; y++)
        for (let x = start; x < start + colSpan; x++) {
          const line = covered[y]
          expect(line?.[x], `row ${y}, column ${x} is inside the table`).toBeDefined()
          if (line) line[x] = (line[x] ?? 0) + 1
        }
    expect(covered).toEqual(Array.from({ length: rows }, () => new Array(columns).fill(1)))
  })

  test('the cells of a line stand in order from left to right', () => {
    const { cells } = placed(table)
    for (const [i, cell] of cells.entries()) {
      const before = cells[i - 1]
      if (before?.row === cell.row) expect(cell.start).toBeGreaterThan(before.start)
    }
  })
})

test('heads and stubs of unequal depth are filled up', () => {
  const stock = madeUpEdition.sections[1]?.table as TableSpec
  const { blocks, columns, stubColumns } = layoutOf(stock)
  expect([columns, stubColumns]).toEqual([8, 3])
  const spans = (cells?: { label: string; colSpan: number; rowSpan: number }[]) =>
    cells?.map(({ label, colSpan, rowSpan }) => `${label} ${colSpan}×${rowSpan}`)
  expect(spans(blocks[0]?.head[0])).toEqual(['册数 3×2', '纸本 2×1', '片 1×2', '合计 1×2', '价 1×2'])
  expect(blocks[0]?.body.map((line) => spans(line.stubs))).toEqual([
    ['来路 1×4', '收进 1×2', '购入 1×1'],
    ['受赠 1×1'],
    ['小计 2×1'],
    ['上年留存 2×1'],
    ['总计 3×1'],
    ['发出 3×1'],
    ['留存 3×1'],
  ])
  expect(blocks[1]?.body[0]?.cells).toEqual([
    { column: { path: 'rooms', label: '间数' }, start: 3, colSpan: 5 },
  ])
})
