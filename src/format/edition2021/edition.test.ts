import { expect, test } from 'vitest'
import { linesOf, officialApplicants, officialHeadings, officialTables } from '../../testing/officialForm'
import { cellsOf, enteredCellsOf } from '../cells'
import { layoutOf, type SpanCell } from '../layout'
import { sectionLabel } from '../names'
import type { TableSpec } from '../types'
import { edition2021 as edition } from './edition'

const spans = ({ colSpan, rowSpan = 1 }: { colSpan: number; rowSpan?: number }) =>
  (rowSpan > 1 ? `↓${rowSpan}` : '') + (colSpan > 1 ? `→${colSpan}` : '')
const drawnLabels = (labels: SpanCell<unknown>[]) => labels.map((cell) => cell.label + spans(cell))

/** A table in the notation of the official drawing; with `rowsOnly` the row's path stands for its figures. */
function drawn(table: TableSpec, rowsOnly = false): string[] {
  const { blocks, columns } = layoutOf(table)
  return blocks.flatMap(({ block, head, body }) => [
    ...(block.caption ? [`${block.caption}→${columns}`] : []),
    ...head.map((line) => drawnLabels(line).join(' | ')),
    ...body.map(({ row, stubs, cells }) =>
      [
        ...drawnLabels(stubs),
        ...(rowsOnly
          ? [`{${row.path}}`]
          : cells.map((cell) => `{${[row.path, cell.column.path].filter(Boolean).join('.')}}${spans(cell)}`)),
      ].join(' | '),
    ),
  ])
}

const tables = edition.sections.flatMap((section) => section.table ?? [])

test.each(tables)('$name has the official labels, merged cells, order and addresses', (table) => {
  const official = linesOf(officialTables[table.key as keyof typeof officialTables])
  expect(drawn(table, table.key === 'requests')).toEqual(official)
})

test('the columns of table 3 are the seven official ones', () => {
  const received = cellsOf(edition).filter((cell) => cell.row.path === 'received')
  expect(received.map((cell) => cell.column.path)).toEqual(officialApplicants)
})

test('headings are the official ones, in printed order', () => {
  expect(
    edition.sections.flatMap((section) => [
      sectionLabel(section),
      ...(section.texts ?? []).flatMap((text) => text.heading ?? []),
    ]),
  ).toEqual(linesOf(officialHeadings))
})

test('the form has 200 figures: 166 are entered, 34 computed', () => {
  const count = (key: string) => {
    const cells = cellsOf(edition).filter((cell) => cell.table.key === key)
    return [cells.filter((cell) => !cell.parts).length, cells.filter((cell) => cell.parts).length]
  }
  expect(count('proactiveDisclosure')).toEqual([10, 0])
  expect(count('requests')).toEqual([24 * 6, 25 + 6])
  expect(count('reviewAndLitigation')).toEqual([12, 3])
  expect(cellsOf(edition)).toHaveLength(200)
  expect(enteredCellsOf(edition)).toHaveLength(166)
})

test('each kind of organ has its statutory date, power and duties', () => {
  const table = edition.organKinds.map((kind) =>
    [
      kind.value,
      kind.regulations ? '规章' : '-',
      kind.assessmentRequired ? '考核' : '-',
      kind.deadline ?? '-',
    ].join(' '),
  )
  expect(table).toEqual(
    linesOf(`
ministry 规章 - 01-31
provincialGovernment 规章 考核 03-31
prefectureGovernment 规章 考核 03-31
countyGovernment - 考核 03-31
townshipGovernment - 考核 -
subdistrictOffice - - -
governmentOffice - - 01-31
department - - 01-31
authorizedOrganization - - 01-31
`),
  )
})

test('every row that a clerk fills says what counts', () => {
  for (const cell of enteredCellsOf(edition)) {
    const hint = cell.row.hint ?? cell.column.hint
    expect(hint, cell.address).toMatch(/。$/)
  }
})
