import { cellsOf } from '../../format/cells'
import { rowName } from '../../format/names'
import type { Address, Edition, TableSpec } from '../../format/types'

export interface ResultRow {
  label: string
  /** The full label, where the short one leaves something out. */
  title: string
  cells: { address: Address; computed: boolean; name: string }[]
  /** Computed total at the end of the row. */
  total?: Address
}
export interface ResultTable {
  columns: string[]
  hasTotal: boolean
  rows: ResultRow[]
}

const numbering = (label: string) =>
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/.exec(label)?.[0] ?? ''

/** A statutory table as it is shown for comparing: a line for each row, or for each kind of case where it has one row. */
export function resultTablesOf(edition: Edition, table: TableSpec): ResultTable[] {
  return table.blocks.map((block) => {
    const cells = cellsOf(edition).filter((cell) => cell.block === block)
    const single = block.rows.length === 1 && !block.rows[0]?.label
    const keyOf = (cell: (typeof cells)[number]) => (single ? (cell.head.at(-2) ?? '') : cell.row.path)
    const groups = new Map<string, typeof cells>()
    for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell])
    const rows = [...groups].map(([key, own]): ResultRow => {
      const [first] = own
      const stub = first?.stub ?? []
      const label = single
        ? key
        : [
            ...stub.map(numbering).map((each) => each.replace('、', stub.length > 1 ? '' : '、')),
            first ? rowName(first.row).replace(/^（.）/, '') : '',
          ].join('')
      const title = single ? (first?.head.slice(0, -1).join(' ') ?? key) : stub.join(' ')
      return {
        label,
        title,
        cells: own
          .filter(({ column }) => !column.sum)
          .map(({ address, parts, column }) => ({
            address,
            computed: parts !== undefined,
            name: `${label}，${column.label}`,
          })),
        total: own.find(({ column }) => column.sum)?.address,
      }
    })
    const [firstRow] = groups.values()
    const columns = firstRow?.filter(({ column }) => !column.sum).map(({ column }) => column.label) ?? []
    return { columns, hasTotal: rows.some(({ total }) => total), rows }
  })
}
