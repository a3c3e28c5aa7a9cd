import type { Block, Column, LeafColumn, LeafRow, Row, TableSpec, Unit } from '../../format/types'
import { headLabel, type LabelStyle, rowLabel } from './labels'
import { columnLeaves, rowLeaves } from './model'
import type { Printed } from './printed'
import type { Random } from './random'

export type Role = 'caption' | 'corner' | 'head' | 'group' | 'label' | 'figure' | 'spare'

/** A figure in its square. A loser is a second printing of the row that does not fit: listed, never taken. */
export interface FigureAt {
  address: string
  unit: Unit
  printed: Printed
  loser?: boolean
}
export interface GridCell {
  role: Role
  text: string
  row: number
  column: number
  rowSpan: number
  colSpan: number
  figure?: FigureAt
}
export interface GridRow {
  kind: 'caption' | 'head' | 'body'
  cells: GridCell[]
  /** Present in a body row: its path, and how many columns its block has in print and in the form. */
  path?: string
  block?: Block
  columns?: number
}
export interface Grid {
  spec: TableSpec
  width: number
  stubs: number
  rows: GridRow[]
}

export interface GridChoice {
  head: 'present' | 'partial' | 'absent'
  headShape: 'printed' | 'flat'
  /** Flat heads of table four with the name of the group before them. */
  prefixed: boolean
  captions: boolean
  labels: LabelStyle
  groups: 'once' | 'repeated' | 'absent'
  /** Whether a column is printed. */
  keeps: (column: LeafColumn, block: Block) => boolean
  keepsRow: (row: LeafRow, block: Block) => boolean
  /** The leaf columns of a block in the order of print. */
  ordered: (nodes: Column[]) => Column[]
  /** Printings of a row: usually one. */
  printings: (row: LeafRow, block: Block) => ((column: LeafColumn) => FigureAt)[]
}

const prunedColumns = (nodes: Column[], keeps: (column: LeafColumn) => boolean): Column[] =>
  nodes.flatMap((node): Column[] => {
    if (!('columns' in node)) return keeps(node) ? [node] : []
    const columns = prunedColumns(node.columns, keeps)
    return columns.length ? [{ ...node, columns }] : []
  })
const prunedRows = (nodes: Row[], keeps: (row: LeafRow) => boolean): Row[] =>
  nodes.flatMap((node): Row[] => {
    if (!('rows' in node)) return keeps(node) ? [node] : []
    const rows = prunedRows(node.rows, keeps)
    return rows.length ? [{ ...node, rows }] : []
  })

const depthOfColumns = (nodes: Column[]): number =>
  Math.max(0, ...nodes.map((node) => 1 + ('columns' in node ? depthOfColumns(node.columns) : 0)))
const depthOfRows = (nodes: Row[]): number =>
  Math.max(0, ...nodes.map((node) => (node.label ? 1 : 0) + ('rows' in node ? depthOfRows(node.rows) : 0)))
const flatRows = (nodes: Row[]): Row[] => rowLeaves(nodes)

/** A group over all columns names none of them. */
const flatColumns = (nodes: Column[], prefixed: boolean, over = ''): Column[] =>
  nodes.flatMap((node): Column[] =>
    'columns' in node
      ? flatColumns(node.columns, prefixed, nodes.length > 1 || over ? node.label : '')
      : [prefixed && over ? { ...node, label: `${over}${node.label}`, variants: [] } : node],
  )

/** A printed row before it has a place: labels over it, its leaf, and one printing of its figures. */
interface Line {
  row: LeafRow
  groups: { node: Row; span: number; first: boolean; level: number }[]
  figureOf: (column: LeafColumn) => FigureAt
}

