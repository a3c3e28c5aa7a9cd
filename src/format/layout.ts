import { columnsUnder, leavesOf, rowsUnder } from './cells'
import type { Block, Column, LeafColumn, LeafRow, Row, TableSpec } from './types'

/** One merged cell of a head or a stub. `label` is printed as it stands. */
export interface SpanCell<Leaf> {
  label: string
  /** Grid column the cell starts in, from 0 at the left edge of the table. */
  start: number
  colSpan: number
  rowSpan: number
  /** Present where the cell names one row or column, absent where it covers several. */
  leaf?: Leaf
}
export interface BlockLayout {
  block: Block
  head: SpanCell<LeafColumn>[][]
  /** One entry per printed row: the label cells that begin there, then the cells of the row. */
  body: {
    row: LeafRow
    stubs: SpanCell<LeafRow>[]
    cells: { column: LeafColumn; start: number; colSpan: number }[]
  }[]
}
export interface TableLayout {
  /** Grid columns of the whole table. */
  columns: number
  /** Of these, the columns at the left that hold row labels. */
  stubColumns: number
  blocks: BlockLayout[]
}

type Node = { label: string }
const depthOf = <T extends Node>(nodes: T[], childrenOf: (node: T) => T[] | undefined): number =>
  Math.max(0, ...nodes.map((node) => (node.label ? 1 : 0) + depthOf(childrenOf(node) ?? [], childrenOf)))
const leafCount = <T extends Node>(node: T, childrenOf: (node: T) => T[] | undefined): number =>
  childrenOf(node)?.reduce((sum, child) => sum + leafCount(child, childrenOf), 0) ?? 1

/**
 * Spans of every head and label cell of a statutory table, as the official form merges them. A leaf fills what
 * is left of the depth; the last column of a block fills what is left of the table's width.
 */
export function layoutOf(table: TableSpec): TableLayout {
  const measures = table.blocks.map((block) => ({
    block,
    stub: depthOf<Row>(block.rows, rowsUnder),
    leaves: leavesOf<LeafColumn, Exclude<Column, LeafColumn>>(block.columns, columnsUnder).map(
      ({ leaf }) => leaf,
    ),
  }))
  const stubColumns = Math.max(...measures.map(({ stub }) => stub))
  const columns = Math.max(...measures.map(({ leaves }) => stubColumns + leaves.length))
  const blocks = measures.map(({ block, leaves }) => {
    const depth = depthOf<Column>(block.columns, columnsUnder)
    const spanOf = (position: number) =>
      position === leaves.length - 1 ? columns - stubColumns - position : 1
    const head: SpanCell<LeafColumn>[][] = []
    const place = (level: number, cell: SpanCell<LeafColumn>) => {
      const line = head[level]
      if (line) line.push(cell)
      else head[level] = [cell]
    }
    if (stubColumns > 0)
      place(0, { label: block.corner ?? '', start: 0, colSpan: stubColumns, rowSpan: depth })
    let position = 0
    const placeColumns = (nodes: Column[], level: number) => {
      for (const node of nodes) {
        const start = stubColumns + position
        const children = columnsUnder(node)
        const leaf = children ? undefined : (node as LeafColumn)
        const end = position + leafCount<Column>(node, columnsUnder) - 1
        let colSpan = 0
        for (let at = position; at <= end; at++) colSpan += spanOf(at)
        // A group has one head row; a leaf reaches down to the last one.
        place(level, { label: node.label, start, colSpan, rowSpan: leaf ? depth - level : 1, leaf })
        if (children) placeColumns(children, level + 1)
        else position++
      }
    }
    placeColumns(block.columns, 0)

    const body: BlockLayout['body'] = []
    const pending: SpanCell<LeafRow>[] = []
    const placeRows = (nodes: Row[], level: number) => {
      for (const node of nodes) {
        const children = rowsUnder(node)
        if (children) {
          pending.push({
            label: node.label,
            start: level,
            colSpan: 1,
            rowSpan: leafCount<Row>(node, rowsUnder),
          })
          placeRows(children, level + 1)
          continue
        }
        const row = node as LeafRow
        const own = stubColumns - level
        const stubs = pending.splice(0)
        if (own > 0) stubs.push({ label: row.label, start: level, colSpan: own, rowSpan: 1, leaf: row })
        const cells = leaves.map((column, at) => ({ column, start: stubColumns + at, colSpan: spanOf(at) }))
        body.push({ row, stubs, cells })
      }
    }
    placeRows(block.rows, 0)
    return { block, head, body }
  })
  return { columns, stubColumns, blocks }
}