export function gridOf(random: Random, spec: TableSpec, choice: GridChoice): Grid {
  const measured = spec.blocks.flatMap((block) => {
    let columns = prunedColumns(block.columns, (column) => choice.keeps(column, block))
    if (choice.headShape === 'flat') columns = flatColumns(columns, choice.prefixed)
    columns = choice.ordered(columns)
    let rows = prunedRows(block.rows, (row) => choice.keepsRow(row, block))
    if (choice.groups === 'absent') rows = flatRows(rows)
    return columns.length && rows.length ? [{ block, columns, rows }] : []
  })
  const stubs = Math.max(0, ...measured.map(({ rows }) => depthOfRows(rows)))
  const width = Math.max(0, ...measured.map(({ columns }) => stubs + columnLeaves(columns).length))
  const grid: Grid = { spec, width, stubs, rows: [] }
  const cell = (role: Role, text: string, column: number, more: Partial<GridCell> = {}): GridCell => ({
    role,
    text,
    row: grid.rows.length,
    column,
    rowSpan: 1,
    colSpan: 1,
    ...more,
  })

  for (const { block, columns, rows } of measured) {
    const leaves = columnLeaves(columns)
    const spanOf = (position: number) => (position === leaves.length - 1 ? width - stubs - position : 1)
    if (block.caption && choice.captions) {
      const text =
        choice.labels === 'variant' && block.captionVariants?.[0] ? block.captionVariants[0] : block.caption
      grid.rows.push({ kind: 'caption', cells: [cell('caption', text, 0, { colSpan: width })] })
    }
    if (choice.head !== 'absent') headInto(random, grid, block, columns, spanOf, choice, cell)
    for (const line of linesOf(rows, block, choice)) {
      const cells: GridCell[] = []
      for (const { node, span, first, level } of line.groups) {
        if (choice.groups === 'once' && !first) continue
        const text = rowLabel(random, node, choice.labels)
        cells.push(cell('group', text, level, { rowSpan: choice.groups === 'once' ? span : 1 }))
      }
      const level = line.groups.length
      if (line.row.label && level < stubs)
        cells.push(
          cell('label', rowLabel(random, line.row, choice.labels), level, { colSpan: stubs - level }),
        )
      for (const [position, column] of leaves.entries()) {
        const figure = line.figureOf(column)
        cells.push(
          cell('figure', figure.printed.text, stubs + position, { colSpan: spanOf(position), figure }),
        )
      }
      grid.rows.push({ kind: 'body', cells, path: line.row.path, block, columns: leaves.length })
    }
  }
  return grid
}

function linesOf(nodes: Row[], block: Block, choice: GridChoice): Line[] {
  const walk = (among: Row[], level: number): Line[] =>
    among.flatMap((node): Line[] => {
      if (!('rows' in node))
        return choice.printings(node, block).map((figureOf) => ({ row: node, groups: [], figureOf }))
      const lines = walk(node.rows, level + 1)
      for (const [at, line] of lines.entries())
        line.groups.unshift({ node, span: lines.length, first: at === 0, level })
      return lines
    })
  return walk(nodes, 0)
}

function headInto(
  random: Random,
  grid: Grid,
  block: Block,
  columns: Column[],
  spanOf: (position: number) => number,
  choice: GridChoice,
  cell: (role: Role, text: string, column: number, more?: Partial<GridCell>) => GridCell,
): void {
  const depth = depthOfColumns(columns)
  const from = grid.rows.length
  // Of a head in several lines only the last is left; of a single line its ends are lost.
  const skipped = choice.head === 'partial' ? depth - 1 : 0
  const lines: GridCell[][] = Array.from({ length: depth - skipped }, () => [])
  const put = (level: number, made: GridCell) => {
    if (level < skipped) return
    lines[level - skipped]?.push({ ...made, row: from + level - skipped })
  }
  const ends = choice.head === 'partial' && depth === 1
  if (grid.stubs > 0) {
    if (skipped) put(skipped, cell('corner', '', 0, { colSpan: grid.stubs }))
    else put(0, cell('corner', ends ? '' : (block.corner ?? ''), 0, { colSpan: grid.stubs, rowSpan: depth }))
  }
  const leaves = columnLeaves(columns)
  let position = 0
  const place = (nodes: Column[], level: number) => {
    for (const node of nodes) {
      const start = position
      const text = headLabel(random, node, choice.labels)
      if ('columns' in node) {
        const count = columnLeaves(node.columns).length
        let colSpan = 0
        for (let at = start; at < start + count; at++) colSpan += spanOf(at)
        put(level, cell('head', text, grid.stubs + start, { colSpan }))
        place(node.columns, level + 1)
        continue
      }
      const lost = ends && leaves.length > 1 && start === leaves.length - 1
      const colSpan = spanOf(start)
      if (skipped && level < skipped) put(skipped, cell('head', '', grid.stubs + start, { colSpan }))
      else put(level, cell('head', lost ? '' : text, grid.stubs + start, { colSpan, rowSpan: depth - level }))
      position++
    }
  }
  place(columns, 0)
  for (const cells of lines)
    grid.rows.push({ kind: 'head', cells: cells.sort((a, b) => a.column - b.column) })
}

/** Every square of a row, with the cell that covers it and whether the cell begins there. */
export function squaresOf(grid: Grid): { cell: GridCell; anchor: boolean }[][] {
  const squares: { cell: GridCell; anchor: boolean }[][] = grid.rows.map(() => [])
  for (const { cells } of grid.rows)
    for (const cell of cells)
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
        for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
          const line = squares[row]
          if (!line) throw new Error('a cell reaches below the table')
          if (line[column]) throw new Error(`square ${row},${column} is covered twice`)
          line[column] = { cell, anchor: row === cell.row && column === cell.column }
        }
  for (const [row, line] of squares.entries())
    for (let column = 0; column < grid.width; column++)
      if (!line[column]) throw new Error(`square ${row},${column} is covered by nothing`)
  return squares
}
